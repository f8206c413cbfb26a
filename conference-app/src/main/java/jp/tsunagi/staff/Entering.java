package jp.tsunagi.staff;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.account.AccountOpening;
import jp.tsunagi.account.Guesses;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Service;

/** Somebody comes in by a link and its code, and chooses a password. */
@Service
class Entering {

    private final Admissions admissions;
    private final AccountOpening opening;
    private final Guesses guesses;
    private final Clock clock;

    Entering(Admissions admissions, AccountOpening opening, Guesses guesses, Clock clock) {
        this.admissions = admissions;
        this.opening = opening;
        this.guesses = guesses;
        this.clock = clock;
    }

    /** What is typed; never logged. */
    record Typed(String code, String password, String passwordAgain) {

        @Override
        public String toString() {
            return "Typed";
        }
    }

    /**
     * Sets the password, once. A link that never was, one that is over and a wrong code are refused alike, after the same
     * work.
     *
     * @return the login
     * @throws jp.tsunagi.shared.Refused {@code admission.refused}, or {@code account.password} naming the fields once the
     *     code was right
     */
    String enter(String token, Typed typed, String address) {
        String fingerprint = EntryKeys.fingerprint(token);
        Optional<Admission> open = admissions.byToken(fingerprint).filter(found -> found.openAt(clock.instant()));
        boolean right = guesses.right(
                fingerprint,
                address,
                EntryKeys.plain(typed.code()),
                open.map(Admission::code).orElse(null));
        if (!right || open.isEmpty()) {
            throw refused();
        }
        Admission admission = open.get();
        List<FieldProblem> problems = opening.problems(admission.login(), typed.password(), typed.passwordAgain());
        if (!problems.isEmpty()) {
            throw Refusal.invalid("account.password", problems);
        }
        use(admission, typed.password());
        // Whatever stops before this, the account itself lets nobody in by it a second time.
        admissions.save(admission.ended(Admission.State.USED, admission.account(), clock.instant()));
        return admission.login();
    }

    private void use(Admission admission, String password) {
        if (admission.kind() == Admission.Kind.INVITATION) {
            if (opening.exists(admission.account())) {
                throw refused();
            }
            opening.open(admission.account(), admission.prepared(), password);
        } else if (admission.seal() == null || !opening.reopen(admission.account(), admission.seal(), password)) {
            throw refused();
        }
    }

    private static Refused refused() {
        return Refusal.invalid("admission.refused");
    }
}
