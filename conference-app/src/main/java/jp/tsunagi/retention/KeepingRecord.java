package jp.tsunagi.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about keeping a case, as it is stored. It dies with the case; what outlives that is the
 * {@link ErasureRecord}.
 *
 * @param held whether a hold stands
 * @param proposed whether a deletion waits for a second officer
 * @param decided whether two have decided it: from then on it is only carried out
 * @param announced what is going to be deleted by itself, told beforehand
 * @param purgeOn the earliest day of these
 */
record KeepingRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) String conferenceId,
        @Classified(FieldClass.OPERATION) String reference,
        @Classified(FieldClass.OFFICE) List<Hold> holds,
        @Classified(FieldClass.OPERATION) boolean held,
        @Classified(FieldClass.OFFICE) @Nullable Proposal proposal,
        @Classified(FieldClass.OPERATION) boolean proposed,
        @Classified(FieldClass.OPERATION) boolean decided,
        @Classified(FieldClass.OFFICE) @Nullable By confirmed,
        List<Announced> announced,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate purgeOn,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    KeepingRecord {
        holds = List.copyOf(holds);
        announced = List.copyOf(announced);
    }

    /** Who acted, and when. */
    record By(AccountId account, String name, boolean director, Instant at) {

        static By of(Command command) {
            Officer officer = command.officer();
            return new By(officer.id(), officer.name(), officer.is(Role.DIRECTOR), command.at());
        }
    }

    /** Why nothing may be deleted (法的保留). */
    enum HoldKind {
        COMPLAINT,
        LAWSUIT,
        DISCLOSURE_REQUEST,
        ADMINISTRATIVE_APPEAL
    }

    /** @param lifted null while it stands */
    record Hold(String n, HoldKind kind, String reason, By put, @Nullable Lifting lifted) {

        boolean stands() {
            return lifted == null;
        }
    }

    record Lifting(String reason, By by) {}

    /** On what a case is deleted. */
    enum Ground {
        /** Its period is over. */
        PERIOD_OVER,
        /** She asks for it, and the law lets it. */
        HER_WISH
    }

    /** @param due the day on which its period ends, or ended */
    record Proposal(Ground ground, @Nullable String reason, LocalDate endedOn, LocalDate due, By by) {}

    /**
     * That something of the case is deleted by itself on a day, unless it is held.
     *
     * @param conferenceId of which conference
     */
    record Announced(
            @Classified(FieldClass.OPERATION) PurgeKind kind,
            @Classified(FieldClass.OPERATION) String conferenceId,
            @Classified(FieldClass.SCHEDULE) LocalDate on) {}

    @Override
    public String keyOwner() {
        return caseId.value();
    }
}
