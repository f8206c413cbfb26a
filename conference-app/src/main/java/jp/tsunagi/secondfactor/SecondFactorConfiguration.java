package jp.tsunagi.secondfactor;

import jp.tsunagi.account.SignedInPages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SecondFactorSettings.class, PasskeySettings.class})
class SecondFactorConfiguration {

    @Bean
    SignedInPages secondFactorPages() {
        return SignedInPages.of(OwnFactorPages.PATH, OwnFactorPages.PATH + "/**");
    }
}
