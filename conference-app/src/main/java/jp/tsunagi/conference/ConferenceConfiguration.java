package jp.tsunagi.conference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.tsunagi.account.SignedInPages;
import jp.tsunagi.shared.BusinessDays;
import jp.tsunagi.shared.Holidays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

@Configuration(proxyBeanMethods = false)
class ConferenceConfiguration {

    /** The office's own list, in {@code config/holidays.csv} beside the working directory, else the packaged one. */
    @Bean
    Holidays holidays() {
        Path own = Path.of("config", "holidays.csv");
        try {
            return Holidays.parse(
                    Files.exists(own)
                            ? Files.readString(own)
                            : new ClassPathResource("defaults/config/holidays.csv")
                                    .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of holidays cannot be read", e);
        }
    }

    @Bean
    BusinessDays businessDays(Holidays holidays) {
        return new BusinessDays(holidays.names().keySet());
    }

    @Bean
    SignedInPages conferencePages() {
        return SignedInPages.of("/c/**", "/cases/**", "/desk", "/exports/**", "/requests/**", "/search/**");
    }

    @Bean
    Deadlines deadlines(BusinessDays calendar, DeadlineSettings settings) {
        return new Deadlines(calendar, settings);
    }
}
