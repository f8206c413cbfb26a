package jp.tsunagi.plan;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The individual support plan over HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{id}/plans")
class PlanController {

    private final Planning planning;
    private final PlanReading reading;
    private final PlanPapers papers;
    private final PersonPapers hers;
    private final Commands commands;

    PlanController(Planning planning, PlanReading reading, PlanPapers papers, PersonPapers hers, Commands commands) {
        this.planning = planning;
        this.reading = reading;
        this.papers = papers;
        this.hers = hers;
        this.commands = commands;
    }

    /** The versions that are anything to the caller, the newest first. */
    record Versions(
            @Schema(
                            description = "Each a plan with `version`, `state`, `revision`, `person`, `sharing`, and"
                                    + " `withheld`, the names of what the policy leaves out")
                    List<Map<String, Object>> items) {}

    @GetMapping
    @Operation(summary = "All versions of the plan as the policy shows them to the caller, the newest first")
    Versions versions(@CurrentOfficer Officer officer, @PathVariable String id) {
        return new Versions(reading.all(id, commands.reading(officer)).stream()
                .map(PlanController::body)
                .toList());
    }

    @PostMapping
    @Operation(summary = "Opens the next version as a draft, begun with what the conference decided")
    ResponseEntity<PlanReading.Standing> draft(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody PlanContent content) {
        Command command = commands.of(officer, key, "plan.draft", id, content);
        int version = planning.draft(id, content, command);
        return answer(HttpStatus.CREATED, reading.standing(id, String.valueOf(version), command));
    }

    @PutMapping
    @Operation(summary = "Replaces the draft; If-Match names the revision it was made from")
    ResponseEntity<PlanReading.Standing> replace(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String revision,
            @PathVariable String id,
            @RequestBody PlanContent content) {
        Command command = commands.of(officer, key, "plan.replace", id, content);
        planning.replace(id, content, revision, command);
        return answer(HttpStatus.OK, reading.latest(id, command).orElseThrow(Refusal::notFound));
    }

    @PostMapping("/{version}/submission")
    ResponseEntity<PlanReading.Standing> submission(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String version) {
        Command command = commands.of(officer, key, "plan.submission", target(id, version), null);
        planning.submit(id, version, command);
        return answer(HttpStatus.OK, reading.standing(id, version, command));
    }

    @PostMapping("/{version}/approval")
    ResponseEntity<PlanReading.Standing> approval(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String version,
            @RequestBody Review review) {
        Command command = commands.of(officer, key, "plan.approval", target(id, version), review);
        planning.review(id, version, review, command);
        return answer(HttpStatus.OK, reading.standing(id, version, command));
    }

    @PostMapping("/{version}/person-confirmation")
    ResponseEntity<PlanReading.Standing> confirmation(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String version,
            @RequestBody Confirmation confirmation) {
        Command command = commands.of(officer, key, "plan.confirmation", target(id, version), confirmation);
        planning.confirm(id, version, confirmation, command);
        return answer(HttpStatus.OK, reading.standing(id, version, command));
    }

    @GetMapping("/{version}/difference")
    @Operation(
            summary =
                    "What a version says otherwise than the last one before it that the caller knows; 404 where there is"
                            + " none. A part that is withheld in either is not compared")
    PlanDifference difference(@CurrentOfficer Officer officer, @PathVariable String id, @PathVariable String version) {
        return reading.difference(id, version, commands.reading(officer)).orElseThrow(Refusal::notFound);
    }

    @GetMapping("/{version}/{edition}.pdf")
    @Operation(summary = "An edition of the plan: agency (the caller's own), person (hers), person-safe (to carry)")
    ResponseEntity<byte[]> paper(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String version,
            @PathVariable String edition,
            @Parameter(description = "person: what concerns her children, on a page of its own")
                    @RequestParam(defaultValue = "false")
                    boolean children,
            @Parameter(description = "person: readings above the words of the form")
                    @RequestParam(defaultValue = "false")
                    boolean furigana) {
        Command command = commands.reading(officer);
        PlanPapers.Paper paper =
                switch (edition) {
                    case PlanPapers.AGENCY -> papers.agency(id, version, command);
                    case PersonPapers.PERSON -> hers.person(id, version, children, furigana, command);
                    case PersonPapers.SAFE -> hers.memo(id, version, command);
                    default -> throw Refusal.notFound();
                };
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + paper.fileName() + "\"")
                .body(paper.pdf());
    }

    private static ResponseEntity<PlanReading.Standing> answer(HttpStatus status, PlanReading.Standing standing) {
        return ResponseEntity.status(status)
                .eTag(String.valueOf(standing.revision()))
                .body(standing);
    }

    private static Map<String, Object> body(Projection projection) {
        Map<String, Object> body = new LinkedHashMap<>(projection.shown());
        body.put("withheld", projection.withheld());
        return body;
    }

    private static String target(String id, String version) {
        return id + "/" + version;
    }
}
