package jp.tsunagi.plan;

import java.util.Arrays;
import java.util.Optional;

/** What plans announce. The names travel through the broker and never change. */
enum PlanEvent {
    SUBMITTED("plan-submitted"),
    APPROVED("plan-approved"),
    RETURNED("plan-returned"),
    CONFIRMED("plan-confirmed"),
    /** To the agency that does it: the day has passed. */
    MEASURE_DUE("plan-measure-due"),
    /** To the lead agency: its agency has not said anything. */
    MEASURE_LATE("plan-measure-late"),
    /** To the director. */
    MEASURE_OVERDUE("plan-measure-overdue"),
    /** To the lead agency: the agency that was to do it has no consent any more, or has left the directory. */
    MEASURE_LOST("plan-measure-lost"),
    REVIEW_DUE("plan-review-due");

    private final String wireName;

    PlanEvent(String wireName) {
        this.wireName = wireName;
    }

    /** Also the kind of the notice. */
    String wireName() {
        return wireName;
    }

    /** Whether it goes only while her consent covers the agency that is told. */
    boolean byConsent() {
        return this == MEASURE_DUE;
    }

    static Optional<PlanEvent> named(String wireName) {
        return Arrays.stream(values())
                .filter(event -> event.wireName.equals(wireName))
                .findFirst();
    }
}
