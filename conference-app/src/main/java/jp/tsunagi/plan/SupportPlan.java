package jp.tsunagi.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.plan.VersionRecord.Approval;
import jp.tsunagi.plan.VersionRecord.Basis;
import jp.tsunagi.plan.VersionRecord.Confirmed;
import jp.tsunagi.plan.VersionRecord.Former;
import jp.tsunagi.plan.VersionRecord.Line;
import jp.tsunagi.plan.VersionRecord.Signature;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a case with all its versions. Each method is one step: it asks the transition table and the rules of the
 * step, refuses by the rule's name, and notes what must be announced. Whoever calls has asked who may, and has found the
 * content complete.
 */
final class SupportPlan {

    /** A reviewed plan has a version every three months: these are years. */
    static final int MOST_VERSIONS = 30;

    private static final int FORMER_KEPT = 5;

    private final PlanRecord stored;
    private final Announcing outbox;
    private final List<VersionRecord> versions;
    private Followed followed;
    private List<SeenCommand> seen;

    SupportPlan(PlanRecord stored) {
        this.stored = stored;
        this.outbox = new Announcing(stored.version() + 1, stored.outbox(), stored.sentThrough());
        this.versions = new ArrayList<>(stored.versions());
        this.followed = stored.followed() == null ? Followed.NOTHING : stored.followed();
        this.seen = stored.seen();
    }

    /** The plan of a case that has none yet; in no store before its first version. */
    static SupportPlan of(CaseId caseId) {
        return new SupportPlan(new PlanRecord(
                PlanRecord.idOf(caseId),
                -1,
                caseId,
                List.of(),
                null,
                List.of(),
                List.of(),
                false,
                Announcing.NOTHING_SENT));
    }

    PlanRecord toRecord() {
        return new PlanRecord(
                stored.id(),
                stored.version() + 1,
                stored.caseId(),
                List.copyOf(versions),
                followed,
                seen,
                outbox.entries(),
                !outbox.entries().isEmpty(),
                stored.sentThrough());
    }

    boolean isNew() {
        return stored.version() < 0;
    }

    CaseId caseId() {
        return stored.caseId();
    }

    String id() {
        return stored.id();
    }

    /** Whether this command has had its effect here. */
    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    List<VersionRecord> versions() {
        return List.copyOf(versions);
    }

    Optional<VersionRecord> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    Optional<VersionRecord> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** The version that this command opened. */
    Optional<VersionRecord> openedBy(Command command) {
        return versions.stream()
                .filter(version -> version.openedBy().equals(command.id()))
                .findFirst();
    }

    /** Refuses what {@link #open} would refuse whatever the content. */
    void requireNoneOpen() {
        latest().filter(latest -> !PlanStep.OPEN.possibleIn(latest.state())).ifPresent(latest -> {
            throw Refusal.conflict("plan.version-open");
        });
        if (versions.size() >= MOST_VERSIONS) {
            throw Refusal.conflict("plan.too-many-versions");
        }
    }

    /**
     * Opens the next version as a draft.
     *
     * @return its number
     */
    int open(PlanContent content, Basis basis, TeamSection team, Command command) {
        requireNoneOpen();
        int number = latest().map(VersionRecord::number).orElse(0) + 1;
        versions.add(new VersionRecord(
                number,
                PlanState.DRAFT,
                0,
                command.id(),
                team,
                signature(command),
                basis,
                numbered(content, command),
                command.officer().id(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of()));
        done(version(number).orElseThrow(), PlanStep.OPEN, null, command);
        return number;
    }

    /**
     * Replaces the draft by another text.
     *
     * @param revision the one it was made from; null to replace whatever is there
     */
    void replace(PlanContent next, Basis basis, @Nullable String revision, Command command) {
        VersionRecord draft = latest().orElseThrow(Refusal::notFound);
        require(PlanStep.REPLACE, draft);
        if (revision != null && !revision.equals(String.valueOf(draft.revision()))) {
            throw Refusal.conflict("version.stale");
        }
        List<Former> kept = new ArrayList<>(draft.former());
        // What a colleague wrote, or the director has read, is kept when another text takes its place.
        if (draft.submitted() != null
                || !draft.lastWriter().equals(command.officer().id())) {
            kept.add(new Former(draft.content(), draft.lastWriter(), command.at()));
            if (kept.size() > FORMER_KEPT) {
                kept.remove(0);
            }
        }
        done(
                draft.replaced(numbered(next, command), basis, command.officer().id(), kept),
                PlanStep.REPLACE,
                null,
                command);
    }

    void submit(int number, Command command) {
        VersionRecord draft = get(number);
        require(PlanStep.SUBMIT, draft);
        announce(PlanEvent.SUBMITTED, draft);
        done(draft.submitted(signature(command)), PlanStep.SUBMIT, null, command);
    }

    /**
     * The director, or the deputy in the deputy's period, approves (E4, 15); never what they submitted themselves. An
     * approved version that she was never asked about makes room for it; the confirmed one stays until she says her word.
     *
     * @param sharedWith the agencies that her consent covers now
     */
    void approve(int number, @Nullable String reason, int consentNumber, Set<AgencyCode> sharedWith, Command command) {
        VersionRecord submitted = get(number);
        requireReviewer(PlanStep.APPROVE, submitted, command);
        supersede(PlanState.APPROVED, command);
        Officer director = command.officer();
        announce(PlanEvent.APPROVED, submitted);
        done(
                submitted.approved(new Approval(
                        director.id(),
                        director.name(),
                        director.deputy(),
                        command.today(),
                        reason,
                        consentNumber,
                        sharedWith)),
                PlanStep.APPROVE,
                reason,
                command);
    }

    /** The director gives it back: it is a draft again. */
    void giveBack(int number, String reason, Command command) {
        VersionRecord submitted = get(number);
        requireReviewer(PlanStep.RETURN, submitted, command);
        announce(PlanEvent.RETURNED, submitted);
        done(submitted.returned(reason), PlanStep.RETURN, reason, command);
    }

    /** She was asked about the approved version: from now on it is the plan, and the former one is over. */
    void confirm(int number, Confirmed confirmed, Command command) {
        VersionRecord approved = get(number);
        require(PlanStep.CONFIRM, approved);
        supersede(PlanState.CONFIRMED, command);
        announce(PlanEvent.CONFIRMED, approved);
        followed = followed.lookingOn(command.today());
        done(approved.confirmed(confirmed), PlanStep.CONFIRM, null, command);
    }

    /** The version that she confirmed, which the support follows. */
    Optional<VersionRecord> inForce() {
        return versions.stream()
                .filter(version -> version.state() == PlanState.CONFIRMED)
                .findFirst();
    }

    /** What has become of its measures, and its reviews. */
    Followed followed() {
        return followed;
    }

    /**
     * Something was said of what follows the version in force; whether somebody is to be told is seen at the next look.
     *
     * @throws jp.tsunagi.shared.Refused {@code state.not-possible} where no version is in force
     */
    void follow(Followed next, Command command) {
        if (inForce().isEmpty()) {
            throw Refusal.conflict("state.not-possible");
        }
        followed = next.lookingOn(command.today());
        seen = SeenCommand.with(seen, command);
    }

    /** What a look at it found. Nobody's act. */
    void looked(Followed next) {
        followed = next;
    }

    /**
     * Tells one agency of something that follows the version in force.
     *
     * @param measure its id, empty where it is about the plan as a whole
     */
    void tell(PlanEvent event, String agency, String measure) {
        VersionRecord version = inForce().orElseThrow();
        outbox.announce(
                event.wireName(),
                version.basis().conferenceId(),
                Set.of(agency),
                measure.isEmpty() ? String.valueOf(version.number()) : version.number() + "/" + measure);
    }

    /** Each measure keeps its id from version to version; a new one, or one twice, gets one of its own. */
    private PlanContent numbered(PlanContent content, Command command) {
        Set<String> free = new HashSet<>();
        versions.forEach(version -> version.content().measures().stream()
                .map(PlanContent.Measure::id)
                .filter(Objects::nonNull)
                .forEach(free::add));
        List<PlanContent.Measure> measures = new ArrayList<>();
        for (PlanContent.Measure measure : content.measures()) {
            String id = measure.id() != null && free.remove(measure.id())
                    ? measure.id()
                    : Ids.derived("measure", stored.id(), command.id(), String.valueOf(measures.size()));
            measures.add(measure.called(id));
        }
        return content.with(content.basedOn(), content.leadAgency(), content.policy(), measures);
    }

    private void requireReviewer(PlanStep step, VersionRecord submitted, Command command) {
        require(step, submitted);
        Officer director = command.officer();
        boolean own =
                submitted.submitted() != null && submitted.submitted().account().equals(director.id());
        if (!director.person() || own) {
            throw Refusal.forbidden("plan.self-approval");
        }
    }

    private void supersede(PlanState state, Command command) {
        for (VersionRecord version : List.copyOf(versions)) {
            if (version.state() == state) {
                put(version.superseded()
                        .touched(stored.version() + 1, line("SUPERSEDE", PlanState.SUPERSEDED, null, command)));
            }
        }
    }

    private VersionRecord get(int number) {
        return version(number).orElseThrow(Refusal::notFound);
    }

    private static void require(PlanStep step, VersionRecord version) {
        if (!step.possibleIn(version.state())) {
            throw Refusal.conflict("state.not-possible");
        }
    }

    private void announce(PlanEvent event, VersionRecord version) {
        outbox.announce(
                event.wireName(),
                version.basis().conferenceId(),
                Set.of(version.team().agency().value()),
                String.valueOf(version.number()));
    }

    private void done(VersionRecord changed, PlanStep step, @Nullable String reason, Command command) {
        put(changed.touched(stored.version() + 1, line(step.name(), changed.state(), reason, command)));
        seen = SeenCommand.with(seen, command);
    }

    private static Line line(String step, PlanState reached, @Nullable String reason, Command command) {
        return new Line(step, reached, command.at(), reason);
    }

    private static Signature signature(Command command) {
        return new Signature(command.officer().id(), command.officer().name(), command.today());
    }

    private void put(VersionRecord changed) {
        versions.replaceAll(version -> version.number() == changed.number() ? changed : version);
    }
}
