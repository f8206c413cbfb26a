package jp.tsunagi.page;

import java.time.Instant;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What one person has typed into one form and not yet sent off. It is that person's alone, and goes when the form has done
 * its work. Sealed as the most protected of what it may hold.
 *
 * @param id derived from person and form
 * @param owner the case whose key seals it, so that it goes with the case
 * @param form path of the form's page
 * @param base version of the record that the form was opened on; empty where it was on none
 * @param typed the fields, as JSON
 * @param sentKey idempotency key of the form that was sent off last, of which a late autosave must bring nothing back
 * @param field name of the field in which somebody was writing last
 */
record Draft(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) String owner,
        @Classified(FieldClass.OPERATION) AccountId account,
        @Classified(FieldClass.OPERATION) String form,
        @Classified(FieldClass.OPERATION) String base,
        @Classified(FieldClass.LOCATION) String typed,
        @Classified(FieldClass.OPERATION) String sentKey,
        @Classified(FieldClass.OPERATION) @Nullable String field,
        @Classified(FieldClass.OPERATION) Instant savedAt)
        implements Stored {

    @Override
    public String keyOwner() {
        return owner;
    }

    /** Whether nothing is kept: the form has done its work. */
    boolean isEmpty() {
        return typed.equals(Typed.nothing().json());
    }

    static String idOf(AccountId account, String form) {
        return Ids.derived("draft", account.value(), form);
    }
}
