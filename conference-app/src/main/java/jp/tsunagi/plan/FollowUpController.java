package jp.tsunagi.plan;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What follows a confirmed plan over HTTP: how far its measures have come, and its reviews. */
@RestController
@RequestMapping("/api/v1/cases/{id}/plans")
class FollowUpController {

    private final Progressing progressing;
    private final Reviews reviews;
    private final PlanReading reading;
    private final Commands commands;

    FollowUpController(Progressing progressing, Reviews reviews, PlanReading reading, Commands commands) {
        this.progressing = progressing;
        this.reviews = reviews;
        this.reading = reading;
        this.commands = commands;
    }

    /** The reviews that are anything to the caller, the newest first. */
    record ReviewList(
            @Schema(description = "By when the plan in force is to be looked at again") @Nullable LocalDate nextReview,
            boolean overdue,
            @Schema(description = "Each with `withheld`, the names of what the policy leaves out")
                    List<Map<String, Object>> items) {}

    @PostMapping("/measures/{measure}/progress")
    @Operation(summary = "What has become of a measure; If-Match names the revision that was read")
    ResponseEntity<Progressing.Reached> progress(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String revision,
            @PathVariable String id,
            @PathVariable String measure,
            @RequestBody Progressing.Update update) {
        Command command = commands.of(officer, key, "plan.progress", id + "/" + measure, update);
        Progressing.Reached reached = progressing.update(id, measure, update, revision, command);
        return ResponseEntity.ok().eTag(String.valueOf(reached.revision())).body(reached);
    }

    @GetMapping("/reviews")
    @Operation(summary = "The reviews of the plan as the policy shows them to the caller, the newest first")
    ReviewList reviews(@CurrentOfficer Officer officer, @PathVariable String id) {
        PlanReading.Reviewed reviewed = reading.reviews(id, commands.reading(officer));
        return new ReviewList(
                reviewed.nextReview(),
                reviewed.overdue(),
                reviewed.reviews().stream()
                        .map(projection -> {
                            Map<String, Object> body = new LinkedHashMap<>(projection.shown());
                            body.put("withheld", projection.withheld());
                            return body;
                        })
                        .toList());
    }

    @PostMapping("/reviews")
    @Operation(summary = "Records a review of the plan in force; may begin the next version in the same write")
    ResponseEntity<PlanReading.Standing> review(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String base,
            @PathVariable String id,
            @RequestBody Reviews.Recorded review) {
        Command command = commands.of(officer, key, "plan.review", id, review);
        reviews.record(id, review, base, command);
        PlanReading.Standing standing = reading.latest(id, command).orElseThrow(Refusal::notFound);
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(String.valueOf(standing.revision()))
                .body(standing);
    }
}
