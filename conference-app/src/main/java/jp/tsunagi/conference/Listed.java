package jp.tsunagi.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;

/**
 * What a list tells of a conference, after the policy: null is what this officer may not see, or what is not there. Never
 * anything of hers.
 *
 * @param state as displayed to the officer
 * @param officer the Center's case officer
 * @param order when it was opened
 */
record Listed(
        String id,
        String reference,
        String state,
        @Nullable Integer number,
        @Nullable String requestingAgency,
        boolean urgent,
        @Nullable LocalDate received,
        @Nullable LocalDateTime meeting,
        @Nullable AccountId officer,
        @Nullable LocalDate due,
        Instant order) {

    /** The same before the policy. The account stands for the name that the list prints. */
    record View(
            @Classified(FieldClass.AGENCY) int number,
            @Classified(FieldClass.AGENCY) String requestingAgency,
            @Classified(FieldClass.AGENCY) boolean urgent,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate submittedOn,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime meeting,
            @Classified(FieldClass.OFFICE) @Nullable String officer,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate due) {}

    static Listed of(Desk.Sight sight) {
        ConferenceRecord record = sight.conference().current();
        AccountId caseOfficer = record.officer();
        View view = new View(
                record.number(),
                record.team().agency().value(),
                record.request().isUrgent(),
                record.submittedOn(),
                meeting(record),
                caseOfficer == null ? null : caseOfficer.value(),
                record.dueOn());
        Shown shown = Shown.of(Projection.of(view, sight.standing().grants(record.request())));
        String named = shown.text("officer");
        return new Listed(
                record.id(),
                record.reference(),
                ConferenceViews.state(sight),
                shown.number("number"),
                shown.text("requestingAgency"),
                shown.isTrue("urgent"),
                shown.date("submittedOn"),
                shown.time("meeting"),
                named == null ? null : new AccountId(named),
                shown.date("due"),
                record.order());
    }

    /** When it is held, or was: not of one that is off. */
    private static @Nullable LocalDateTime meeting(ConferenceRecord record) {
        if (record.state() == ConferenceState.WITHDRAWN || record.state() == ConferenceState.CANCELLED_NO_CONSENT) {
            return null;
        }
        Holding held = record.holding();
        if (held != null && held.start() != null) {
            return held.start();
        }
        Convening call = record.convening();
        return call == null ? null : call.start();
    }

    /** Whether it was never submitted. */
    public boolean isDraft() {
        return reference.startsWith("draft:");
    }

    /** The reference; null before there is one. */
    @Nullable String referenceOrNothing() {
        return isDraft() ? null : reference;
    }
}
