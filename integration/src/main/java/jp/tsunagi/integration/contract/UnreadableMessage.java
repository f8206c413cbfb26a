package jp.tsunagi.integration.contract;

import java.util.Map;

/** A message that no repetition will make readable. The text names the code only. */
public final class UnreadableMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureCode code;
    private final transient Map<String, String> fields;

    public UnreadableMessage(FailureCode code) {
        this(code, Map.of());
    }

    /** @param fields field name to problem code; never a value */
    public UnreadableMessage(FailureCode code, Map<String, String> fields) {
        super("Message not readable: " + code.code());
        this.code = code;
        this.fields = Map.copyOf(fields);
    }

    public FailureCode code() {
        return code;
    }

    public Map<String, String> fields() {
        return fields;
    }
}
