package jp.tsunagi.handover;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.handover.HandOverForm.Means;
import jp.tsunagi.handover.HandOverRecord.Answer;
import jp.tsunagi.handover.HandOverRecord.Elsewhere;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over as the API tells it to those who know the case, before the policy.
 *
 * @param receiver code of the agency; null where it goes elsewhere
 * @param overdue whether its answer is late
 * @param mayAnswer whether the reader may record what an agency elsewhere said
 * @param mayTakeBack whether the reader may take it back
 */
record HandOverView(
        @Classified(FieldClass.OPERATION) String n,
        @Classified(FieldClass.OPERATION) String reference,
        @Classified(FieldClass.OPERATION) HandOverState state,
        @Classified(FieldClass.OPERATION) boolean overdue,
        @Classified(FieldClass.OPERATION) boolean mayAnswer,
        @Classified(FieldClass.OPERATION) boolean mayTakeBack,
        @Classified(FieldClass.SCHEDULE) LocalDate offeredOn,
        @Classified(FieldClass.SCHEDULE) LocalDate answerBy,
        @Classified(FieldClass.STAFF) String offeredBy,
        @Classified(FieldClass.OFFICE) @Nullable String receiver,
        @Classified(FieldClass.OFFICE) @Nullable String elsewhereName,
        @Classified(FieldClass.OFFICE) @Nullable String elsewhereWindow,
        @Classified(FieldClass.CONSENT) LocalDate agreedOn,
        @Classified(FieldClass.CONSENT) ConsentMethod method,
        @Classified(FieldClass.CONSENT) String explainedBy,
        @Classified(FieldClass.OFFICE) List<Part> parts,
        @Classified(FieldClass.OFFICE) int measures,
        @Classified(FieldClass.OFFICE) @Nullable LocalDate answeredOn,
        @Classified(FieldClass.OFFICE) @Nullable String answeredBy,
        @Classified(FieldClass.OFFICE) @Nullable Means answeredHow,
        @Classified(FieldClass.OFFICE) @Nullable String reason) {

    /** @param offers whether the reader is of those who offered it */
    static HandOverView of(HandOverRecord of, boolean offers, LocalDate today) {
        boolean waits = of.state() == HandOverState.OFFERED;
        Elsewhere elsewhere = of.elsewhere();
        Answer answer = of.answer();
        Handed went = of.given() == null ? of.handed() : of.given();
        return new HandOverView(
                of.id(),
                of.reference(),
                of.state(),
                waits && today.isAfter(of.answerBy()),
                waits && offers && elsewhere != null,
                waits && offers,
                of.offeredOn(),
                of.answerBy(),
                of.offeredBy().name(),
                of.receiver() == null ? null : of.receiver().value(),
                elsewhere == null ? null : elsewhere.name(),
                elsewhere == null ? null : elsewhere.window(),
                of.agreed().on(),
                of.agreed().method(),
                of.agreed().explainedBy(),
                of.parts(),
                went.measures().size(),
                answer == null ? null : answer.on(),
                answer == null ? null : answer.by(),
                answer == null ? null : answer.means(),
                answer == null ? null : answer.reason());
    }
}
