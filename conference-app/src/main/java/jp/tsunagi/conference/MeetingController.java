package jp.tsunagi.conference;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The meeting over HTTP, from convening to closing. */
@RestController
@RequestMapping("/api/v1/conferences/{id}")
class MeetingController {

    private final Meeting meeting;
    private final Reading reading;
    private final Commands commands;

    MeetingController(Meeting meeting, Reading reading, Commands commands) {
        this.meeting = meeting;
        this.reading = reading;
        this.commands = commands;
    }

    @PostMapping("/convening")
    ConferenceController.Reached convening(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Convening call) {
        Command command = commands.of(officer, key, "convening", id, call);
        meeting.convene(id, call, command);
        return reached(id, command);
    }

    @PostMapping("/rescheduling")
    ConferenceController.Reached rescheduling(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Convening.Rescheduling move) {
        Command command = commands.of(officer, key, "rescheduling", id, move);
        meeting.reschedule(id, move, command);
        return reached(id, command);
    }

    @PostMapping("/cancellation")
    ConferenceController.Reached cancellation(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody ConferenceController.Reason reason) {
        Command command = commands.of(officer, key, "cancellation", id, reason);
        meeting.callOff(id, reason.reason(), command);
        return reached(id, command);
    }

    @PostMapping("/attendance-reply")
    ConferenceController.Reached attendanceReply(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Meeting.ReplyForm form) {
        Command command = commands.of(officer, key, "attendance-reply", id, form);
        meeting.reply(id, form, command);
        return reached(id, command);
    }

    @PostMapping("/information-sheet")
    ConferenceController.Reached informationSheet(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Meeting.SheetForm form) {
        Command command = commands.of(officer, key, "information-sheet", id, form);
        meeting.sendSheet(id, form, command);
        return reached(id, command);
    }

    @PostMapping("/holding")
    ConferenceController.Reached holding(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Holding held) {
        Command command = commands.of(officer, key, "holding", id, held);
        meeting.recordHolding(id, held, command);
        return reached(id, command);
    }

    @PostMapping("/outcome-report")
    ConferenceController.Reached outcomeReport(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody OutcomeReport report) {
        Command command = commands.of(officer, key, "outcome-report", id, report);
        meeting.report(id, report, command);
        return reached(id, command);
    }

    @PostMapping("/closing")
    ConferenceController.Reached closing(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Closing closing) {
        Command command = commands.of(officer, key, "closing", id, closing);
        meeting.close(id, closing, command);
        return reached(id, command);
    }

    private ConferenceController.Reached reached(String id, Command command) {
        Reading.Line line = reading.line(id, command);
        return new ConferenceController.Reached(line.id(), line.reference(), line.state());
    }
}
