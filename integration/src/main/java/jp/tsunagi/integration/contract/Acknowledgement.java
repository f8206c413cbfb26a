package jp.tsunagi.integration.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message to the hub. Holds nothing that the message held: field names and problem codes only.
 *
 * @param messageId of the message that is acknowledged
 * @param rule why it was not accepted: the rule that refused it, or the failure code of the contract
 * @param fields field name (JSON Pointer without the leading slash) to problem code
 */
public record Acknowledgement(
        String messageId,
        boolean accepted,
        @Nullable String conferenceId,
        @Nullable String reference,
        @Nullable String state,
        @Nullable String rule,
        Map<String, String> fields) {

    public Acknowledgement {
        fields = fields == null ? Map.of() : Map.copyOf(fields);
    }

    public static Acknowledgement accepted(
            String messageId, String conferenceId, @Nullable String reference, @Nullable String state) {
        return new Acknowledgement(messageId, true, conferenceId, reference, state, null, Map.of());
    }

    public static Acknowledgement refused(String messageId, String rule, Map<String, String> fields) {
        return new Acknowledgement(messageId, false, null, null, null, rule, fields);
    }
}
