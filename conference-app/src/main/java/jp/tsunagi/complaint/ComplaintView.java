package jp.tsunagi.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.complaint.ComplaintForm.From;
import jp.tsunagi.complaint.ComplaintForm.Means;
import jp.tsunagi.complaint.ComplaintForm.Result;
import jp.tsunagi.complaint.ComplaintForm.Told;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as the API tells it, before the policy.
 *
 * @param n opaque; no number, since a gap would tell of one that is kept from the reader
 * @param officers names of those complained about
 * @param overdue whether its answer is late
 * @param mayHandle whether the reader may answer and review it
 */
record ComplaintView(
        @Classified(FieldClass.OPERATION) String n,
        @Classified(FieldClass.OPERATION) ComplaintState state,
        @Classified(FieldClass.SCHEDULE) LocalDate due,
        @Classified(FieldClass.OPERATION) boolean overdue,
        @Classified(FieldClass.OPERATION) boolean mayHandle,
        @Classified(FieldClass.AGENCY) String receiver,
        @Classified(FieldClass.COMPLAINT) LocalDate receivedOn,
        @Classified(FieldClass.COMPLAINT) From complainant,
        @Classified(FieldClass.COMPLAINT) @Nullable String complainantName,
        @Classified(FieldClass.COMPLAINT) Means means,
        @Classified(value = FieldClass.COMPLAINT, freeText = true) String complaint,
        @Classified(value = FieldClass.COMPLAINT, freeText = true) @Nullable String wanted,
        @Classified(FieldClass.COMPLAINT) String about,
        @Classified(FieldClass.COMPLAINT) List<String> officers,
        @Classified(FieldClass.COMPLAINT) boolean kept,
        @Classified(FieldClass.COMPLAINT) Handler handler,
        @Classified(FieldClass.COMPLAINT) String recordedBy,
        @Classified(FieldClass.COMPLAINT) Instant recordedAt,
        @Nullable Answer answer,
        @Nullable Review review) {

    record Answer(
            @Classified(FieldClass.COMPLAINT) LocalDate answeredOn,
            @Classified(value = FieldClass.COMPLAINT, freeText = true) String answer,
            @Classified(FieldClass.COMPLAINT) Told told,
            @Classified(value = FieldClass.COMPLAINT, freeText = true) @Nullable String notToldReason,
            @Classified(FieldClass.COMPLAINT) String by,
            @Classified(FieldClass.COMPLAINT) String agency) {}

    record Review(
            @Classified(value = FieldClass.COMPLAINT, freeText = true) String looked,
            @Classified(FieldClass.COMPLAINT) Result reviewResult,
            @Classified(value = FieldClass.COMPLAINT, freeText = true) @Nullable String changes,
            @Classified(value = FieldClass.COMPLAINT, freeText = true) @Nullable String unchangedReason,
            @Classified(FieldClass.COMPLAINT) String by,
            @Classified(FieldClass.COMPLAINT) String agency,
            @Classified(FieldClass.COMPLAINT) Instant at) {}

    static ComplaintView of(ComplaintRecord of, boolean mayHandle, Function<AccountId, String> names, LocalDate today) {
        ComplaintRecord.Received received = of.received();
        ComplaintRecord.Answer answer = of.answer();
        ComplaintRecord.Review review = of.review();
        return new ComplaintView(
                of.id(),
                of.state(),
                of.due(),
                of.state() == ComplaintState.RECEIVED && today.isAfter(of.due()),
                mayHandle,
                of.receiver().agency().value(),
                received.on(),
                received.from(),
                received.fromName(),
                received.means(),
                received.what(),
                received.wanted(),
                of.about().agency().value(),
                of.about().officers().stream().map(names).sorted().toList(),
                of.about().kept(),
                of.handler(),
                received.by().name(),
                received.by().at(),
                answer == null
                        ? null
                        : new Answer(
                                answer.on(),
                                answer.text(),
                                answer.told(),
                                answer.notToldReason(),
                                answer.by().name(),
                                answer.by().agency()),
                review == null
                        ? null
                        : new Review(
                                review.looked(),
                                review.result(),
                                review.changes(),
                                review.unchangedReason(),
                                review.by().name(),
                                review.by().agency(),
                                review.by().at()));
    }
}
