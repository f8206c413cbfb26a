package jp.tsunagi.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The steps on a clock, for the API and the pages. Each enters itself into the audit, refuses by {@link
 * jp.tsunagi.shared.Refused}, and answers a repeat of the same command as the first time.
 */
@Service
class Keeping {

    private final ClockDesk desk;
    private final Directory directory;
    private final Reminders reminders;

    Keeping(ClockDesk desk, Directory directory, Reminders reminders) {
        this.desk = desk;
        this.directory = directory;
        this.reminders = reminders;
    }

    /** What an entry would come to. @param reminders those still to come */
    record Outlook(Facts facts, LocalDate until, List<LocalDate> reminders) {}

    /** The same as entering it would find, with nothing written. */
    Outlook outlook(String caseId, DeadlineForm form, Command command) {
        ClockDesk.Sight sight = keeper(caseId, command);
        return outlook(sight, rules(sight, command).entered(form), command);
    }

    /** The same for a change. */
    Outlook outlook(String caseId, String number, DeadlineForm form, Command command) {
        ClockDesk.Sight sight = keeper(caseId, command);
        return outlook(sight, rules(sight, command).changed(form, sight.entry(number)), command);
    }

    /** @return its number */
    int enter(String caseId, DeadlineForm form, Command command) {
        desk.take("deadline.enter", caseId, command, sight -> {
            Facts facts = rules(sight, command).entered(form);
            return () -> sight.clock().enter(facts, command);
        });
        return desk.sight(caseId, command)
                .clock()
                .enteredBy(command)
                .map(Entry::number)
                // The key was used for another step on this clock: has() has told the two apart by their digests.
                .orElseThrow(() -> Refusal.invalid("idempotency.key-reused"));
    }

    /** @param revision the one that it was made from, with or without quotes; null to change whatever is there */
    void change(String caseId, String number, DeadlineForm form, @Nullable String revision, Command command) {
        String expected = revision == null ? null : revision.replace("\"", "");
        desk.take("deadline.change", caseId, command, sight -> {
            Entry entry = sight.entry(number);
            Facts facts = rules(sight, command).changed(form, entry);
            return () -> sight.clock()
                    .change(entry.number(), facts, Objects.requireNonNull(form.reason()), expected, command);
        });
    }

    void end(String caseId, String number, DeadlineForm.Ending ending, Command command) {
        desk.take("deadline.end", caseId, command, sight -> {
            Entry entry = sight.entry(number);
            rules(sight, command).ended(ending, entry);
            return () -> sight.clock()
                    .end(entry.number(), Objects.requireNonNull(ending.endedOn()), ending.reason(), command);
        });
    }

    void renew(String caseId, String number, DeadlineForm.Renewal renewal, Command command) {
        desk.take("deadline.renew", caseId, command, sight -> {
            Entry entry = sight.entry(number);
            rules(sight, command).renewed(renewal, entry);
            return () -> sight.clock()
                    .renew(
                            entry.number(),
                            renewal.until(),
                            Objects.requireNonNull(renewal.decidedOn()),
                            renewal.reason(),
                            command);
        });
    }

    void moveOut(String caseId, String number, DeadlineForm.MoveOut move, Command command) {
        desk.take("deadline.move-out", caseId, command, sight -> {
            Entry entry = sight.entry(number);
            rules(sight, command).movedOut(move, entry);
            return () -> sight.clock().moveOut(entry.number(), Objects.requireNonNull(move.movedOn()), command);
        });
    }

    private ClockDesk.Sight keeper(String caseId, Command command) {
        ClockDesk.Sight sight = desk.sight(caseId, command);
        if (!sight.keeps()) {
            throw Refusal.forbidden("step.not-permitted");
        }
        return sight;
    }

    private Outlook outlook(ClockDesk.Sight sight, Facts facts, Command command) {
        LocalDate until = sight.clock().until(facts);
        List<LocalDate> coming = reminders.of(facts.procedure(), until).stream()
                .filter(day -> day.isAfter(command.today()))
                .toList();
        return new Outlook(facts, until, coming);
    }

    private DeadlineRules rules(ClockDesk.Sight sight, Command command) {
        return new DeadlineRules(sight.clock(), directory, command.today());
    }
}
