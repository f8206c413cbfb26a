package jp.tsunagi.account;

import java.time.Instant;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A person's account. Wrong passwords are counted apart ({@link SignInAttempts}), for logins that exist and logins that do
 * not alike.
 *
 * @param login unique, in small letters
 * @param passwordChanged a session that began before it has ended
 */
record Account(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) String login,
        @Classified(FieldClass.STAFF) String name,
        @Classified(FieldClass.AGENCY) AgencyCode agency,
        @Classified(FieldClass.AGENCY) String section,
        @Classified(FieldClass.OPERATION) Set<Role> roles,
        @Classified(FieldClass.SECRET) String passwordHash,
        @Classified(FieldClass.OPERATION) Instant passwordChanged,
        @Classified(FieldClass.OPERATION) boolean active,
        @Classified(FieldClass.OPERATION) Instant created,
        @Classified(FieldClass.OPERATION) @Nullable Instant lastSignIn)
        implements Stored {

    Account {
        roles = Set.copyOf(roles);
    }

    AccountId accountId() {
        return new AccountId(id);
    }

    Account withPassword(String hash, Instant now) {
        return new Account(
                id, version + 1, login, name, agency, section, roles, hash, now, active, created, lastSignIn);
    }

    Account moved(AccountRules.Changed changed) {
        return new Account(
                id,
                version + 1,
                login,
                changed.name(),
                changed.place().agency(),
                changed.place().section(),
                changed.place().roles(),
                passwordHash,
                passwordChanged,
                active,
                created,
                lastSignIn);
    }

    Account deactivated() {
        return new Account(
                id,
                version + 1,
                login,
                name,
                agency,
                section,
                roles,
                passwordHash,
                passwordChanged,
                false,
                created,
                lastSignIn);
    }

    Account signedIn(Instant now) {
        return new Account(
                id,
                version + 1,
                login,
                name,
                agency,
                section,
                roles,
                passwordHash,
                passwordChanged,
                active,
                created,
                now);
    }

    @Override
    public String keyOwner() {
        return CaseKeys.HUB;
    }

    @Override
    public String toString() {
        return "Account " + id;
    }
}
