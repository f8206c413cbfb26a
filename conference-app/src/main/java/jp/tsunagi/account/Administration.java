package jp.tsunagi.account;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import jp.tsunagi.audit.AuditEvent;
import jp.tsunagi.audit.AuditTrail;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters every change to people and their rights into the audit chain, before and after it. */
@Component
public class Administration {

    /** Actor of what happens at the start or at the first run. */
    public static final String SYSTEM = "system";

    private final AuditTrail audit;
    private final Clock clock;

    Administration(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Does it between an entry of the intent and one of the outcome; where the first cannot be written, not at all. */
    public <T> T audited(String action, String actor, String subject, List<String> detail, Supplier<T> change) {
        String command = Ids.random(clock.instant());
        audit.record(event(command, AuditEvent.Phase.INTENT, action, actor, subject, null, detail));
        try {
            T result = change.get();
            audit.record(event(command, AuditEvent.Phase.OUTCOME, action, actor, subject, "done", detail));
            return result;
        } catch (Refused e) {
            audit.record(event(
                    command,
                    AuditEvent.Phase.OUTCOME,
                    action,
                    actor,
                    subject,
                    e.refusal().rule(),
                    detail));
            throw e;
        }
    }

    /** What happened by itself, such as a sign-in or a lock. */
    public void happened(String action, String actor, String subject) {
        audit.record(event(
                Ids.random(clock.instant()), AuditEvent.Phase.OUTCOME, action, actor, subject, "done", List.of()));
    }

    private static AuditEvent event(
            String command,
            AuditEvent.Phase phase,
            String action,
            String actor,
            String subject,
            @Nullable String outcome,
            List<String> detail) {
        return new AuditEvent(command, phase, action, actor, null, null, null, subject, outcome, detail);
    }
}
