package jp.tsunagi.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagi.shared.BusinessDays;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.stereotype.Component;

/** By when a disclosure is reviewed and she is told: on the business day after its end. */
@Component
class AfterDays {

    private final BusinessDays calendar;

    AfterDays(BusinessDays calendar) {
        this.calendar = calendar;
    }

    LocalDate due(Instant end) {
        return calendar.after(LocalDate.ofInstant(end, TimeConfiguration.JAPAN), 1);
    }

    /** The day on which others are told that it is late. */
    LocalDate late(LocalDate due) {
        return calendar.after(due, 1);
    }
}
