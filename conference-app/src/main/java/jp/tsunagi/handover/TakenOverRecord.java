package jp.tsunagi.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.casefile.BlockedPerson;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.handover.HandOverRecord.Agreed;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What a case began with that was taken over, under the key of this new case: its record of what came, which stays as it was.
 *
 * @param conferenceId the draft of its first conference
 * @param reference of the hand-over
 * @param notNear who must not come near her; the Center's alone
 */
record TakenOverRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) String conferenceId,
        @Classified(FieldClass.OPERATION) String reference,
        TeamSection team,
        @Classified(FieldClass.OPERATION) AccountId account,
        @Classified(FieldClass.STAFF) String takenOverBy,
        @Classified(FieldClass.OPERATION) Instant at,
        @Classified(FieldClass.OFFICE) From from,
        @Classified(FieldClass.CONSENT) Agreed agreed,
        Handed handed,
        @Classified(FieldClass.OTHER_PARTY) List<BlockedPerson> notNear,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    /**
     * Where it came from.
     *
     * @param agency code, where it is an agency of the directory
     * @param window where it can be asked; of one elsewhere
     */
    record From(@Nullable String agency, String name, @Nullable String window, LocalDate on) {}

    @Override
    public String keyOwner() {
        return caseId.value();
    }

    /** Not the case's own id: outboxes are known by the ids of their aggregates. */
    static String idOf(CaseId caseId) {
        return Ids.derived("taken-over", caseId.value());
    }
}
