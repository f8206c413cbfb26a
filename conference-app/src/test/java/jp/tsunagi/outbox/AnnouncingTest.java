package jp.tsunagi.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnouncingTest {

    @Test
    void keepsWhatTheVeryFirstVersionAnnouncedUntilItIsSent() {
        Announcing first = new Announcing(0, List.of(), Announcing.NOTHING_SENT);
        first.announce("request-submitted", "C", Set.of(), "");

        Announcing second = new Announcing(1, first.entries(), Announcing.NOTHING_SENT);
        second.announce("consent-answered", "C", Set.of(), "CONSENTED");

        assertThat(second.entries())
                .extracting(PendingEvent::forVersion, PendingEvent::ordinal, PendingEvent::kind)
                .containsExactly(tuple(0L, 0, "request-submitted"), tuple(1L, 0, "consent-answered"));
    }

    @Test
    void dropsWhatIsSent() {
        Announcing first = new Announcing(0, List.of(), Announcing.NOTHING_SENT);
        first.announce("request-submitted", "C", Set.of(), "");

        assertThat(new Announcing(1, first.entries(), 0).entries()).isEmpty();
    }

    @Test
    void numbersWhatOneVersionAnnounces() {
        Announcing version = new Announcing(7, List.of(), 6);
        version.announce("decided", "C", Set.of(), "HOLD");
        version.announce("convened", "C", Set.of("P0001"), "");

        assertThat(version.entries()).extracting(PendingEvent::ordinal).containsExactly(0, 1);
    }
}
