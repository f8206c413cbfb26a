package jp.tsunagi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.shared.TimeConfiguration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AuditControllerIT {

    private static final String CASE = "01JD0000000000000000000CAS";
    private static final Authentication AUDITOR = new TestingAuthenticationToken("auditor", "", "ROLE_AUDITOR");

    @TempDir
    Path folder;

    private AuditFixtures fixtures;
    private ChainedAuditTrail trail;
    private MockMvcTester mvc;

    @BeforeEach
    void start() {
        fixtures = new AuditFixtures(folder);
        trail = fixtures.trail(AuditFixtures.settings(2, Duration.ofMinutes(5)));
        for (int i = 0; i < 4; i++) {
            trail.record(AuditFixtures.event("C" + i));
        }
        mvc = MockMvcTester.of(new AuditController(new AuditReading(
                new AuditLog(fixtures.chain),
                fixtures.verifier(),
                fixtures.roots,
                reference -> reference.equals("R8-0012") ? Optional.of(CASE) : Optional.empty(),
                login -> login.equals("sapporo") ? Optional.of("01JD0000000000000000000ACT") : Optional.empty(),
                trail,
                Clock.systemUTC())));
    }

    @AfterEach
    void stop() {
        trail.close();
        fixtures.close();
    }

    @Test
    void showsTheAuditorEntriesNewestFirst() {
        assertThat(get("/api/v1/audit?case=" + CASE + "&size=2", AUDITOR))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    json.assertThat().extractingPath("$.total").isEqualTo(5);
                    json.assertThat().extractingPath("$.page").isEqualTo(0);
                    json.assertThat().extractingPath("$.items[0].action").isEqualTo("audit.read");
                    json.assertThat().extractingPath("$.items[1].commandId").isEqualTo("C3");
                    json.assertThat().extractingPath("$.items[1].seq").isEqualTo(4);
                    json.assertThat().extractingPath("$.items[0].at").asString().doesNotContain("Z");
                });
    }

    @Test
    void findsByReferenceAndBySignInName() {
        assertThat(get("/api/v1/audit?case=R8-0012", AUDITOR))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(5);
        assertThat(get("/api/v1/audit?case=R8-0013", AUDITOR))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(get("/api/v1/audit?actor=sapporo", AUDITOR))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(4);
        assertThat(get("/api/v1/audit?actor=nobody", AUDITOR))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void recordsThatItWasRead() {
        get("/api/v1/audit", AUDITOR);

        AuditLog.Page log = new AuditLog(fixtures.chain).find(new AuditLog.Query(null, "auditor", null, null), 0, 10);
        assertThat(log.items()).extracting(line -> line.event().phase().name()).containsExactly("OUTCOME", "INTENT");
        assertThat(log.items()).extracting(line -> line.event().action()).containsOnly("audit.read");
    }

    @Test
    void readsNothingWhereTheReadingCannotBeRecorded() {
        trail.close();

        assertRefused(() -> get("/api/v1/audit", AUDITOR), Refusal.Kind.UNAVAILABLE);
        assertRefused(() -> get("/api/v1/audit/verification", AUDITOR), Refusal.Kind.UNAVAILABLE);
    }

    @Test
    void narrowsByDay() {
        LocalDate today = LocalDate.now(TimeConfiguration.JAPAN);

        assertThat(get(
                        "/api/v1/audit?actor=01JD0000000000000000000ACT&from=" + today.minusDays(1) + "&to="
                                + today.plusDays(1),
                        AUDITOR))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(4);
        assertThat(get("/api/v1/audit?actor=01JD0000000000000000000ACT&to=" + today.minusDays(2), AUDITOR))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void tellsWhetherTheChainIsWhole() {
        assertThat(get("/api/v1/audit/verification", AUDITOR))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    json.assertThat().extractingPath("$.whole").isEqualTo(true);
                    json.assertThat().extractingPath("$.entries").isEqualTo(5);
                    json.assertThat().extractingPath("$.brokenAt").isNull();
                    json.assertThat().extractingPath("$.reason").isNull();
                    json.assertThat().extractingPath("$.secondPlace.reachable").isEqualTo(true);
                });

        fixtures.database
                .getCollection(Chain.COLLECTION)
                .updateOne(Filters.eq("_id", 2L), Updates.set("actor", "someone-else"));

        assertThat(get("/api/v1/audit/verification", AUDITOR)).bodyJson().satisfies(json -> {
            json.assertThat().extractingPath("$.whole").isEqualTo(false);
            json.assertThat().extractingPath("$.entries").isEqualTo(1);
            json.assertThat().extractingPath("$.brokenAt").isEqualTo(2);
            json.assertThat().extractingPath("$.reason").isEqualTo("CHANGED");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ROLE_COUNSELLOR", "ROLE_CENTER_STAFF", "ROLE_DIRECTOR", "ROLE_PARTICIPANT", "ROLE_ADMINISTRATOR"
            })
    void doesNotExistForOthers(String role) {
        Authentication other = new TestingAuthenticationToken("other", "", role);

        assertRefused(() -> get("/api/v1/audit", other), Refusal.Kind.NOT_FOUND);
        assertRefused(() -> get("/api/v1/audit/verification", other), Refusal.Kind.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "size=0", "size=101", "from=yesterday", "to=2026-13-01T00:00"})
    void refusesWhatItCannotRead(String parameter) {
        assertRefused(() -> get("/api/v1/audit?" + parameter, AUDITOR), Refusal.Kind.INVALID);
    }

    private MvcTestResult get(String uri, Authentication caller) {
        var result = mvc.get()
                .uri(uri)
                .principal(caller)
                .accept(MediaType.APPLICATION_JSON)
                .exchange();
        Exception failure = result.getUnresolvedException();
        if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw cause instanceof RuntimeException refused ? refused : new IllegalStateException(cause);
        }
        return result;
    }

    private static void assertRefused(ThrowingCallable call, Refusal.Kind kind) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().kind())
                .isEqualTo(kind));
    }
}
