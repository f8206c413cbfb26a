package jp.tsunagi.conference;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with the fields of one submission, so that one answer mends all. */
public final class FieldCheck {

    private static final String MARKUP = "<>";
    /** Full-width ones too: spreadsheets made for Japanese take them for the same. */
    private static final String FORMULA = "=+-@＝＋－＠";

    private final Directory directory;
    private final List<FieldProblem> problems = new ArrayList<>();

    public FieldCheck(Directory directory) {
        this.directory = directory;
    }

    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /** @throws jp.tsunagi.shared.Refused with this rule where anything is wrong */
    public void refuseUnder(String rule) {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(rule, problems());
        }
    }

    public void add(String field, String problem, Object... args) {
        problems.add(FieldProblem.of(field, problem, args));
    }

    public void required(String field, @Nullable String value) {
        if (isBlank(value)) {
            add(field, "required");
        }
    }

    public <T> void present(String field, @Nullable T value) {
        if (value == null) {
            add(field, "required");
        }
    }

    /** Something that is chosen, not typed: a radio button, a line of a list. */
    public void chosen(String field, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            add(field, "choose");
        }
    }

    /** A text that will stand on paper: not too long, and every character has a glyph. Lengths in code points. */
    public void text(String field, @Nullable String value, int longest) {
        if (value == null) {
            return;
        }
        int length = value.codePointCount(0, value.length());
        if (length > longest) {
            add(field, "too-long", longest, length);
            return;
        }
        String unprintable = directory.firstUnprintable(value);
        if (!unprintable.isEmpty()) {
            add(field, "unprintable", unprintable);
        }
    }

    /** A name: a text without markup and without the beginnings that a spreadsheet takes for a formula. */
    public void name(String field, @Nullable String value, int longest) {
        text(field, value, longest);
        if (value == null || value.isBlank()) {
            return;
        }
        value.codePoints()
                .filter(c -> MARKUP.indexOf(c) >= 0)
                .findFirst()
                .ifPresent(c -> add(field, "no-name-character", Character.toString(c)));
        if (FORMULA.indexOf(value.strip().charAt(0)) >= 0) {
            add(field, "no-name-beginning", value.strip().substring(0, 1));
        }
    }

    public void agency(String field, @Nullable String code) {
        if (code != null && !code.isBlank() && !directory.isActive(code)) {
            add(field, "unknown-agency");
        }
    }

    /** An agency that must be named. */
    public void namedAgency(String field, @Nullable String code) {
        chosen(field, code);
        agency(field, code);
    }

    public void period(String prefix, @Nullable LocalDateTime start, @Nullable LocalDateTime end) {
        present(prefix + "start", start);
        present(prefix + "end", end);
        if (start != null && end != null && !end.isAfter(start)) {
            add(prefix + "end", "after-start", start.toLocalTime().toString());
        }
    }

    public void atMost(String field, List<?> list, int most) {
        if (list.size() > most) {
            add(field, "too-many", most, list.size());
        }
    }

    public <T> void each(String field, List<T> list, BiConsumer<String, T> check) {
        for (int i = 0; i < list.size(); i++) {
            check.accept(field + "[" + i + "]", list.get(i));
        }
    }

    public static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
