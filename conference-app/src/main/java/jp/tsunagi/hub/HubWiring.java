package jp.tsunagi.hub;

import java.util.List;
import jp.tsunagi.account.BrokerCredentials;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.integration.broker.AgencyDirectory;
import jp.tsunagi.integration.broker.BrokerAccounts;
import jp.tsunagi.integration.hub.DeadlinePort;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubKeyset;
import jp.tsunagi.protection.KeyRing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

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

    /** Each takes part in the events it knows; events of one case come to all of them in order. */
    @Bean
    @Primary
    EventPort eventPorts(List<EventPort> participants) {
        return event -> participants.stream()
                .flatMap(participant -> participant.handle(event).stream())
                .toList();
    }

    /** Each looks at its own. That one cannot look now keeps none of the others from it, and is told all the same. */
    @Bean
    @Primary
    DeadlinePort deadlinePorts(List<DeadlinePort> participants) {
        return () -> {
            RuntimeException failed = null;
            for (DeadlinePort participant : participants) {
                try {
                    participant.tick();
                } catch (RuntimeException e) {
                    failed = e;
                }
            }
            if (failed != null) {
                throw failed;
            }
        };
    }

    @Bean
    HubKeyset hubKeyset(KeyRing keys) {
        return new HubKeyset(keys.messages());
    }
}
