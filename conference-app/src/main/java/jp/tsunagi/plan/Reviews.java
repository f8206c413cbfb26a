package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.plan.PlanContent.Goal;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.plan.PlanContent.Participation;
import jp.tsunagi.plan.PlanDesk.Sight;
import jp.tsunagi.plan.ReviewRecord.Evaluation;
import jp.tsunagi.plan.ReviewRecord.OfGoal;
import jp.tsunagi.plan.ReviewRecord.OfMeasure;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Looking at the plan again with her (見直し, domain.md E2, step 10): what she wants now, how far each goal and measure has
 * come, and whether the plan goes on or a new version is begun; that version is there in the same write.
 */
@Service
public class Reviews {

    static final int MOST = 60;

    private static final int LONGEST_WISHES = 4_000;
    private static final int LONGEST_NOTE = 500;

    private final PlanDesk desk;
    private final ConferencesOfCase conferences;
    private final Directory directory;

    Reviews(PlanDesk desk, ConferencesOfCase conferences, Directory directory) {
        this.desk = desk;
        this.conferences = conferences;
        this.directory = directory;
    }

    /**
     * A review as it is recorded.
     *
     * @param goals one for each goal of the version in force
     * @param measures one for each of its measures
     */
    public record Recorded(
            @Nullable LocalDate reviewedOn,
            @Nullable String wishes,
            @Nullable Participation participation,
            @Nullable String participationNote,
            List<GoalEvaluation> goals,
            List<MeasureEvaluation> measures,
            @Nullable LocalDate nextReview,
            @Nullable Then then) {

        public Recorded {
            goals = goals == null ? List.of() : List.copyOf(goals);
            measures = measures == null ? List.of() : List.copyOf(measures);
        }
    }

    /** @param goal its place among the goals, from zero */
    public record GoalEvaluation(@Nullable Integer goal, @Nullable Evaluation evaluation, @Nullable String note) {}

    /** @param measure its id */
    public record MeasureEvaluation(@Nullable String measure, @Nullable Evaluation evaluation, @Nullable String note) {}

    /** What comes of it. */
    public enum Then {
        GO_ON,
        NEW_VERSION
    }

    /**
     * @param base what the review was written on, as {@link #base} tells it, with or without quotes; null for whatever is there
     * @throws jp.tsunagi.shared.Refused {@code version.stale}; {@code plan.review-incomplete} with the fields; {@code step.not-permitted} to whoever
     *     does not lead; {@code plan.version-open}, {@code plan.consent-missing} where no version can be begun; {@code
     *     plan.case-closed}
     */
    public void record(String caseId, Recorded review, @Nullable String base, Command command) {
        desk.take("plan.review", caseId, command, sight -> {
            Sight.Of found = inForce(sight);
            PlanDesk.requireLead(sight, found);
            if (sight.plan().has(command)) {
                return () -> {};
            }
            if (base != null && !base.replace("\"", "").equals(base(sight))) {
                throw Refusal.conflict("version.stale");
            }
            check(review, found.version(), command.today());
            boolean next = review.then() == Then.NEW_VERSION;
            if (next) {
                sight.plan().requireNoneOpen();
                if (!sight.casefile().consentInForce(command.today())) {
                    throw Refusal.conflict("plan.consent-missing");
                }
            }
            return () -> {
                if (!conferences.goingOn(sight.casefile().id())) {
                    throw Refusal.conflict("plan.case-closed");
                }
                Followed followed = sight.plan().followed();
                if (followed.reviews().size() >= MOST) {
                    throw Refusal.conflict("plan.too-many-versions");
                }
                Integer opened = next
                        ? sight.plan()
                                .open(
                                        begun(found.version().content(), review),
                                        found.version().basis(),
                                        team(command),
                                        command)
                        : null;
                sight.plan().follow(followed.with(reviewed(review, followed, found, opened, command)), command);
            };
        });
    }

    /** The version in force, and how often it was looked at. */
    public String base(String caseId, Command command) {
        return base(desk.sight(caseId, command));
    }

    private static String base(Sight sight) {
        return inForce(sight).version().number() + "."
                + sight.plan().followed().reviews().size();
    }

    /** Whether the officer could record a review now. */
    public boolean may(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        return sight.plan()
                .inForce()
                .filter(version -> sight.standing()
                        .leads(version.content().leadAgency(), version.basis().conferenceId()))
                .isPresent();
    }

    private static Sight.Of inForce(Sight sight) {
        return sight.version(String.valueOf(
                sight.plan().inForce().orElseThrow(Refusal::notFound).number()));
    }

    private void check(Recorded review, VersionRecord version, LocalDate today) {
        FieldCheck fields = new FieldCheck(directory);
        fields.present("reviewedOn", review.reviewedOn());
        if (review.reviewedOn() != null && review.reviewedOn().isAfter(today)) {
            fields.add("reviewedOn", "not-future");
        }
        fields.required("wishes", review.wishes());
        fields.text("wishes", review.wishes(), LONGEST_WISHES);
        if (review.participation() == null) {
            fields.add("participation", "choose");
        }
        fields.text("participationNote", review.participationNote(), LONGEST_NOTE);
        evaluations(review, version, fields);
        fields.present("nextReview", review.nextReview());
        if (review.nextReview() != null) {
            LocalDate latest = today.plusMonths(PlanRules.LONGEST_REVIEW_MONTHS);
            if (review.nextReview().isBefore(today)) {
                fields.add("nextReview", "date-past");
            } else if (review.nextReview().isAfter(latest)) {
                fields.add("nextReview", "not-after", latest.toString());
            }
        }
        if (review.then() == null) {
            fields.add("then", "choose");
        }
        fields.refuseUnder("plan.review-incomplete");
    }

    /** Each goal and each measure once, and no other; problems stand where the page has the line, in the order of the plan. */
    private static void evaluations(Recorded review, VersionRecord version, FieldCheck fields) {
        List<Goal> goals = version.content().goals();
        Map<Integer, GoalEvaluation> ofGoals = byGoal(review);
        for (int i = 0; i < goals.size(); i++) {
            GoalEvaluation one = ofGoals.get(i);
            evaluated(
                    "goals[" + i + "]", one == null ? null : one.evaluation(), one == null ? null : one.note(), fields);
        }
        List<Measure> measures = version.content().measures();
        Map<String, MeasureEvaluation> ofMeasures = byMeasure(review);
        for (int i = 0; i < measures.size(); i++) {
            MeasureEvaluation one = ofMeasures.get(measures.get(i).id());
            evaluated(
                    "measures[" + i + "]",
                    one == null ? null : one.evaluation(),
                    one == null ? null : one.note(),
                    fields);
        }
        if (review.goals().size() > goals.size()) {
            fields.add("goals", "not-in-plan");
        }
        if (review.measures().size() > measures.size()) {
            fields.add("measures", "not-in-plan");
        }
    }

    private static void evaluated(
            String path, @Nullable Evaluation evaluation, @Nullable String note, FieldCheck fields) {
        if (evaluation == null) {
            fields.add(path + ".evaluation", "choose");
        }
        fields.text(path + ".note", note, LONGEST_NOTE);
    }

    private static ReviewRecord reviewed(
            Recorded review, Followed followed, Sight.Of found, @Nullable Integer opened, Command command) {
        PlanContent content = found.version().content();
        Map<Integer, GoalEvaluation> ofGoals = byGoal(review);
        Map<String, MeasureEvaluation> ofMeasures = byMeasure(review);
        List<OfGoal> goals = new ArrayList<>();
        for (int i = 0; i < content.goals().size(); i++) {
            GoalEvaluation one = Objects.requireNonNull(ofGoals.get(i));
            goals.add(new OfGoal(content.goals().get(i).text(), Objects.requireNonNull(one.evaluation()), one.note()));
        }
        List<OfMeasure> measures = content.measures().stream()
                .map(measure -> Objects.requireNonNull(ofMeasures.get(measure.id())))
                .map(one -> new OfMeasure(
                        Objects.requireNonNull(one.measure()), Objects.requireNonNull(one.evaluation()), one.note()))
                .toList();
        return new ReviewRecord(
                followed.reviews().size() + 1,
                found.version().number(),
                Objects.requireNonNull(review.reviewedOn()),
                command.officer().id(),
                command.officer().name(),
                lastWishes(followed, found.version()),
                Objects.requireNonNull(review.wishes()),
                Objects.requireNonNull(review.participation()),
                review.participationNote(),
                goals,
                measures,
                Objects.requireNonNull(review.nextReview()),
                opened);
    }

    /** What she wanted when she was asked last. */
    private static @Nullable String lastWishes(Followed followed, VersionRecord version) {
        return followed.reviews().stream()
                .filter(review -> review.version() == version.number())
                .reduce((former, latter) -> latter)
                .map(ReviewRecord::wishes)
                .orElse(version.content().wishes());
    }

    private static Map<Integer, GoalEvaluation> byGoal(Recorded review) {
        Map<Integer, GoalEvaluation> found = new HashMap<>();
        review.goals().forEach(one -> Stream.ofNullable(one.goal()).forEach(goal -> found.put(goal, one)));
        return found;
    }

    private static Map<String, MeasureEvaluation> byMeasure(Recorded review) {
        Map<String, MeasureEvaluation> found = new HashMap<>();
        review.measures().forEach(one -> Stream.ofNullable(one.measure()).forEach(measure -> found.put(measure, one)));
        return found;
    }

    /** The same plan with what she wants now; why there is another version is for its writer to say. */
    private static PlanContent begun(PlanContent now, Recorded review) {
        return new PlanContent(
                now.basedOn(),
                now.leadAgency(),
                now.keyPerson(),
                now.family(),
                review.wishes(),
                now.othersViews(),
                review.participation(),
                review.participationNote(),
                now.situation(),
                now.strengths(),
                now.urgency(),
                now.policy(),
                now.goals(),
                now.measures(),
                now.children(),
                now.deadlines(),
                now.safetyPlanExists(),
                review.nextReview(),
                now.reviewMethod(),
                now.reviewFrequency(),
                null,
                now.withheldParts());
    }

    private static TeamSection team(Command command) {
        return new TeamSection(command.officer().agency(), command.officer().section());
    }
}
