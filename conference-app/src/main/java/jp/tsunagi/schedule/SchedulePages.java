package jp.tsunagi.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.Words;
import jp.tsunagi.shared.Holidays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Meetings and due dates of a month, as a list or as a calendar (S06). */
@Controller
class SchedulePages {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int MONTHS_EITHER_WAY = 120;

    private final Schedule schedule;
    private final Holidays holidays;
    private final Commands commands;
    private final Words words;

    SchedulePages(Schedule schedule, Holidays holidays, Commands commands, Words words) {
        this.schedule = schedule;
        this.holidays = holidays;
        this.commands = commands;
        this.words = words;
    }

    /**
     * A day of the calendar.
     *
     * @param holiday its name; null on others
     * @param inMonth whether it belongs to the month that is shown
     */
    record Day(LocalDate date, @Nullable String holiday, boolean inMonth, List<Entry> entries) {}

    /**
     * @param month such as {@code 2026-09}; this month where it is none
     * @param view {@code month} for the calendar; anything else for the list
     */
    @GetMapping("/schedule")
    String schedule(
            @CurrentOfficer Officer officer,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String view,
            Model model) {
        Command command = commands.reading(officer);
        YearMonth wanted = month(month, command.today());
        Map<LocalDate, List<Entry>> byDay = schedule.entries(command, wanted.atDay(1), wanted.atEndOfMonth()).stream()
                .collect(Collectors.groupingBy(Entry::day, TreeMap::new, Collectors.toList()));
        model.addAttribute("monthName", words.month(wanted.atDay(1)));
        model.addAttribute("month", wanted.toString());
        model.addAttribute("before", wanted.minusMonths(1).toString());
        model.addAttribute("after", wanted.plusMonths(1).toString());
        model.addAttribute("today", command.today());
        model.addAttribute("calendar", "month".equals(view));
        model.addAttribute("empty", byDay.isEmpty());
        model.addAttribute("days", days(wanted, byDay));
        model.addAttribute("weeks", weeks(wanted, byDay));
        return "schedule/schedule";
    }

    /** The days of the month on which something is, holidays included. */
    private List<Day> days(YearMonth month, Map<LocalDate, List<Entry>> byDay) {
        List<Day> days = new ArrayList<>();
        for (int i = 1; i <= month.lengthOfMonth(); i++) {
            Day day = day(month.atDay(i), month, byDay);
            if (!day.entries().isEmpty() || day.holiday() != null) {
                days.add(day);
            }
        }
        return days;
    }

    private List<List<Day>> weeks(YearMonth month, Map<LocalDate, List<Entry>> byDay) {
        LocalDate first = month.atDay(1);
        LocalDate date = first.minusDays(first.getDayOfWeek().getValue() % DAYS_OF_A_WEEK);
        List<List<Day>> weeks = new ArrayList<>();
        while (!date.isAfter(month.atEndOfMonth())) {
            List<Day> week = new ArrayList<>();
            for (int i = 0; i < DAYS_OF_A_WEEK; i++) {
                week.add(day(date, month, byDay));
                date = date.plusDays(1);
            }
            weeks.add(week);
        }
        return weeks;
    }

    private Day day(LocalDate date, YearMonth month, Map<LocalDate, List<Entry>> byDay) {
        return new Day(
                date,
                holidays.nameOf(date).orElse(null),
                YearMonth.from(date).equals(month),
                byDay.getOrDefault(date, List.of()));
    }

    private static YearMonth month(@Nullable String text, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        try {
            YearMonth wanted = text == null ? now : YearMonth.parse(text);
            boolean near = wanted.isAfter(now.minusMonths(MONTHS_EITHER_WAY))
                    && wanted.isBefore(now.plusMonths(MONTHS_EITHER_WAY));
            return near ? wanted : now;
        } catch (DateTimeException e) {
            return now;
        }
    }
}
