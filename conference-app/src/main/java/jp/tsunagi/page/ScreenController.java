package jp.tsunagi.page;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.account.ScreenLock;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What shields the screen from those who stand behind it (ui.md B14): covered texts, and a calendar to leave to. */
@Controller
class ScreenController {

    /** Session attribute: names and texts are covered. */
    static final String HIDDEN = "screenHidden";

    private static final int WEEK = 7;

    private final Clock clock;

    ScreenController(Clock clock) {
        this.clock = clock;
    }

    /** Covers or uncovers, and goes back to where one was. */
    @PostMapping("/screen")
    String cover(@RequestParam(defaultValue = "/") String page, HttpSession session) {
        if (session.getAttribute(HIDDEN) == null) {
            session.setAttribute(HIDDEN, true);
        } else {
            session.removeAttribute(HIDDEN);
        }
        return "redirect:" + (ScreenLock.isPage(page) ? page : "/");
    }

    /** A calendar of this month, which names nothing. */
    @GetMapping("/a")
    String calendar(Model model) {
        LocalDate today = LocalDateTime.ofInstant(clock.instant(), TimeConfiguration.JAPAN)
                .toLocalDate();
        LocalDate first = today.withDayOfMonth(1);
        LocalDate day = first.minusDays(first.getDayOfWeek().getValue() % WEEK);
        List<List<LocalDate>> weeks = new ArrayList<>();
        while (!day.isAfter(first.plusMonths(1).minusDays(1))) {
            List<LocalDate> week = new ArrayList<>();
            for (int i = 0; i < WEEK; i++) {
                week.add(day);
                day = day.plusDays(1);
            }
            weeks.add(week);
        }
        model.addAttribute("today", today);
        model.addAttribute("weeks", weeks);
        return "page/calendar";
    }
}
