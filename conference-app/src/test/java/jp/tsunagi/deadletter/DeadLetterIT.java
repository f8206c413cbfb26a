package jp.tsunagi.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagi.integration.contract.FailureCode;
import jp.tsunagi.integration.hub.ParkedMessage;
import jp.tsunagi.integration.hub.Resender;
import jp.tsunagi.protection.SealedDatabase;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jms.UncategorizedJmsException;

class DeadLetterIT {

    private static final byte[] BODY = "秘密の本文".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private SealedDatabase store;
    private FakeResender resender;
    private DeadLetterOffice office;

    @BeforeEach
    void open() {
        store = new SealedDatabase(folder);
        resender = new FakeResender();
        office = new DeadLetterOffice(store.database(), store.keys(), provider(resender), store.clock());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsWhyAMessageIsThereAndWhatItWas() {
        office.park(message("park-1"));

        DeadLetter kept = office.list(0, 10).get(0);

        assertThat(kept.id()).isEqualTo(Ids.derived("dead-letter", "park-1"));
        assertThat(kept.originalAddress()).isEqualTo("hub.requests");
        assertThat(kept.sender()).isEqualTo("011002");
        assertThat(kept.failure()).isEqualTo(FailureCode.REFUSED);
        assertThat(kept.rule()).isEqualTo("request.incomplete");
        assertThat(kept.body()).isEqualTo(BODY);
        assertThat(kept.headers()).containsEntry("type", "conference-request").containsEntry("attempt", 3);
        assertThat(kept.size()).isEqualTo(BODY.length);
        assertThat(kept.resent()).isZero();
    }

    @Test
    void parkedTwiceItIsThereOnce() {
        office.park(message("park-1"));
        office.park(message("park-1"));

        assertThat(office.count()).isEqualTo(1);
    }

    @Test
    void liesThereAsConfidentialAsItCame() {
        office.park(message("park-1"));

        Document stored = store.database().getCollection("deadLetters").find().first();

        assertThat(stored).isNotNull();
        assertThat(stored.get("body")).isInstanceOf(Binary.class);
        assertThat(stored.get("headers")).isInstanceOf(Binary.class);
        assertThat(stored.get("body", Binary.class).getData()).isNotEqualTo(BODY);
        assertThat(new String(stored.get("body", Binary.class).getData(), StandardCharsets.UTF_8))
                .doesNotContain("秘密");
        assertThat(stored.toJson()).doesNotContain("conference-request");
    }

    @Test
    void theNewestComesFirstPageByPage() {
        for (int i = 0; i < 3; i++) {
            office.park(message("park-" + i));
            store.forward(Duration.ofMinutes(1));
        }

        assertThat(office.list(0, 2)).extracting(DeadLetter::parkId).containsExactly("park-2", "park-1");
        assertThat(office.list(1, 2)).extracting(DeadLetter::parkId).containsExactly("park-0");
        assertThat(office.count()).isEqualTo(3);
    }

    @Test
    void sentAgainItGoesOutAsItCameAndIsCounted() {
        office.park(message("park-1"));
        DeadLetter letter = office.list(0, 1).get(0);
        store.forward(Duration.ofHours(1));

        DeadLetter again = office.resend(letter);
        office.resend(again);

        assertThat(resender.sent).hasSize(2).allSatisfy(message -> {
            assertThat(message.parkId()).isEqualTo("park-1");
            assertThat(message.body()).isEqualTo(BODY);
            assertThat(message.headers()).containsEntry("attempt", 3);
        });
        DeadLetter kept = office.find(letter.id()).orElseThrow();
        assertThat(kept.resent()).isEqualTo(2);
        assertThat(kept.resentAt()).isEqualTo(store.clock().instant());
        assertThat(kept.body()).isEqualTo(BODY);
    }

    @Test
    void whatCameFromNoAddressOfTheHubIsNotSentAgain() {
        office.park(message("park-1"));
        resender.failure = new IllegalArgumentException("no address");

        assertRefused("dead-letter.not-resendable", Refusal.Kind.CONFLICT);
    }

    @Test
    void whileTheBrokerIsAwayItStays() {
        office.park(message("park-1"));
        resender.failure = new UncategorizedJmsException("away");

        assertRefused("hub.unavailable", Refusal.Kind.UNAVAILABLE);
        assertThat(office.list(0, 1).get(0).resent()).isZero();
    }

    @Test
    void namesTheMessageAndNeverItsContent() {
        assertThat(message("park-1").toString()).contains("park-1").doesNotContain("秘密", "attempt");
    }

    private void assertRefused(String rule, Refusal.Kind kind) {
        DeadLetter letter = office.list(0, 1).get(0);
        assertThatThrownBy(() -> office.resend(letter)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.refusal().rule()).isEqualTo(rule);
            assertThat(e.refusal().kind()).isEqualTo(kind);
        });
    }

    private ParkedMessage message(String parkId) {
        return new ParkedMessage(
                parkId,
                "hub.requests",
                "011002",
                FailureCode.REFUSED,
                "request.incomplete",
                Map.of("type", "conference-request", "attempt", 3),
                BODY,
                store.clock().instant());
    }

    private static ObjectProvider<Resender> provider(Resender resender) {
        return new ObjectProvider<>() {
            @Override
            public Resender getObject() {
                return resender;
            }
        };
    }

    /** Keeps what is sent, or fails. */
    private static final class FakeResender implements Resender {
        private final List<ParkedMessage> sent = new ArrayList<>();
        private RuntimeException failure;

        @Override
        public void resend(ParkedMessage message) {
            if (failure != null) {
                throw failure;
            }
            sent.add(message);
        }
    }
}
