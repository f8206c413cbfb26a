package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase.Found;
import jp.tsunagi.plan.PlanDesk.Sight;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What officers read of a plan, for the API and the pages; entered into the audit before it leaves. */
@Service
public class PlanReading {

    private final PlanDesk desk;
    private final PlanViews views;
    private final Acts acts;

    PlanReading(PlanDesk desk, PlanViews views, Acts acts) {
        this.desk = desk;
        this.views = views;
        this.acts = acts;
    }

    /** Where a version stands. Nothing of hers. */
    public record Standing(String caseId, int version, PlanState state, long revision) {}

    /**
     * The versions that are anything to this officer, the newest first; empty where the officer may make the first one.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code plan.gone} where all of it was shared and is no longer
     */
    public List<Projection> all(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        List<VersionRecord> newestFirst = new ArrayList<>(sight.plan().versions());
        Collections.reverse(newestFirst);
        List<Projection> shown = new ArrayList<>();
        Set<FieldClass> classes = EnumSet.noneOf(FieldClass.class);
        for (VersionRecord version : newestFirst) {
            PlanStanding.Seat seat = sight.standing().seat(version);
            if (seat.known()) {
                Projection projection = views.of(sight, new Sight.Of(version, seat), command);
                shown.add(projection);
                classes.addAll(projection.classes());
            }
        }
        if (shown.isEmpty() && !sight.standing().knowsCase()) {
            throw newestFirst.stream().anyMatch(sight.standing()::gone)
                    ? Refusal.gone("plan.gone")
                    : Refusal.notFound();
        }
        entered(sight, classes, command);
        return shown;
    }

    /**
     * One version.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code plan.gone} where it was shared and is no longer
     */
    public Projection one(String caseId, String version, Command command) {
        Sight sight = desk.sight(caseId, command);
        Projection projection = views.of(sight, sight.version(version), command);
        entered(sight, projection.classes(), command);
        return projection;
    }

    /**
     * What a version says otherwise than the last one before it that the officer knows; empty where there is none.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code plan.gone} where it was shared and is no longer
     */
    public Optional<PlanDifference> difference(String caseId, String version, Command command) {
        Sight sight = desk.sight(caseId, command);
        Sight.Of after = sight.version(version);
        Optional<Sight.Of> before = sight.plan().versions().stream()
                .filter(earlier -> earlier.number() < after.version().number())
                .map(earlier -> new Sight.Of(earlier, sight.standing().seat(earlier)))
                .filter(earlier -> earlier.seat().known())
                .reduce((earlier, later) -> later);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Projection was = views.of(sight, before.get(), command);
        Projection is = views.of(sight, after, command);
        Set<FieldClass> classes = EnumSet.copyOf(is.classes());
        classes.addAll(was.classes());
        entered(sight, classes, command);
        return Optional.of(PlanDifference.between(before.get().version().number(), was, is));
    }

    /**
     * The reviews of the plan in force.
     *
     * @param nextReview by when it is to be looked at again; null where the officer sees nothing of that, or none is in force
     */
    public record Reviewed(@Nullable LocalDate nextReview, boolean overdue, List<Projection> reviews) {}

    /** Reviews as the policy shows them, the newest first; none before a version is in force. */
    public Reviewed reviews(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        Optional<VersionRecord> inForce = sight.plan().inForce();
        if (inForce.isEmpty()) {
            if (!sight.standing().knowsCase()
                    && sight.plan().versions().stream()
                            .noneMatch(version -> sight.standing().seat(version).known())) {
                throw Refusal.notFound();
            }
            return new Reviewed(null, false, List.of());
        }
        Sight.Of found = sight.version(String.valueOf(inForce.get().number()));
        List<Projection> reviews = views.reviews(sight, found);
        Set<FieldClass> classes = EnumSet.noneOf(FieldClass.class);
        reviews.forEach(review -> classes.addAll(review.classes()));
        entered(sight, classes, command);
        LocalDate next = sight.plan().followed().nextReview(inForce.get());
        return new Reviewed(next, next != null && next.isBefore(command.today()), reviews);
    }

    /** The version in force as the policy shows it; empty where none is, or the officer sees nothing of it. */
    public Optional<Projection> inForce(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        return sight.plan()
                .inForce()
                .filter(version -> sight.standing().seat(version).known())
                .map(version -> one(caseId, String.valueOf(version.number()), command));
    }

    /** Where one version stands for this officer. */
    public Standing standing(String caseId, String version, Command command) {
        VersionRecord found = desk.sight(caseId, command).version(version).version();
        return new Standing(caseId, found.number(), found.state(), found.revision());
    }

    /** Where the newest version stands that is anything to this officer; empty where none is. */
    public Optional<Standing> latest(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        return sight.plan()
                .latest()
                .filter(version -> sight.standing().seat(version).known())
                .map(found -> new Standing(caseId, found.number(), found.state(), found.revision()));
    }

    /** The steps that the officer could take now on this version, for the buttons of a page. */
    public Set<PlanStep> steps(String caseId, String version, Command command) {
        Sight sight = desk.sight(caseId, command);
        Sight.Of found = sight.version(version);
        PlanState state = found.version().state();
        boolean leads = sight.standing()
                .leads(
                        found.version().content().leadAgency(),
                        found.version().basis().conferenceId());
        boolean latest = sight.plan().latest().map(VersionRecord::number).orElse(0)
                == found.version().number();
        Set<PlanStep> steps = EnumSet.noneOf(PlanStep.class);
        for (PlanStep step : PlanStep.values()) {
            boolean may =
                    switch (step) {
                        case REPLACE, SUBMIT, CONFIRM -> leads;
                        case OPEN -> leads && latest;
                        case APPROVE, RETURN ->
                            found.seat().is(Relation.DIRECTOR)
                                    && (found.version().submitted() == null
                                            || !found.version()
                                                    .submitted()
                                                    .account()
                                                    .equals(command.officer().id()));
                    };
            if (may && step.possibleIn(state)) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** Whether the officer could open a version that follows this conference. */
    public boolean mayOpen(String caseId, String conferenceId, Command command) {
        Sight sight = desk.sight(caseId, command);
        boolean noneOpen = sight.plan()
                .latest()
                .map(version -> PlanStep.OPEN.possibleIn(version.state()))
                .orElse(true);
        return noneOpen
                && sight.standing()
                        .conference(conferenceId)
                        .filter(Found::reported)
                        .map(found -> Objects.requireNonNullElse(
                                found.leadAgency(), found.requestingAgency().value()))
                        .filter(lead -> sight.standing().leads(lead, conferenceId))
                        .isPresent();
    }

    private void entered(Sight sight, Set<FieldClass> classes, Command command) {
        acts.shown(
                command,
                "plan.read",
                sight.casefile().id().value(),
                sight.plan().id(),
                classes.stream().map(FieldClass::name).toList());
    }
}
