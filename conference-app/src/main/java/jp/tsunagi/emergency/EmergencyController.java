package jp.tsunagi.emergency;

import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.emergency.Opening.One;
import jp.tsunagi.emergency.Opening.Reviewing;
import jp.tsunagi.emergency.Opening.Shown;
import jp.tsunagi.emergency.Opening.Wanted;
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

/** Cases opened in an emergency, over HTTP. */
@RestController
@RequestMapping("/api/v1/emergencies")
class EmergencyController {

    private final Opening opening;
    private final Commands commands;

    EmergencyController(Opening opening, Commands commands) {
        this.opening = opening;
        this.commands = commands;
    }

    record Openings(List<Shown> items) {}

    /** By which the opening is known. */
    record Opened(String n) {}

    @GetMapping
    @Operation(summary = "The caller's own openings; all for the director, and for auditors without the reasons")
    Openings list(@CurrentOfficer Officer officer) {
        return new Openings(opening.list(commands.reading(officer)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Opens a case in an emergency, by its reference and with a reason of 20 characters at least",
            description =
                    """
                    For counsellors of the requesting agency who are not on the team, and the Center's staff who are not \\
                    the case officer. 422 `emergency.not-possible` alike where there is no such case, the caller may not, \\
                    or she does not consent.""")
    Opened open(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Wanted wanted) {
        return new Opened(opening.open(wanted, commands.of(officer, key, "emergency.open", "", wanted)));
    }

    @GetMapping("/{n}")
    @Operation(summary = "One opening; to whoever opened it, with what it shows while it stands open")
    Map<String, Object> one(@CurrentOfficer Officer officer, @PathVariable String n) {
        return body(opening.one(n, commands.reading(officer)));
    }

    @PostMapping("/{n}/review")
    @Operation(summary = "The director says whether it was justified; never whoever opened it")
    Map<String, Object> review(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String n,
            @RequestBody Reviewing form) {
        Command command = commands.of(officer, key, "emergency.review", n, form);
        opening.review(n, form, command);
        return body(opening.one(n, command));
    }

    private static Map<String, Object> body(One one) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("opening", one.opening());
        body.put("shown", one.shown());
        body.put("withheld", one.withheld());
        return body;
    }
}
