package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.plan.PlanContent.Participation;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * That the version in force was looked at again with her (見直し, domain.md E4, 12).
 *
 * @param version the one that was looked at
 * @param lastWishes what she wanted the last time, to be read beside what she wants now
 * @param openedVersion the version that came of it, null where the plan goes on as it is
 */
record ReviewRecord(
        @Classified(FieldClass.OPERATION) int number,
        @Classified(FieldClass.OPERATION) int version,
        @Classified(FieldClass.SCHEDULE) LocalDate reviewedOn,
        @Classified(FieldClass.OPERATION) AccountId account,
        @Classified(FieldClass.STAFF) String recordedBy,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String lastWishes,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) String wishes,
        @Classified(FieldClass.NARRATIVE) Participation participation,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String participationNote,
        @Classified(FieldClass.OUTCOME) List<OfGoal> goals,
        @Classified(FieldClass.OUTCOME) List<OfMeasure> measures,
        @Classified(FieldClass.SCHEDULE) LocalDate nextReview,
        @Classified(FieldClass.OPERATION) @Nullable Integer openedVersion) {

    ReviewRecord {
        goals = List.copyOf(goals);
        measures = List.copyOf(measures);
    }

    /** How far it came. That she did not want it, or that things changed, is no failure. */
    public enum Evaluation {
        ACHIEVED,
        PARTLY,
        NOT_YET,
        DECLINED_BY_PERSON,
        CIRCUMSTANCES_CHANGED
    }

    /** @param goal as it stood in the version */
    record OfGoal(
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String goal,
            @Classified(FieldClass.OUTCOME) Evaluation evaluation,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String note) {}

    /** @param measure its id */
    record OfMeasure(
            @Classified(FieldClass.OUTCOME) String measure,
            @Classified(FieldClass.OUTCOME) Evaluation evaluation,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String note) {}
}
