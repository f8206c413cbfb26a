package jp.tsunagi.shared;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One clock for everything, in Japan's time zone: deadlines are days of Japan. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    /** Where all dates without a zone belong. */
    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    @Bean
    Clock clock() {
        return Clock.system(JAPAN);
    }
}
