package jp.tsunagi.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that an officer could do now. It says what, for which conference, by when and where; nothing of hers.
 *
 * @param reference of the conference; null before it has one
 * @param act what is to be done: a key of the texts, such as {@code step.REPLY}
 * @param due by when; null where no day is set, or the policy does not show it
 * @param page path of the page on which it is done
 * @param mine whether it lies with this officer in person, and not with whoever of the agency comes first
 */
public record Task(@Nullable String reference, String act, @Nullable LocalDate due, String page, boolean mine) {

    /** How near it is. */
    Urgency urgency(LocalDate today) {
        return Urgency.of(due, today);
    }
}
