package jp.tsunagi.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.shared.EraDates;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Says a refusal in words, Japanese or English: what happened and what to do. Never says a value that was typed.
 *
 * <p>Keys: {@code title.<status>}, {@code rule.<rule>}, {@code field.<problem>}, {@code label.<field>}. In a field's
 * sentence {@code {0}} is the label and {@code {1}} onwards are the problem's arguments; a key ending in the number of
 * arguments ({@code field.too-long.2}) goes before the plain one. A label is looked up with the rule's first word
 * ({@code label.account.name}), then by the whole path without numbers ({@code label.consent.validUntil}), then by the last
 * name. Where a message is missing, a general one is said: a refusal never fails for want of words.
 */
public final class ProblemTexts {

    private static final Pattern NUMBERS = Pattern.compile("\\[\\d*]");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final MessageSource messages;

    public ProblemTexts() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("problems");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.JAPANESE);
        this.messages = source;
    }

    /** The kind of a refusal in a few words. */
    String title(int status, Locale locale) {
        return orElse(find("title." + status, locale), "title.other", locale);
    }

    /** What the rule refused, and what to do. */
    public String rule(String rule, Locale locale, Object... args) {
        return orElse(find("rule." + rule, locale, args), "rule.other", locale);
    }

    /** What is wrong with one field. */
    public String field(FieldProblem problem, Locale locale) {
        return field("", problem, locale);
    }

    /** What is wrong with each field, the first problem of each; in the order of the refusal. */
    public Map<String, String> fields(Refusal refusal, Locale locale) {
        return fields(refusal.rule(), refusal.fields(), locale);
    }

    Map<String, String> fields(String rule, List<FieldProblem> problems, Locale locale) {
        Map<String, String> texts = new LinkedHashMap<>();
        problems.forEach(problem -> texts.putIfAbsent(problem.field(), field(rule, problem, locale)));
        return texts;
    }

    private String field(String rule, FieldProblem problem, Locale locale) {
        Object[] args = Stream.concat(
                        Stream.of(label(rule, problem.field(), locale)),
                        problem.args().stream().map(arg -> said(arg, locale)))
                .toArray();
        String key = "field." + problem.problem();
        String counted = find(key + "." + problem.args().size(), locale, args);
        return counted != null ? counted : orElse(find(key, locale, args), "field.other", locale, args);
    }

    private String label(String rule, String field, Locale locale) {
        String path = NUMBERS.matcher(field).replaceAll("");
        String subject = rule.contains(".") ? rule.substring(0, rule.indexOf('.')) : rule;
        return Stream.of(subject + "." + path, path, path.substring(path.lastIndexOf('.') + 1))
                .flatMap(key -> Stream.ofNullable(find("label." + key, locale)))
                .findFirst()
                .orElseGet(() -> orElse(null, "label.other", locale));
    }

    private static Object said(Object arg, Locale locale) {
        if (arg instanceof LocalDate date) {
            return locale.getLanguage().equals("en") ? ENGLISH_DATE.format(date) : EraDates.format(date);
        }
        return arg instanceof String text && ISO_DATE.matcher(text).matches()
                ? said(LocalDate.parse(text), locale)
                : arg;
    }

    private @Nullable String find(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, null, locale);
    }

    private String orElse(@Nullable String found, String general, Locale locale, Object... args) {
        return found != null ? found : messages.getMessage(general, args, locale);
    }
}
