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
import jp.tsunagi.schedule.CalendarFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private final MessageSource messages;
    private final Clock clock;

    CalendarPages(DeadlineReading reading, Commands commands, MessageSource messages, Clock clock) {
        this.reading = reading;
        this.commands = commands;
        this.messages = messages;
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
        return file("kigen.ics", CalendarFile.publish(days(officer, true), clock.instant()));
    }

    /** What is over, so that a calendar which took it in lets go of it. */
    @GetMapping("/deadlines/ended.ics")
    ResponseEntity<byte[]> ended(@CurrentOfficer Officer officer) {
        return file("kigen-owari.ics", CalendarFile.cancel(days(officer, false), clock.instant()));
    }

    private List<CalendarFile.Event> days(Officer officer, boolean running) {
        return reading.calendar(commands.reading(officer)).stream()
                .filter(date -> date.running() == running)
                .map(date -> CalendarFile.Event.onDay(
                        date.key() + "@tsunagi",
                        date.sequence(),
                        messages.getMessage(
                                "calendar.deadline", new Object[] {date.reference()}, LocaleContextHolder.getLocale()),
                        date.until(),
                        ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path("/c/" + date.conferenceId() + "/deadlines")
                                .build()
                                .toUri()))
                .toList();
    }

    private static ResponseEntity<byte[]> file(String name, byte[] calendar) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(calendar);
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SignedInPages deadlinesAreOpen() {
            return SignedInPages.of("/deadlines/**");
        }
    }
}
