package jp.tsunagi.handover;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.handover.HandOverRecord.Agreed;
import jp.tsunagi.handover.HandOverRecord.Answer;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Service;

/** The steps of those who take a case over: an offer accepted or refused, and one that comes from elsewhere. */
@Service
class TakingOver {

    private final HandOverDesk desk;
    private final HandingOver offering;
    private final HandOvers handOvers;
    private final TakenOvers takenOvers;
    private final IncomingRules incoming;
    private final Casefiles casefiles;
    private final Accounts accounts;
    private final Directory directory;
    private final Acts acts;
    private final OutboxNudge nudge;

    TakingOver(
            HandOverDesk desk,
            HandingOver offering,
            HandOvers handOvers,
            TakenOvers takenOvers,
            IncomingRules incoming,
            Casefiles casefiles,
            Accounts accounts,
            Directory directory,
            Acts acts,
            OutboxNudge nudge) {
        this.desk = desk;
        this.offering = offering;
        this.handOvers = handOvers;
        this.takenOvers = takenOvers;
        this.incoming = incoming;
        this.casefiles = casefiles;
        this.accounts = accounts;
        this.directory = directory;
        this.acts = acts;
        this.nudge = nudge;
    }

    /**
     * Accepts an offer. What goes along is what her consent covers at this moment; the case is made of it afterwards.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code handover.incomplete} with the fields; {@code
     *     handover.called-off} where it was taken back, or her consent to it is gone
     */
    void accept(String n, HandOverForm.Acceptance form, Command command) {
        take("handover.accept", n, command, handOver -> {
            requireOpen(handOver, command);
            new HandOverRules(directory, accounts, command.today())
                    .accepted(
                            form,
                            HandOverRules.sections(accounts, command.officer().agency()));
            HandOverRecord record = handOver.record();
            Casefile casefile = casefiles.find(record.caseId()).orElseThrow(Refusal::notFound);
            ConsentScope scope = HandOverConsent.scope(casefile, record, command.today());
            if (!scope.covers()) {
                throw Refusal.conflict("handover.called-off");
            }
            return () -> handOver.accept(
                    new TeamSection(command.officer().agency(), Objects.requireNonNullElse(form.section(), "")),
                    offering.given(record, scope),
                    casefile.consentNumber(),
                    new Answer(command.today(), command.officer().name(), null, null),
                    command);
        });
    }

    /** Refuses an offer; those who offered read why. */
    void refuse(String n, HandOverForm.Declining form, Command command) {
        take("handover.refuse", n, command, handOver -> {
            requireOpen(handOver, command);
            new HandOverRules(directory, accounts, command.today()).declined(form);
            return () -> handOver.refuse(
                    new Answer(command.today(), command.officer().name(), null, form.reason()), command);
        });
    }

    /** The case that one begun elsewhere becomes. */
    record Begun(String caseId, String conferenceId) {}

    /**
     * Takes over what an agency elsewhere hands over: what it told is written down, and a case is made of it.
     *
     * @throws jp.tsunagi.shared.Refused {@code handover.incomplete} with the fields; {@code step.not-permitted}
     */
    Begun receive(IncomingForm form, Command command) {
        if (!HandOverDesk.receives(command.officer())) {
            throw Refusal.forbidden("step.not-permitted");
        }
        CaseId caseId = new CaseId(Ids.derived("case", "from-elsewhere", command.id()));
        String conferenceId = Ids.derived("conference", "from-elsewhere", command.id());
        boolean repeat = takenOvers.find(caseId).isPresent();
        if (!repeat) {
            incoming.check(form, command.today());
        }
        acts.perform(command, "handover.receive", caseId.value(), caseId.value(), () -> {
            takenOvers
                    .find(caseId)
                    .ifPresentOrElse(
                            there -> requireSame(there, command),
                            () -> takenOvers.add(came(caseId, conferenceId, form, command), command));
            return true;
        });
        nudge.nudge();
        return new Begun(caseId.value(), conferenceId);
    }

    private TakenOverRecord came(CaseId caseId, String conferenceId, IncomingForm form, Command command) {
        return new TakenOverRecord(
                TakenOverRecord.idOf(caseId),
                0,
                caseId,
                conferenceId,
                handOvers.nextReference(command.today()),
                new TeamSection(command.officer().agency(), command.officer().section()),
                command.officer().id(),
                command.officer().name(),
                command.at().truncatedTo(ChronoUnit.MILLIS),
                new TakenOverRecord.From(
                        null,
                        Objects.requireNonNull(form.fromName()),
                        form.fromWindow(),
                        Objects.requireNonNull(form.handedOn())),
                new Agreed(
                        Objects.requireNonNull(form.agreedOn()),
                        Objects.requireNonNull(form.method()),
                        Objects.requireNonNull(form.explainedBy())),
                form.handed(),
                List.of(),
                List.of(),
                List.of(),
                false,
                0);
    }

    /** Her consent to it may be gone, although nobody has noted it yet. */
    private void requireOpen(HandOver handOver, Command command) {
        handOver.requireOffered();
        if (!desk.covered(handOver.record(), command)) {
            throw Refusal.conflict("handover.called-off");
        }
    }

    private static void requireSame(TakenOverRecord there, Command command) {
        if (!SeenCommand.contains(there.seen(), command)) {
            throw Refusal.invalid("idempotency.key-reused");
        }
    }

    private void take(String action, String n, Command command, Function<HandOver, Runnable> change) {
        HandOver before = desk.offered(n, command);
        HandingOver.asked(before, command, change);
        acts.perform(command, action, before.record().caseId().value(), n, () -> {
            HandOver now = desk.offered(n, command);
            Runnable work = HandingOver.asked(now, command, change);
            if (!now.has(command)) {
                work.run();
                handOvers.save(now);
            }
            return true;
        });
        nudge.nudge();
    }
}
