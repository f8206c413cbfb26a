package jp.tsunagi.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.handover.HandOverForm.Means;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over as it is stored, under the key of the case that is handed over.
 *
 * @param conferenceId by which that case is found
 * @param caseReference of that conference, which the receiving agency never sees
 * @param reference the hand-over's own number
 * @param team that offered it
 * @param single the case while it is open, and its own id afterwards: unique, so that a case has one open hand-over at most
 * @param receiver null where it goes elsewhere
 * @param elsewhere null where it goes to an agency of the directory
 * @param lookOn when it is to be looked at next; null where nothing is awaited
 * @param reminders how many times somebody was reminded of it
 * @param accepted null before it was, and where it never is
 * @param given what went along, as the policy showed it at the acceptance
 */
record HandOverRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) String conferenceId,
        @Classified(FieldClass.OPERATION) String caseReference,
        @Classified(FieldClass.OPERATION) String reference,
        TeamSection team,
        @Classified(FieldClass.OPERATION) String single,
        @Classified(FieldClass.OPERATION) HandOverState state,
        @Classified(FieldClass.AGENCY) @Nullable AgencyCode receiver,
        @Classified(FieldClass.OFFICE) @Nullable Elsewhere elsewhere,
        @Classified(FieldClass.CONSENT) Agreed agreed,
        @Classified(FieldClass.OFFICE) List<Part> parts,
        Handed handed,
        @Classified(FieldClass.STAFF) By offeredBy,
        @Classified(FieldClass.SCHEDULE) LocalDate offeredOn,
        @Classified(FieldClass.SCHEDULE) LocalDate answerBy,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate lookOn,
        @Classified(FieldClass.OPERATION) int reminders,
        @Nullable Accepted accepted,
        @Classified(FieldClass.OFFICE) @Nullable Answer answer,
        @Nullable Handed given,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    /** An agency of no directory. */
    record Elsewhere(String name, String window, @Nullable String locationNeed) {}

    /** How she agreed to just this. */
    record Agreed(LocalDate on, ConsentMethod method, String explainedBy) {}

    record By(AccountId account, String name, String agency, Instant at) {}

    /**
     * That it was accepted: the one write that decides which case is made of it.
     *
     * @param team that takes it; null elsewhere
     * @param newCase null elsewhere, as the conference
     */
    record Accepted(
            @Classified(FieldClass.OPERATION) AccountId account,
            @Classified(FieldClass.STAFF) String name,
            @Classified(FieldClass.OPERATION) Instant at,
            @Classified(FieldClass.OPERATION) int consentNumber,
            @Nullable TeamSection team,
            @Classified(FieldClass.OPERATION) @Nullable CaseId newCase,
            @Classified(FieldClass.OPERATION) @Nullable String newConference) {}

    /**
     * What was said to it, or why it was taken back.
     *
     * @param by who said it: an officer of the receiving agency, or somebody elsewhere
     * @param means how it came from elsewhere
     */
    record Answer(LocalDate on, @Nullable String by, @Nullable Means means, @Nullable String reason) {}

    @Override
    public String keyOwner() {
        return caseId.value();
    }
}
