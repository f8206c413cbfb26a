package jp.tsunagi.conference;

import java.util.Arrays;
import java.util.Optional;

/** What conferences announce. The names travel through the broker and never change. */
enum EventKind {
    REQUEST_SUBMITTED("request-submitted"),
    REQUEST_RECALLED("request-recalled"),
    CONSENT_ANSWERED("consent-answered"),
    RETURNED("request-returned"),
    REFERRED("request-referred"),
    DECIDED("decided"),
    CONVENED("convened"),
    RESCHEDULED("rescheduled"),
    CALLED_OFF("called-off"),
    REPLIED("replied"),
    SHEET_RECEIVED("sheet-received"),
    HELD("held"),
    REPORTED("reported"),
    MINUTES_OBJECTED("minutes-objected"),
    MINUTES_ANSWERED("minutes-answered"),
    CLOSED("closed"),
    REQUEST_WITHDRAWN("request-withdrawn"),
    DUE("due"),
    OVERDUE("overdue");

    private final String wireName;

    EventKind(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    static Optional<EventKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
