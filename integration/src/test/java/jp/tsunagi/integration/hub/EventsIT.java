package jp.tsunagi.integration.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Message;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.contract.FailureCode;
import jp.tsunagi.integration.contract.Notice;
import jp.tsunagi.integration.hub.EventPort.GatewayCopy;
import jp.tsunagi.integration.hub.OutboxPort.OutboxEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an aggregate's outbox through the broker to the application and the inboxes. */
class EventsIT {

    private static final Duration LONG = Duration.ofHours(1);

    private static TestHub hub;
    private static TestAgency shelter;
    private static TestAgency police;

    @BeforeAll
    static void start() throws Exception {
        hub = new TestHub();
        shelter = hub.agency("S0001");
        police = hub.agency("P0001");
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @AfterEach
    void clear() throws Exception {
        shelter.drain();
        police.drain();
        hub.ports.reset();
    }

    private static OutboxEntry entry(long version, int ordinal, String kind, String caseId, String... agencies) {
        return new OutboxEntry(version, ordinal, kind, caseId, "C-" + caseId, Set.of(agencies), "{\"n\":1}");
    }

    private static GatewayCopy copy(String agency, HubEvent event, Duration timeToLive, boolean recallable) {
        Notice notice = new Notice("N-" + event.kind(), event.kind(), "C1", "R8-0001", null, 2, "/inbox/1");
        return new GatewayCopy(agency, notice, timeToLive, event.caseId(), event.conferenceId(), recallable);
    }

    private static void announce(String aggregateId, OutboxEntry... entries) {
        hub.ports.outbox.add(aggregateId, entries);
        hub.context.getBean(OutboxNudge.class).nudge();
    }

    private static long waiting(String agency) throws Exception {
        try (var connection = hub.broker.newConnectionFactory().createConnection();
                var session = connection.createSession()) {
            connection.start();
            var messages = session.createBrowser(session.createQueue(Addresses.inboxOf(agency)))
                    .getEnumeration();
            long count = 0;
            while (messages.hasMoreElements()) {
                messages.nextElement();
                count++;
            }
            return count;
        }
    }

    @Test
    void bringsAnEventToTheApplicationAndItsCopiesToTheInboxes() throws Exception {
        hub.ports.onEvent = event -> List.of(
                copy("S0001", event, LONG, true), copy("P0001", event, LONG, true), copy("J0001", event, LONG, true));
        announce("A1", entry(3, 0, "convened", "K1"));

        Message message = shelter.receive();
        assertThat(message.getStringProperty("tsunagiType")).isEqualTo("notice");
        assertThat(message.getStringProperty("caseId")).isEqualTo("K1");
        assertThat(message.getStringProperty("conferenceId")).isEqualTo("C-K1");
        assertThat(message.getJMSExpiration()).isGreaterThan(0);
        assertThat(police.notice().reference()).isEqualTo("R8-0001");
        assertThat(waiting("J0001")).isEqualTo(1);
        assertThat(hub.ports.events)
                .containsExactly(new HubEvent("A1:3:0", "convened", "K1", "C-K1", Set.of(), "{\"n\":1}"));
        await().until(() -> hub.ports.outbox.isEmpty("A1"));
    }

    @Test
    void sendsNothingWhoseTimeIsOver() throws Exception {
        hub.ports.onEvent = event ->
                List.of(copy("S0001", event, Duration.ZERO, true), copy("S0001", event, Duration.ofDays(-1), true));
        announce("A2", entry(1, 0, "convened", "K2"));

        await().until(() -> hub.ports.events.size() == 1);
        assertThat(shelter.receivesNothingMore()).isTrue();
    }

    @Test
    void tellsTheApplicationOfANoticeThatNobodyCollected() throws Exception {
        hub.ports.onEvent = event -> List.of(copy("011002", event, Duration.ofMillis(150), true));
        announce("A3", entry(1, 0, "convened", "K3"));

        ParkedMessage parked = hub.ports.nextParked();
        assertThat(parked.failure()).isEqualTo(FailureCode.EXPIRED);
        assertThat(parked.originalAddress()).isEqualTo("agency.011002.inbox");
        assertThat(parked.headers()).containsEntry("caseId", "K3");
    }

    @Test
    void sendsNoCopyTwiceWhereHandlingFailedBetween() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        hub.ports.onEvent = event -> {
            if (attempts.incrementAndGet() < 3) {
                // The first copy is sent, the second one cannot be.
                return List.of(copy("S0001", event, LONG, true), copy("not a code", event, LONG, true));
            }
            return List.of(copy("S0001", event, LONG, true));
        };
        announce("A4", entry(1, 0, "convened", "K4"));

        assertThat(shelter.notice().kind()).isEqualTo("convened");
        assertThat(shelter.receivesNothingMore()).isTrue();
    }

    @Test
    void takesBackWhatAWithdrawalConcerns() throws Exception {
        hub.ports.onEvent = event -> switch (event.kind()) {
            case "convened" -> List.of(copy("011002", event, LONG, true), copy("J0001", event, LONG, true));
            case HubEvent.CONSENT_WITHDRAWN -> List.of(copy("011002", event, LONG, false));
            default -> List.of();
        };
        announce("A5", entry(1, 0, "convened", "K5"), entry(1, 1, "convened", "K6"));
        await().until(() -> waiting("011002") == 2 && waiting("J0001") >= 2);
        long before = waiting("J0001");

        announce("A5", entry(2, 0, HubEvent.CONSENT_WITHDRAWN, "K5", "011002"), entry(2, 1, "done", "K5"));
        await().until(() ->
                hub.ports.events.stream().anyMatch(event -> event.kind().equals("done")));
        assertThat(waiting("011002")).as("K6 and the notice of the withdrawal").isEqualTo(2);
        assertThat(waiting("J0001")).isEqualTo(before);

        announce("A5", entry(3, 0, HubEvent.CONSENT_WITHDRAWN, "K5"), entry(3, 1, "done again", "K5"));
        await().until(() ->
                hub.ports.events.stream().anyMatch(event -> event.kind().equals("done again")));
        assertThat(waiting("J0001")).isEqualTo(before - 1);
        assertThat(waiting("011002")).as("notices of withdrawals stay").isEqualTo(3);
    }

    @Test
    void publishesNothingTwiceAfterACrashBeforeTheWatermark() throws Exception {
        hub.ports.outbox.loseNextWatermark("A7");
        announce("A7", entry(1, 0, "first", "K7"), entry(1, 1, "second", "K7"));

        await().until(() -> hub.ports.outbox.isEmpty("A7"));
        announce("A7", entry(2, 0, "third", "K7"));
        await().until(() ->
                hub.ports.events.stream().anyMatch(event -> event.kind().equals("third")));
        assertThat(hub.ports.events).extracting(HubEvent::kind).containsExactly("first", "second", "third");
    }

    @Test
    void letsNoFailingAggregateHoldUpOthers() throws Exception {
        // Its first entry goes, its second cannot: without a case nobody can keep its order.
        OutboxEntry broken = new OutboxEntry(1, 1, "broken", " ", null, Set.of(), "{}");
        announce("A0-broken", entry(1, 0, "before", "K8"), broken, entry(1, 2, "after", "K8"));
        for (int i = 0; i < 20; i++) {
            announce("B" + i, entry(1, 0, "fine", "KB" + i));
        }

        await().until(() -> hub.ports.outbox.pendingAggregates() == 1);
        await().until(() -> hub.ports.events.size() == 21);
        int released = hub.ports.outbox.released();
        await().until(() -> hub.ports.outbox.released() > released);
        assertThat(hub.ports.events)
                .extracting(HubEvent::kind)
                .contains("before", "fine")
                .doesNotContain("after");
        hub.ports.outbox.remove("A0-broken");
    }

    @Test
    void parksAnEventThatTheApplicationRefuses() throws Exception {
        hub.ports.onEvent = event -> {
            throw new MessageRefused("event.unknown", java.util.Map.of(), "No such event");
        };
        announce("A9", entry(1, 0, "strange", "K9"));

        ParkedMessage parked = hub.ports.nextParked();
        assertThat(parked.failure()).isEqualTo(FailureCode.REFUSED);
        assertThat(parked.originalAddress()).isEqualTo(Addresses.EVENTS);
        assertThat(parked.sender()).isNull();

        hub.ports.reset();
        hub.context.getBean(Resender.class).resend(parked);
        await().until(() -> hub.ports.events.size() == 1);
        assertThat(hub.ports.events.get(0).eventId()).isEqualTo("A9:1:0");
    }

    @Test
    void keepsADeadLetterUntilItIsStored() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        hub.ports.onPark = message -> attempts.incrementAndGet() < 8 ? new IllegalStateException("away") : null;
        hub.ports.onEvent = event -> {
            throw new MessageRefused("event.unknown", java.util.Map.of(), "No such event");
        };
        announce("A10", entry(1, 0, "strange", "K10"));

        assertThat(hub.ports.nextParked().rule()).isEqualTo("event.unknown");
        assertThat(attempts).hasValue(8);
    }
}
