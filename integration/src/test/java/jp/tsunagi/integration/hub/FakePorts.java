package jp.tsunagi.integration.hub;

import com.google.crypto.tink.KeysetHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import jp.tsunagi.integration.broker.AgencyDirectory;
import jp.tsunagi.integration.broker.BrokerAccounts;
import jp.tsunagi.integration.broker.BrokerFixtures;
import jp.tsunagi.integration.contract.PayloadEncryption;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application in memory behind the ports. */
@Configuration(proxyBeanMethods = false)
class FakePorts {

    final List<AgencyMessage> calls = new CopyOnWriteArrayList<>();
    final List<HubEvent> events = new CopyOnWriteArrayList<>();
    final BlockingQueue<ParkedMessage> parked = new LinkedBlockingQueue<>();
    final AtomicInteger ticks = new AtomicInteger();
    final FakeOutbox outbox = new FakeOutbox();
    final KeysetHandle keys = newKeys();

    volatile Function<AgencyMessage, AgencyMessagePort.Accepted> onMessage = FakePorts::accept;
    volatile Function<HubEvent, List<EventPort.GatewayCopy>> onEvent = event -> List.of();
    volatile Function<ParkedMessage, RuntimeException> onPark = message -> null;

    private static AgencyMessagePort.Accepted accept(AgencyMessage message) {
        return new AgencyMessagePort.Accepted("C-" + message.envelope().messageId(), "R8-0001", "SUBMITTED");
    }

    void reset() {
        calls.clear();
        events.clear();
        parked.clear();
        onMessage = FakePorts::accept;
        onEvent = event -> List.of();
        onPark = message -> null;
    }

    private static KeysetHandle newKeys() {
        try {
            return PayloadEncryption.newPrivateKeyset();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    ParkedMessage nextParked() {
        try {
            ParkedMessage next = parked.poll(15, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Nothing was parked");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> idsOfCalls() {
        List<String> ids = new ArrayList<>();
        calls.forEach(call -> ids.add(call.envelope().messageId()));
        return ids;
    }

    @Bean
    HubKeyset hubKeyset() {
        return new HubKeyset(keys);
    }

    @Bean
    AgencyDirectory agencyDirectory() {
        return () -> BrokerFixtures.AGENCIES;
    }

    @Bean
    BrokerAccounts brokerAccounts() {
        return BrokerFixtures::authenticate;
    }

    @Bean
    AgencyMessagePort agencyMessagePort() {
        return message -> {
            calls.add(message);
            return onMessage.apply(message);
        };
    }

    @Bean
    EventPort eventPort() {
        return event -> {
            events.add(event);
            return onEvent.apply(event);
        };
    }

    @Bean
    OutboxPort outboxPort() {
        return outbox;
    }

    @Bean
    DeadlinePort deadlinePort() {
        return () -> {
            if (ticks.incrementAndGet() == 1) {
                throw new IllegalStateException("the first look fails");
            }
        };
    }

    @Bean
    DeadLetterPort deadLetterPort() {
        return message -> {
            RuntimeException failure = onPark.apply(message);
            if (failure != null) {
                throw failure;
            }
            parked.add(message);
        };
    }
}
