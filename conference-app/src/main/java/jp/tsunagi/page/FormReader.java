package jp.tsunagi.page;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.web.ValidationProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.DataBinder;

/**
 * Makes of what was typed the body that a call of the HTTP API would have had, so that page and API meet the same rules.
 * A blank field is an absent one; the texts of a list are one by line.
 */
@Component
public class FormReader {

    private static final int MOST_ROWS = 100;

    private final ConversionService conversions;

    FormReader(ConversionService mvcConversionService) {
        this.conversions = mvcConversionService;
    }

    /**
     * What the form could be read as.
     *
     * @param body with null for what could not be read
     * @param problems what could not be read
     */
    public record Read<T>(T body, List<FieldProblem> problems) {

        /** @throws jp.tsunagi.shared.Refused {@code request.invalid} where something could not be read */
        public T orRefuse() {
            if (!problems.isEmpty()) {
                throw Refusal.invalid("request.invalid", problems);
            }
            return body;
        }
    }

    /** Reads a record; never fails for what was typed. */
    public <T extends Record> Read<T> read(Typed typed, Class<T> type) {
        Values values = new Values(typed);
        DataBinder binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(type));
        binder.setConversionService(conversions);
        binder.setAutoGrowCollectionLimit(MOST_ROWS);
        binder.construct(values);
        List<FieldProblem> problems = new ArrayList<>(values.problems.values());
        ValidationProblems.fields(binder.getBindingResult()).stream()
                .filter(problem -> !values.problems.containsKey(problem.field()))
                .forEach(problems::add);
        T body = binder.getTarget() == null ? null : type.cast(binder.getTarget());
        if (body == null) {
            body = again(values, problems, type);
        }
        return new Read<>(body, List.copyOf(problems));
    }

    /** Once more without what could not be converted. */
    private <T extends Record> T again(Values values, List<FieldProblem> problems, Class<T> type) {
        values.leftOut = problems.stream().map(FieldProblem::field).collect(Collectors.toSet());
        DataBinder binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(type));
        binder.setConversionService(conversions);
        binder.setAutoGrowCollectionLimit(MOST_ROWS);
        binder.construct(values);
        return type.cast(java.util.Objects.requireNonNull(binder.getTarget(), "A form of nothing but readable fields"));
    }

    private static final class Values implements DataBinder.ValueResolver {

        private final Typed typed;
        private final TypedDates dates;
        private final Map<String, FieldProblem> problems = new LinkedHashMap<>();
        private Set<String> leftOut = Set.of();

        Values(Typed typed) {
            this.typed = typed;
            this.dates = new TypedDates(typed);
        }

        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            if (leftOut.contains(name)) {
                return null;
            }
            if (type == LocalDate.class) {
                return date(name);
            }
            if (type == LocalDateTime.class) {
                return dateTime(name);
            }
            if (List.class.isAssignableFrom(type) || Set.class.isAssignableFrom(type)) {
                return typed.names().contains(name) ? texts(name) : null;
            }
            String text = typed.text(name);
            if (text.isBlank()) {
                return null;
            }
            boolean asTyped = type == String.class;
            return asTyped
                    ? text
                    : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        }

        @Override
        public Set<String> getNames() {
            return typed.names();
        }

        private List<String> texts(String name) {
            return typed.all(name).stream()
                    .flatMap(String::lines)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }

        private @Nullable LocalDate date(String name) {
            TypedDates.Outcome outcome = dates.read(name);
            if (outcome.problem() != null) {
                problems.put(name, outcome.problem());
            }
            return outcome.date();
        }

        /** The end of a meeting has an hour of its own and the day of its start. */
        private @Nullable LocalDateTime dateTime(String name) {
            boolean ownDay = TypedDates.isIn(typed, name);
            String dayOf = ownDay ? name : name.substring(0, name.lastIndexOf('.') + 1) + "start";
            LocalDate day = ownDay ? date(name) : dates.read(dayOf).date();
            String hour = Normalizer.normalize(typed.text(name + ".time"), Normalizer.Form.NFKC)
                    .strip()
                    .replace('時', ':')
                    .replace("分", "");
            if (hour.isEmpty()) {
                if (day != null && ownDay) {
                    problems.put(name, FieldProblem.of(name, "date-time-hour"));
                }
                return null;
            }
            LocalTime time = time(hour.endsWith(":") ? hour + "00" : hour);
            if (time == null) {
                problems.put(name, FieldProblem.of(name, "kind-time"));
            }
            return day == null || time == null ? null : day.atTime(time);
        }

        private static @Nullable LocalTime time(String hour) {
            try {
                return LocalTime.parse(hour.indexOf(':') == 1 ? "0" + hour : hour);
            } catch (java.time.DateTimeException e) {
                return null;
            }
        }
    }
}
