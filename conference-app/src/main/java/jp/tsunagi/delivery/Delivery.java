package jp.tsunagi.delivery;

import java.time.Instant;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * That something of hers went to somebody. Written before it leaves.
 *
 * @param id serial of this edition, printed on papers
 * @param kind {@code case-review-form}, {@code location-view}, ...
 * @param consentNumber the entry of the ledger in force then
 * @param sha256 of a paper, null for what is no paper
 * @param reason given for a look at the location group
 */
public record Delivery(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) String caseId,
        @Classified(FieldClass.OPERATION) String conferenceId,
        @Classified(FieldClass.AGENCY) AgencyCode agency,
        @Classified(FieldClass.OPERATION) AccountId account,
        @Classified(FieldClass.OPERATION) String kind,
        @Classified(FieldClass.OPERATION) int consentNumber,
        @Classified(FieldClass.OPERATION) Instant at,
        @Classified(FieldClass.OPERATION) @Nullable String sha256,
        @Classified(FieldClass.OFFICE) @Nullable String reason)
        implements Stored {

    @Override
    public String keyOwner() {
        return caseId;
    }
}
