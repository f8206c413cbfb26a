package jp.tsunagi.account;

import jp.tsunagi.account.SignInAttempts.Counted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Short codes that are told over a second channel: kept as passwords are, and wrong ones counted as at the sign-in. */
@Component
public class Guesses {

    private final Passwords passwords;
    private final SignInAttempts attempts;

    Guesses(Passwords passwords, SignInAttempts attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /** The code as it is kept. */
    public String keep(String code) {
        return passwords.hash(code);
    }

    /**
     * Whether it is the code. While it is locked, the right one is refused, too; where there is none, it takes the same time.
     *
     * @param of what the code is for, also where there is no such thing
     * @param address from where it is typed
     */
    public boolean right(String of, String address, String code, @Nullable String kept) {
        Counted counted = Counted.code(of);
        Counted source = Counted.address(address);
        boolean open = !attempts.locked(counted) && !attempts.locked(source);
        boolean right = passwords.matches(code, kept);
        if (right && open && !attempts.locked(counted)) {
            attempts.forget(counted);
            return true;
        }
        if (open) {
            attempts.failed(counted);
            attempts.failed(source);
        }
        return false;
    }
}
