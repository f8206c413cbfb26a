package jp.tsunagi.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A conference as it is stored.
 *
 * @param reference given at submission; {@code draft:<id>} before, since it is unique and always there
 * @param number which conference of its case (第n回)
 * @param previous the conference it continues
 * @param formerRequests what stood there before another text took its place, the oldest first
 * @param lastWriter who wrote the request as it stands
 * @param order the creation time; lists sort by it
 * @param returned the last time it was given back, null where it never was
 * @param opened whether the Center has read it since it was submitted
 * @param invited agencies convened and not called off, those without consent included: the policy decides at each read
 * @param invitedOnce every agency that was ever told of the meeting
 * @param dueOn the day by which whoever's turn it is should act
 * @param remindOn the next day on which somebody is reminded, null where nobody waits
 * @param reminders how many times somebody was, in this state
 */
record ConferenceRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) int number,
        @Classified(FieldClass.OPERATION) @Nullable ConferenceId previous,
        @Classified(FieldClass.OPERATION) String reference,
        @Classified(FieldClass.OPERATION) ConferenceState state,
        @Classified(FieldClass.OPERATION) Instant order,
        TeamSection team,
        @Classified(FieldClass.AGENCY) AgencyCode contactAgency,
        @Classified(FieldClass.OPERATION) AccountId createdBy,
        @Classified(FieldClass.OPERATION) @Nullable AccountId submittedBy,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate submittedOn,
        @Classified(FieldClass.OPERATION) boolean similarExists,
        @Classified(FieldClass.OPERATION) @Nullable AccountId officer,
        Request request,
        List<FormerRequest> formerRequests,
        @Classified(FieldClass.OPERATION) AccountId lastWriter,
        @Nullable Returned returned,
        @Classified(FieldClass.OPERATION) boolean referred,
        @Classified(FieldClass.OPERATION) boolean opened,
        @Nullable Decision decision,
        @Nullable Convening convening,
        @Classified(FieldClass.AGENCY) Set<AgencyCode> invited,
        @Classified(FieldClass.AGENCY) Set<AgencyCode> invitedOnce,
        @Nullable Holding holding,
        @Nullable OutcomeReport outcome,
        @Classified(FieldClass.OFFICE) @Nullable String endReason,
        @Classified(FieldClass.OFFICE) @Nullable String personInformed,
        @Classified(FieldClass.OFFICE) Closing.@Nullable Kept closing,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate dueOn,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate remindOn,
        @Classified(FieldClass.OPERATION) int reminders,
        List<Milestone> history,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    @Override
    public String keyOwner() {
        return caseId.value();
    }
}
