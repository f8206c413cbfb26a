package jp.tsunagi.handover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
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

/** Handing a case over, and what a case that was taken over began with, over HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class HandOverController {

    private final HandingOver handing;
    private final HandOverReading reading;
    private final HandOverPapers papers;
    private final Commands commands;

    HandOverController(HandingOver handing, HandOverReading reading, HandOverPapers papers, Commands commands) {
        this.handing = handing;
        this.reading = reading;
        this.papers = papers;
        this.commands = commands;
    }

    record All(
            @Schema(
                            description =
                                    "Each with `n` (opaque), `reference`, `state`, whom it is offered to and what was answered")
                    List<Map<String, Object>> items) {}

    /** @param handed what the agency would get, by name; nothing else goes along */
    record Preview(LocalDate answerBy, Map<String, Object> handed, List<String> withheld) {}

    @GetMapping("/hand-overs")
    @Operation(summary = "The hand-overs of a case, the newest first; for those who go with her, and the Center")
    All all(@CurrentOfficer Officer officer, @PathVariable String id) {
        return new All(reading.all(id, commands.reading(officer)).items());
    }

    @PostMapping("/hand-overs")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Offers the case to an agency",
            description =
                    """
                    To an agency of the directory (`to` DIRECTORY, `receiver`) that her consent names for handing over, or \
                    to one elsewhere (`elsewhereName`, `elsewhereWindow`). `parts` and `measures` say what goes along, of \
                    that only what her consent covers; nothing is seen before it is accepted.""")
    Map<String, Object> offer(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody HandOverForm form) {
        Command command = commands.of(officer, key, "handover.offer", id, form);
        return reading.one(id, handing.offer(id, form, command), command);
    }

    @PostMapping("/hand-overs/preview")
    @Operation(summary = "What exactly the agency would get; nothing is offered by it")
    Preview preview(@CurrentOfficer Officer officer, @PathVariable String id, @RequestBody HandOverForm form) {
        HandingOver.Preview preview = handing.preview(id, form, commands.reading(officer));
        return new Preview(
                preview.answerBy(), preview.handed().shown(), preview.handed().withheld());
    }

    @GetMapping("/hand-overs/{n}")
    @Operation(summary = "One hand-over, with `handed`: what the agency gets, or got")
    Map<String, Object> one(@CurrentOfficer Officer officer, @PathVariable String id, @PathVariable String n) {
        return reading.one(id, n, commands.reading(officer));
    }

    @PostMapping("/hand-overs/{n}/taking-back")
    Map<String, Object> takeBack(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody HandOverForm.TakingBack form) {
        Command command = commands.of(officer, key, "handover.take-back", id + "/" + n, form);
        handing.takeBack(id, n, form, command);
        return reading.one(id, n, command);
    }

    @PostMapping("/hand-overs/{n}/answer")
    @Operation(summary = "Records what an agency elsewhere said")
    Map<String, Object> answer(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody HandOverForm.ElsewhereAnswer form) {
        Command command = commands.of(officer, key, "handover.answer-elsewhere", id + "/" + n, form);
        handing.answeredElsewhere(id, n, form, command);
        return reading.one(id, n, command);
    }

    @GetMapping("/hand-overs/{n}/hand-over.pdf")
    @Operation(summary = "The paper of it, for the agency it goes to")
    ResponseEntity<byte[]> paper(@CurrentOfficer Officer officer, @PathVariable String id, @PathVariable String n) {
        return pdf(papers.offered(id, n, commands.reading(officer)));
    }

    @GetMapping("/taken-over")
    @Operation(summary = "What a case began with that was taken over, for its team")
    Map<String, Object> takenOver(@CurrentOfficer Officer officer, @PathVariable String id) {
        return reading.takenOver(id, commands.reading(officer))
                .map(Projection::shown)
                .orElseThrow(Refusal::notFound);
    }

    @GetMapping("/taken-over/hand-over.pdf")
    @Operation(summary = "The same as a paper")
    ResponseEntity<byte[]> takenOverPaper(@CurrentOfficer Officer officer, @PathVariable String id) {
        return pdf(papers.takenOver(id, commands.reading(officer)));
    }

    static ResponseEntity<byte[]> pdf(HandOverPapers.Paper paper) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + paper.fileName() + "\"")
                .body(paper.pdf());
    }
}
