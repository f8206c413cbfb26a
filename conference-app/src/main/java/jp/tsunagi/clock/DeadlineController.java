package jp.tsunagi.clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The statutory clock of a case over HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{id}/deadlines")
class DeadlineController {

    private final Keeping keeping;
    private final DeadlineReading reading;
    private final Commands commands;

    DeadlineController(Keeping keeping, DeadlineReading reading, Commands commands) {
        this.keeping = keeping;
        this.reading = reading;
        this.commands = commands;
    }

    /** @param mayKeep whether the caller may enter and change */
    record Deadlines(
            @Schema(
                            description = "Each with `procedure`, `until`, `state`, `daysLeft`, `reminders`; with a"
                                    + " `number` where it was entered here, without one where it follows her consent or"
                                    + " plan")
                    List<Map<String, Object>> items,
            boolean mayKeep) {}

    @GetMapping
    @Operation(summary = "The periods of a case: what runs and ends first before all that is over")
    Deadlines deadlines(@CurrentOfficer Officer officer, @PathVariable String id) {
        DeadlineReading.Shown shown = reading.all(id, commands.reading(officer));
        return new Deadlines(shown.items(), shown.mayKeep());
    }

    @PostMapping
    @Operation(summary = "Enters a procedure; its last day is counted by the rule of its law")
    ResponseEntity<Map<String, Object>> enter(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody DeadlineForm form) {
        Command command = commands.of(officer, key, "deadline.enter", id, form);
        int number = keeping.enter(id, form, command);
        return answer(HttpStatus.CREATED, id, String.valueOf(number), command);
    }

    @PutMapping("/{n}")
    @Operation(summary = "Changes an entry, with a reason; If-Match names the revision it was made from")
    ResponseEntity<Map<String, Object>> change(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String revision,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody DeadlineForm form) {
        Command command = commands.of(officer, key, "deadline.change", target(id, n), form);
        keeping.change(id, n, form, revision, command);
        return answer(HttpStatus.OK, id, n, command);
    }

    @PostMapping("/{n}/ending")
    @Operation(summary = "Ends an entry before its day; orders based on it end with it")
    ResponseEntity<Map<String, Object>> ending(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody DeadlineForm.Ending ending) {
        Command command = commands.of(officer, key, "deadline.end", target(id, n), ending);
        keeping.end(id, n, ending, command);
        return answer(HttpStatus.OK, id, n, command);
    }

    @PostMapping("/{n}/renewal")
    @Operation(summary = "The resident-register measure for another year, or a temporary protection to another day")
    ResponseEntity<Map<String, Object>> renewal(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody DeadlineForm.Renewal renewal) {
        Command command = commands.of(officer, key, "deadline.renew", target(id, n), renewal);
        keeping.renew(id, n, renewal, command);
        return answer(HttpStatus.OK, id, n, command);
    }

    @PostMapping("/{n}/move-out")
    @Operation(summary = "She moved to another municipality: the measure is over, and is applied for anew there")
    ResponseEntity<Map<String, Object>> moveOut(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody DeadlineForm.MoveOut move) {
        Command command = commands.of(officer, key, "deadline.move-out", target(id, n), move);
        keeping.moveOut(id, n, move, command);
        return answer(HttpStatus.OK, id, n, command);
    }

    private ResponseEntity<Map<String, Object>> answer(HttpStatus status, String id, String n, Command command) {
        Map<String, Object> shown = reading.one(id, n, command);
        return ResponseEntity.status(status)
                .eTag(String.valueOf(shown.get("revision")))
                .body(shown);
    }

    private static String target(String id, String n) {
        return id + "/" + n;
    }
}
