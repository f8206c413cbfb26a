package jp.tsunagi.integration.hub;

import jp.tsunagi.integration.contract.FailureCode;
import jp.tsunagi.integration.contract.UnreadableMessage;
import jp.tsunagi.integration.hub.OutboxPort.Lease;
import jp.tsunagi.integration.hub.OutboxPort.OutboxEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events on their way from an aggregate's outbox through the broker back to the application. */
final class EventCodec {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventCodec() {}

    /** What names an entry for ever, and lets the broker drop it when it comes twice. */
    static String eventId(Lease lease, OutboxEntry entry) {
        return lease.aggregateId() + ":" + entry.version() + ":" + entry.ordinal();
    }

    static byte[] encode(Lease lease, OutboxEntry entry) {
        return JSON.writeValueAsBytes(new HubEvent(
                eventId(lease, entry),
                entry.kind(),
                entry.caseId(),
                entry.conferenceId(),
                entry.agencies(),
                entry.payload()));
    }

    /** @throws UnreadableMessage where these are not the bytes of an event */
    static HubEvent decode(byte[] json) {
        try {
            return JSON.readValue(json, HubEvent.class);
        } catch (JacksonException e) {
            throw new UnreadableMessage(FailureCode.BODY_NOT_JSON);
        }
    }
}
