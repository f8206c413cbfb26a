package jp.tsunagi.command;

import java.util.List;
import java.util.function.Supplier;
import jp.tsunagi.audit.AuditEvent;
import jp.tsunagi.audit.AuditTrail;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out acts: the intent in the audit first, then the act, then its outcome. Fails closed. */
@Component
public final class Acts {

    /** A writer that loses against another looks again, this many times, before the person is told. */
    private static final int ATTEMPTS = 5;

    private final AuditTrail audit;

    Acts(AuditTrail audit) {
        this.audit = audit;
    }

    /**
     * Carries out an act that may write. Where another write came first, the act is tried again on what that one left:
     * every rule is asked again.
     *
     * @param action name in the audit, such as {@code conference.decide}
     * @throws Refused as the act does, or {@code audit.unavailable}, or {@code version.stale} after too many attempts
     */
    public <T> T perform(
            Command command, String action, @Nullable String caseId, @Nullable String subject, Supplier<T> act) {
        audit.record(event(command, AuditEvent.Phase.INTENT, action, caseId, subject, null, List.of()));
        try {
            T result = retrying(act);
            audit.record(event(command, AuditEvent.Phase.OUTCOME, action, caseId, subject, "done", List.of()));
            return result;
        } catch (Refused refused) {
            audit.record(event(
                    command,
                    AuditEvent.Phase.OUTCOME,
                    action,
                    caseId,
                    subject,
                    refused.refusal().rule(),
                    List.of()));
            throw refused;
        }
    }

    /** Enters an attempt that was refused before anything began. */
    public void refused(
            Command command, String action, @Nullable String caseId, @Nullable String subject, Refused refused) {
        audit.record(event(
                command,
                AuditEvent.Phase.OUTCOME,
                action,
                caseId,
                subject,
                refused.refusal().rule(),
                List.of()));
    }

    /** Enters a read of protected data before they leave; of several cases at once where none is named. */
    public void shown(
            Command command,
            String action,
            @Nullable String caseId,
            @Nullable String subject,
            List<String> fieldClasses) {
        audit.record(event(command, AuditEvent.Phase.INTENT, action, caseId, subject, null, fieldClasses));
    }

    /**
     * Enters that an act goes on although something unusual was pointed out (確認, ui.md B6): before the act writes.
     *
     * @param alerts names of the rules that pointed it out, nothing of what was typed
     */
    public void wentOn(Command command, String action, String caseId, String subject, List<String> alerts) {
        audit.record(event(command, AuditEvent.Phase.INTENT, action, caseId, subject, null, alerts));
    }

    private static <T> T retrying(Supplier<T> act) {
        for (int attempt = 1; ; attempt++) {
            try {
                return act.get();
            } catch (SealedCollection.Stale | SealedCollection.AlreadyThere e) {
                if (attempt == ATTEMPTS) {
                    throw Refusal.conflict("version.stale");
                }
            }
        }
    }

    private static AuditEvent event(
            Command command,
            AuditEvent.Phase phase,
            String action,
            @Nullable String caseId,
            @Nullable String subject,
            @Nullable String outcome,
            List<String> detail) {
        return new AuditEvent(
                command.id(),
                phase,
                action,
                command.officer().id().value(),
                command.officer().agency().value(),
                command.onBehalf() ? command.forAgency().value() : null,
                caseId,
                subject,
                outcome,
                detail);
    }
}
