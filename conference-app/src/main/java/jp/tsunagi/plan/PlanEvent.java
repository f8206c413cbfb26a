package jp.tsunagi.plan;

import java.util.Arrays;
import java.util.Optional;

/** What plans announce. The names travel through the broker and never change. */
enum PlanEvent {
    SUBMITTED("plan-submitted"),
    APPROVED("plan-approved"),
    RETURNED("plan-returned"),
    CONFIRMED("plan-confirmed");

    private final String wireName;

    PlanEvent(String wireName) {
        this.wireName = wireName;
    }

    /** Also the kind of the notice. */
    String wireName() {
        return wireName;
    }

    static Optional<PlanEvent> named(String wireName) {
        return Arrays.stream(values())
                .filter(event -> event.wireName.equals(wireName))
                .findFirst();
    }
}
