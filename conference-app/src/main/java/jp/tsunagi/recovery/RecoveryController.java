package jp.tsunagi.recovery;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.recovery.Recovering.Answering;
import jp.tsunagi.recovery.Recovering.Asking;
import jp.tsunagi.recovery.Recovering.Holder;
import jp.tsunagi.recovery.Recovering.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Papers asked back, over HTTP. */
@RestController
class RecoveryController {

    private final Recovering recovering;
    private final Commands commands;

    RecoveryController(Recovering recovering, Commands commands) {
        this.recovering = recovering;
        this.commands = commands;
    }

    record Holders(List<Holder> items) {}

    record Asked(List<Shown> items) {}

    @GetMapping("/api/v1/conferences/{id}/recoveries")
    @Operation(summary = "The agencies that hold papers of a conference, and how it stands with asking for them")
    Holders holders(@CurrentOfficer Officer officer, @PathVariable String id) {
        return new Holders(recovering.holders(id, commands.reading(officer)));
    }

    @PostMapping("/api/v1/conferences/{id}/recoveries")
    @Operation(summary = "Asks agencies to return or destroy their papers")
    Holders ask(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Asking form) {
        Command command = commands.of(officer, key, "papers.ask-back", id, form);
        recovering.ask(id, form, command);
        return new Holders(recovering.holders(id, command));
    }

    @GetMapping("/api/v1/recoveries")
    @Operation(summary = "What the caller's agency was asked to give back, what waits first")
    Asked asked(@CurrentOfficer Officer officer) {
        return new Asked(recovering.mine(commands.reading(officer)));
    }

    @GetMapping("/api/v1/recoveries/{recovery}")
    @Operation(summary = "One of these, with the papers by kind and serial")
    Shown one(@CurrentOfficer Officer officer, @PathVariable String recovery) {
        return recovering.one(recovery, commands.reading(officer));
    }

    @PostMapping("/api/v1/recoveries/{recovery}/answer")
    @Operation(summary = "Says what became of the papers")
    Shown answer(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String recovery,
            @RequestBody Answering form) {
        Command command = commands.of(officer, key, "papers.give-back", recovery, form);
        recovering.answer(recovery, form, command);
        return recovering.one(recovery, command);
    }
}
