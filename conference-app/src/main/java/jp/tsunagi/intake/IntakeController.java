package jp.tsunagi.intake;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The intake sheet of a case over HTTP, for the team that keeps it. */
@RestController
@RequestMapping("/api/v1/cases/{id}/intake-sheet")
class IntakeController {

    private final IntakeKeeping keeping;
    private final IntakeReading reading;
    private final OneStopPaper paper;
    private final Commands commands;

    IntakeController(IntakeKeeping keeping, IntakeReading reading, OneStopPaper paper, Commands commands) {
        this.keeping = keeping;
        this.reading = reading;
        this.paper = paper;
        this.commands = commands;
    }

    @GetMapping
    @Operation(
            summary = "The sheet, what is given of it, and the list of one visit; `version` is 0 before the first word")
    ResponseEntity<Map<String, Object>> read(@CurrentOfficer Officer officer, @PathVariable String id) {
        return answer(id, commands.reading(officer));
    }

    @PutMapping
    @Operation(summary = "Writes the parts; If-Match names the `version` they were made from")
    ResponseEntity<Map<String, Object>> write(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String revision,
            @PathVariable String id,
            @RequestBody SheetParts parts) {
        Command command = commands.of(officer, key, "intake-sheet.write", id, parts);
        keeping.write(id, parts, revision, command);
        return answer(id, command);
    }

    @PostMapping("/divisions")
    @Operation(summary = "Gives a section the parts that she agreed to, in place of what it had")
    ResponseEntity<Map<String, Object>> give(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody GivingForm form) {
        Command command = commands.of(officer, key, "intake-sheet.give", id, form);
        keeping.give(id, form, command);
        return answer(id, command);
    }

    @DeleteMapping("/divisions/{grant}")
    @Operation(summary = "She takes back what a section has: its next read finds nothing")
    ResponseEntity<Map<String, Object>> takeBack(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String grant) {
        Command command = commands.of(officer, key, "intake-sheet.take-back", id + "/" + grant, null);
        keeping.takeBack(id, grant, command);
        return answer(id, command);
    }

    @PutMapping("/procedures")
    @Operation(summary = "Writes the list of one visit; If-Match names the `listVersion` it was made from")
    ResponseEntity<Map<String, Object>> list(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String revision,
            @PathVariable String id,
            @RequestBody ProceduresForm form) {
        Command command = commands.of(officer, key, "intake-sheet.list", id, form);
        keeping.list(id, form, revision, command);
        return answer(id, command);
    }

    @PostMapping("/procedures/{row}/done")
    @Operation(summary = "Ticks a row off")
    ResponseEntity<Map<String, Object>> done(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String row) {
        Command command = commands.of(officer, key, "intake-sheet.done", id + "/" + row, null);
        keeping.tick(id, row, true, command);
        return answer(id, command);
    }

    @DeleteMapping("/procedures/{row}/done")
    @Operation(summary = "Takes the tick back")
    ResponseEntity<Map<String, Object>> undone(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String row) {
        Command command = commands.of(officer, key, "intake-sheet.undone", id + "/" + row, null);
        keeping.tick(id, row, false, command);
        return answer(id, command);
    }

    @GetMapping("/one-stop-list.pdf")
    @Operation(summary = "The list of one visit as a paper that she carries: nothing on it tells when it is found")
    ResponseEntity<byte[]> paper(@CurrentOfficer Officer officer, @PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + OneStopPaper.FILE + "\"")
                .body(paper.print(id, commands.reading(officer)));
    }

    private ResponseEntity<Map<String, Object>> answer(String id, Command command) {
        Map<String, Object> shown = reading.kept(id, command);
        return ResponseEntity.ok().eTag(String.valueOf(shown.get("version"))).body(shown);
    }
}
