package jp.tsunagi.plan;

import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;
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

/** The safety plan over HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{id}/safety-plan")
class SafetyController {

    private final SafetyPlanning planning;
    private final Commands commands;

    SafetyController(SafetyPlanning planning, Commands commands) {
        this.planning = planning;
        this.commands = commands;
    }

    @GetMapping
    @Operation(summary = "The newest version, for its readers; `version` is 0 before the first")
    ResponseEntity<Map<String, Object>> read(@CurrentOfficer Officer officer, @PathVariable String id) {
        return answer(id, commands.reading(officer));
    }

    @PutMapping
    @Operation(summary = "Writes the next version; If-Match names the version it was made from")
    ResponseEntity<Map<String, Object>> write(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String revision,
            @PathVariable String id,
            @RequestBody SafetyContent content) {
        Command command = commands.of(officer, key, "safety-plan.write", id, content);
        planning.write(id, content, revision, command);
        return answer(id, command);
    }

    @PostMapping("/readers")
    @Operation(summary = "Lets an agency read it, with what it needs it for")
    ResponseEntity<Map<String, Object>> name(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody SafetyPlanning.Naming naming) {
        Command command = commands.of(officer, key, "safety-plan.name-reader", id, naming);
        planning.name(id, naming, command);
        return answer(id, command);
    }

    @DeleteMapping("/readers/{agency}")
    ResponseEntity<Map<String, Object>> dismiss(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String agency) {
        Command command = commands.of(officer, key, "safety-plan.dismiss-reader", id + "/" + agency, null);
        planning.dismiss(id, agency, command);
        return answer(id, command);
    }

    private ResponseEntity<Map<String, Object>> answer(String id, Command command) {
        Projection shown = planning.read(id, command);
        Map<String, Object> body = new LinkedHashMap<>(shown.shown());
        body.put("withheld", shown.withheld());
        return ResponseEntity.ok()
                .eTag(String.valueOf(shown.shown().get("version")))
                .body(body);
    }
}
