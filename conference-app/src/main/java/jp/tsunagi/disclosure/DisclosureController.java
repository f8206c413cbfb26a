package jp.tsunagi.disclosure;

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

/** Disclosures of a case without her consent, over HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{id}/disclosures")
class DisclosureController {

    private final Disclosing disclosing;
    private final DisclosureReading reading;
    private final Commands commands;

    DisclosureController(Disclosing disclosing, DisclosureReading reading, Commands commands) {
        this.disclosing = disclosing;
        this.reading = reading;
        this.commands = commands;
    }

    record All(
            @Schema(
                            description =
                                    "Each with `n` (opaque), `stage`, `basis`, `endsAt` and `may`; the whole for the Center and the"
                                            + " requesting team, for a named agency its own categories while it is in force")
                    List<Map<String, Object>> items) {}

    /** @param n by which it is known */
    record Proposed(String n) {}

    @GetMapping
    @Operation(summary = "What is disclosed of a case without her consent, as far as the caller may know of it")
    All all(@CurrentOfficer Officer officer, @PathVariable String id) {
        return new All(reading.all(id, commands.reading(officer)));
    }

    @GetMapping("/{n}")
    @Operation(summary = "One of them; for the Center with exactly what each agency sees")
    Map<String, Object> one(@CurrentOfficer Officer officer, @PathVariable String id, @PathVariable String n) {
        return reading.one(id, n, commands.reading(officer));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Proposes one; nothing is visible before two officers, one of them the director, confirm it")
    Proposed propose(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody DisclosureForm form) {
        return new Proposed(disclosing.propose(id, form, commands.of(officer, key, "disclosure.propose", id, form)));
    }

    @PostMapping("/{n}/confirmation")
    @Operation(summary = "One of the two hands; in force for 72 hours from the second on")
    Map<String, Object> confirm(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n) {
        Command command = commands.of(officer, key, "disclosure.confirm", id + "/" + n, null);
        disclosing.confirm(id, n, command);
        return reading.one(id, n, command);
    }

    @PostMapping("/{n}/refusal")
    @Operation(summary = "Refuses a proposal")
    Map<String, Object> refuse(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody DisclosureForm.Reason form) {
        Command command = commands.of(officer, key, "disclosure.refuse", id + "/" + n, form);
        disclosing.refuse(id, n, form, command);
        return reading.one(id, n, command);
    }

    @PostMapping("/{n}/revocation")
    @Operation(summary = "Ends one at once, or takes a proposal back")
    Map<String, Object> revoke(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody DisclosureForm.Reason form) {
        Command command = commands.of(officer, key, "disclosure.revoke", id + "/" + n, form);
        disclosing.revoke(id, n, form, command);
        return reading.one(id, n, command);
    }

    @PostMapping("/{n}/pledge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "An officer of a named agency pledges secrecy; only then is anything read")
    void pledge(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody DisclosureForm.Pledge form) {
        disclosing.pledge(id, n, form, commands.of(officer, key, "disclosure.pledge", id + "/" + n, form));
    }

    @PostMapping("/{n}/review")
    @Operation(summary = "Records the review after the end")
    Map<String, Object> review(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody DisclosureForm.Review form) {
        Command command = commands.of(officer, key, "disclosure.review", id + "/" + n, form);
        disclosing.review(id, n, form, command);
        return reading.one(id, n, command);
    }

    @PostMapping("/{n}/telling")
    @Operation(summary = "Records how she was told, or why it is not safe yet and when it is looked at again")
    Map<String, Object> tell(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody DisclosureForm.Telling form) {
        Command command = commands.of(officer, key, "disclosure.tell", id + "/" + n, form);
        disclosing.tell(id, n, form, command);
        return reading.one(id, n, command);
    }
}
