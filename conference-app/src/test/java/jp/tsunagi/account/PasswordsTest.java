package jp.tsunagi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.tsunagi.shared.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new AccountSettings(
            10,
            64,
            1,
            5,
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            50,
            Duration.ofHours(10),
            Duration.ofMinutes(20),
            366));

    @ParameterizedTest
    @CsvSource({
        "'', required",
        "short, password-short",
        "aaaaaaaaaaaa, password-guessed",
        "1234567890, password-guessed",
        "abcdefghijkl, password-guessed",
        "Password2026, password-guessed",
        "yamada-yamada, password-guessed"
    })
    void refusesWhatIsGuessedFirst(String password, String problem) {
        assertThat(passwords.problems("password", password, "yamada"))
                .extracting(FieldProblem::problem)
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({"いぬがにわであそんでいる", "correct horse battery", "k7#mQ2!zLp"})
    void takesLongAndUnusualOnes(String password) {
        assertThat(passwords.problems("password", password, "yamada")).isEmpty();
    }

    @Test
    void matchesNothingWhereThereIsNoHash() {
        assertThat(passwords.matches("nobody", null)).isFalse();
        assertThat(passwords.matches("right", passwords.hash("right"))).isTrue();
        assertThat(passwords.matches("x".repeat(1_000_000), passwords.hash("x".repeat(201))))
                .isTrue();
    }

    @Test
    void refusesMoreThanAPasswordCanBe() {
        assertThat(passwords.problems("password", "long enough ".repeat(30), "yamada"))
                .extracting(FieldProblem::problem)
                .containsExactly("too-long");
    }
}
