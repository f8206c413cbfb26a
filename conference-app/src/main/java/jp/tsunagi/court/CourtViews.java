package jp.tsunagi.court;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import jp.tsunagi.court.ConsultationForm.Channel;
import jp.tsunagi.court.ConsultationForm.Office;
import jp.tsunagi.court.StatementForm.Way;
import jp.tsunagi.court.StatementRecord.VersionState;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/** What is written down for a court, as the policy is asked to show it. */
final class CourtViews {

    private CourtViews() {}

    /**
     * One time she asked for help.
     *
     * @param corrected whether another entry has taken its place
     * @param own whether the reader's agency wrote it
     */
    record Consultation(
            @Classified(FieldClass.CONSULTATION) int number,
            @Classified(FieldClass.CONSULTATION) LocalDate consultedOn,
            @Classified(FieldClass.CONSULTATION) @Nullable LocalTime consultedAt,
            @Classified(FieldClass.CONSULTATION) Office office,
            @Classified(FieldClass.CONSULTATION) String officeName,
            @Classified(FieldClass.CONSULTATION) Channel channel,
            @Classified(value = FieldClass.CONSULTATION, freeText = true) String asked,
            @Classified(value = FieldClass.CONSULTATION, freeText = true) String taken,
            @Classified(FieldClass.CONSULTATION) @Nullable Integer corrects,
            @Classified(value = FieldClass.CONSULTATION, freeText = true) @Nullable String correctionReason,
            @Classified(FieldClass.CONSULTATION) boolean corrected,
            @Classified(FieldClass.CONSULTATION) boolean own,
            @Classified(FieldClass.CONSULTATION) String by,
            @Classified(FieldClass.CONSULTATION) String agency,
            @Classified(FieldClass.CONSULTATION) Instant at) {}

    /**
     * That a court asked, and how far its answer has come.
     *
     * @param n by which it is known
     * @param state of the newest version; null where nothing is written yet
     * @param mayConfirm whether the reader is the director
     */
    record Statement(
            @Classified(FieldClass.OPERATION) String n,
            @Classified(FieldClass.OPERATION) boolean open,
            @Classified(FieldClass.OPERATION) boolean overdue,
            @Classified(FieldClass.OPERATION) boolean mayConfirm,
            @Classified(FieldClass.OPERATION) @Nullable VersionState state,
            @Classified(FieldClass.SCHEDULE) LocalDate answerBy,
            @Classified(FieldClass.COURT_STATEMENT) String court,
            @Classified(FieldClass.COURT_STATEMENT) String caseNumber,
            @Classified(FieldClass.COURT_STATEMENT) LocalDate askedOn,
            @Classified(FieldClass.COURT_STATEMENT) List<Version> versions,
            @Classified(FieldClass.COURT_STATEMENT) List<String> marks,
            @Nullable Handed handed) {}

    /** @param by who wrote it; @param confirmedBy null where nobody has confirmed it */
    record Version(
            @Classified(FieldClass.COURT_STATEMENT) int number,
            @Classified(FieldClass.COURT_STATEMENT) VersionState state,
            @Classified(FieldClass.COURT_STATEMENT) String applicant,
            @Classified(FieldClass.COURT_STATEMENT) List<Integer> entries,
            @Classified(value = FieldClass.COURT_STATEMENT, freeText = true) String circumstances,
            @Classified(value = FieldClass.COURT_STATEMENT, freeText = true) String response,
            @Classified(FieldClass.COURT_STATEMENT) String by,
            @Classified(FieldClass.COURT_STATEMENT) Instant at,
            @Classified(FieldClass.COURT_STATEMENT) @Nullable String confirmedBy,
            @Classified(FieldClass.COURT_STATEMENT) @Nullable Instant confirmedAt) {}

    record Handed(
            @Classified(FieldClass.COURT_STATEMENT) int version,
            @Classified(FieldClass.COURT_STATEMENT) LocalDate handedOn,
            @Classified(FieldClass.COURT_STATEMENT) Way way,
            @Classified(FieldClass.COURT_STATEMENT) String by) {}
}
