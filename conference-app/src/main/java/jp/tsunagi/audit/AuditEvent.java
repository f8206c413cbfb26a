package jp.tsunagi.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is entered into the chain. No personal data: opaque ids, codes and names of rules and field classes.
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
 * @param detail names of field classes shown, state reached, reason code; never a value typed, save the reason code
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

    /** When an entry is written, seen from the act. */
    public enum Phase {
        /** Before protected data leave or a write happens. */
        INTENT,
        /** After it, with what came of it. */
        OUTCOME
    }

    public AuditEvent {
        detail = List.copyOf(detail);
    }
}
