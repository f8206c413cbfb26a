package jp.tsunagi.handover;

import jp.tsunagi.account.SignedInPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HandOverConfiguration {

    @Bean
    SignedInPages pagesOfHandOvers() {
        return SignedInPages.of("/handovers/**");
    }
}
