package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.stereotype.Component;

/**
 * Where every step on minutes is taken: loads them and their conference, asks who may, enters the act into the audit,
 * saves, and lets the conference follow what was corrected.
 */
@Component
class MinutesDesk {

    private final Desk desk;
    private final Conferences conferences;
    private final MinutesStore store;
    private final Deadlines deadlines;
    private final Acts acts;
    private final OutboxNudge nudge;

    MinutesDesk(
            Desk desk, Conferences conferences, MinutesStore store, Deadlines deadlines, Acts acts, OutboxNudge nudge) {
        this.desk = desk;
        this.conferences = conferences;
        this.store = store;
        this.deadlines = deadlines;
        this.acts = acts;
        this.nudge = nudge;
    }

    /**
     * Minutes as one officer finds them.
     *
     * @param until the last day on which they may be objected to
     */
    record Sight(Desk.Sight of, Minutes minutes, LocalDate until) {

        CaseConference conference() {
            return of.conference();
        }

        OutcomeReport report() {
            return minutes.report(conference());
        }
    }

    /** @throws jp.tsunagi.shared.Refused as {@link PaperReaders#requireOutcomeReader} */
    Sight look(String id, Command command) {
        Desk.Sight first = desk.look(id, command);
        Minutes minutes = store.of(first.conference());
        // Read after the minutes: a withdrawal that came first is seen.
        Desk.Sight now = desk.look(id, command);
        PaperReaders.requireOutcomeReader(now.conference(), now.standing());
        return sight(now, minutes);
    }

    /** As found without asking who reads, in the same order. Each conference has its report. */
    List<Sight> sights(List<Desk.Sight> all) {
        Map<ConferenceId, Minutes> found =
                store.of(all.stream().map(Desk.Sight::conference).toList());
        return all.stream()
                .map(one -> sight(
                        one, Objects.requireNonNull(found.get(one.conference().id()))))
                .toList();
    }

    /** @throws jp.tsunagi.shared.Refused as {@link #look}, and {@code step.not-permitted}, which is entered into the audit */
    Sight require(MinutesStep step, String id, Command command) {
        Sight sight = look(id, command);
        if (!step.allowed(command.officer(), sight.of())) {
            Refused refused = Refusal.forbidden("step.not-permitted");
            acts.refused(
                    command,
                    step.action(),
                    sight.conference().caseId().value(),
                    sight.conference().id().value(),
                    refused);
            throw refused;
        }
        return sight;
    }

    /** Takes a step on what is there at that moment; a repeat finds that it was taken. */
    Minutes take(MinutesStep step, String id, Command command, Consumer<Sight> change) {
        CaseConference before = require(step, id, command).conference();
        Minutes done = acts.perform(
                command, step.action(), before.caseId().value(), before.id().value(), () -> {
                    Sight now = require(step, id, command);
                    if (!now.minutes().has(command)) {
                        change.accept(now);
                        store.save(now.minutes());
                    }
                    follow(now.conference().id());
                    return now.minutes();
                });
        nudge.nudge();
        return done;
    }

    /**
     * The conference takes over what its minutes were corrected to. Told twice, by the call and by the event, since the hub
     * may end between the two writes.
     */
    void follow(ConferenceId id) {
        conferences.find(id).ifPresent(conference -> store.of(conference)
                .corrected()
                .filter(corrected -> !corrected.equals(conference.outcome().orElse(null)))
                .ifPresent(corrected -> {
                    conference.outcomeCorrected(corrected);
                    conferences.save(conference);
                }));
    }

    private Sight sight(Desk.Sight of, Minutes minutes) {
        LocalDate reportedOn = of.conference().current().history().stream()
                .filter(line -> line.step() == Step.REPORT_OUTCOME)
                .map(line -> LocalDate.ofInstant(line.at(), TimeConfiguration.JAPAN))
                .reduce((former, latter) -> latter)
                .orElseThrow(() -> new IllegalStateException("A report was sent on some day"));
        return new Sight(of, minutes, deadlines.objectionsUntil(reportedOn));
    }
}
