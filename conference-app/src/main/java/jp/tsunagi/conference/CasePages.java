package jp.tsunagi.conference;

import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.schedule.Entry;
import jp.tsunagi.schedule.Schedule;
import jp.tsunagi.schedule.Task;
import jp.tsunagi.shared.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What one sees first: home (S03), and the overview of each conference. */
@Controller
class CasePages {

    private static final int ON_HOME = 7;
    private static final int DAYS_OF_A_WEEK = 7;

    private final Worklists worklists;
    private final Schedule schedule;
    private final Desk desk;
    private final ConferencePage page;
    private final MeetingCalendar calendar;
    private final MinutesTasks minutes;
    private final Commands commands;

    CasePages(
            Worklists worklists,
            Schedule schedule,
            Desk desk,
            ConferencePage page,
            MeetingCalendar calendar,
            MinutesTasks minutes,
            Commands commands) {
        this.worklists = worklists;
        this.schedule = schedule;
        this.desk = desk;
        this.page = page;
        this.calendar = calendar;
        this.minutes = minutes;
        this.commands = commands;
    }

    @GetMapping("/")
    String home(@CurrentOfficer Officer officer, Model model) {
        if (worksOnCases(officer)) {
            Command command = commands.reading(officer);
            List<Task> tasks = schedule.tasks(command);
            List<Entry> meetings =
                    schedule.entries(command, command.today(), command.today().plusDays(DAYS_OF_A_WEEK - 1)).stream()
                            .filter(entry -> entry.time() != null)
                            .toList();
            Worklists.Page recent = worklists.find(CaseCriteria.ALL, CaseOrder.NEWEST, Paging.of(0, ON_HOME), command);
            model.addAttribute("turns", tasks.stream().limit(ON_HOME).toList());
            model.addAttribute("turnsInAll", tasks.size());
            model.addAttribute("today", command.today());
            model.addAttribute("meetings", meetings);
            model.addAttribute("recent", recent.items());
            model.addAttribute("total", recent.total());
        }
        model.addAttribute("mayRequest", mayRequest(officer));
        model.addAttribute("works", worksOnCases(officer));
        return "conference/home";
    }

    @GetMapping("/c/{id}")
    String overview(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        Reading.Overview overview = page.show(id, officer, model);
        Command command = commands.reading(officer);
        Desk.Sight sight = desk.see(id, command);
        ConferencePage.caseOf(overview).ifPresent(caseId -> page.partsFor(overview, command)
                .forEach(part -> part.onOverview(caseId, command, model)));
        model.addAttribute(
                "mayViewLocation",
                RedactionPolicy.mayViewLocation(sight.standing().relations()));
        model.addAttribute("onTeam", sight.standing().is(Relation.REQUESTING_TEAM));
        model.addAttribute("minutes", minutes.readable(sight, command));
        model.addAttribute("minutesTurn", minutes.of(sight, command).orElse(null));
        Desk.Sight byConsent = sight.byConsent();
        model.addAttribute(
                "calendar",
                byConsent.standing().relations().isEmpty()
                        ? null
                        : calendar.offer(byConsent).orElse(null));
        model.addAttribute("disclosed", sight.standing().byDisclosureAlone());
        model.addAttribute("phase", Phase.of(overview.line().state()));
        model.addAttribute("phases", Phase.values());
        return "conference/overview";
    }

    static boolean mayRequest(Officer officer) {
        return officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF);
    }

    private static boolean worksOnCases(Officer officer) {
        return mayRequest(officer) || officer.is(Role.DIRECTOR) || officer.is(Role.PARTICIPANT);
    }
}
