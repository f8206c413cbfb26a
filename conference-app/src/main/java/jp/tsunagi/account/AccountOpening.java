package jp.tsunagi.account;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Accounts whose password nobody but their own person ever knows: how they are opened, and how one is opened anew. */
@Service
public class AccountOpening {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int UNGUESSABLE_BYTES = 32;

    private final Accounts accounts;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;

    AccountOpening(Accounts accounts, Passwords passwords, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
    }

    /** Whose account it will be, without fault. */
    public record Prepared(String login, String name, AgencyCode agency, String section, Set<Role> roles) {

        public Prepared {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * Looks at everything but the password.
     *
     * @param reach of whoever asks for it: an agency's own administrator names nobody elsewhere
     * @throws Refused with rule {@code account.invalid} naming the fields
     */
    public Prepared prepare(NewAccount wanted, AccountReach reach) {
        AccountRules.Checked checked = accounts.rules().prepare(wanted, reach);
        return new Prepared(checked.login(), checked.name(), checked.agency(), checked.section(), checked.roles());
    }

    /** What is wrong with a password that is typed twice; empty where nothing is. */
    public List<FieldProblem> problems(String login, @Nullable String password, @Nullable String again) {
        List<FieldProblem> problems = new ArrayList<>(passwords.problems("password", password, login));
        if (problems.isEmpty() && !Objects.equals(password, again)) {
            problems.add(FieldProblem.of("passwordAgain", "mismatch"));
        }
        return problems;
    }

    /**
     * Opens the account with the password that its person chose.
     *
     * @param id the same for each attempt at it, so that of two one comes too late
     * @throws Refused with rule {@code account.login-taken}
     */
    public void open(AccountId id, Prepared prepared, String password) {
        AccountRules.Checked checked = new AccountRules.Checked(
                prepared.login(), prepared.name(), prepared.agency(), prepared.section(), prepared.roles(), "");
        accounts.open(id.value(), checked, passwords.hash(password), id.value());
    }

    public boolean exists(AccountId id) {
        return accounts.find(id).isPresent();
    }

    /** A password that nobody knows, as its hash. */
    public String unguessable() {
        byte[] bytes = new byte[UNGUESSABLE_BYTES];
        RANDOM.nextBytes(bytes);
        return passwords.hash(Base64.getEncoder().encodeToString(bytes));
    }

    /** By what {@link #reopen} knows that the password is still the one nobody knows. */
    public static String seal(String hash) {
        return Ids.fingerprint("seal", hash);
    }

    /** Takes the password away: the former one is refused and every session ends with its next request. */
    public void shut(AccountId id, String unguessable, String actor) {
        accounts.shut(id, unguessable, actor);
        events.publishEvent(new AccountReset(id, actor));
    }

    /**
     * Sets the password of an account that was shut; once for each time.
     *
     * @param seal of the password that took the former one's place
     * @return whether it was; not where its person, or another reset, was there before
     */
    public boolean reopen(AccountId id, String seal, String password) {
        return accounts.reopen(id, hash -> seal(hash).equals(seal), passwords.hash(password));
    }
}
