package jp.tsunagi.complaint;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.shared.BusinessDays;
import org.springframework.stereotype.Component;

/** By when a complaint is answered, and when somebody is reminded that it has to be. */
@Component
class AnswerDays {

    private static final int NEAR = 2;

    private final ComplaintSettings settings;
    private final BusinessDays calendar;

    AnswerDays(ComplaintSettings settings, BusinessDays calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    LocalDate due(LocalDate received) {
        return calendar.after(received, settings.answerWithin());
    }

    /** The day on which the director is told that it is late. */
    LocalDate late(LocalDate due) {
        return calendar.after(due, 1);
    }

    /** All days on which somebody is told, the earliest first; the last one is that of the director. */
    List<LocalDate> of(LocalDate due) {
        LocalDate onTheDay = calendar.isBusinessDay(due) ? due : calendar.before(due, 1);
        return List.of(calendar.before(due, NEAR), onTheDay, late(due));
    }
}
