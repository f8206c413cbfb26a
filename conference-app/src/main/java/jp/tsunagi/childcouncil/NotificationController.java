package jp.tsunagi.childcouncil;

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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notifications about her children over HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{id}/child-notifications")
class NotificationController {

    private final Notifying notifying;
    private final NotificationReading reading;
    private final NotificationPapers papers;
    private final Commands commands;

    NotificationController(
            Notifying notifying, NotificationReading reading, NotificationPapers papers, Commands commands) {
        this.notifying = notifying;
        this.reading = reading;
        this.papers = papers;
        this.commands = commands;
    }

    record All(
            @Schema(
                            description =
                                    "Each with `n`, `matter`, `recipient`, what is told, whether it was `made`, and `consented`:"
                                            + " whether her consent is in force, for which none waits")
                    List<Map<String, Object>> items) {}

    @GetMapping
    @Operation(summary = "The notifications about her children, the newest first")
    All notifications(@CurrentOfficer Officer officer, @PathVariable String id) {
        return new All(reading.all(id, commands.reading(officer)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Writes a notification; where they are is refused where it stands")
    Map<String, Object> write(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody NotificationForm form) {
        Command command = commands.of(officer, key, "child-notification.write", id, form);
        return reading.one(id, notifying.write(id, form, command), command);
    }

    @PutMapping("/{n}")
    @Operation(summary = "Writes it anew until it was made; If-Match names the version it was made from")
    Map<String, Object> rewrite(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String base,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody NotificationForm form) {
        Command command = commands.of(officer, key, "child-notification.write", id + "/" + n, form);
        notifying.rewrite(id, n, form, base, command);
        return reading.one(id, n, command);
    }

    @PostMapping("/{n}/making")
    @Operation(summary = "Notes when and how it was made; then it stays as it is")
    Map<String, Object> make(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody NotificationForm.Making form) {
        Command command = commands.of(officer, key, "child-notification.make", id + "/" + n, form);
        notifying.make(id, n, form, command);
        return reading.one(id, n, command);
    }

    @GetMapping("/{n}/notification.pdf")
    @Operation(summary = "It on paper: marked as a draft until it was made")
    ResponseEntity<byte[]> paper(@CurrentOfficer Officer officer, @PathVariable String id, @PathVariable String n) {
        NotificationPapers.Paper paper = papers.paper(id, n, commands.reading(officer));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "attachment; filename=\"" + paper.fileName() + "\"")
                .body(paper.pdf());
    }
}
