package jp.tsunagi.recovery;

import java.time.Instant;
import java.time.LocalDate;
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
 * A request to one agency for the papers of a conference, as it is stored. Nothing of hers.
 *
 * @param id derived from conference, agency and how often it was asked, so that two who ask at once make one request
 * @param open whether it waits for the agency
 * @param answer what became of the papers; null while it is open
 */
record RecoveryRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) ConferenceId conferenceId,
        @Classified(FieldClass.OPERATION) String reference,
        @Classified(FieldClass.AGENCY) AgencyCode agency,
        @Classified(FieldClass.OPERATION) boolean open,
        @Classified(FieldClass.OPERATION) Instant askedAt,
        @Classified(FieldClass.AGENCY) By asked,
        @Classified(FieldClass.AGENCY) @Nullable Answer answer,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    /** What is announced; the names travel through the broker and never change. */
    static final String ASKED = "papers-back-asked";

    static final String ANSWERED = "papers-back-answered";

    /** Who acted. */
    record By(AccountId account, AgencyCode agency, String section, String name) {

        static By of(Command command) {
            Officer officer = command.officer();
            return new By(officer.id(), officer.agency(), officer.section(), officer.name());
        }
    }

    /** What became of the papers. */
    enum Handling {
        RETURNED,
        DESTROYED,
        NOT_HELD
    }

    record Answer(Handling handling, LocalDate handledOn, By by, Instant at) {}

    /** @param times how often this agency was asked before */
    static String idOf(ConferenceId conference, AgencyCode agency, int times) {
        return Ids.derived("recovery", conference.value(), agency.value(), String.valueOf(times));
    }

    static RecoveryRecord asked(
            String id, CaseId caseId, ConferenceId conference, String reference, AgencyCode agency, Command command) {
        Announcing outbox = new Announcing(0, List.of(), Announcing.NOTHING_SENT);
        outbox.announce(ASKED, conference.value(), Set.of(agency.value()), id);
        return new RecoveryRecord(
                id,
                0,
                caseId,
                conference,
                reference,
                agency,
                true,
                command.at().truncatedTo(ChronoUnit.MILLIS),
                By.of(command),
                null,
                List.of(),
                outbox.entries(),
                true,
                Announcing.NOTHING_SENT);
    }

    /** @throws jp.tsunagi.shared.Refused {@code recovery.already-answered}; {@code idempotency.key-reused} */
    RecoveryRecord answered(Handling handling, LocalDate handledOn, Command command) {
        if (SeenCommand.contains(seen, command)) {
            return this;
        }
        if (!open) {
            throw Refusal.conflict("recovery.already-answered");
        }
        Announcing next = new Announcing(version + 1, outbox, sentThrough);
        next.announce(ANSWERED, conferenceId.value(), Set.of(), id);
        return new RecoveryRecord(
                id,
                version + 1,
                caseId,
                conferenceId,
                reference,
                agency,
                false,
                askedAt,
                asked,
                new Answer(handling, handledOn, By.of(command), command.at().truncatedTo(ChronoUnit.MILLIS)),
                SeenCommand.with(seen, command),
                next.entries(),
                true,
                sentThrough);
    }

    @Override
    public String keyOwner() {
        return caseId.value();
    }
}
