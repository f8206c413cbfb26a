package jp.tsunagi.conference;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;

/** The rules of what is written after the meeting (domain.md E1, 14 to 19). */
final class MeetingRules {

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 8_000;
    private static final int MOST_LINES = 100;
    private static final int FEWEST_AGENCIES = 2;

    private MeetingRules() {}

    /** @return the start, which is there */
    static LocalDateTime checkHeld(Holding held, Directory directory, LocalDateTime now) {
        FieldCheck fields = new FieldCheck(directory);
        held("", held, fields, now);
        fields.refuseUnder("meeting.incomplete");
        return Objects.requireNonNull(held.start());
    }

    /**
     * Whether a meeting was over when it was recorded that she took her consent back, and not on a later day than the one
     * on which she did.
     */
    static boolean isOverBefore(Consent.Withdrawal withdrawal, Holding held) {
        LocalDateTime recorded = LocalDateTime.ofInstant(withdrawal.recordedAt(), TimeConfiguration.JAPAN);
        LocalDateTime end = Objects.requireNonNull(held.end());
        return !end.isAfter(recorded) && !end.toLocalDate().isAfter(withdrawal.withdrawnOn());
    }

    /** @param prefix of the fields' names */
    static void held(String prefix, Holding held, FieldCheck fields, LocalDateTime now) {
        lengths(prefix, held.place(), held.attendance(), fields);
        time(prefix, held.start(), held.end(), held.place(), fields, now);
        attendance(prefix, held.attendance(), fields);
        notes(prefix + "notes.", held.notes(), fields);
    }

    /** Notes may be unfinished; they must be storable, and say who does what where they say anything of it. */
    private static void notes(String prefix, @Nullable MeetingNotes notes, FieldCheck fields) {
        if (notes == null) {
            return;
        }
        fields.text(prefix + "facts", notes.facts(), LONGEST_TEXT);
        fields.text(prefix + "opinions", notes.opinions(), LONGEST_TEXT);
        fields.text(prefix + "herWords", notes.herWords(), LONGEST_TEXT);
        fields.atMost(prefix + "decisions", notes.decisions(), MOST_LINES);
        fields.each(prefix + "decisions", notes.decisions(), (path, decided) -> {
            fields.text(path + ".topic", decided.topic(), LONGEST_TEXT);
            fields.text(path + ".text", decided.text(), LONGEST_TEXT);
        });
        fields.atMost(prefix + "actions", notes.actions(), MOST_LINES);
        fields.each(prefix + "actions", notes.actions(), (path, action) -> {
            fields.text(path + ".agency", action.agency(), LONGEST_NAME);
            fields.required(path + ".what", action.what());
            fields.text(path + ".what", action.what(), LONGEST_LINE);
        });
    }

    /** What could not be stored or printed. */
    static void lengths(String prefix, @Nullable String place, List<Attendance> attendance, FieldCheck fields) {
        fields.text(prefix + "place", place, LONGEST_LINE);
        fields.atMost(prefix + "attendance", attendance, MOST_LINES);
        fields.each(prefix + "attendance", attendance, (path, line) -> {
            fields.text(path + ".agency", line.agency(), LONGEST_NAME);
            fields.name(path + ".name", line.name(), LONGEST_NAME);
            fields.text(path + ".part", line.part(), LONGEST_LINE);
        });
    }

    static void checkReport(OutcomeReport report, Directory directory, LocalDateTime now) {
        FieldCheck fields = new FieldCheck(directory);
        fields.present("recordedOn", report.recordedOn());
        if (report.recordedOn() != null && report.recordedOn().isAfter(now.toLocalDate())) {
            fields.add("recordedOn", "not-future");
        }
        fields.required("recordedBy", report.recordedBy());
        fields.text("recordedBy", report.recordedBy(), LONGEST_LINE);
        lengths("", report.place(), report.attendance(), fields);
        time("", report.start(), report.end(), report.place(), fields, now);
        attendance("", report.attendance(), fields);
        fields.required("outcome", report.outcome());
        fields.text("outcome", report.outcome(), LONGEST_TEXT);
        fields.atMost("actions", report.actions(), MOST_LINES);
        fields.each("actions", report.actions(), (path, action) -> {
            fields.chosen(path + ".agency", action.agency());
            fields.text(path + ".agency", action.agency(), LONGEST_NAME);
            fields.required(path + ".what", action.what());
            fields.text(path + ".what", action.what(), LONGEST_LINE);
            if (action.due() != null
                    && report.start() != null
                    && action.due().isBefore(report.start().toLocalDate())) {
                fields.add(
                        path + ".due",
                        "not-before",
                        report.start().toLocalDate().toString());
            }
        });
        fields.text("leadAgency", report.leadAgency(), LONGEST_NAME);
        fields.agency("leadAgency", report.leadAgency());
        fields.refuseUnder("outcome.incomplete");
    }

    private static void time(
            String prefix,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end,
            @Nullable String place,
            FieldCheck fields,
            LocalDateTime now) {
        fields.period(prefix, start, end);
        if (end != null && end.isAfter(now)) {
            fields.add(prefix + "end", "not-future");
        }
        fields.required(prefix + "place", place);
    }

    private static void attendance(String prefix, List<Attendance> attendance, FieldCheck fields) {
        Set<String> agencies = new HashSet<>();
        fields.each(prefix + "attendance", attendance, (path, line) -> {
            if (line.capacity() != null && !FieldCheck.isBlank(line.agency())) {
                fields.add(path + ".capacity", "agency-or-capacity");
            }
            if (line.isAgency()) {
                fields.chosen(path + ".agency", line.agency());
            } else if (!line.isPerson()) {
                fields.required(path + ".name", line.name());
            }
            fields.chosen(path + ".presence", line.presence());
            if (line.agency() != null && line.isAgency() && line.tookPart()) {
                agencies.add(line.agency());
            }
        });
        if (agencies.size() < FEWEST_AGENCIES) {
            fields.add(prefix + "attendance", "two-agencies", FEWEST_AGENCIES);
        }
    }
}
