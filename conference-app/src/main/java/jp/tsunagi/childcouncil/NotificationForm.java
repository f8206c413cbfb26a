package jp.tsunagi.childcouncil;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What an agency is told of her children, as it is typed: as little as is needed.
 *
 * @param matter what it is in law
 * @param recipient code of the agency that is told
 * @param childrenWho which children, as far as known
 * @param childrenSituation what they saw or suffered
 * @param childrenNow how safe they are now, and what is asked for; never where they are
 * @param replyTo whom to ask back: the agency's own window
 */
record NotificationForm(
        @Nullable Matter matter,
        @Nullable String recipient,
        @Nullable String childrenWho,
        @Nullable String childrenSituation,
        @Nullable String childrenNow,
        @Nullable String replyTo) {

    /** What a notification is in law. */
    enum Matter {
        /** 児童虐待に係る通告: never waits for consent. */
        ABUSE,
        /** 情報提供 to the council. */
        INFORMATION
    }

    /** How it was made. */
    enum Means {
        PHONE,
        IN_PERSON,
        WRITTEN,
        ONLINE
    }

    /**
     * That it was made.
     *
     * @param takenBy who took it at the other agency, where that was said
     */
    record Making(
            @Nullable LocalDate madeOn, @Nullable LocalTime madeAt, @Nullable Means madeBy, @Nullable String takenBy) {}
}
