package jp.tsunagi.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * A period as the API tells it, before the policy. That there is an order is itself what has to be kept, so all of it has
 * the class of harm by crime.
 *
 * @param number null for what is kept elsewhere
 * @param daysLeft negative where its last day is over
 * @param renewableFrom from when on a renewal may be applied for, null where there is none
 * @param overdue whether somebody should have acted by now: a review or a consent whose day is over
 */
record DeadlineView(
        @Classified(FieldClass.SENSITIVE) @Nullable Integer number,
        @Classified(FieldClass.SENSITIVE) Procedure procedure,
        @Classified(FieldClass.SENSITIVE) @Nullable String otherName,
        @Classified(FieldClass.SENSITIVE) @Nullable LocalDate from,
        @Classified(FieldClass.SENSITIVE) LocalDate until,
        @Classified(FieldClass.SENSITIVE) long daysLeft,
        @Classified(FieldClass.SENSITIVE) @Nullable Integer months,
        @Classified(FieldClass.SENSITIVE) @Nullable Integer baseOrder,
        @Classified(value = FieldClass.SENSITIVE, freeText = true) @Nullable String note,
        @Classified(FieldClass.SENSITIVE) Entry.State state,
        @Classified(FieldClass.SENSITIVE) boolean overdue,
        @Classified(FieldClass.SENSITIVE) boolean renewable,
        @Classified(FieldClass.SENSITIVE) @Nullable LocalDate renewableFrom,
        @Classified(FieldClass.SENSITIVE) @Nullable LocalDate endedOn,
        @Classified(value = FieldClass.SENSITIVE, freeText = true) @Nullable String endReason,
        @Classified(FieldClass.SENSITIVE) List<LocalDate> reminders,
        @Classified(FieldClass.SENSITIVE) @Nullable Integer revision,
        @Classified(FieldClass.SENSITIVE) List<Line> history) {

    record Line(
            @Classified(FieldClass.SENSITIVE) Entry.Step step,
            @Classified(FieldClass.SENSITIVE) Instant at,
            @Classified(FieldClass.SENSITIVE) String by,
            @Classified(FieldClass.SENSITIVE) String agency,
            @Classified(FieldClass.SENSITIVE) @Nullable LocalDate from,
            @Classified(FieldClass.SENSITIVE) LocalDate until,
            @Classified(value = FieldClass.SENSITIVE, freeText = true) @Nullable String reason,
            @Classified(value = FieldClass.SENSITIVE, freeText = true) @Nullable String note) {}

    static DeadlineView of(Entry entry, Reminders reminders, LocalDate today) {
        Facts facts = entry.facts();
        boolean running = entry.state(today) == Entry.State.RUNNING;
        Entry.Ending ending = entry.ending();
        return new DeadlineView(
                entry.number(),
                facts.procedure(),
                facts.name(),
                facts.from(),
                entry.until(),
                ChronoUnit.DAYS.between(today, entry.until()),
                facts.months(),
                facts.baseOrder(),
                facts.note(),
                entry.state(today),
                false,
                entry.open() && facts.procedure().renewable(),
                running && facts.procedure() == Procedure.RESIDENT_REGISTER_PROTECTION
                        ? Terms.renewableFrom(entry.until())
                        : null,
                ending == null ? null : ending.on(),
                ending == null ? null : ending.reason(),
                running ? coming(reminders, facts.procedure(), entry.until(), today) : List.of(),
                entry.revision(),
                entry.history().stream()
                        .map(line -> new Line(
                                line.step(),
                                line.at(),
                                line.by(),
                                line.agency(),
                                line.facts().from(),
                                line.until(),
                                line.reason(),
                                line.facts().note()))
                        .toList());
    }

    static DeadlineView of(Followed followed, Reminders reminders, LocalDate today) {
        boolean over = today.isAfter(followed.until());
        return new DeadlineView(
                null,
                followed.procedure(),
                null,
                null,
                followed.until(),
                ChronoUnit.DAYS.between(today, followed.until()),
                null,
                null,
                null,
                over ? Entry.State.LAPSED : Entry.State.RUNNING,
                over,
                false,
                null,
                null,
                null,
                coming(reminders, followed.procedure(), followed.until(), today),
                null,
                List.of());
    }

    private static List<LocalDate> coming(Reminders reminders, Procedure procedure, LocalDate until, LocalDate today) {
        return reminders.of(procedure, until).stream()
                .filter(day -> day.isAfter(today))
                .toList();
    }
}
