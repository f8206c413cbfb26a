package jp.tsunagi.emergency;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One opening of a case in an emergency, as it is stored.
 *
 * @param officer account of whoever opened it
 * @param reason as typed; may tell of her
 * @param until when it closes by itself
 * @param reviewDue by when the director is to have looked at it
 * @param open whether it waits for the director
 * @param wakeAt when somebody else is told that nobody has; null where that is done with
 */
record EmergencyRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) ConferenceId conferenceId,
        @Classified(FieldClass.OPERATION) String reference,
        @Classified(FieldClass.OPERATION) String officer,
        @Classified(FieldClass.OFFICE) By by,
        @Classified(FieldClass.OFFICE) String reason,
        @Classified(FieldClass.OPERATION) Instant openedAt,
        @Classified(FieldClass.OPERATION) Instant until,
        @Classified(FieldClass.OPERATION) Instant reviewDue,
        @Classified(FieldClass.OPERATION) boolean open,
        @Classified(FieldClass.OPERATION) @Nullable Instant wakeAt,
        @Classified(FieldClass.OFFICE) @Nullable Review review,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    /** What is announced; the names travel through the broker and never change. */
    static final String OPENED = "emergency-opened";

    static final String REVIEWED = "emergency-reviewed";
    static final String REVIEW_LATE = "emergency-review-late";

    /** Who acted. */
    record By(AccountId account, AgencyCode agency, String section, String name) {

        static By of(Command command) {
            Officer officer = command.officer();
            return new By(officer.id(), officer.agency(), officer.section(), officer.name());
        }
    }

    /** What the director found. */
    enum Finding {
        JUSTIFIED,
        NOT_JUSTIFIED
    }

    record Review(Finding finding, String text, By by, Instant at) {}

    static String idOf(Command command) {
        return Ids.derived("emergency", command.id());
    }

    static EmergencyRecord opened(
            CaseId caseId,
            ConferenceId conference,
            String reference,
            String reason,
            EmergencySettings settings,
            Command command) {
        String id = idOf(command);
        Instant now = command.at().truncatedTo(ChronoUnit.MILLIS);
        Instant due = now.plus(settings.reviewWithin());
        Announcing outbox = new Announcing(0, List.of(), Announcing.NOTHING_SENT);
        outbox.announce(OPENED, conference.value(), Set.of(), id);
        return new EmergencyRecord(
                id,
                0,
                caseId,
                conference,
                reference,
                command.officer().id().value(),
                By.of(command),
                reason,
                now,
                now.plus(settings.openFor()),
                due,
                true,
                due,
                null,
                SeenCommand.with(List.of(), command),
                outbox.entries(),
                true,
                Announcing.NOTHING_SENT);
    }

    boolean inForce(Instant now) {
        return now.isBefore(until);
    }

    boolean isBy(Officer other) {
        return officer.equals(other.id().value());
    }

    /** @throws jp.tsunagi.shared.Refused {@code emergency.already-reviewed}; {@code idempotency.key-reused} */
    EmergencyRecord reviewed(Finding finding, String text, Command command) {
        if (SeenCommand.contains(seen, command)) {
            return this;
        }
        if (review != null) {
            throw Refusal.conflict("emergency.already-reviewed");
        }
        return next(
                REVIEWED,
                false,
                new Review(finding, text, By.of(command), command.at().truncatedTo(ChronoUnit.MILLIS)),
                SeenCommand.with(seen, command));
    }

    /** Nobody has looked at it in time. */
    EmergencyRecord late() {
        return next(REVIEW_LATE, open, review, seen);
    }

    private EmergencyRecord next(String kind, boolean stillOpen, @Nullable Review found, List<SeenCommand> remembered) {
        Announcing next = new Announcing(version + 1, outbox, sentThrough);
        next.announce(kind, conferenceId.value(), Set.of(), id);
        return new EmergencyRecord(
                id,
                version + 1,
                caseId,
                conferenceId,
                reference,
                officer,
                by,
                reason,
                openedAt,
                until,
                reviewDue,
                stillOpen,
                null,
                found,
                remembered,
                next.entries(),
                true,
                sentThrough);
    }

    @Override
    public String keyOwner() {
        return caseId.value();
    }
}
