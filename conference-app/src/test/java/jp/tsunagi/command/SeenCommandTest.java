package jp.tsunagi.command;

import static jp.tsunagi.casefile.CasefileFixtures.NOW;
import static jp.tsunagi.casefile.CasefileFixtures.SAPPORO;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.junit.jupiter.api.Test;

class SeenCommandTest {

    @Test
    void aCommandIsSeenOnceItIsNoted() {
        List<SeenCommand> seen = SeenCommand.with(List.of(), command("a", "x"));

        assertThat(SeenCommand.contains(seen, command("a", "x"))).isTrue();
        assertThat(SeenCommand.contains(seen, command("b", "x"))).isFalse();
        assertThat(SeenCommand.contains(List.of(), command("a", "x"))).isFalse();
    }

    @Test
    void theSameKeyForSomethingElseIsRefused() {
        List<SeenCommand> seen = SeenCommand.with(List.of(), command("a", "x"));

        assertThatThrownBy(() -> SeenCommand.contains(seen, command("a", "y")))
                .isInstanceOfSatisfying(Refused.class, e -> {
                    assertThat(e.refusal().rule()).isEqualTo("idempotency.key-reused");
                    assertThat(e.refusal().kind()).isEqualTo(Refusal.Kind.INVALID);
                });
    }

    @Test
    void anAggregateRemembersItsLastTwoHundred() {
        List<SeenCommand> seen = List.of();
        for (int i = 0; i < 201; i++) {
            seen = SeenCommand.with(seen, command("c" + i, "x"));
        }

        assertThat(seen).hasSize(200);
        assertThat(SeenCommand.contains(seen, command("c0", "x"))).isFalse();
        assertThat(SeenCommand.contains(seen, command("c1", "x"))).isTrue();
        assertThat(SeenCommand.contains(seen, command("c200", "x"))).isTrue();
    }

    @Test
    void theListThatWasThereStaysAsItIs() {
        List<SeenCommand> before = SeenCommand.with(List.of(), command("a", "x"));
        SeenCommand.with(before, command("b", "x"));

        assertThat(before).hasSize(1);
    }

    @Test
    void aCommandKnowsItsDayInJapanAndForWhomItIs() {
        Command late = new Command("a", "x", SUBMITTER, SAPPORO, java.time.Instant.parse("2026-11-20T15:00:00Z"));

        assertThat(late.today()).isEqualTo("2026-11-21");
        assertThat(late.now()).isEqualTo("2026-11-21T00:00:00");
        assertThat(late.onBehalf()).isFalse();
        assertThat(new Command("a", "x", SUBMITTER, new AgencyCode("E0001"), NOW).onBehalf())
                .isTrue();
    }

    private static Command command(String id, String digest) {
        return new Command(id, digest, SUBMITTER, SAPPORO, NOW);
    }
}
