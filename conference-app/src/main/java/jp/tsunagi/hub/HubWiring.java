package jp.tsunagi.hub;

import jp.tsunagi.account.BrokerCredentials;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.integration.broker.AgencyDirectory;
import jp.tsunagi.integration.broker.BrokerAccounts;
import jp.tsunagi.integration.hub.HubKeyset;
import jp.tsunagi.protection.KeyRing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HubWiring {

    @Bean
    AgencyDirectory agencyDirectory(Agencies agencies) {
        return () -> agencies.codes().stream().map(AgencyCode::value).toList();
    }

    @Bean
    BrokerAccounts brokerAccounts(BrokerCredentials credentials) {
        return credentials::authenticate;
    }

    @Bean
    HubKeyset hubKeyset(KeyRing keys) {
        return new HubKeyset(keys.messages());
    }
}
