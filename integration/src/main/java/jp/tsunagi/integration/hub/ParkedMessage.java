package jp.tsunagi.integration.hub;

import java.time.Instant;
import java.util.Map;
import jp.tsunagi.integration.contract.FailureCode;
import org.jspecify.annotations.Nullable;

/**
 * A message that was taken out of its way.
 *
 * @param parkId the broker's id of the parked message
 * @param originalAddress where it was to be read
 * @param sender the agency that sent it, as the broker authenticated it; absent where the hub itself sent it
 * @param failure why it is here
 * @param rule which rule refused it, where one did
 * @param headers the contract's headers as they came (strings, numbers, booleans)
 * @param body as it was sent: still encrypted where it came from an agency
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; its id is
public record ParkedMessage(
        String parkId,
        String originalAddress,
        @Nullable String sender,
        FailureCode failure,
        @Nullable String rule,
        Map<String, Object> headers,
        byte[] body,
        Instant parkedAt) {

    public ParkedMessage {
        headers = Map.copyOf(headers);
    }

    /** Names the message, never its content. */
    @Override
    public String toString() {
        return "ParkedMessage[" + parkId + " from " + originalAddress + ": " + failure.code() + "]";
    }
}
