package jp.tsunagi.integration.hub;

import java.util.Map;

/** The application refuses a message for good. */
public final class MessageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient Map<String, String> fields;

    /**
     * @param rule the rule that refused, e.g. {@code consent.not-valid}; goes to the sender
     * @param fields field name to problem code, never to a value or a text that quotes one; goes to the sender
     * @param detail for the operator; no personal data
     */
    public MessageRefused(String rule, Map<String, String> fields, String detail) {
        super(detail);
        this.rule = rule;
        this.fields = Map.copyOf(fields);
    }

    public String rule() {
        return rule;
    }

    public Map<String, String> fields() {
        return fields;
    }
}
