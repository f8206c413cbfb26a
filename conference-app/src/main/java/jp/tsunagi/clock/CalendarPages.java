package jp.tsunagi.clock;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.SignedInPages;
import jp.tsunagi.clock.DeadlineReading.Dated;
import jp.tsunagi.command.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** All days of the cases that the officer keeps, on one page and as a calendar file. */
@Controller
class CalendarPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final DeadlineReading reading;
    private final Commands commands;
    private final Clock clock;

    CalendarPages(DeadlineReading reading, Commands commands, Clock clock) {
        this.reading = reading;
        this.commands = commands;
        this.clock = clock;
    }

    /** @param kind by its place among all: what somebody looks for stands in no address, history or access log */
    @GetMapping("/deadlines")
    String calendar(
            @CurrentOfficer Officer officer, @RequestParam(required = false) @Nullable String kind, Model model) {
        Procedure wanted = Arrays.stream(Procedure.values())
                .filter(one -> String.valueOf(one.ordinal()).equals(kind))
                .findFirst()
                .orElse(null);
        List<Dated> all = reading.calendar(commands.reading(officer));
        model.addAttribute("kinds", Procedure.values());
        model.addAttribute("kind", wanted);
        model.addAttribute(
                "dates",
                all.stream()
                        .filter(Dated::running)
                        .filter(date -> wanted == null || wanted == date.item().get("procedure"))
                        .toList());
        model.addAttribute("over", all.stream().filter(date -> !date.running()).count());
        return "clock/calendar";
    }

    @GetMapping("/deadlines/calendar.ics")
    ResponseEntity<byte[]> running(@CurrentOfficer Officer officer) {
        return file(officer, true, DeadlineCalendar.PUBLISH, "kigen.ics");
    }

    /** What is over, so that a calendar which took it in lets go of it. */
    @GetMapping("/deadlines/ended.ics")
    ResponseEntity<byte[]> ended(@CurrentOfficer Officer officer) {
        return file(officer, false, DeadlineCalendar.CANCEL, "kigen-owari.ics");
    }

    private ResponseEntity<byte[]> file(Officer officer, boolean running, String method, String name) {
        String hub = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        List<DeadlineCalendar.Day> days = reading.calendar(commands.reading(officer)).stream()
                .filter(date -> date.running() == running)
                .map(date -> new DeadlineCalendar.Day(
                        date.key(),
                        date.revision(),
                        date.until(),
                        "期限 " + date.reference(),
                        hub + "/c/" + date.conferenceId() + "/deadlines",
                        date.reminders()))
                .toList();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(DeadlineCalendar.write(method, days, clock.instant()).getBytes(StandardCharsets.UTF_8));
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SignedInPages deadlinesAreOpen() {
            return SignedInPages.of("/deadlines/**");
        }
    }
}
