package jp.tsunagi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeputiesIT {

    private static final LocalDate FROM = LocalDate.of(2026, 12, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 3);

    @TempDir
    Path folder;

    private TestHub hub;
    private Accounts accounts;
    private Deputies deputies;

    @BeforeEach
    void start() {
        hub = TestHub.demo(folder);
        accounts = hub.bean(Accounts.class);
        deputies = hub.bean(Deputies.class);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void decidesFromTheFirstMomentOfTheFirstDayToTheLastOfTheLastInJapan() {
        deputies.name(officer("director"), officer("center").id(), FROM, TO, null);

        assertDirector("2026-11-30T14:59:59Z", false);
        assertDirector("2026-11-30T15:00:00Z", true);
        assertDirector("2026-12-03T14:59:59Z", true);
        assertDirector("2026-12-03T15:00:00Z", false);
        assertThat(officer("center").is(Role.CENTER_STAFF)).isTrue();
    }

    @Test
    void endsAtOnceWhenItIsRevoked() {
        Deputies.Deputy named =
                deputies.name(officer("director"), officer("center").id(), FROM, TO, null);
        hub.clock().to("2026-12-02T03:00:00Z");
        assertThat(officer("center").deputy()).isTrue();

        deputies.revoke(officer("director"), named.id());

        assertThat(officer("center").is(Role.DIRECTOR)).isFalse();
        assertThat(deputies.all(officer("director"))).singleElement().satisfies(deputy -> assertThat(deputy.revoked())
                .isTrue());
    }

    @Test
    void isNamedByTheDirectorInPersonAlone() {
        deputies.name(officer("director"), officer("center").id(), FROM, TO, null);
        hub.clock().to("2026-12-02T03:00:00Z");

        assertThatThrownBy(() ->
                        deputies.name(officer("center"), officer("director").id(), TO, TO, null))
                .hasMessage("not-found");
        assertThatThrownBy(
                        () -> deputies.name(officer("admin"), officer("center").id(), TO, TO, null))
                .hasMessage("not-found");
        assertThat(deputies.all(officer("center"))).hasSize(1);
        assertThatThrownBy(() -> deputies.all(officer("sapporo"))).hasMessage("not-found");
    }

    @Test
    void isStaffOfTheCenterAndForAPeriodThatHasNotEnded() {
        Officer director = officer("director");
        AccountId center = officer("center").id();

        assertInvalid(director, officer("police").id(), FROM, TO);
        assertInvalid(director, officer("auditor").id(), FROM, TO);
        assertInvalid(director, director.id(), FROM, TO);
        assertInvalid(director, new AccountId("nobody"), FROM, TO);
        assertInvalid(director, null, FROM, TO);
        assertInvalid(director, center, TO, FROM);
        assertInvalid(director, center, FROM, FROM.plusYears(2));
        assertInvalid(director, center, FROM.minusYears(1), FROM.minusMonths(6));
        assertInvalid(director, center, null, null);
        assertThat(deputies.all(director)).isEmpty();
    }

    @Test
    void isNamedOnceByTheSameKey() {
        Officer director = officer("director");
        AccountId center = officer("center").id();

        Deputies.Deputy first = deputies.name(director, center, FROM, TO, "key");

        assertThat(deputies.name(director, center, FROM, TO, "key")).isEqualTo(first);
        assertThatThrownBy(() -> deputies.name(director, center, FROM, FROM, "key"))
                .hasMessage("idempotency.key-reused");
        assertThat(deputies.all(director)).hasSize(1);
    }

    private void assertInvalid(Officer director, AccountId deputy, LocalDate from, LocalDate to) {
        assertThatThrownBy(() -> deputies.name(director, deputy, from, to, null))
                .hasMessage("deputy.invalid");
    }

    private void assertDirector(String instant, boolean expected) {
        hub.clock().to(instant);
        assertThat(officer("center").is(Role.DIRECTOR)).isEqualTo(expected);
        assertThat(officer("center").deputy()).isEqualTo(expected);
    }

    private Officer officer(String login) {
        return accounts.byLogin(login).orElseThrow();
    }
}
