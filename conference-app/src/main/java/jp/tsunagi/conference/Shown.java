package jp.tsunagi.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;

/** What a projection shows, by type: the one thing that papers are made of. What is not shown is null, or empty. */
record Shown(Map<String, Object> values) {

    static Shown of(Projection projection) {
        return new Shown(projection.shown());
    }

    /** Of these parts of a paper those that its reader must not see. */
    static Set<String> withheld(Projection projection, Set<String> parts) {
        Set<String> names = new HashSet<>(projection.withheld());
        names.retainAll(parts);
        return names;
    }

    @Nullable String text(String name) {
        return (String) values.get(name);
    }

    /** The lines of a text in which something stands. */
    List<String> lines(String name) {
        return Objects.requireNonNullElse(text(name), "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The name of a constant. */
    @Nullable String code(String name) {
        Object value = values.get(name);
        return value == null ? null : value.toString();
    }

    @Nullable Integer number(String name) {
        return (Integer) values.get(name);
    }

    int count(String name) {
        return values.get(name) instanceof Integer count ? count : 0;
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    @Nullable LocalDate date(String name) {
        return (LocalDate) values.get(name);
    }

    @Nullable LocalDateTime time(String name) {
        return (LocalDateTime) values.get(name);
    }

    @Nullable LocalTime hour(String name) {
        return (LocalTime) values.get(name);
    }

    /** A moment, as Japan's clocks showed it. */
    @Nullable LocalDateTime moment(String name) {
        Object value = values.get(name);
        return value == null ? null : LocalDateTime.ofInstant((Instant) value, TimeConfiguration.JAPAN);
    }

    @SuppressWarnings("unchecked")
    @Nullable Shown nested(String name) {
        Object value = values.get(name);
        return value == null ? null : new Shown((Map<String, Object>) value);
    }

    /** As {@link #nested}, with nothing in it where it is not shown. */
    Shown part(String name) {
        return Objects.requireNonNullElse(nested(name), new Shown(Map.of()));
    }

    @SuppressWarnings("unchecked")
    List<Shown> list(String name) {
        Object value = values.get(name);
        return value == null
                ? List.of()
                : ((List<Map<String, Object>>) value).stream().map(Shown::new).toList();
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String name) {
        Object value = values.get(name);
        return value == null ? List.of() : (List<String>) value;
    }
}
