package jp.tsunagi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import jp.tsunagi.audit.AuditEvent.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEventTest {

    @ParameterizedTest
    @ValueSource(strings = {"架空 花子", "Hanako Kaku", "札幌市", "a@b.example", "", "line\nbreak", "{\"name\":1}", "ﾊﾅｺ"})
    void refusesWhatIsNoCode(String typed) {
        assertThatThrownBy(() -> withDetail(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> {
                    if (!typed.isEmpty()) {
                        assertThat(e.getMessage()).doesNotContain(typed);
                    }
                });
        assertThatThrownBy(
                        () -> new AuditEvent("c", Phase.INTENT, "a", "actor", null, null, null, typed, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(withDetail("x".repeat(64)).detail()).hasSize(1);
        assertThatThrownBy(() -> withDetail("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AuditEvent(
                        "c",
                        Phase.INTENT,
                        "a",
                        "actor",
                        null,
                        null,
                        null,
                        null,
                        null,
                        Collections.nCopies(65, "IDENTITY")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesIdentifiersRulesAndCodes() {
        assertThat(withDetail("consent.not-valid|state:APPROVED-2").detail()).hasSize(1);
    }

    private static AuditEvent withDetail(String detail) {
        return new AuditEvent("c", Phase.OUTCOME, "a.b", "system", null, null, null, null, "done", List.of(detail));
    }
}
