package jp.tsunagi.conference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.SignedInPages;
import jp.tsunagi.shared.BusinessDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

@Configuration(proxyBeanMethods = false)
class ConferenceConfiguration {

    /** The office's own list, in {@code config/holidays.csv} beside the working directory, else the packaged one. */
    @Bean
    BusinessDays businessDays() {
        Path own = Path.of("config", "holidays.csv");
        try {
            String csv = Files.exists(own)
                    ? Files.readString(own)
                    : new ClassPathResource("defaults/config/holidays.csv").getContentAsString(StandardCharsets.UTF_8);
            Set<LocalDate> holidays = csv.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> LocalDate.parse(line.split(",", 2)[0]))
                    .collect(Collectors.toUnmodifiableSet());
            return new BusinessDays(holidays);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of holidays cannot be read", e);
        }
    }

    @Bean
    SignedInPages conferencePages() {
        return SignedInPages.of("/c/**", "/cases/**", "/desk", "/requests/**", "/search/**");
    }

    @Bean
    Deadlines deadlines(BusinessDays calendar, DeadlineSettings settings) {
        return new Deadlines(calendar, settings);
    }
}
