package jp.tsunagi.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says (domain.md E4), as it is typed and as it is kept. Everything may be missing in a draft.
 *
 * @param basedOn the conference whose result it follows
 * @param leadAgency code of the agency that makes it with her (主担当機関)
 * @param keyPerson who is with her (主たる支援者)
 * @param family her family; children have a part of their own
 * @param wishes what she wants, in her own words
 * @param othersViews what family and agencies think, apart from hers
 * @param participation how she took part in the making
 * @param participationNote why she did not, or what helped
 * @param situation where she stands, and what is difficult
 * @param strengths what she can build on
 * @param policy the direction of the support (総合的な支援方針)
 * @param children what concerns her children, kept apart so that it can be left out as one
 * @param deadlines of procedures under the law
 * @param safetyPlanExists that there is a safety plan; what it says lies elsewhere
 * @param nextReview at most three months ahead
 * @param changeReason why there is another version
 * @param withheldParts names of the parts that she wants seen by nobody but the lead agency and the Center
 */
public record PlanContent(
        @Classified(FieldClass.OPERATION) @Nullable String basedOn,
        @Classified(FieldClass.AGENCY) @Nullable String leadAgency,
        @Classified(FieldClass.OUTCOME) @Nullable String keyPerson,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String family,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String wishes,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String othersViews,
        @Classified(FieldClass.NARRATIVE) @Nullable Participation participation,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String participationNote,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String situation,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String strengths,
        @Classified(FieldClass.NARRATIVE) @Nullable Urgency urgency,
        @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String policy,
        @Classified(FieldClass.OUTCOME) List<Goal> goals,
        @Classified(FieldClass.OUTCOME) List<Measure> measures,
        @Classified(FieldClass.CHILDREN) @Nullable ChildrenPart children,
        @Classified(FieldClass.OUTCOME) List<LegalDeadline> deadlines,
        @Classified(FieldClass.SENSITIVE) @Nullable Boolean safetyPlanExists,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate nextReview,
        @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String reviewMethod,
        @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String reviewFrequency,
        @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String changeReason,
        @Classified(FieldClass.OPERATION) List<String> withheldParts) {

    public PlanContent {
        withheldParts = given(withheldParts);
        goals = given(goals);
        measures = given(measures);
        deadlines = given(deadlines);
    }

    /** How she took part. */
    public enum Participation {
        ATTENDED,
        SUPPORTER,
        DECLINED,
        UNSAFE
    }

    /** How soon something has to happen. */
    public enum Urgency {
        HIGH,
        MEDIUM,
        LOW
    }

    /** How far ahead a goal lies. */
    public enum Term {
        LONG,
        SHORT
    }

    /** What a measure is for. */
    public enum Area {
        SAFETY,
        HOUSING,
        LIVELIHOOD,
        HEALTH,
        WORK,
        CHILDREN,
        LEGAL,
        DISABILITY_AGE_LANGUAGE,
        BELONGING,
        WATCH_OVER
    }

    /** What has become of a measure (N14): that she did not want it is never a failure. */
    public enum Progress {
        PLANNED,
        IN_PROGRESS,
        DONE,
        NO_LONGER_POSSIBLE,
        DECLINED_BY_PERSON,
        NOT_DONE,
        /** It goes on with the agency to which the case was handed over: an end here, and no failure. */
        HANDED_OVER
    }

    /** A procedure that ends on a day, or must be renewed before it. */
    public enum Procedure {
        PROTECTION_ORDER,
        EVICTION_ORDER,
        RESIDENT_REGISTER_PROTECTION,
        TEMPORARY_PROTECTION,
        OTHER
    }

    /** @param by when, as they say it together: a date or words */
    public record Goal(
            @Classified(FieldClass.OUTCOME) @Nullable Term term,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String text,
            @Classified(FieldClass.OUTCOME) @Nullable String by) {}

    /**
     * One line of the support.
     *
     * @param id its own through all versions, given by the plan; null for a new one
     * @param agency code of the agency that does it; measures belong to agencies
     * @param contact its officer and a telephone that may be known
     * @param byPerson what she does herself; only what she chose
     * @param catalogue key of the measure in the catalogue that it was taken from; null where written freely
     * @param mustDo whether the support cannot end while it is open (E2, step 12)
     * @param withheld whether she wants it seen by nobody but the lead agency, the Center and the agency that does it
     * @param carryWords how it is called on the paper she carries with her; null leaves it out there
     */
    // What became of it stands beside it in the answer, and may come back with it: it is not the plan's text.
    @JsonIgnoreProperties({"progress", "follow"})
    public record Measure(
            @Classified(FieldClass.OUTCOME) @Nullable String id,
            @Classified(FieldClass.OUTCOME) @Nullable Area area,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String issue,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String measure,
            @Classified(FieldClass.OUTCOME) @Nullable String agency,
            @Classified(FieldClass.OUTCOME) @Nullable String contact,
            @Classified(FieldClass.OUTCOME) @Nullable LocalDate start,
            @Classified(FieldClass.OUTCOME) @Nullable LocalDate due,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String byPerson,
            @Classified(FieldClass.OUTCOME) @Nullable String catalogue,
            @Classified(FieldClass.OUTCOME) @Nullable Boolean mustDo,
            @Classified(FieldClass.OUTCOME) @Nullable Boolean withheld,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String carryWords) {

        Measure called(@Nullable String itsId) {
            return new Measure(
                    itsId,
                    area,
                    issue,
                    measure,
                    agency,
                    contact,
                    start,
                    due,
                    byPerson,
                    catalogue,
                    mustDo,
                    withheld,
                    carryWords);
        }

        boolean isWithheld() {
            return Boolean.TRUE.equals(withheld);
        }

        boolean isMustDo() {
            return Boolean.TRUE.equals(mustDo);
        }
    }

    public record ChildrenPart(
            @Classified(value = FieldClass.CHILDREN, freeText = true) @Nullable String situation,
            @Classified(value = FieldClass.CHILDREN, freeText = true) @Nullable String support) {}

    public record LegalDeadline(
            @Classified(FieldClass.OUTCOME) @Nullable Procedure procedure,
            @Classified(FieldClass.OUTCOME) @Nullable LocalDate until,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String note) {}

    /** The same, for another conference or agency, or with what the conference decided filled in. */
    PlanContent with(
            @Nullable String conference,
            @Nullable String agency,
            @Nullable String newPolicy,
            List<Measure> newMeasures) {
        return new PlanContent(
                conference,
                agency,
                keyPerson,
                family,
                wishes,
                othersViews,
                participation,
                participationNote,
                situation,
                strengths,
                urgency,
                newPolicy,
                goals,
                newMeasures,
                children,
                deadlines,
                safetyPlanExists,
                nextReview,
                reviewMethod,
                reviewFrequency,
                changeReason,
                withheldParts);
    }

    /** The same with other measures and legal deadlines. */
    PlanContent with(List<Measure> newMeasures, List<LegalDeadline> newDeadlines) {
        return new PlanContent(
                basedOn,
                leadAgency,
                keyPerson,
                family,
                wishes,
                othersViews,
                participation,
                participationNote,
                situation,
                strengths,
                urgency,
                policy,
                goals,
                newMeasures,
                children,
                newDeadlines,
                safetyPlanExists,
                nextReview,
                reviewMethod,
                reviewFrequency,
                changeReason,
                withheldParts);
    }

    /** The names of all its parts. */
    static List<String> names() {
        return Arrays.stream(PlanContent.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** Whether a measure is this agency's. */
    boolean hasMeasureOf(String agency) {
        return measures.stream().anyMatch(measure -> agency.equals(measure.agency()));
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
