package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.plan.PlanContent.ChildrenPart;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.shared.FieldProblem;
import org.jspecify.annotations.Nullable;

/** What a plan must and may contain (domain.md E4). Finds everything at once, so that one reply mends all. */
final class PlanRules {

    /** A plan is looked at again after this at the latest (domain.md E2, step 10). */
    static final int LONGEST_REVIEW_MONTHS = 3;

    static final int LONGEST_REASON = 2_000;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_MEASURE = 1_000;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_SITUATION = 8_000;
    private static final int MOST_GOALS = 20;
    private static final int MOST_MEASURES = 50;
    private static final int MOST_DEADLINES = 20;

    private final PlanContent plan;
    private final LocalDate today;
    private final FieldCheck fields;

    private PlanRules(PlanContent plan, Directory directory, LocalDate today) {
        this.plan = plan;
        this.today = today;
        this.fields = new FieldCheck(directory);
    }

    /** What keeps a draft from being kept: what could not be stored or printed, and a review that is too far off. */
    static List<FieldProblem> ofDraft(PlanContent plan, Directory directory, LocalDate today) {
        PlanRules rules = new PlanRules(plan, directory, today);
        rules.lengths();
        rules.agencies();
        rules.reviewNotTooLate();
        return rules.fields.problems();
    }

    /**
     * What keeps a plan from being submitted.
     *
     * @param number of the version; from the second on it says why there is another one (E4, 15)
     */
    static List<FieldProblem> ofSubmission(PlanContent plan, int number, Directory directory, LocalDate today) {
        PlanRules rules = new PlanRules(plan, directory, today);
        if (number > 1) {
            rules.fields.required("changeReason", plan.changeReason());
        }
        rules.lengths();
        rules.agencies();
        rules.reviewNotTooLate();
        rules.required();
        rules.goals();
        rules.measures();
        rules.deadlines();
        return rules.fields.problems();
    }

    /** @param from the day on which the version was opened */
    static void checkConfirmation(Confirmation told, LocalDate from, Directory directory, LocalDate today) {
        FieldCheck fields = new FieldCheck(directory);
        fields.chosen("confirmation", told.confirmation());
        boolean asked = told.confirmation() != Confirmation.Result.NOT_POSSIBLE;
        if (asked) {
            fields.chosen("method", told.method());
        } else {
            fields.required("reason", told.reason());
        }
        fields.present("confirmedOn", told.confirmedOn());
        if (told.confirmedOn() != null && told.confirmedOn().isAfter(today)) {
            fields.add("confirmedOn", "not-future");
        } else if (told.confirmedOn() != null && told.confirmedOn().isBefore(from)) {
            fields.add("confirmedOn", "not-before", from.toString());
        }
        fields.chosen("copyGiven", told.copyGiven());
        fields.text("reason", told.reason(), LONGEST_REASON);
        fields.refuseUnder("plan.incomplete");
    }

    static void checkReview(Review review, Directory directory) {
        FieldCheck fields = new FieldCheck(directory);
        fields.chosen("decision", review.decision());
        if (review.decision() == Review.Verdict.RETURN) {
            fields.required("reason", review.reason());
        }
        fields.text("reason", review.reason(), LONGEST_REASON);
        fields.refuseUnder("plan.incomplete");
    }

    private void lengths() {
        fields.name("keyPerson", plan.keyPerson(), LONGEST_NAME);
        fields.text("family", plan.family(), LONGEST_TEXT);
        fields.text("wishes", plan.wishes(), LONGEST_TEXT);
        fields.text("othersViews", plan.othersViews(), LONGEST_TEXT);
        fields.text("participationNote", plan.participationNote(), LONGEST_LINE);
        fields.text("situation", plan.situation(), LONGEST_SITUATION);
        fields.text("strengths", plan.strengths(), LONGEST_TEXT);
        fields.text("policy", plan.policy(), LONGEST_SITUATION);
        fields.text("reviewMethod", plan.reviewMethod(), LONGEST_LINE);
        fields.text("reviewFrequency", plan.reviewFrequency(), LONGEST_LINE);
        fields.text("changeReason", plan.changeReason(), LONGEST_REASON);
        ChildrenPart children = plan.children();
        if (children != null) {
            fields.text("children.situation", children.situation(), LONGEST_TEXT);
            fields.text("children.support", children.support(), LONGEST_TEXT);
        }
        fields.atMost("goals", plan.goals(), MOST_GOALS);
        fields.each("goals", plan.goals(), (path, goal) -> {
            fields.text(path + ".text", goal.text(), LONGEST_LINE);
            fields.text(path + ".by", goal.by(), LONGEST_NAME);
        });
        fields.atMost("measures", plan.measures(), MOST_MEASURES);
        fields.each("measures", plan.measures(), (path, measure) -> {
            fields.text(path + ".issue", measure.issue(), LONGEST_LINE);
            fields.text(path + ".measure", measure.measure(), LONGEST_MEASURE);
            fields.text(path + ".contact", measure.contact(), LONGEST_LINE);
            fields.text(path + ".byPerson", measure.byPerson(), LONGEST_LINE);
            fields.text(path + ".carryWords", measure.carryWords(), LONGEST_NAME);
        });
        fields.atMost("deadlines", plan.deadlines(), MOST_DEADLINES);
        fields.each(
                "deadlines",
                plan.deadlines(),
                (path, deadline) -> fields.text(path + ".note", deadline.note(), LONGEST_LINE));
    }

    private void agencies() {
        fields.agency("leadAgency", plan.leadAgency());
        fields.each("measures", plan.measures(), (path, measure) -> fields.agency(path + ".agency", measure.agency()));
    }

    private void reviewNotTooLate() {
        LocalDate latest = today.plusMonths(LONGEST_REVIEW_MONTHS);
        if (plan.nextReview() != null && plan.nextReview().isAfter(latest)) {
            fields.add("nextReview", "not-after", latest.toString());
        }
    }

    private void required() {
        fields.required("keyPerson", plan.keyPerson());
        fields.required("wishes", plan.wishes());
        if (plan.participation() == null) {
            fields.add("participation", "choose");
        }
        fields.required("situation", plan.situation());
        fields.required("policy", plan.policy());
        fields.present("nextReview", plan.nextReview());
        if (plan.nextReview() != null && plan.nextReview().isBefore(today)) {
            fields.add("nextReview", "date-past");
        }
    }

    private void goals() {
        if (plan.goals().isEmpty()) {
            fields.add("goals", "at-least-one");
        }
        Set<PlanContent.Goal> before = new HashSet<>();
        fields.each("goals", plan.goals(), (path, goal) -> {
            if (goal.term() == null) {
                fields.add(path + ".term", "choose");
            }
            fields.required(path + ".text", goal.text());
            if (!before.add(goal)) {
                fields.add(path + ".text", "line-twice");
            }
        });
    }

    private void measures() {
        if (plan.measures().isEmpty()) {
            fields.add("measures", "at-least-one");
        }
        Set<String> before = new HashSet<>();
        fields.each("measures", plan.measures(), (path, measure) -> {
            if (measure.area() == null) {
                fields.add(path + ".area", "choose");
            }
            fields.required(path + ".measure", measure.measure());
            fields.chosen(path + ".agency", measure.agency());
            order(path, measure.start(), measure.due());
            if (!before.add(sameness(measure))) {
                fields.add(path + ".measure", "line-twice");
            }
        });
    }

    private void order(String path, @Nullable LocalDate start, @Nullable LocalDate due) {
        if (start != null && due != null && due.isBefore(start)) {
            fields.add(path + ".due", "not-before", start.toString());
        }
    }

    private void deadlines() {
        fields.each("deadlines", plan.deadlines(), (path, deadline) -> {
            if (deadline.procedure() == null) {
                fields.add(path + ".procedure", "choose");
            }
            fields.present(path + ".until", deadline.until());
        });
    }

    /** One agency doing one thing for one purpose stands there once, whatever else the lines say. */
    private static String sameness(Measure measure) {
        return measure.area() + "|" + measure.agency() + "|"
                + Objects.requireNonNullElse(measure.issue(), "").strip() + "|"
                + Objects.requireNonNullElse(measure.measure(), "").strip();
    }
}
