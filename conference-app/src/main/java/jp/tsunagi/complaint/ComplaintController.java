package jp.tsunagi.complaint;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The complaints of a case over HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{id}/complaints")
class ComplaintController {

    private final Complaining complaining;
    private final ComplaintReading reading;
    private final Commands commands;

    ComplaintController(Complaining complaining, ComplaintReading reading, Commands commands) {
        this.complaining = complaining;
        this.reading = reading;
        this.commands = commands;
    }

    record All(
            @Schema(
                            description =
                                    "Each with `n` (opaque), `state`, `due`, what was said and about whom, and with"
                                            + " `answer` and `review` once they are there; those kept from the caller are not")
                    List<Map<String, Object>> items) {}

    /** @param n by which it is known; whoever recorded it may not be shown more */
    record Recorded(String n) {}

    @GetMapping
    @Operation(summary = "The complaints of a case that the caller may know of, open ones first")
    All complaints(@CurrentOfficer Officer officer, @PathVariable String id) {
        return new All(reading.all(id, commands.reading(officer)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records a complaint of hers or for her")
    Recorded receive(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody ComplaintForm form) {
        return new Recorded(complaining.receive(id, form, commands.of(officer, key, "complaint.record", id, form)));
    }

    @PostMapping("/{n}/answer")
    @Operation(summary = "Answers a complaint, and says how she was told or why not")
    Map<String, Object> answer(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody ComplaintForm.Answer form) {
        Command command = commands.of(officer, key, "complaint.answer", id + "/" + n, form);
        complaining.answer(id, n, form, command);
        return reading.one(id, n, command);
    }

    @PostMapping("/{n}/review")
    @Operation(summary = "Records the review of the support: REVIEWED where it changes, CLOSED where it stays")
    Map<String, Object> review(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody ComplaintForm.Review form) {
        Command command = commands.of(officer, key, "complaint.review", id + "/" + n, form);
        complaining.review(id, n, form, command);
        return reading.one(id, n, command);
    }
}
