package jp.tsunagi.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.shared.EraDates;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says values in words, for templates ({@code @words}): dates in eras, agencies by name, constants by their label. */
@Component("words")
public class Words {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter ENGLISH_DATE =
            DateTimeFormatter.ofPattern("EEE d MMMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final Agencies agencies;
    private final MessageSource messages;

    Words(Agencies agencies, MessageSource messages) {
        this.agencies = agencies;
        this.messages = messages;
    }

    /** 令和8年9月5日（土） 14:30, as far as the value goes; empty for null. Instants are told in Japanese time. */
    public String date(@Nullable Object moment) {
        if (moment instanceof Instant instant) {
            return date(LocalDateTime.ofInstant(instant, TimeConfiguration.JAPAN));
        }
        if (moment instanceof LocalDateTime dateTime) {
            return date(dateTime.toLocalDate()) + " " + HOUR.format(dateTime);
        }
        if (moment instanceof LocalTime time) {
            return HOUR.format(time);
        }
        if (moment instanceof LocalDate date) {
            return english() ? ENGLISH_DATE.format(date) : EraDates.formatWithWeekday(date);
        }
        return moment == null ? "" : moment.toString();
    }

    /** 令和8年9月, the month of a day. */
    public String month(LocalDate day) {
        return english() ? ENGLISH_MONTH.format(day) : EraDates.format(day).replaceFirst("月.*", "月");
    }

    /** 令和8年度, by the era of its first day. */
    public String fiscalYear(int year) {
        return english()
                ? "FY " + year
                : EraDates.format(LocalDate.of(year, Month.APRIL, 1)).replaceFirst("年.*", "年度");
    }

    /** The hour alone. */
    public String hour(@Nullable Object moment) {
        if (moment instanceof Instant instant) {
            return HOUR.format(LocalDateTime.ofInstant(instant, TimeConfiguration.JAPAN));
        }
        return moment instanceof LocalDateTime dateTime ? HOUR.format(dateTime) : date(moment);
    }

    /** The name of an agency; the code itself where it is in no directory. */
    public String agency(@Nullable Object code) {
        return code == null
                ? ""
                : agencies.find(code.toString()).map(Agency::name).orElse(code.toString());
    }

    /** Whether there is such an agency and it can no longer be chosen: it left the directory, or was never in it. */
    public boolean gone(@Nullable Object code) {
        return code != null
                && !code.toString().isBlank()
                && agencies.find(code.toString()).filter(Agency::active).isEmpty();
    }

    /** The agencies that can be chosen, by kind, each in order of the directory. */
    public Map<AgencyKind, List<Agency>> agenciesByKind() {
        return agencies.codes().stream()
                .flatMap(code -> agencies.find(code).stream())
                .filter(Agency::active)
                .collect(Collectors.groupingBy(Agency::kind, TreeMap::new, Collectors.toList()));
    }

    /** The label of a constant, from {@code <group>.<CONSTANT>} of the message files. */
    public String label(String group, @Nullable Object constant) {
        return constant == null ? "" : text(group + "." + constant);
    }

    /** The label of a constant, or that of another one where it has none of its own. */
    public String labelOr(String group, Object constant, String other) {
        Locale locale = LocaleContextHolder.getLocale();
        String found = messages.getMessage(group + "." + constant, null, null, locale);
        return found == null ? label(group, other) : found;
    }

    /** For a text area: a browser drops one line end at its beginning. */
    public String area(String text) {
        return "\n" + text;
    }

    /** The label of a field by its path, such as {@code invitees[0].agency}; the path's last word where it has none. */
    public String field(String path) {
        String plain = path.replaceAll("\\[\\d*]", "").replaceFirst("\\.(era|year|month|day|time)$", "");
        String last = plain.substring(plain.lastIndexOf('.') + 1);
        Locale locale = LocaleContextHolder.getLocale();
        String found = messages.getMessage("label." + plain, null, null, locale);
        return Objects.requireNonNullElse(
                found != null ? found : messages.getMessage("label." + last, null, last, locale), last);
    }

    /** A message by its key. */
    public String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
