package jp.tsunagi.integration.hub;

import jakarta.jms.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.contract.FailureCode;
import jp.tsunagi.integration.contract.WireHeaders;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The steps of {@link DeadLetterRoute}, and the way back. */
final class DeadLetters implements Resender {

    private final DeadLetterPort port;
    private final HubSender sender;
    private final String hubUser;
    private final Clock clock;

    /** @param sender on a connection factory of its own */
    DeadLetters(DeadLetterPort port, HubSender sender, String hubUser, Clock clock) {
        this.port = port;
        this.sender = sender;
        this.hubUser = hubUser;
        this.clock = clock;
    }

    void park(Exchange exchange) throws Exception {
        Inbound inbound = Inbound.read(Routes.body(exchange, Message.class), Routes.addressOf(exchange), hubUser);
        port.park(new ParkedMessage(
                inbound.id(),
                inbound.originalAddress(),
                inbound.sender(),
                failure(inbound),
                rule(inbound),
                inbound.contractProperties(),
                inbound.body(),
                clock.instant()));
    }

    private static FailureCode failure(Inbound inbound) {
        if (Addresses.EXPIRED.equals(inbound.address())) {
            return FailureCode.EXPIRED;
        }
        return Arrays.stream(FailureCode.values())
                .filter(code -> code.code().equals(inbound.properties().get(WireHeaders.FAILURE)))
                .findFirst()
                .orElse(FailureCode.DELIVERY_EXHAUSTED);
    }

    private static @Nullable String rule(Inbound inbound) {
        return inbound.properties().get(WireHeaders.FAILURE_RULE) instanceof String rule ? rule : null;
    }

    @Override
    public void resend(ParkedMessage message) {
        String address = message.originalAddress();
        if (!Addresses.INBOUND.contains(address) && !Addresses.EVENTS.equals(address)) {
            throw new IllegalArgumentException("Messages are not resent to this address");
        }
        Map<String, Object> headers = new LinkedHashMap<>(message.headers());
        if (message.sender() != null) {
            headers.put(WireHeaders.ORIGINAL_SENDER, message.sender());
        }
        sender.send(address, message.body(), headers, Duration.ZERO);
    }
}
