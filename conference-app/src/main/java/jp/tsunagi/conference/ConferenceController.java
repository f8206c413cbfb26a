package jp.tsunagi.conference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Paging;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The conference over HTTP, up to the director's decision, and what is read of it. */
@RestController
@RequestMapping("/api/v1/conferences")
class ConferenceController {

    private final Requesting requesting;
    private final ConsentAnswers consentAnswers;
    private final ConsentWithdrawal consentWithdrawal;
    private final Deciding deciding;
    private final Reading reading;
    private final Worklists worklists;
    private final Commands commands;

    ConferenceController(
            Requesting requesting,
            ConsentAnswers consentAnswers,
            ConsentWithdrawal consentWithdrawal,
            Deciding deciding,
            Reading reading,
            Worklists worklists,
            Commands commands) {
        this.requesting = requesting;
        this.consentAnswers = consentAnswers;
        this.consentWithdrawal = consentWithdrawal;
        this.deciding = deciding;
        this.reading = reading;
        this.worklists = worklists;
        this.commands = commands;
    }

    /** What a step answers with. */
    record Reached(String id, String reference, String state) {}

    /** Why; needed. */
    record Reason(@Nullable String reason) {}

    /** What is said to the reasons for which a request was given back; not needed. */
    record Submission(@Nullable String reply) {}

    /** Login of the case officer, one of the Center's staff. */
    record Assignment(@Nullable String officer) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Reached submit(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(defaultValue = "false") boolean draft,
            @RequestBody Request request) {
        Command command = commands.of(officer, key, draft ? "draft" : "submit", "", request);
        return reached(requesting.open(request, draft, command).value(), command);
    }

    @PutMapping("/{id}")
    Reached replace(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @PathVariable String id,
            @RequestBody Request request) {
        Command command = commands.of(officer, key, "replace", id, request);
        requesting.replace(id, request, version, command);
        return reached(id, command);
    }

    @PostMapping("/{id}/submission")
    Reached submission(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Submission submission) {
        Command command = commands.of(officer, key, "submission", id, submission);
        requesting.submit(id, submission == null ? null : submission.reply(), command);
        return reached(id, command);
    }

    @PostMapping("/{id}/recall")
    @Operation(summary = "Takes a submitted request back, until the Center has read it or she was asked")
    Reached recall(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id) {
        Command command = commands.of(officer, key, "recall", id, null);
        requesting.recall(id, command);
        return reached(id, command);
    }

    @GetMapping
    Worklists.Worklist worklist(
            @CurrentOfficer Officer officer,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size) {
        return worklists.worklist(commands.reading(officer), state, Paging.of(page, size));
    }

    @GetMapping("/{id}")
    @Operation(summary = "The conference as the policy shows it to the caller; withheld fields are absent and named")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConferenceView.class)))
    ResponseEntity<Map<String, Object>> conference(@CurrentOfficer Officer officer, @PathVariable String id) {
        Projection projection = reading.conference(id, commands.reading(officer));
        Map<String, Object> body = new LinkedHashMap<>(projection.shown());
        body.put("withheld", projection.withheld());
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        return (body.containsKey("version") ? answer.eTag(String.valueOf(body.get("version"))) : answer).body(body);
    }

    @PostMapping("/{id}/consent-answer")
    Reached consentAnswer(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody ConsentAnswers.Answer answer) {
        Command command = commands.of(officer, key, "consent-answer", id, answer);
        consentAnswers.answer(id, answer, command);
        return reached(id, command);
    }

    @PostMapping("/{id}/consent-withdrawal")
    Reached consentWithdrawal(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody ConsentWithdrawal.Withdrawal withdrawal) {
        Command command = commands.of(officer, key, "consent-withdrawal", id, withdrawal);
        consentWithdrawal.withdraw(id, withdrawal, command);
        return reached(id, command);
    }

    @PostMapping("/{id}/consent-check")
    Reached consentCheck(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id) {
        Command command = commands.of(officer, key, "consent-check", id, null);
        deciding.askAgain(id, command);
        return reached(id, command);
    }

    @PostMapping("/{id}/return")
    Reached giveBack(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Deciding.Return given) {
        Command command = commands.of(officer, key, "return", id, given);
        deciding.giveBack(id, given, command);
        return reached(id, command);
    }

    @PostMapping("/{id}/referral")
    Reached referral(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id) {
        Command command = commands.of(officer, key, "referral", id, null);
        deciding.refer(id, command);
        return reached(id, command);
    }

    @PostMapping("/{id}/assignment")
    Reached assignment(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Assignment assignment) {
        Command command = commands.of(officer, key, "assignment", id, assignment);
        deciding.assign(id, assignment.officer(), command);
        return reached(id, command);
    }

    @PostMapping("/{id}/decision")
    Reached decision(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Deciding.Verdict verdict) {
        Command command = commands.of(officer, key, "decision", id, verdict);
        deciding.decide(id, verdict, command);
        return reached(id, command);
    }

    @PostMapping("/{id}/withdrawal")
    Reached withdrawal(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Reason reason) {
        Command command = commands.of(officer, key, "withdrawal", id, reason);
        requesting.withdraw(id, reason.reason(), command);
        return reached(id, command);
    }

    @PostMapping("/{id}/next")
    @ResponseStatus(HttpStatus.CREATED)
    Reached next(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id) {
        Command command = commands.of(officer, key, "next", id, null);
        return reached(requesting.next(id, command).value(), command);
    }

    @PostMapping("/{id}/location-view")
    Map<String, Object> locationView(
            @CurrentOfficer Officer officer, @PathVariable String id, @RequestBody Reason reason) {
        return reading.location(id, reason.reason(), commands.reading(officer));
    }

    /** Where the conference stands for this officer after the step. */
    private Reached reached(String id, Command command) {
        Reading.Line line = reading.line(id, command);
        return new Reached(line.id(), line.reference(), line.state());
    }
}
