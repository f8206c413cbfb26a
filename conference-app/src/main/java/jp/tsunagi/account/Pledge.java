package jp.tsunagi.account;

import java.time.Instant;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;

/**
 * That the person of an account pledged secrecy (守秘の誓約, Act on Support for Women, Art. 15) on one version of the text.
 *
 * @param id derived from account and text, so that there is one of each
 * @param text version of the text that was pledged on
 * @param name as the person wrote it
 */
record Pledge(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) AccountId account,
        @Classified(FieldClass.OPERATION) String text,
        @Classified(FieldClass.STAFF) String name,
        @Classified(FieldClass.OPERATION) Instant given)
        implements Stored {

    @Override
    public String keyOwner() {
        return CaseKeys.HUB;
    }

    @Override
    public String toString() {
        return "Pledge " + id;
    }
}
