package jp.tsunagi.audit;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells of the second place. That it is away stops nobody's work, so it takes no node out of service. */
@Component("audit")
class AuditHealth implements HealthIndicator {

    private final DailyRoots roots;

    AuditHealth(DailyRoots roots) {
        this.roots = roots;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("secondPlace", roots.reachable() ? "writable" : "missing or not writable")
                .build();
    }
}
