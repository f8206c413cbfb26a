package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.schedule.Entry;
import jp.tsunagi.schedule.ScheduleSource;
import jp.tsunagi.schedule.Task;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps of plans that wait for an officer, and the days on which plans are looked at again. */
@Component
class PlanTasks implements ScheduleSource {

    /** Each of these is decided by itself, with the conferences of its case: an agency leads few plans at a time. */
    private static final int MOST = 30;

    private static final int REVIEW_SOON = 7;

    private final Plans plans;
    private final PlanDesk desk;
    private final ConferencesOfCase conferences;

    PlanTasks(Plans plans, PlanDesk desk, ConferencesOfCase conferences) {
        this.plans = plans;
        this.desk = desk;
        this.conferences = conferences;
    }

    @Override
    public List<Task> tasks(Command command) {
        List<Task> tasks = new ArrayList<>();
        if (command.officer().is(Role.DIRECTOR)) {
            latest(EnumSet.of(PlanState.SUBMITTED), null, command)
                    .forEach(found -> approval(found, command).ifPresent(tasks::add));
        }
        if (works(command.officer())) {
            latest(
                            EnumSet.of(PlanState.DRAFT, PlanState.APPROVED, PlanState.CONFIRMED),
                            command.officer().agency(),
                            command)
                    .forEach(found -> lead(found, command).ifPresent(tasks::add));
        }
        return tasks;
    }

    @Override
    public List<Entry> entries(Command command, LocalDate first, LocalDate last) {
        List<Entry> entries = new ArrayList<>();
        if (works(command.officer())) {
            for (Found found : latest(
                    EnumSet.of(PlanState.APPROVED, PlanState.CONFIRMED),
                    command.officer().agency(),
                    command)) {
                LocalDate review = found.nextReview();
                if (found.leads() && review != null && !review.isBefore(first) && !review.isAfter(last)) {
                    entries.add(new Entry(
                            review,
                            null,
                            found.version().basis().reference(),
                            "schedule.plan-review",
                            found.page(""),
                            null));
                }
            }
        }
        return entries;
    }

    /** The newest version of a plan, as the officer finds it. */
    private record Found(VersionRecord version, PlanStanding.Seat seat, boolean leads, @Nullable LocalDate nextReview) {

        String page(String below) {
            return "/c/" + version.basis().conferenceId() + "/plan" + below;
        }
    }

    private List<Found> latest(Set<PlanState> states, @Nullable AgencyCode lead, Command command) {
        List<Found> all = new ArrayList<>();
        for (CaseId caseId : plans.waiting(states, lead, MOST)) {
            found(caseId, command)
                    .filter(found -> states.contains(found.version().state()))
                    .ifPresent(all::add);
        }
        return all;
    }

    private Optional<Found> found(CaseId caseId, Command command) {
        PlanDesk.Sight sight;
        try {
            sight = desk.sight(caseId.value(), command);
        } catch (Refused gone) {
            // The case was erased in this very moment: nothing of it waits.
            return Optional.empty();
        }
        return sight.plan()
                .latest()
                .map(version -> new Found(
                        version,
                        sight.standing().seat(version),
                        sight.standing()
                                .leads(
                                        version.content().leadAgency(),
                                        version.basis().conferenceId()),
                        sight.plan().followed().nextReview(version)))
                .filter(found -> found.seat().known())
                .filter(found -> conferences.goingOn(caseId));
    }

    private static Optional<Task> approval(Found found, Command command) {
        VersionRecord.Signature submitted = found.version().submitted();
        boolean own = submitted != null
                && submitted.account().equals(command.officer().id());
        return found.seat().is(Relation.DIRECTOR) && !own
                ? Optional.of(task(found, "task.plan-approve", null, "/approval", true))
                : Optional.empty();
    }

    private static Optional<Task> lead(Found found, Command command) {
        if (!found.leads()) {
            return Optional.empty();
        }
        boolean mine = found.version().lastWriter().equals(command.officer().id());
        LocalDate review = found.nextReview();
        boolean reviewSoon = review != null && !review.isAfter(command.today().plusDays(REVIEW_SOON));
        return switch (found.version().state()) {
            case DRAFT -> Optional.of(task(found, "task.plan-write", null, "/edit", mine));
            case APPROVED -> Optional.of(task(found, "task.plan-confirm", null, "/confirmation", mine));
            case CONFIRMED ->
                reviewSoon ? Optional.of(task(found, "task.plan-review", review, "", mine)) : Optional.empty();
            case SUBMITTED, SUPERSEDED -> Optional.empty();
        };
    }

    private static Task task(Found found, String act, @Nullable LocalDate due, String below, boolean mine) {
        return new Task(found.version().basis().reference(), act, due, found.page(below), mine);
    }

    private static boolean works(Officer officer) {
        return officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF) || officer.is(Role.PARTICIPANT);
    }
}
