package jp.tsunagi.integration.contract;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message without opening it. None of it is personal, and none of it says who sent it: that is the
 * user whom the broker authenticated.
 *
 * @param messageId chosen by the sender, the same for every repeat of the same message; {@value #ID_FORMAT}
 * @param version the major version of the body
 * @param group the order group ({@code JMSXGroupID}): messages of one group are handled in the order sent
 */
public record Envelope(String messageId, MessageType type, int version, Instant sentAt, @Nullable String group) {

    /** What ids look like on the wire; a ULID or a UUID fits. */
    public static final String ID_FORMAT = "[A-Za-z0-9-]{1,64}";

    private static final Pattern ID = Pattern.compile(ID_FORMAT);

    public Envelope {
        if (!isId(messageId)) {
            throw new IllegalArgumentException("A message id is 1 to 64 letters, digits and hyphens");
        }
        Objects.requireNonNull(type);
        Objects.requireNonNull(sentAt);
    }

    /** Whether the text can be an id on the wire: nothing that could end a filter or a line of a log. */
    public static boolean isId(@Nullable String text) {
        return text != null && ID.matcher(text).matches();
    }
}
