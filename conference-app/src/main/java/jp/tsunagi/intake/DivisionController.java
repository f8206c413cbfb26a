package jp.tsunagi.intake;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Intake sheets over HTTP, for the sections that something of them is given to. */
@RestController
@RequestMapping("/api/v1/intake-sheets")
class DivisionController {

    private final IntakeKeeping keeping;
    private final IntakeReading reading;
    private final Commands commands;

    DivisionController(IntakeKeeping keeping, IntakeReading reading, Commands commands) {
        this.keeping = keeping;
        this.reading = reading;
        this.commands = commands;
    }

    record All(List<IntakeReading.Listed> items) {}

    @GetMapping
    @Operation(summary = "The sheets that the caller's section has something of, the newest first; nothing of hers")
    All all(@CurrentOfficer Officer officer) {
        return new All(reading.all(commands.reading(officer)));
    }

    @GetMapping("/{sheet}")
    @Operation(summary = "What the caller's section has of a sheet, and its rows of the list")
    Map<String, Object> one(@CurrentOfficer Officer officer, @PathVariable String sheet) {
        return reading.given(sheet, commands.reading(officer));
    }

    @PostMapping("/{sheet}/procedures/{row}/done")
    @Operation(summary = "Ticks off a row of the caller's section")
    Map<String, Object> done(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String sheet,
            @PathVariable String row) {
        return ticked(sheet, row, true, commands.of(officer, key, "intake-sheet.done", sheet + "/" + row, null));
    }

    @DeleteMapping("/{sheet}/procedures/{row}/done")
    @Operation(summary = "Takes the tick back")
    Map<String, Object> undone(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String sheet,
            @PathVariable String row) {
        return ticked(sheet, row, false, commands.of(officer, key, "intake-sheet.undone", sheet + "/" + row, null));
    }

    private Map<String, Object> ticked(String sheet, String row, boolean off, Command command) {
        keeping.tickOwn(sheet, row, off, command);
        return reading.given(sheet, command);
    }
}
