package jp.tsunagi.conference;

import io.swagger.v3.oas.annotations.Operation;
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

/** The minutes over HTTP: read, confirmed, objected to, and what is answered. */
@RestController
@RequestMapping("/api/v1/conferences/{id}/minutes")
class MinutesController {

    private final MinutesReading reading;
    private final MinutesSteps steps;
    private final Commands commands;

    MinutesController(MinutesReading reading, MinutesSteps steps, Commands commands) {
        this.reading = reading;
        this.steps = steps;
        this.commands = commands;
    }

    /** Which objection it is. */
    record Objected(int number) {}

    @GetMapping
    @Operation(
            summary = "The minutes paragraph by paragraph, as the policy shows them to the caller",
            description =
                    """
                    From the report on, for whoever may have the `outcome-record`, and refused in the same way. Objections \
                    are shown to the agency that made them, to the requesting agency and to the Center; what was corrected, \
                    with what stood there before, to everybody who sees that paragraph.""")
    MinutesReading.Read minutes(@CurrentOfficer Officer officer, @PathVariable String id) {
        return reading.read(id, commands.reading(officer));
    }

    @PostMapping("/receipt")
    @Operation(summary = "The caller has read this version of the minutes")
    MinutesReading.Read receipt(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody MinutesSteps.Receipt receipt) {
        Command command = commands.of(officer, key, "minutes.receipt", id, receipt);
        steps.confirm(id, receipt, command);
        return reading.read(id, command);
    }

    @PostMapping("/objections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Asks for a paragraph to be corrected, within five business days of the report",
            description =
                    """
                    Refused: 409 `minutes.window-closed` after that; 409 `minutes.changed` where `version` is not the one \
                    that stands.""")
    Objected objection(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody MinutesSteps.Objecting objecting) {
        Command command = commands.of(officer, key, "minutes.objection", id, objecting);
        return new Objected(steps.object(id, objecting, command));
    }

    @PostMapping("/objections/{number}/answer")
    @Operation(
            summary = "The requesting agency or the Center's staff answer an objection",
            description =
                    """
                    `ACCEPTED` with `version` and the whole paragraph as it reads now (`corrected`, `action` or `attendance`, as \
                    its kind is) makes the next version of the report; the former one is kept. Refused: 409 \
                    `minutes.answered` where somebody else was first, 403 `minutes.own-objection` for whoever made it.""")
    MinutesReading.Read answer(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable int number,
            @RequestBody MinutesSteps.Answer answer) {
        Command command = commands.of(officer, key, "minutes.answer", id + "/" + number, answer);
        steps.answer(id, number, answer, command);
        return reading.read(id, command);
    }
}
