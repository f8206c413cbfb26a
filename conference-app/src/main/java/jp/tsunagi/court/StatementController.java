package jp.tsunagi.court;

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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What courts asked, and what they are answered, over HTTP; for the Center. */
@RestController
@RequestMapping("/api/v1/cases/{id}/court-statements")
class StatementController {

    private final Stating stating;
    private final CourtReading reading;
    private final StatementPapers papers;
    private final Commands commands;

    StatementController(Stating stating, CourtReading reading, StatementPapers papers, Commands commands) {
        this.stating = stating;
        this.reading = reading;
        this.papers = papers;
        this.commands = commands;
    }

    record All(
            @Schema(
                            description =
                                    "Each with `n`, `court`, `caseNumber`, `askedOn`, `answerBy`, its `versions`, and `marks`:"
                                            + " what could be a place or a telephone in the newest one")
                    List<Map<String, Object>> items) {}

    @GetMapping
    @Operation(summary = "What courts asked of the case, and how far the answer has come")
    All statements(@CurrentOfficer Officer officer, @PathVariable String id) {
        return new All(reading.statements(id, commands.reading(officer)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Notes that a court asked for a statement (DV Act, Art. 14-2)")
    Map<String, Object> ask(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody StatementForm form) {
        Command command = commands.of(officer, key, "court-statement.ask", id, form);
        return reading.statement(id, stating.ask(id, form, command), command);
    }

    @PostMapping("/{n}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Writes the next version; what is absent is made from the chosen entries. If-Match names the version it"
                            + " was made from. A word by which she could be found is refused where it stands")
    Map<String, Object> write(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String base,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody StatementForm.Version form) {
        Command command = commands.of(officer, key, "court-statement.write", id + "/" + n, form);
        stating.write(id, n, form, base, command);
        return reading.statement(id, n, command);
    }

    @PostMapping("/{n}/submission")
    @Operation(summary = "Puts the newest version before the director")
    Map<String, Object> submit(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n) {
        Command command = commands.of(officer, key, "court-statement.submit", id + "/" + n, null);
        stating.submit(id, n, command);
        return reading.statement(id, n, command);
    }

    @PostMapping("/{n}/confirmation")
    @Operation(summary = "The director confirms the version that was read; it never changes from then on")
    Map<String, Object> confirm(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody StatementForm.Confirmation form) {
        Command command = commands.of(officer, key, "court-statement.confirm", id + "/" + n, form);
        stating.confirm(id, n, form, command);
        return reading.statement(id, n, command);
    }

    @PostMapping("/{n}/handing-over")
    @Operation(summary = "Notes when and how the confirmed version went to the court")
    Map<String, Object> handOver(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody StatementForm.HandingOver form) {
        Command command = commands.of(officer, key, "court-statement.hand-over", id + "/" + n, form);
        stating.handOver(id, n, form, command);
        return reading.statement(id, n, command);
    }

    @GetMapping("/{n}/versions/{version}.pdf")
    @Operation(summary = "A version on paper: marked as a draft until the director confirmed it")
    ResponseEntity<byte[]> paper(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            @PathVariable String version) {
        StatementPapers.Paper paper = papers.paper(id, n, version, commands.reading(officer));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "attachment; filename=\"" + paper.fileName() + "\"")
                .body(paper.pdf());
    }
}
