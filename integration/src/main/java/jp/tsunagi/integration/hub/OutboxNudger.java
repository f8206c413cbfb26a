package jp.tsunagi.integration.hub;

import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nudges the relay through its one-place queue. */
final class OutboxNudger implements OutboxNudge {

    private static final Logger log = LoggerFactory.getLogger(OutboxNudger.class);

    private final ProducerTemplate camel;

    OutboxNudger(ProducerTemplate camel) {
        this.camel = camel;
    }

    @Override
    public void nudge() {
        try {
            camel.sendBody(OutboxRelayRoute.NUDGE, "");
        } catch (RuntimeException e) {
            log.debug("A nudge was lost: {}", FailureClassifier.name(e));
        }
    }
}
