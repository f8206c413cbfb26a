package jp.tsunagi.clock;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.shared.BusinessDays;
import org.springframework.stereotype.Component;

/** On which days somebody is reminded of an end. One that falls on a day without offices comes on the business day before. */
@Component
class Reminders {

    private final ReminderSettings settings;
    private final BusinessDays calendar;

    Reminders(ReminderSettings settings, BusinessDays calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    /** The days, the earliest first; leads that fall on one day are one reminder. */
    List<LocalDate> of(Procedure procedure, LocalDate end) {
        return settings.of(procedure).stream()
                .map(lead -> day(end, lead))
                .distinct()
                .sorted()
                .toList();
    }

    /** The first one after that day; empty where none is left. */
    Optional<LocalDate> next(Procedure procedure, LocalDate end, LocalDate after) {
        return of(procedure, end).stream().filter(day -> day.isAfter(after)).findFirst();
    }

    private LocalDate day(LocalDate end, Period lead) {
        LocalDate day = end.minus(lead);
        return calendar.isBusinessDay(day) ? day : calendar.before(day, 1);
    }
}
