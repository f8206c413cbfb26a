package jp.tsunagi.audit;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import jp.tsunagi.audit.AuditEvent.Phase;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/** The audit as auditors read it. For everyone else there is nothing here; looking is itself recorded. */
@Service
public class AuditReading {

    private static final String AUDITOR = "ROLE_AUDITOR";

    private final AuditLog log;
    private final AuditVerifier verifier;
    private final DailyRoots roots;
    private final CaseByReference cases;
    private final ActorByLogin actors;
    private final AuditTrail trail;
    private final Clock clock;

    AuditReading(
            AuditLog log,
            AuditVerifier verifier,
            DailyRoots roots,
            CaseByReference cases,
            ActorByLogin actors,
            AuditTrail trail,
            Clock clock) {
        this.log = log;
        this.verifier = verifier;
        this.roots = roots;
        this.cases = cases;
        this.actors = actors;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} for whoever is no auditor */
    public static void requireAuditor(Authentication caller) {
        boolean auditor = caller.getAuthorities().stream().anyMatch(held -> AUDITOR.equals(held.getAuthority()));
        if (!auditor) {
            throw Refusal.notFound();
        }
    }

    /**
     * Entries that fit, newest first.
     *
     * @param wanted its case also by the reference of one of its conferences, its actor also by the sign-in name
     * @param page from zero
     * @param size 1 to 100
     */
    public AuditLog.Page entries(AuditLog.Query wanted, int page, int size, Authentication caller) {
        requireAuditor(caller);
        String caseId = wanted.caseId();
        if (caseId != null && !Ids.isId(caseId)) {
            caseId = cases.caseOf(caseId).orElse(caseId);
        }
        String actor = wanted.actor();
        if (actor != null && !Ids.isId(actor)) {
            actor = actors.actorOf(actor).orElse(actor);
        }
        return found(new AuditLog.Query(caseId, actor, wanted.from(), wanted.until()), page, size, caller);
    }

    private AuditLog.Page found(AuditLog.Query query, int page, int size, Authentication caller) {
        String caseId = query.caseId();
        return recorded(
                "audit.read",
                caller,
                caseId != null && Ids.isId(caseId) ? caseId : null,
                () -> log.find(query, page, size));
    }

    /** Whether the chain is whole. */
    public Verification verification(Authentication caller) {
        requireAuditor(caller);
        return recorded("audit.verify", caller, null, verifier::verify);
    }

    /** How it stands with the second place that signed heads go to. */
    public SecondPlace secondPlace(Authentication caller) {
        requireAuditor(caller);
        return roots.state();
    }

    private <T> T recorded(String action, Authentication caller, @Nullable String caseId, Supplier<T> reading) {
        String command = Ids.random(clock.instant());
        trail.record(event(command, Phase.INTENT, action, caller, caseId, null));
        T answer = reading.get();
        trail.record(event(command, Phase.OUTCOME, action, caller, caseId, "done"));
        return answer;
    }

    private static AuditEvent event(
            String command,
            Phase phase,
            String action,
            Authentication caller,
            @Nullable String caseId,
            @Nullable String outcome) {
        return new AuditEvent(command, phase, action, caller.getName(), null, null, caseId, null, outcome, List.of());
    }
}
