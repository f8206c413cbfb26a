package jp.tsunagi.childcouncil;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Conferences held together with the council for children, over HTTP. */
@RestController
@RequestMapping("/api/v1/conferences/{id}/council")
class JointController {

    private final Joining joining;
    private final JointReading reading;
    private final Commands commands;

    JointController(Joining joining, JointReading reading, Commands commands) {
        this.joining = joining;
        this.reading = reading;
        this.commands = commands;
    }

    @GetMapping
    @Operation(
            summary = "Whether it is held together with the council, the council's items, and the council's own record")
    Map<String, Object> council(@CurrentOfficer Officer officer, @PathVariable String id) {
        return reading.of(id, commands.reading(officer));
    }

    @PutMapping
    @Operation(summary = "Says that a convened meeting is a joint one; If-Match names the writing it was made from")
    Map<String, Object> mark(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String base,
            @PathVariable String id,
            @RequestBody JointForm form) {
        Command command = commands.of(officer, key, "joint.mark", id, form);
        joining.mark(id, form, base, command);
        return reading.of(id, command);
    }

    @PostMapping("/record")
    @Operation(summary = "Adds to the council's own record; the record of the conference has nothing of it")
    Map<String, Object> record(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody JointForm.Record form) {
        Command command = commands.of(officer, key, "joint.record", id, form);
        joining.record(id, form, command);
        return reading.of(id, command);
    }
}
