package jp.tsunagi.staff;

import java.time.Instant;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;

/**
 * When an account was last looked at, and found to be still needed as it is.
 *
 * @param id of the account
 */
record AccountReview(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) AccountId by,
        @Classified(FieldClass.OPERATION) Instant at)
        implements Stored {

    @Override
    public String keyOwner() {
        return CaseKeys.HUB;
    }
}
