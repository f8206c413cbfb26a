package jp.tsunagi.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.complaint.ComplaintForm.From;
import jp.tsunagi.complaint.ComplaintForm.Means;
import jp.tsunagi.complaint.ComplaintForm.Result;
import jp.tsunagi.complaint.ComplaintForm.Told;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it is stored. What is said, by whom and about whom is sealed; that there is one, who received it and when
 * it is due are not, so that they can be looked for.
 *
 * @param conferenceId by which the case is found
 * @param receiver the section that received it
 * @param remindOn when somebody is to be reminded next; null where nobody is
 * @param remindedThrough reminders up to this day are done with
 */
record ComplaintRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) String conferenceId,
        @Classified(FieldClass.OPERATION) String reference,
        TeamSection receiver,
        @Classified(FieldClass.OPERATION) ComplaintState state,
        @Classified(FieldClass.SCHEDULE) LocalDate due,
        @Classified(FieldClass.COMPLAINT) Received received,
        @Classified(FieldClass.COMPLAINT) About about,
        @Classified(FieldClass.COMPLAINT) Handler handler,
        @Classified(FieldClass.COMPLAINT) @Nullable Answer answer,
        @Classified(FieldClass.COMPLAINT) @Nullable Review review,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate remindOn,
        @Classified(FieldClass.SCHEDULE) LocalDate remindedThrough,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    /** What was said. */
    record Received(
            LocalDate on,
            From from,
            @Nullable String fromName,
            Means means,
            String what,
            @Nullable String wanted,
            By by) {}

    /** Who wrote it down, and when. */
    record By(AccountId account, String name, String agency, Instant at) {}

    record Answer(LocalDate on, String text, Told told, @Nullable String notToldReason, By by) {}

    record Review(String looked, Result result, @Nullable String changes, @Nullable String unchangedReason, By by) {}

    @Override
    public String keyOwner() {
        return caseId.value();
    }
}
