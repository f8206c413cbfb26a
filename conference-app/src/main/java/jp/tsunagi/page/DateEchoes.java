package jp.tsunagi.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagi.shared.EraDates;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says a date that was typed in parts once more as a whole ({@code @dates} in templates; ui.md B7, 6), so that a wrong era
 * shows at once: in its era, by the Western year, and of a birth date how old that makes somebody today.
 */
@Component("dates")
public class DateEchoes {

    private static final String YEAR = ".year";
    private static final String BIRTH_DATE = "birthDate";

    private final Words words;
    private final MessageSource messages;
    private final Clock clock;

    DateEchoes(Words words, MessageSource messages, Clock clock) {
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** Empty where the parts make no date. */
    public String of(Typed typed, String field) {
        LocalDate date = new TypedDates(typed).read(field).date();
        if (date == null) {
            return "";
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
        boolean born = field.equals(BIRTH_DATE) && !date.isAfter(today);
        Object[] parts = {
            words.date(date), String.valueOf(date.getYear()), born ? String.valueOf(EraDates.ageOn(date, today)) : ""
        };
        return messages.getMessage(
                born ? "form.date-echo-age" : "form.date-echo", parts, LocaleContextHolder.getLocale());
    }

    /** Id of the place beside a field where it is said. */
    public String place(String field) {
        return field.replaceAll("[^A-Za-z0-9]+", "-") + "-echo";
    }

    /** What is to be said now beside each date of a form, by place. */
    Map<String, String> all(Typed typed) {
        Map<String, String> all = new LinkedHashMap<>();
        typed.names().stream()
                .filter(name -> name.endsWith(YEAR))
                .map(name -> name.substring(0, name.length() - YEAR.length()))
                .forEach(field -> all.put(place(field), of(typed, field)));
        return all;
    }
}
