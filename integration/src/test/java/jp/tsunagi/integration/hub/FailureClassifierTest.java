package jp.tsunagi.integration.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.integration.contract.FailureCode;
import jp.tsunagi.integration.contract.UnreadableMessage;
import jp.tsunagi.integration.hub.FailureClassifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureClassifierTest {

    private static final UnreadableMessage UNREADABLE =
            new UnreadableMessage(FailureCode.SCHEMA_VIOLATED, Map.of("name", "required"));
    private static final MessageRefused REFUSED =
            new MessageRefused("consent.not-valid", Map.of("consent", "expired"), "The consent has ended");
    private static final HubUnavailable AWAY = new HubUnavailable("store away", new IllegalStateException());

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(UNREADABLE, Verdict.PERMANENT),
                Arguments.of(new RuntimeException(new IllegalStateException(UNREADABLE)), Verdict.PERMANENT),
                Arguments.of(REFUSED, Verdict.PERMANENT),
                Arguments.of(new RuntimeException(REFUSED), Verdict.PERMANENT),
                Arguments.of(AWAY, Verdict.UNAVAILABLE),
                Arguments.of(new RuntimeException(AWAY), Verdict.UNAVAILABLE),
                Arguments.of(new HubUnavailable("away", REFUSED), Verdict.UNAVAILABLE),
                Arguments.of(new RuntimeException("anything"), Verdict.TRANSIENT),
                Arguments.of(new StackOverflowError(), Verdict.TRANSIENT),
                Arguments.of(null, Verdict.TRANSIENT));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void decidesByTheOutermostFailureThatTells(Throwable failure, Verdict verdict) {
        assertThat(FailureClassifier.verdict(failure)).isEqualTo(verdict);
    }

    @Test
    void endsWithAChainThatRunsInACircle() {
        RuntimeException first = new RuntimeException();
        RuntimeException second = new RuntimeException(first);
        first.initCause(second);

        assertThat(FailureClassifier.verdict(first)).isEqualTo(Verdict.TRANSIENT);
        assertThat(FailureClassifier.name(first)).contains("RuntimeException");
    }

    @Test
    void givesTheRuleOrTheCodeToTheSender() {
        assertThat(FailureClassifier.reason(new RuntimeException(REFUSED)).ruleForSender())
                .isEqualTo("consent.not-valid");
        assertThat(FailureClassifier.reason(UNREADABLE).ruleForSender()).isEqualTo("schema-violated");
        assertThatIllegalArgumentException().isThrownBy(() -> FailureClassifier.reason(AWAY));
    }

    @Test
    void namesAFailureWithoutItsText() {
        assertThat(FailureClassifier.name(new IllegalStateException("架空 花子", new RuntimeException("架空町"))))
                .contains("IllegalStateException", "RuntimeException")
                .doesNotContain("架空");
    }
}
