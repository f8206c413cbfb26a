package jp.tsunagi.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Service;

/**
 * Lets people change their own passwords. Whoever finds an open screen cannot: the present password is asked for, and wrong
 * ones are counted like those at the sign-in.
 */
@Service
public class OwnPassword {

    private final Accounts accounts;
    private final PasswordSignIn signIn;

    OwnPassword(Accounts accounts, PasswordSignIn signIn) {
        this.accounts = accounts;
        this.signIn = signIn;
    }

    /** What is typed; never logged. */
    public record Change(@Nullable String current, @Nullable String password, @Nullable String passwordAgain) {

        @Override
        public String toString() {
            return "Change";
        }
    }

    /**
     * Changes it. All sessions of the account end, this one included.
     *
     * @throws jp.tsunagi.shared.Refused {@code account.password} naming the fields, or {@code not-found} for a machine
     */
    public void change(Officer officer, Change change) {
        Account account = accounts.find(officer.id()).orElseThrow(Refusal::notFound);
        List<FieldProblem> problems = new ArrayList<>();
        if (change.current() == null || change.current().isEmpty()) {
            problems.add(FieldProblem.of("current", "required"));
        }
        problems.addAll(accounts.passwordProblems(account, change.password()));
        if (change.password() != null && !Objects.equals(change.password(), change.passwordAgain())) {
            problems.add(FieldProblem.of("passwordAgain", "mismatch"));
        }
        if (problems.isEmpty() && !isCurrent(account, Objects.requireNonNull(change.current()))) {
            problems.add(FieldProblem.of("current", "wrong"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid("account.password", problems);
        }
        accounts.changePassword(officer.id(), change.password(), officer.id().value());
    }

    private boolean isCurrent(Account account, String password) {
        try {
            signIn.authenticate(new UsernamePasswordAuthenticationToken(account.login(), password));
            return true;
        } catch (AuthenticationException e) {
            return false;
        }
    }
}
