package jp.tsunagi.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is entered into the chain. No personal data: opaque ids, codes and names of rules and field classes, each of at
 * most 64 letters, digits and {@code . _ : | -}; whatever else is typed, such as a name or a sentence, is refused here.
 *
 * @param commandId ties the intent of a command to its outcome
 * @param phase before or after
 * @param action what is done, such as {@code conference.decide} or {@code conference.read}
 * @param actor account id of who does it, or {@code system}
 * @param agency code of the actor's agency, null for the system
 * @param onBehalfOf code of the agency acted for, where that is another
 * @param caseId the case, null where none is concerned
 * @param subject id of the conference, notice, account or document, null where none
 * @param outcome {@code done}, or the rule that refused; null in an intent
 * @param detail names of field classes shown, state reached, reason code, at most 64; never a value typed, save the reason
 *     code
 */
public record AuditEvent(
        String commandId,
        Phase phase,
        String action,
        String actor,
        @Nullable String agency,
        @Nullable String onBehalfOf,
        @Nullable String caseId,
        @Nullable String subject,
        @Nullable String outcome,
        List<String> detail) {

    private static final int LONGEST = 64;
    private static final int MOST_DETAILS = 64;

    /** When an entry is written, seen from the act. */
    public enum Phase {
        /** Before protected data leave or a write happens. */
        INTENT,
        /** After it, with what came of it. */
        OUTCOME
    }

    public AuditEvent {
        detail = List.copyOf(detail);
        requireCode("commandId", commandId);
        requireCode("action", action);
        requireCode("actor", actor);
        requireCodeOrNull("agency", agency);
        requireCodeOrNull("onBehalfOf", onBehalfOf);
        requireCodeOrNull("caseId", caseId);
        requireCodeOrNull("subject", subject);
        requireCodeOrNull("outcome", outcome);
        detail.forEach(item -> requireCode("detail", item));
        if (detail.size() > MOST_DETAILS) {
            throw new IllegalArgumentException("An audit event has too many details");
        }
    }

    private static void requireCodeOrNull(String field, @Nullable String value) {
        if (value != null) {
            requireCode(field, value);
        }
    }

    /** Without the value: what was refused here may be a name. */
    private static void requireCode(String field, String value) {
        boolean fits = !value.isEmpty() && value.length() <= LONGEST;
        for (int i = 0; fits && i < value.length(); i++) {
            fits = mayStandInCode(value.charAt(i));
        }
        if (!fits) {
            throw new IllegalArgumentException("The field " + field + " of an audit event is no code or identifier");
        }
    }

    /** By hand rather than by a pattern: verification builds an event for every entry of the chain. */
    private static boolean mayStandInCode(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._:|-".indexOf(c) >= 0;
    }
}
