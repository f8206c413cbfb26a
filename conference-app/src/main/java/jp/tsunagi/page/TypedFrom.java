package jp.tsunagi.page;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a body as it would have been typed: the other way round of {@link FormReader}. */
final class TypedFrom {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private TypedFrom() {}

    static Map<String, List<String>> body(Record body) {
        TypedFrom writing = new TypedFrom();
        writing.record(body, "");
        return writing.values;
    }

    static Map<String, List<String>> shown(Map<String, Object> shown) {
        TypedFrom writing = new TypedFrom();
        writing.map(shown, "");
        return writing.values;
    }

    /** The parts of one date. */
    static Map<String, List<String>> date(String name, LocalDate date) {
        TypedFrom writing = new TypedFrom();
        writing.date(date, name);
        return writing.values;
    }

    private void map(Map<?, ?> shown, String prefix) {
        shown.forEach((name, value) -> value(value, prefix + name));
    }

    private void record(Record body, String prefix) {
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            value(valueOf(component, body), prefix + component.getName());
        }
    }

    private void value(@Nullable Object value, String name) {
        if (value == null) {
            return;
        }
        if (value instanceof Record nested) {
            record(nested, name + ".");
        } else if (value instanceof Map<?, ?> nested) {
            map(nested, name + ".");
        } else if (value instanceof LocalDate date) {
            date(date, name);
        } else if (value instanceof LocalDateTime moment) {
            date(moment.toLocalDate(), name);
            put(name + ".time", moment.toLocalTime().toString());
        } else if (value instanceof Collection<?> elements) {
            elements(List.copyOf(elements), name);
        } else if (value instanceof Enum<?> constant) {
            put(name, constant.name());
        } else {
            put(name, value.toString());
        }
    }

    private void elements(List<?> elements, String name) {
        if (elements.stream().anyMatch(element -> element instanceof Record || element instanceof Map)) {
            for (int i = 0; i < elements.size(); i++) {
                value(elements.get(i), name + "[" + i + "]");
            }
        } else if (!elements.isEmpty()) {
            values.put(
                    name,
                    elements.stream()
                            .map(element -> element instanceof Enum<?> constant ? constant.name() : element.toString())
                            .toList());
        }
    }

    private void date(LocalDate date, String name) {
        JapaneseDate japanese = JapaneseDate.from(date);
        JapaneseEra era = japanese.getEra();
        put(name + ".era", era.getDisplayName(TextStyle.FULL, Locale.JAPANESE));
        put(name + ".year", String.valueOf(japanese.get(ChronoField.YEAR_OF_ERA)));
        put(name + ".month", String.valueOf(date.getMonthValue()));
        put(name + ".day", String.valueOf(date.getDayOfMonth()));
    }

    private void put(String name, String text) {
        values.put(name, List.of(text));
    }

    private static @Nullable Object valueOf(RecordComponent component, Record body) {
        try {
            var accessor = component.getAccessor();
            accessor.trySetAccessible();
            return accessor.invoke(body);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record could not be read: " + component.getName(), e);
        }
    }
}
