package jp.tsunagi.conference;

import java.net.URI;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The file of a meeting for calendars. */
@Controller
class MeetingCalendarPages {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final MeetingCalendar calendar;
    private final Reading reading;
    private final Commands commands;

    MeetingCalendarPages(MeetingCalendar calendar, Reading reading, Commands commands) {
        this.calendar = calendar;
        this.reading = reading;
        this.commands = commands;
    }

    @GetMapping("/c/{id}/meeting.ics")
    ResponseEntity<byte[]> file(@CurrentOfficer Officer officer, @PathVariable String id) {
        Command command = commands.reading(officer);
        Reading.Line line = reading.line(id, command);
        URI link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/c/{id}")
                .build(id);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(line.reference() + ".ics")
                                .build()
                                .toString())
                .body(calendar.file(id, link, command));
    }
}
