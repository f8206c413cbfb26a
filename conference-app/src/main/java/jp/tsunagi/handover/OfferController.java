package jp.tsunagi.handover;

import io.swagger.v3.oas.annotations.Operation;
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

/** Hand-overs that are offered to the caller's agency, and those that come from elsewhere, over HTTP. */
@RestController
@RequestMapping("/api/v1/hand-overs")
class OfferController {

    private final TakingOver taking;
    private final HandOverReading reading;
    private final Commands commands;

    OfferController(TakingOver taking, HandOverReading reading, Commands commands) {
        this.taking = taking;
        this.reading = reading;
        this.commands = commands;
    }

    record Offers(List<Map<String, Object>> items) {}

    @GetMapping
    @Operation(summary = "The offers to the caller's agency: from whom, by when; nothing of her")
    Offers offers(@CurrentOfficer Officer officer) {
        return new Offers(reading.offers(commands.reading(officer)));
    }

    @GetMapping("/{n}")
    @Operation(summary = "One offer; `conferenceId` leads to the case once it is made, for those whose case it is")
    Map<String, Object> offer(@CurrentOfficer Officer officer, @PathVariable String n) {
        return reading.offer(n, commands.reading(officer));
    }

    @PostMapping("/{n}/acceptance")
    @Operation(summary = "Accepts an offer; the case is made of what her consent covers at that moment")
    Map<String, Object> accept(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String n,
            @RequestBody HandOverForm.Acceptance form) {
        Command command = commands.of(officer, key, "handover.accept", n, form);
        taking.accept(n, form, command);
        return reading.offer(n, command);
    }

    @PostMapping("/{n}/refusal")
    @Operation(summary = "Refuses an offer with a reason")
    Map<String, Object> refuse(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String n,
            @RequestBody HandOverForm.Declining form) {
        Command command = commands.of(officer, key, "handover.refuse", n, form);
        taking.refuse(n, form, command);
        return reading.offer(n, command);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Takes over a case from an agency elsewhere; a case is made of what is written here")
    TakingOver.Begun receive(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody IncomingForm form) {
        return taking.receive(form, commands.of(officer, key, "handover.receive", "", form));
    }
}
