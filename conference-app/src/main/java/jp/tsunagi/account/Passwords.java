package jp.tsunagi.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import jp.tsunagi.shared.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and compares passwords by Argon2id, few at a time: each needs its memory. */
@Component
final class Passwords {

    private static final int LONGEST = 200;
    private static final Set<String> GUESSED_FIRST = Set.of(
            "password", "passw0rd", "qwerty", "tsunagi", "つなぎ", "letmein", "welcome", "admin", "soudan", "center");

    private final AccountSettings settings;
    private final Argon2PasswordEncoder encoder;
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final String nobody;

    Passwords(AccountSettings settings) {
        this.settings = settings;
        this.encoder =
                new Argon2PasswordEncoder(16, 32, 1, settings.passwordMemoryKib(), settings.passwordIterations());
        this.nobody = hash("nobody");
    }

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return Objects.requireNonNull(encoder.encode(password));
        } finally {
            places.release();
        }
    }

    /** Whether it is the password; where there is no hash, takes the same time and is not. */
    boolean matches(String password, @Nullable String hash) {
        // What is longer than any password can be is cut, so that it costs no more and still does not match.
        String candidate = password.length() > LONGEST ? password.substring(0, LONGEST + 1) : password;
        places.acquireUninterruptibly();
        try {
            boolean same = encoder.matches(candidate, hash == null ? nobody : hash);
            return same && hash != null;
        } finally {
            places.release();
        }
    }

    /** What is wrong with a new password; empty where nothing is. */
    List<FieldProblem> problems(String field, @Nullable String password, String login) {
        List<FieldProblem> problems = new ArrayList<>();
        if (password == null || password.isEmpty()) {
            problems.add(FieldProblem.of(field, "required"));
        } else if (password.codePointCount(0, password.length()) < settings.shortestPassword()) {
            problems.add(FieldProblem.of(field, "password-short", settings.shortestPassword()));
        } else if (password.length() > LONGEST) {
            problems.add(FieldProblem.of(field, "too-long", LONGEST, password.length()));
        } else if (easilyGuessed(password.toLowerCase(Locale.ROOT), login)) {
            problems.add(FieldProblem.of(field, "password-guessed"));
        }
        return problems;
    }

    /** Few different characters, a run such as 12345678, or nothing but the login or a common word with a few signs. */
    private static boolean easilyGuessed(String password, String login) {
        if (password.codePoints().distinct().count() < 5) {
            return true;
        }
        String rest = password;
        if (!login.isEmpty()) {
            rest = rest.replace(login, "");
        }
        for (String word : GUESSED_FIRST) {
            rest = rest.replace(word, "");
        }
        if (!rest.equals(password) && rest.length() < 6) {
            return true;
        }
        int steps = 0;
        for (int i = 1; i < password.length(); i++) {
            if (Math.abs(password.charAt(i) - password.charAt(i - 1)) == 1) {
                steps++;
            }
        }
        return steps * 10 >= (password.length() - 1) * 8;
    }
}
