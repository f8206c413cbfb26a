package jp.tsunagi.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.SignedInPages;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.NavigationCount;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All that one could do now (S04). There is nothing to tick off: a task goes when its step is taken. */
@Controller
class TaskPages {

    private static final List<Urgency> FILTERS = List.of(Urgency.OVERDUE, Urgency.TODAY, Urgency.WEEK);

    private final Schedule schedule;
    private final Commands commands;

    TaskPages(Schedule schedule, Commands commands) {
        this.schedule = schedule;
        this.commands = commands;
    }

    /**
     * @param due one of the filters; anything else shows all
     * @param who {@code mine} for what lies with the officer in person; anything else shows all
     */
    @GetMapping("/tasks")
    String tasks(
            @CurrentOfficer Officer officer,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String who,
            Model model) {
        Command command = commands.reading(officer);
        LocalDate today = command.today();
        List<Task> all = schedule.tasks(command);
        Urgency near = FILTERS.stream()
                .filter(filter -> filter.name().equals(due))
                .findFirst()
                .orElse(null);
        boolean mine = "mine".equals(who);
        Map<Urgency, List<Task>> groups = new EnumMap<>(Urgency.class);
        int shown = 0;
        for (Task task : all) {
            Urgency urgency = task.urgency(today);
            if ((near == null || near.includes(urgency)) && (!mine || task.mine())) {
                groups.computeIfAbsent(urgency, none -> new ArrayList<>()).add(task);
                shown++;
            }
        }
        model.addAttribute("groups", groups);
        model.addAttribute("shown", shown);
        model.addAttribute("total", all.size());
        model.addAttribute("filters", FILTERS);
        model.addAttribute("near", near);
        model.addAttribute("mine", mine);
        model.addAttribute("agency", officer.agency().value());
        if (all.isEmpty()) {
            model.addAttribute("nextMeeting", schedule.nextMeeting(command).orElse(null));
        }
        return "schedule/tasks";
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SignedInPages scheduleIsOpen() {
            return SignedInPages.of("/tasks", "/schedule");
        }

        @Bean
        NavigationCount taskCount(Schedule schedule, Commands commands) {
            return new NavigationCount() {
                @Override
                public String place() {
                    return "tasks";
                }

                @Override
                public long of(Officer officer) {
                    return schedule.tasks(commands.reading(officer)).size();
                }
            };
        }
    }
}
