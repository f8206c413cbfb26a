package jp.tsunagi.page;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.shared.EraDates;
import jp.tsunagi.shared.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * Dates as their four parts were typed (ui.md B7): era, year, month, day. A whole date pasted into any of them is taken
 * apart; a day outside the years of its era is refused, never moved.
 */
final class TypedDates {

    static final String WESTERN = "西暦";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final Typed typed;

    TypedDates(Typed typed) {
        this.typed = typed;
    }

    /** What became of the parts: a date, nothing where nothing was typed, or what to mend. */
    record Outcome(@Nullable LocalDate date, @Nullable FieldProblem problem) {}

    static boolean isIn(Typed typed, String field) {
        return Stream.of("year", "month", "day").anyMatch(part -> typed.names().contains(field + "." + part));
    }

    Outcome read(String field) {
        String year = part(field, "year");
        String month = part(field, "month");
        String day = part(field, "day");
        if ((year + month + day).isEmpty()) {
            return new Outcome(null, null);
        }
        Optional<LocalDate> pasted = Stream.of(year, month, day)
                .flatMap(text -> whole(text).stream())
                .findFirst();
        if (pasted.isPresent()) {
            return new Outcome(pasted.get(), null);
        }
        if (year.isEmpty()) {
            return wrong(FieldProblem.of(field, "date-year"));
        }
        if (month.isEmpty()) {
            return wrong(FieldProblem.of(field, "date-month"));
        }
        if (day.isEmpty()) {
            return wrong(FieldProblem.of(field, "date-day"));
        }
        String era = part(field, "era");
        boolean western = era.equals(WESTERN) || (era.isEmpty() && year.length() == 4);
        if (!western && era.isEmpty()) {
            return wrong(FieldProblem.of(field, "date-era"));
        }
        boolean numbers = (year.equals("元") || NUMBER.matcher(year).matches())
                && NUMBER.matcher(month).matches()
                && NUMBER.matcher(day).matches();
        if (!numbers) {
            return wrong(FieldProblem.of(field, "date-parts"));
        }
        EraDates.Reading reading = EraDates.parse((western ? "" : era) + year + "年" + month + "月" + day + "日");
        return reading instanceof EraDates.NotADate none
                ? wrong(field, none)
                : new Outcome(reading.date().orElseThrow(), null);
    }

    private static Outcome wrong(String field, EraDates.NotADate none) {
        Object[] args = none.arguments().toArray();
        return switch (none.problem()) {
            case ERA_ENDED -> wrong(FieldProblem.of(field, "era-ended", args));
            case ERA_NOT_BEGUN -> wrong(FieldProblem.of(field, "era-not-begun", args));
            case NO_SUCH_DAY -> wrong(FieldProblem.of(field, "no-such-day", args));
            case BEFORE_SOLAR_CALENDAR -> wrong(FieldProblem.of(field, "before-solar-calendar"));
            case UNREADABLE -> wrong(FieldProblem.of(field, "date-parts"));
        };
    }

    private static Outcome wrong(FieldProblem problem) {
        return new Outcome(null, problem);
    }

    private static Optional<LocalDate> whole(String text) {
        return text.length() < "R8.1.1".length()
                ? Optional.empty()
                : EraDates.parse(text).date();
    }

    private String part(String field, String part) {
        String text = typed.text(field + "." + part);
        return text.length() > 40
                ? "-"
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
