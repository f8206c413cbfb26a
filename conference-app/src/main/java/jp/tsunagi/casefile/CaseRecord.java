package jp.tsunagi.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/** A case as it is stored. */
record CaseRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) String caseId,
        @Classified(FieldClass.AGENCY) AgencyCode requestingAgency,
        TeamSection team,
        @Classified(FieldClass.OPERATION) Set<AccountId> members,
        @Nullable Person person,
        @Nullable LocationGroup location,
        List<Consent> consents,
        List<Consent.Withdrawal> withdrawals,
        @Classified(FieldClass.OTHER_PARTY) List<BlockedPerson> blocked,
        @Classified(FieldClass.CONSENT) List<Exclusion> exclusions,
        @Classified(FieldClass.OPERATION) Instant openedAt,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    CaseRecord {
        // Cases stored before there were any.
        exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
    }

    @Override
    public String keyOwner() {
        return id;
    }
}
