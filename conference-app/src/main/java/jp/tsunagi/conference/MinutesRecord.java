package jp.tsunagi.conference;

import java.time.Instant;
import java.util.List;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * How the minutes of one conference were confirmed, objected to and corrected. There is none before somebody does so.
 *
 * @param corrected the report as corrected last, null where it stands as reported
 * @param corrections the oldest first
 */
record MinutesRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) ConferenceId conferenceId,
        @Nullable OutcomeReport corrected,
        List<Receipt> receipts,
        List<Objection> objections,
        List<Correction> corrections,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    MinutesRecord {
        receipts = List.copyOf(receipts);
        objections = List.copyOf(objections);
        corrections = List.copyOf(corrections);
    }

    /** What a paragraph is part of. */
    enum Part {
        ATTENDANCE,
        OUTCOME,
        ACTION
    }

    /** Where a paragraph stands, in every version of the report. @param at counted from zero within its part */
    record Place(@Classified(FieldClass.OPERATION) Part part, @Classified(FieldClass.OPERATION) int at) {}

    /** That somebody read and confirmed it. @param reportVersion which version of the report */
    record Receipt(
            @Classified(FieldClass.OPERATION) AccountId by,
            @Classified(FieldClass.AGENCY) AgencyCode agency,
            @Classified(FieldClass.OPERATION) Instant at,
            @Classified(FieldClass.OPERATION) int reportVersion) {}

    /**
     * What an agency asks to be corrected.
     *
     * @param number within the conference, counted from one
     * @param commandId the command that made it, so that a repeat finds it
     * @param wrong what is wrong
     * @param proposal how it should read
     * @param answer null while it is open
     */
    record Objection(
            @Classified(FieldClass.OPERATION) int number,
            @Classified(FieldClass.OPERATION) String commandId,
            @Classified(FieldClass.OPERATION) AccountId by,
            @Classified(FieldClass.AGENCY) AgencyCode agency,
            @Classified(FieldClass.OPERATION) Instant at,
            @Classified(FieldClass.OPERATION) int reportVersion,
            Place place,
            @Classified(FieldClass.MINUTES) String wrong,
            @Classified(FieldClass.MINUTES) String proposal,
            @Nullable Answer answer) {

        boolean open() {
            return answer == null;
        }

        Objection answered(Answer given) {
            return new Objection(number, commandId, by, agency, at, reportVersion, place, wrong, proposal, given);
        }
    }

    /** What became of an objection. */
    enum Result {
        ACCEPTED,
        DECLINED
    }

    record Answer(
            @Classified(FieldClass.OPERATION) Result result,
            @Classified(FieldClass.OUTCOME) String reason,
            @Classified(FieldClass.OPERATION) AccountId by,
            @Classified(FieldClass.AGENCY) AgencyCode agency,
            @Classified(FieldClass.OPERATION) Instant at) {}

    /**
     * What was changed, by whom and why; what stands there now is in the next one, or in the report.
     *
     * @param reportVersion the version that it made
     * @param objection number of the one that asked for it
     * @param before the whole report as it was
     */
    record Correction(
            @Classified(FieldClass.OPERATION) int reportVersion,
            @Classified(FieldClass.OPERATION) int objection,
            Place place,
            OutcomeReport before,
            @Classified(FieldClass.OUTCOME) String reason,
            @Classified(FieldClass.OPERATION) AccountId by,
            @Classified(FieldClass.AGENCY) AgencyCode agency,
            @Classified(FieldClass.OPERATION) Instant at) {}

    @Override
    public String keyOwner() {
        return caseId.value();
    }
}
