package jp.tsunagi.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who works with the system. An account is active while it is not closed and its agency is active; only active ones are
 * officers.
 */
@Service
public class Accounts {

    private static final int LARGEST_PAGE = 100;

    private final SealedCollection<Account> accounts;
    private final Agencies agencies;
    private final DeputyPeriods deputies;
    private final BrokerCredentials gateways;
    private final Passwords passwords;
    private final AccountRules rules;
    private final Administration administration;
    private final Clock clock;

    Accounts(
            MongoDatabase database,
            CaseKeys keys,
            Agencies agencies,
            DeputyPeriods deputies,
            BrokerCredentials gateways,
            Passwords passwords,
            Administration administration,
            Clock clock) {
        this.accounts = SealedCollection.of(Account.class, "accounts", database, keys)
                .unique("login")
                .index("agency", "section");
        this.agencies = agencies;
        this.deputies = deputies;
        this.gateways = gateways;
        this.passwords = passwords;
        this.rules = new AccountRules(agencies, passwords);
        this.administration = administration;
        this.clock = clock;
    }

    /** The active officer or machine of this id, with the roles of today. */
    public Optional<Officer> officer(AccountId id) {
        Optional<Account> account = accounts.find(id.value());
        return account.isPresent() ? account.flatMap(this::officer) : gateways.gateway(id);
    }

    /** The active officer of this login, whatever its capitals. */
    public Optional<Officer> byLogin(String login) {
        return accountOf(login).flatMap(this::officer);
    }

    /** Whether an account, active or not, has this login. */
    public boolean hasLogin(String login) {
        return accountOf(login).isPresent();
    }

    /** The name of an account, active or not, as printed on papers. Never logged. */
    public Optional<String> nameOf(AccountId id) {
        Optional<Account> account = accounts.find(id.value());
        return account.isPresent()
                ? account.map(Account::name)
                : gateways.gateway(id).map(Officer::name);
    }

    /** The login of an account, active or not. */
    public Optional<String> loginOf(AccountId id) {
        return accounts.find(id.value()).map(Account::login);
    }

    /** Active officers of a section, in order of their logins. */
    public List<Officer> officersOf(AgencyCode agency, String section) {
        return officers(and(eq("agency", agency.value()), eq("section", section)));
    }

    /** Active officers of an agency, in order of their logins. */
    public List<Officer> officersOf(AgencyCode agency) {
        return officers(eq("agency", agency.value()));
    }

    /**
     * Whether that section has an active counsellor other than this one: the second of four eyes. At the Center its staff
     * count.
     */
    public boolean hasAnotherActiveCounsellor(AgencyCode agency, String section, AccountId except) {
        return officersOf(agency, section).stream()
                .anyMatch(officer ->
                        !officer.id().equals(except) && (officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF)));
    }

    /**
     * Opens an account.
     *
     * @param actor account id of the administrator, or {@code system}
     * @param idempotencyKey the same key and content give the same account once more; null makes a new one
     * @throws Refused with rule {@code account.invalid} naming the fields, {@code account.login-taken}, or {@code
     *     idempotency.key-reused}
     */
    public AccountId create(NewAccount wanted, String actor, @Nullable String idempotencyKey) {
        AccountRules.Checked checked = rules.check(wanted);
        String id =
                idempotencyKey == null ? Ids.random(clock.instant()) : Ids.derived("account", actor, idempotencyKey);
        Optional<Account> repeated = accounts.find(id);
        if (repeated.isPresent()) {
            return sameOrRefused(repeated.get(), checked);
        }
        return open(id, checked, passwords.hash(checked.password()), actor);
    }

    AccountId open(String id, AccountRules.Checked checked, String passwordHash, String actor) {
        Account account = new Account(
                id,
                0,
                checked.login(),
                checked.name(),
                checked.agency(),
                checked.section(),
                checked.roles(),
                passwordHash,
                clock.instant(),
                true,
                clock.instant(),
                null);
        List<String> roles = checked.roles().stream().map(Role::name).sorted().toList();
        return administration.audited("account.create", actor, id, roles, () -> {
            try {
                accounts.insert(account);
                return account.accountId();
            } catch (SealedCollection.AlreadyThere e) {
                throw Refusal.invalid("account.login-taken", FieldProblem.of("login", "taken"));
            }
        });
    }

    /**
     * Gives an account a new password, which its own person chose. Sessions that began before end.
     *
     * @param actor account id of the officer's own, or {@code system}
     * @throws Refused with rule {@code not-found} or {@code account.password}
     */
    public void changePassword(AccountId id, @Nullable String password, String actor) {
        Account account = accounts.find(id.value()).orElseThrow(Refusal::notFound);
        List<FieldProblem> problems = passwords.problems("password", password, account.login());
        if (!problems.isEmpty() || password == null) {
            throw Refusal.invalid("account.password", problems);
        }
        String hash = passwords.hash(password);
        administration.audited("account.password", actor, id.value(), List.of(), () -> {
            change(id, there -> there.withPassword(hash, clock.instant()));
            return id;
        });
    }

    /**
     * Closes an account for good. Its sessions end with their next request; its name stays on what it signed.
     *
     * @throws Refused with rule {@code not-found} or {@code account.last-administrator}
     */
    public void deactivate(AccountId id, String actor) {
        Account account = accounts.find(id.value()).orElseThrow(Refusal::notFound);
        if (!account.active()) {
            return;
        }
        if (account.roles().contains(Role.ADMINISTRATOR) && !anotherAdministrator(id)) {
            throw Refusal.conflict("account.last-administrator");
        }
        administration.audited("account.deactivate", actor, id.value(), List.of(), () -> {
            change(id, Account::deactivated);
            return id;
        });
    }

    /**
     * Changes whose account it is by name, where that person works, and as what; from the next request on.
     *
     * @param reach of whoever changes it: an agency's own administrator moves nobody elsewhere
     * @throws Refused with rule {@code not-found}, {@code account.invalid} or {@code account.last-administrator}
     */
    public AccountEntry replace(AccountId id, AccountChange wanted, AccountReach reach, String actor) {
        Account account = accounts.find(id.value()).orElseThrow(Refusal::notFound);
        AccountRules.Changed changed = rules.check(wanted, reach);
        Set<Role> roles = changed.place().roles();
        boolean resigns =
                account.active() && account.roles().contains(Role.ADMINISTRATOR) && !roles.contains(Role.ADMINISTRATOR);
        if (resigns && !anotherAdministrator(id)) {
            throw Refusal.conflict("account.last-administrator");
        }
        List<String> detail = roles.stream().map(Role::name).sorted().toList();
        administration.audited("account.replace", actor, id.value(), detail, () -> {
            change(id, there -> there.moved(changed));
            return id;
        });
        return entry(id);
    }

    /** @throws Refused with rule {@code not-found} */
    public AccountEntry entry(AccountId id) {
        return AccountEntry.of(accounts.find(id.value()).orElseThrow(Refusal::notFound));
    }

    /** A page of accounts and how many there are in all. */
    public record Page(List<AccountEntry> items, int page, long total) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * Accounts whose login, name or agency holds the text, in order of their logins; all for an empty one.
     *
     * @param reach of whoever asks: no others are found
     * @param page from zero
     * @param size 1 to 100
     */
    public Page search(AccountReach reach, String text, int page, int size) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        Bson within = within(reach);
        if (wanted.isEmpty()) {
            int limit = Math.min(Math.max(size, 1), LARGEST_PAGE);
            List<AccountEntry> items =
                    accounts.list(within, Sorts.ascending("login"), Math.max(page, 0) * limit, limit).stream()
                            .map(AccountEntry::of)
                            .toList();
            return new Page(items, page, accounts.count(within));
        }
        List<AccountEntry> all = accounts.list(within, Sorts.ascending("login"), 0, Integer.MAX_VALUE).stream()
                .filter(account -> account.login().contains(wanted)
                        || account.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || account.agency().value().equalsIgnoreCase(wanted)
                        || agencies.find(account.agency())
                                .filter(agency -> agency.name().contains(text.strip()))
                                .isPresent())
                .map(AccountEntry::of)
                .toList();
        List<AccountEntry> items =
                all.stream().skip((long) page * size).limit(size).toList();
        return new Page(items, page, all.size());
    }

    /** All accounts that are not closed, agency by agency, in order of their logins. */
    public List<AccountEntry> active(AccountReach reach) {
        return accounts
                .list(and(within(reach), eq("active", true)), Sorts.ascending("agency", "login"), 0, Integer.MAX_VALUE)
                .stream()
                .map(AccountEntry::of)
                .toList();
    }

    /** All accounts of a section, those that are closed, too. */
    public List<AccountEntry> everOf(AgencyCode agency, String section) {
        Bson of = and(eq("agency", agency.value()), eq("section", section));
        return accounts.list(of, Sorts.ascending("login"), 0, Integer.MAX_VALUE).stream()
                .map(AccountEntry::of)
                .toList();
    }

    /** Active officers who look after the accounts of this agency: its own administrators, and those of the Center. */
    public List<Officer> administratorsOf(AgencyCode agency) {
        return officers(or(
                eq("roles", Role.ADMINISTRATOR.name()),
                and(eq("agency", agency.value()), eq("roles", Role.AGENCY_ADMINISTRATOR.name()))));
    }

    private static Bson within(AccountReach reach) {
        AgencyCode agency = reach.agency();
        return agency == null ? Filters.empty() : eq("agency", agency.value());
    }

    /** Puts a password that nobody knows in the place of the present one. */
    void shut(AccountId id, String unguessable, String actor) {
        administration.audited("account.shut", actor, id.value(), List.of(), () -> {
            change(id, there -> there.withPassword(unguessable, clock.instant()));
            return id;
        });
    }

    /** Puts its person's own password there, while the present one's hash is the one expected. */
    boolean reopen(AccountId id, Predicate<String> expected, String hash) {
        return administration.audited("account.reopen", id.value(), id.value(), List.of(), () -> {
            for (int i = 0; i < 10; i++) {
                Account there = accounts.find(id.value()).orElseThrow(Refusal::notFound);
                if (!there.active() || !expected.test(there.passwordHash())) {
                    return false;
                }
                try {
                    accounts.replace(there.withPassword(hash, clock.instant()));
                    return true;
                } catch (SealedCollection.Stale e) {
                    continue;
                }
            }
            throw Refusal.conflict("version.stale");
        });
    }

    List<FieldProblem> passwordProblems(Account account, @Nullable String password) {
        return passwords.problems("password", password, account.login());
    }

    boolean any() {
        return accounts.count(Filters.empty()) > 0;
    }

    Optional<Account> find(AccountId id) {
        return accounts.find(id.value());
    }

    Optional<Account> accountOf(String login) {
        return accounts.first(eq("login", login.strip().toLowerCase(Locale.ROOT)));
    }

    AccountRules rules() {
        return rules;
    }

    long count() {
        return accounts.count(Filters.empty());
    }

    void signedIn(Account account) {
        change(account.accountId(), there -> there.signedIn(clock.instant()));
        administration.happened("account.sign-in", account.id(), account.id());
    }

    Optional<Officer> officer(Account account) {
        if (!account.active()
                || agencies.find(account.agency()).filter(Agency::active).isEmpty()) {
            return Optional.empty();
        }
        boolean deputy = !account.roles().contains(Role.DIRECTOR) && deputies.isDeputyToday(account.accountId());
        Set<Role> roles = EnumSet.copyOf(account.roles());
        if (deputy) {
            roles.add(Role.DIRECTOR);
        }
        return Optional.of(new Officer(
                account.accountId(), account.name(), account.agency(), account.section(), roles, true, deputy));
    }

    private List<Officer> officers(Bson of) {
        return accounts.list(and(of, eq("active", true)), Sorts.ascending("login"), 0, Integer.MAX_VALUE).stream()
                .flatMap(account -> officer(account).stream())
                .toList();
    }

    private boolean anotherAdministrator(AccountId except) {
        return accounts
                .list(and(eq("active", true), eq("roles", Role.ADMINISTRATOR.name())), Sorts.ascending("_id"), 0, 2)
                .stream()
                .anyMatch(account -> !account.accountId().equals(except));
    }

    private AccountId sameOrRefused(Account there, AccountRules.Checked checked) {
        boolean same = there.login().equals(checked.login())
                && there.name().equals(checked.name())
                && there.agency().equals(checked.agency())
                && there.section().equals(checked.section())
                && there.roles().equals(checked.roles())
                && passwords.matches(checked.password(), there.passwordHash());
        if (!same) {
            throw Refusal.invalid("idempotency.key-reused");
        }
        return there.accountId();
    }

    /** Again on top of another's write: each change here touches what no other does. */
    private void change(AccountId id, UnaryOperator<Account> change) {
        for (int i = 0; i < 10; i++) {
            try {
                accounts.replace(change.apply(accounts.find(id.value()).orElseThrow(Refusal::notFound)));
                return;
            } catch (SealedCollection.Stale e) {
                continue;
            }
        }
        throw Refusal.conflict("version.stale");
    }
}
