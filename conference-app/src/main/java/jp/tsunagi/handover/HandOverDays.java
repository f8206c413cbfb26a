package jp.tsunagi.handover;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.shared.BusinessDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By when an offer is answered, and when somebody is reminded of it. */
@Component
class HandOverDays {

    private final HandOverSettings settings;
    private final BusinessDays calendar;

    HandOverDays(HandOverSettings settings, BusinessDays calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    LocalDate answerBy(LocalDate offeredOn) {
        return calendar.after(offeredOn, settings.answerWithin());
    }

    /** Whether the next reminder is the receiving agency's. Elsewhere the hub reminds nobody. */
    boolean reminds(HandOver handOver) {
        return !handOver.elsewhere() && handOver.reminders() == 0;
    }

    /** When the next reminder is due; empty where everybody was told. */
    Optional<LocalDate> reminder(HandOver handOver) {
        if (handOver.state() != HandOverState.OFFERED || handOver.reminders() >= most(handOver)) {
            return Optional.empty();
        }
        HandOverRecord record = handOver.record();
        return Optional.of(
                reminds(handOver)
                        ? calendar.after(record.offeredOn(), settings.remindAfter())
                        : calendar.after(record.answerBy(), 1));
    }

    /** When it is to be looked at next: for a reminder, or since her consent is over. */
    @Nullable LocalDate next(HandOver handOver, LocalDate consentUntil) {
        if (handOver.state() != HandOverState.OFFERED) {
            return null;
        }
        LocalDate over = consentUntil.plusDays(1);
        return reminder(handOver).filter(day -> day.isBefore(over)).orElse(over);
    }

    private static int most(HandOver handOver) {
        return handOver.elsewhere() ? 1 : 2;
    }
}
