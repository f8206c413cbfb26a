package jp.tsunagi.office;

import jp.tsunagi.account.SignedInPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OfficeConfiguration {

    @Bean
    SignedInPages officePages() {
        return SignedInPages.of("/directory/**", "/administration/**", "/audit/**", "/settings/**", "/help");
    }
}
