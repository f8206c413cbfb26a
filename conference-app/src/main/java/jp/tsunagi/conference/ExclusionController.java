package jp.tsunagi.conference;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
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

/** What of a case is told to nobody, over HTTP. */
@RestController
@RequestMapping("/api/v1/conferences/{id}/exclusions")
class ExclusionController {

    private final Exclusions exclusions;
    private final ConsentLedger ledger;
    private final Commands commands;

    ExclusionController(Exclusions exclusions, ConsentLedger ledger, Commands commands) {
        this.exclusions = exclusions;
        this.ledger = ledger;
        this.commands = commands;
    }

    /** In the order in which they were entered; also what holds no longer. */
    record Items(List<Map<String, Object>> items) {}

    @GetMapping
    @Operation(summary = "What of the case is told to nobody, whatever she agrees to")
    Items all(@CurrentOfficer Officer officer, @PathVariable String id) {
        return new Items(items(ledger.read(id, commands.reading(officer)).ledger()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "From now on this is told to nobody: a field by its name, or a thing that the texts speak of")
    void exclude(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Exclusions.Form form) {
        exclusions.exclude(id, form, commands.of(officer, key, "exclusion", id, form));
    }

    @PostMapping("/{number}/lifting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "It holds no longer; by the director, with a reason, and not of what the director entered")
    void lift(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String number,
            @RequestBody Exclusions.Lifting form) {
        exclusions.lift(id, number, form, commands.of(officer, key, "exclusion.lifting", id + "/" + number, form));
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the officer may not read what she agreed to */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> items(Projection ledger) {
        if (!ledger.withheld().isEmpty()) {
            throw Refusal.notFound();
        }
        return (List<Map<String, Object>>)
                Objects.requireNonNullElse(ledger.shown().get("exclusions"), List.of());
    }
}
