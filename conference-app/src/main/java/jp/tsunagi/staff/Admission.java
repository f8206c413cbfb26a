package jp.tsunagi.staff;

import java.time.Instant;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.AccountOpening.Prepared;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * One person's way in, to be used once: by an invitation, or after a reset. It is opened by a link and a code that reach the
 * person on two ways; neither is kept as it is.
 *
 * @param account whose way in it is; of an invitation the account that its use opens
 * @param reason why an account is reset; null for an invitation
 * @param askedBy account of the administrator who invited or asked for the reset
 * @param confirmedBy account of the second person; null while nobody has, and for an invitation
 * @param token fingerprint of the link's token; something else that no two have in common while there is no link
 * @param code as passwords are kept; null while there is no link
 * @param seal of the password that nobody knows, in whose place the person's own will come; null for an invitation
 * @param until when it ends by itself
 * @param endedBy who used it or took it back
 */
record Admission(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) Kind kind,
        @Classified(FieldClass.OPERATION) State state,
        @Classified(FieldClass.OPERATION) AccountId account,
        @Classified(FieldClass.OPERATION) String login,
        @Classified(FieldClass.STAFF) String name,
        @Classified(FieldClass.AGENCY) AgencyCode agency,
        @Classified(FieldClass.AGENCY) String section,
        @Classified(FieldClass.OPERATION) Set<Role> roles,
        @Classified(FieldClass.STAFF) @Nullable String reason,
        @Classified(FieldClass.OPERATION) AccountId askedBy,
        @Classified(FieldClass.OPERATION) Instant asked,
        @Classified(FieldClass.OPERATION) @Nullable AccountId confirmedBy,
        @Classified(FieldClass.OPERATION) String token,
        @Classified(FieldClass.SECRET) @Nullable String code,
        @Classified(FieldClass.SECRET) @Nullable String seal,
        @Classified(FieldClass.OPERATION) Instant until,
        @Classified(FieldClass.OPERATION) @Nullable AccountId endedBy,
        @Classified(FieldClass.OPERATION) @Nullable Instant ended)
        implements Stored {

    enum Kind {
        INVITATION,
        RESET
    }

    enum State {
        /** Waits for the second person. */
        ASKED,
        /** There is a link. */
        OPEN,
        USED,
        WITHDRAWN
    }

    Admission {
        roles = Set.copyOf(roles);
    }

    /** What opens it, as it is kept. */
    record Lock(String token, String code, Instant until) {

        @Override
        public String toString() {
            return "Lock";
        }
    }

    static Admission invitation(String id, Prepared prepared, AccountId by, Instant now, Lock lock) {
        return new Admission(
                id,
                0,
                Kind.INVITATION,
                State.OPEN,
                new AccountId(Ids.derived("invited", id)),
                prepared.login(),
                prepared.name(),
                prepared.agency(),
                prepared.section(),
                prepared.roles(),
                null,
                by,
                now,
                null,
                lock.token(),
                lock.code(),
                null,
                lock.until(),
                null,
                null);
    }

    static Admission reset(
            String id, Prepared whose, AccountId account, String reason, AccountId by, Instant now, Instant until) {
        return new Admission(
                id,
                0,
                Kind.RESET,
                State.ASKED,
                account,
                whose.login(),
                whose.name(),
                whose.agency(),
                whose.section(),
                whose.roles(),
                reason,
                by,
                now,
                null,
                "none:" + id,
                null,
                null,
                until,
                null,
                null);
    }

    /** With another link and code: those given before open nothing any more. */
    Admission locked(Lock lock) {
        return with(State.OPEN, confirmedBy, lock, seal, null, null);
    }

    Admission confirmed(AccountId by, String sealed, Lock lock) {
        return with(State.OPEN, by, lock, sealed, null, null);
    }

    Admission ended(State how, AccountId by, Instant now) {
        return with(how, confirmedBy, new Lock("none:" + id, "", until), null, by, now);
    }

    boolean openAt(Instant now) {
        return state == State.OPEN && now.isBefore(until);
    }

    boolean waitsAt(Instant now) {
        return (state == State.OPEN || state == State.ASKED) && now.isBefore(until);
    }

    Prepared prepared() {
        return new Prepared(login, name, agency, section, roles);
    }

    private Admission with(
            State next,
            @Nullable AccountId by,
            Lock lock,
            @Nullable String sealed,
            @Nullable AccountId whoEnded,
            @Nullable Instant when) {
        return new Admission(
                id,
                version + 1,
                kind,
                next,
                account,
                login,
                name,
                agency,
                section,
                roles,
                reason,
                askedBy,
                asked,
                by,
                lock.token(),
                lock.code().isEmpty() ? null : lock.code(),
                sealed,
                lock.until(),
                whoEnded,
                when);
    }

    @Override
    public String keyOwner() {
        return CaseKeys.HUB;
    }

    @Override
    public String toString() {
        return "Admission " + id;
    }
}
