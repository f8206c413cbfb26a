package jp.tsunagi.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.account.AccountOpening;
import jp.tsunagi.account.AccountOpening.Prepared;
import jp.tsunagi.account.AccountReach;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Administration;
import jp.tsunagi.account.NewAccount;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** An administrator invites people: the account comes into being when its person has chosen a password, not before. */
@Service
class Inviting {

    private final Admissions admissions;
    private final AccountOpening opening;
    private final Accounts accounts;
    private final Administration administration;
    private final EntryKeys keys;
    private final StaffSettings settings;
    private final Clock clock;

    Inviting(
            Admissions admissions,
            AccountOpening opening,
            Accounts accounts,
            Administration administration,
            EntryKeys keys,
            StaffSettings settings,
            Clock clock) {
        this.admissions = admissions;
        this.opening = opening;
        this.accounts = accounts;
        this.administration = administration;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of it: the way in, and what opens it. */
    record Made(Admission admission, EntryKeys.Handed handed) {

        @Override
        public String toString() {
            return "Made";
        }
    }

    /**
     * Invites somebody.
     *
     * @param key a repeat with the same key and content makes another link and code in the place of the former ones, which
     *     nobody can show again
     * @throws jp.tsunagi.shared.Refused {@code account.invalid}, {@code account.login-taken}, {@code
     *     idempotency.key-reused}, or {@code not-found} for whoever is no administrator
     */
    Made invite(NewAccount wanted, Officer administrator, @Nullable String key) {
        AccountReach reach = AccountReach.of(administrator);
        Prepared prepared = opening.prepare(wanted, reach);
        Instant now = clock.instant();
        String by = administrator.id().value();
        String id = key == null || key.isEmpty() ? Ids.random(now) : Ids.derived("invitation", by, key);
        Optional<Admission> there = admissions.find(id);
        if (there.isPresent()) {
            return again(there.get(), prepared);
        }
        requireFree(prepared.login());
        EntryKeys.Handed handed = keys.fresh();
        Admission invitation = Admission.invitation(
                id, prepared, administrator.id(), now, handed.lock(keys, now.plus(settings.linkFor())));
        List<String> detail = prepared.roles().stream().map(Role::name).sorted().toList();
        return administration.audited("account.invite", by, id, detail, () -> {
            admissions.insert(invitation);
            return new Made(invitation, handed);
        });
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} */
    void withdraw(String id, Officer administrator) {
        AccountReach reach = AccountReach.of(administrator);
        Admission invitation = admissions
                .find(id)
                .filter(found -> found.kind() == Admission.Kind.INVITATION && reach.covers(found.agency()))
                .orElseThrow(Refusal::notFound);
        if (invitation.state() != Admission.State.OPEN) {
            return;
        }
        administration.audited("account.invitation-withdraw", administrator.id().value(), id, List.of(), () -> {
            admissions.save(invitation.ended(Admission.State.WITHDRAWN, administrator.id(), clock.instant()));
            return id;
        });
    }

    private Made again(Admission there, Prepared prepared) {
        if (!there.prepared().equals(prepared) || !there.openAt(clock.instant()) || opening.exists(there.account())) {
            throw Refusal.invalid("idempotency.key-reused");
        }
        EntryKeys.Handed handed = keys.fresh();
        Admission renewed = there.locked(handed.lock(keys, there.until()));
        admissions.save(renewed);
        return new Made(renewed, handed);
    }

    /** Of two who are invited with one login the first to come would shut the other out. */
    private void requireFree(String login) {
        boolean invited = admissions.waiting(new AccountReach(null)).stream()
                .anyMatch(waiting -> waiting.kind() == Admission.Kind.INVITATION
                        && waiting.login().equals(login));
        if (invited || accounts.hasLogin(login)) {
            throw Refusal.invalid("account.login-taken", FieldProblem.of("login", "taken"));
        }
    }
}
