package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.plan.ItemState.Stage;
import jp.tsunagi.plan.ItemState.Told;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.shared.BusinessDays;
import org.springframework.stereotype.Component;

/**
 * Sees on one day who is to be told of something that follows a plan, and when to look again. What it tells and that it told
 * it are one write of the plan.
 */
@Component
class Lookout {

    /** Nothing announces that an agency leaves the directory: a plan with something open is looked at this often at least. */
    private static final int LONGEST_UNSEEN_DAYS = 7;

    private final ConferencesOfCase conferences;
    private final Casefiles casefiles;
    private final Directory directory;
    private final BusinessDays calendar;
    private final Chase chase;

    Lookout(
            ConferencesOfCase conferences,
            Casefiles casefiles,
            Directory directory,
            BusinessDays calendar,
            FollowUpSettings settings) {
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.directory = directory;
        this.calendar = calendar;
        this.chase = new Chase(calendar, settings);
    }

    void look(SupportPlan plan, LocalDate today) {
        Optional<VersionRecord> version = plan.inForce();
        Optional<Casefile> casefile = casefiles.find(plan.caseId());
        if (version.isEmpty() || casefile.isEmpty() || !conferences.goingOn(plan.caseId())) {
            plan.looked(plan.followed().lookingOn(null));
            return;
        }
        List<LocalDate> days = new ArrayList<>();
        for (Measure measure : version.get().content().measures()) {
            item(plan, version.get(), measure, casefile.get(), today, days);
        }
        review(plan, version.get(), today, days);
        LocalDate next = days.stream().min(LocalDate::compareTo).orElse(null);
        plan.looked(plan.followed().lookingOn(next == null || next.isAfter(today) ? next : calendar.after(today, 1)));
    }

    private void item(
            SupportPlan plan,
            VersionRecord version,
            Measure measure,
            Casefile casefile,
            LocalDate today,
            List<LocalDate> days) {
        ItemState item = plan.followed().item(measure.id());
        if (item.ended() || measure.id() == null) {
            return;
        }
        boolean lost =
                LostAgency.of(measure, version, casefile, directory, today).isPresent();
        ItemState now = told(plan, version, lost(plan, version, item, lost, today), measure, lost, today);
        if (!now.equals(item)) {
            plan.looked(plan.followed().with(now));
        }
        days.add(today.plusDays(LONGEST_UNSEEN_DAYS));
        chase.next(measure, now, unasked(version, measure, lost)).ifPresent(next -> days.add(next.on()));
    }

    /** The lead agency is told once of each loss; an agency that came back can be lost again. */
    private static ItemState lost(
            SupportPlan plan, VersionRecord version, ItemState item, boolean lost, LocalDate today) {
        boolean toldOf = item.told().stream().anyMatch(told -> told.stage() == Stage.LOST);
        List<Told> told = new ArrayList<>(item.told());
        if (lost && !toldOf) {
            plan.tell(PlanEvent.MEASURE_LOST, version.team().agency().value(), item.measure());
            told.add(new Told(Stage.LOST, today, today));
        } else if (!lost && toldOf) {
            told.removeIf(one -> one.stage() == Stage.LOST);
        }
        return item.told(told);
    }

    private ItemState told(
            SupportPlan plan, VersionRecord version, ItemState item, Measure measure, boolean lost, LocalDate today) {
        Chase.Next next =
                chase.next(measure, item, unasked(version, measure, lost)).orElse(null);
        if (next == null || next.on().isAfter(today) || !calendar.isBusinessDay(today)) {
            return item;
        }
        switch (next.stage()) {
            case AGENCY -> plan.tell(PlanEvent.MEASURE_DUE, Objects.requireNonNull(measure.agency()), item.measure());
            case LEAD ->
                plan.tell(PlanEvent.MEASURE_LATE, version.team().agency().value(), item.measure());
            case DIRECTOR ->
                plan.tell(PlanEvent.MEASURE_OVERDUE, directory.center().value(), item.measure());
            case LOST -> throw new IllegalStateException("A loss is no stage of lateness");
        }
        List<Told> told = new ArrayList<>(item.told());
        // Who was told of a day that nobody awaits any more is in the outbox and the inboxes; here it has no use.
        told.removeIf(one -> one.stage() != Stage.LOST && !one.awaited().equals(next.awaited()));
        told.add(new Told(next.stage(), next.awaited(), today));
        return item.told(told);
    }

    private static Set<Stage> unasked(VersionRecord version, Measure measure, boolean lost) {
        Set<Stage> unasked = EnumSet.noneOf(Stage.class);
        if (lost || measure.agency() == null) {
            unasked.add(Stage.AGENCY);
        }
        if (version.team().agency().value().equals(measure.agency())) {
            unasked.add(Stage.LEAD);
        }
        return unasked;
    }

    private void review(SupportPlan plan, VersionRecord version, LocalDate today, List<LocalDate> days) {
        LocalDate due = plan.followed().nextReview(version);
        if (due == null || due.equals(plan.followed().reviewTold())) {
            return;
        }
        LocalDate on = calendar.after(due, 1);
        if (on.isAfter(today) || !calendar.isBusinessDay(today)) {
            days.add(on);
            return;
        }
        plan.tell(PlanEvent.REVIEW_DUE, version.team().agency().value(), "");
        plan.looked(plan.followed().remindedOfReview(due));
    }
}
