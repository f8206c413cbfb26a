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

    /** How she was told of the result, or why not; needed. */
    record Closing(@Nullable String personInformed, @Nullable String reason) {}

    @PostMapping("/convening")
    ConferenceController.Standing convening(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Convening call) {
        Command command = commands.of(officer, key, "convening", id, call);
        meeting.convene(id, call, command);
        return standing(id, command);
    }

    @PostMapping("/rescheduling")
    ConferenceController.Standing rescheduling(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Convening.Rescheduling move) {
        Command command = commands.of(officer, key, "rescheduling", id, move);
        meeting.reschedule(id, move, command);
        return standing(id, command);
    }

    @PostMapping("/cancellation")
    ConferenceController.Standing cancellation(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody ConferenceController.Reason reason) {
        Command command = commands.of(officer, key, "cancellation", id, reason);
        meeting.callOff(id, reason.reason(), command);
        return standing(id, command);
    }

    @PostMapping("/attendance-reply")
    ConferenceController.Standing attendanceReply(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Meeting.ReplyForm form) {
        Command command = commands.of(officer, key, "attendance-reply", id, form);
        meeting.reply(id, form, command);
        return standing(id, command);
    }

    @PostMapping("/information-sheet")
    ConferenceController.Standing informationSheet(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Meeting.SheetForm form) {
        Command command = commands.of(officer, key, "information-sheet", id, form);
        meeting.sendSheet(id, form, command);
        return standing(id, command);
    }

    @PostMapping("/holding")
    ConferenceController.Standing holding(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Holding held) {
        Command command = commands.of(officer, key, "holding", id, held);
        meeting.recordHolding(id, held, command);
        return standing(id, command);
    }

    @PostMapping("/outcome-report")
    ConferenceController.Standing outcomeReport(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody OutcomeReport report) {
        Command command = commands.of(officer, key, "outcome-report", id, report);
        meeting.report(id, report, command);
        return standing(id, command);
    }

    @PostMapping("/closing")
    ConferenceController.Standing closing(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Closing closing) {
        Command command = commands.of(officer, key, "closing", id, closing);
        meeting.close(id, closing.personInformed(), closing.reason(), command);
        return standing(id, command);
    }

    private ConferenceController.Standing standing(String id, Command command) {
        Reading.Line line = reading.line(id, command);
        return new ConferenceController.Standing(line.id(), line.reference(), line.state());
    }
}
