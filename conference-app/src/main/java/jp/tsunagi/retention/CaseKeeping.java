package jp.tsunagi.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.conference.EndedCases.Ended;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.retention.KeepingRecord.Announced;
import jp.tsunagi.retention.KeepingRecord.By;
import jp.tsunagi.retention.KeepingRecord.Ground;
import jp.tsunagi.retention.KeepingRecord.Hold;
import jp.tsunagi.retention.KeepingRecord.HoldKind;
import jp.tsunagi.retention.KeepingRecord.Lifting;
import jp.tsunagi.retention.KeepingRecord.Proposal;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about keeping one case. That two officers decided its deletion is one write here; a hold that is put at the
 * same moment comes before it or is refused.
 */
final class CaseKeeping {

    /** What is announced; the names travel through the broker and never change. */
    static final String PROPOSED = "retention-proposed";

    static final String REFUSED = "retention-refused";
    static final String PURGE = "retention-purge";

    private final KeepingRecord stored;
    private final Announcing outbox;
    private String conferenceId;
    private String reference;
    private List<Hold> holds;
    private @Nullable Proposal proposal;
    private @Nullable By confirmed;
    private List<Announced> announced;
    private List<SeenCommand> seen;

    CaseKeeping(KeepingRecord stored) {
        this.stored = stored;
        this.outbox = new Announcing(stored.version() + 1, stored.outbox(), stored.sentThrough());
        this.conferenceId = stored.conferenceId();
        this.reference = stored.reference();
        this.holds = stored.holds();
        this.proposal = stored.proposal();
        this.confirmed = stored.confirmed();
        this.announced = stored.announced();
        this.seen = stored.seen();
    }

    /** Of a case of which nothing has been decided yet; the first save writes it. */
    static CaseKeeping untouched(CaseId caseId, String conferenceId, String reference) {
        return new CaseKeeping(new KeepingRecord(
                idOf(caseId),
                -1,
                caseId,
                conferenceId,
                reference,
                List.of(),
                false,
                null,
                false,
                false,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                false,
                Announcing.NOTHING_SENT));
    }

    static String idOf(CaseId caseId) {
        return Ids.derived("keeping", caseId.value());
    }

    boolean isNew() {
        return stored.version() < 0;
    }

    KeepingRecord record() {
        return stored;
    }

    KeepingRecord toRecord() {
        return new KeepingRecord(
                stored.id(),
                stored.version() + 1,
                stored.caseId(),
                conferenceId,
                reference,
                holds,
                held(),
                proposal,
                proposal != null && confirmed == null,
                confirmed != null,
                confirmed,
                announced,
                announced.stream().map(Announced::on).min(LocalDate::compareTo).orElse(null),
                seen,
                outbox.entries(),
                !outbox.entries().isEmpty(),
                stored.sentThrough());
    }

    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    boolean held() {
        return holds.stream().anyMatch(Hold::stands);
    }

    boolean decided() {
        return confirmed != null;
    }

    /** The case is known on pages by its last conference. */
    void foundBy(String conference, String withReference) {
        conferenceId = conference;
        reference = withReference;
    }

    /** Nothing of the case is deleted while a hold stands; a proposal to delete it falls. */
    void hold(HoldKind kind, String reason, Command command) {
        requireUndecided();
        List<Hold> more = new ArrayList<>(holds);
        more.add(new Hold(Ids.derived("hold", command.id()), kind, reason, By.of(command), null));
        holds = more;
        proposal = null;
        done(command);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found}; {@code retention.hold-lifted} */
    void lift(String n, String reason, Command command) {
        Hold found =
                holds.stream().filter(hold -> hold.n().equals(n)).findFirst().orElseThrow(Refusal::notFound);
        if (!found.stands()) {
            throw Refusal.conflict("retention.hold-lifted");
        }
        Hold lifted = new Hold(n, found.kind(), found.reason(), found.put(), new Lifting(reason, By.of(command)));
        holds = holds.stream().map(hold -> hold.n().equals(n) ? lifted : hold).toList();
        done(command);
    }

    /**
     * One officer proposes that the case be deleted.
     *
     * @param due the day on which its period ends
     * @throws jp.tsunagi.shared.Refused {@code retention.held}; {@code retention.not-due}; {@code retention.already-proposed}
     */
    void propose(Ground ground, @Nullable String reason, Ended ended, LocalDate due, Command command) {
        requireUndecided();
        requireDeletable(ground, due, command.today());
        if (proposal != null) {
            throw Refusal.conflict("retention.already-proposed");
        }
        proposal = new Proposal(ground, reason, ended.endedOn(), due, By.of(command));
        outbox.announce(PROPOSED, conferenceId, Set.of(), stored.id());
        done(command);
    }

    /** Another one says no, or whoever proposed it takes it back. */
    void refuse(Command command) {
        requireUndecided();
        requireProposal();
        proposal = null;
        outbox.announce(REFUSED, conferenceId, Set.of(), stored.id());
        done(command);
    }

    /**
     * A second officer confirms, and one of the two is the director. This is the decision; what follows is carried out
     * however often it is interrupted.
     *
     * @throws jp.tsunagi.shared.Refused {@code retention.not-proposed}; {@code retention.same-person};
     *     {@code retention.director-needed}; {@code retention.held}; {@code retention.not-due}
     */
    void confirm(LocalDate due, Command command) {
        if (decided()) {
            return;
        }
        Proposal waiting = requireProposal();
        By second = By.of(command);
        if (waiting.by().account().equals(second.account())) {
            throw Refusal.forbidden("retention.same-person");
        }
        if (!waiting.by().director() && !second.director()) {
            throw Refusal.forbidden("retention.director-needed");
        }
        requireDeletable(waiting.ground(), due, command.today());
        confirmed = second;
        done(command);
    }

    /** Says beforehand that something is going to be deleted by itself; nothing where that was said already. */
    boolean announce(PurgeKind kind, String conference, LocalDate on) {
        if (isAnnounced(kind, conference)) {
            return false;
        }
        List<Announced> more = new ArrayList<>(announced);
        more.add(new Announced(kind, conference, on));
        more.sort(Comparator.comparing(Announced::on));
        announced = more;
        outbox.announce(PURGE, conference, Set.of(), kind.name() + ":" + on);
        return true;
    }

    boolean isAnnounced(PurgeKind kind, String conference) {
        return announced.stream()
                .anyMatch(one -> one.kind() == kind && one.conferenceId().equals(conference));
    }

    /** It was deleted, or there is no need any more. */
    void settled(Announced done) {
        announced = announced.stream().filter(one -> !one.equals(done)).toList();
    }

    private void requireDeletable(Ground ground, LocalDate due, LocalDate today) {
        if (held()) {
            throw Refusal.conflict("retention.held");
        }
        if (ground == Ground.PERIOD_OVER && !today.isAfter(due)) {
            throw Refusal.conflict("retention.not-due");
        }
    }

    private void requireUndecided() {
        if (decided()) {
            throw Refusal.notFound();
        }
    }

    private Proposal requireProposal() {
        if (proposal == null) {
            throw Refusal.conflict("retention.not-proposed");
        }
        return Objects.requireNonNull(proposal);
    }

    private void done(Command command) {
        seen = SeenCommand.with(seen, command);
    }
}
