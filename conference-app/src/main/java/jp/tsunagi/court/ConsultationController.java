package jp.tsunagi.court;

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

/** When and where she asked for help, over HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{id}/consultations")
class ConsultationController {

    private final Consulting consulting;
    private final CourtReading reading;
    private final Commands commands;

    ConsultationController(Consulting consulting, CourtReading reading, Commands commands) {
        this.consulting = consulting;
        this.reading = reading;
        this.commands = commands;
    }

    record All(
            @Schema(
                            description =
                                    "Each with `number`, `consultedOn`, `office`, `officeName`, `channel`, `asked` and `taken`;"
                                            + " what was corrected stays, with `corrected`")
                    List<Map<String, Object>> items) {}

    @GetMapping
    @Operation(summary = "When and where she asked for help (DV Act, Art. 12), as far as the caller may read it")
    All consultations(@CurrentOfficer Officer officer, @PathVariable String id) {
        return new All(reading.consultations(id, commands.reading(officer)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds an entry, or with `corrects` the correction of one; entries are never changed")
    All record(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody ConsultationForm form) {
        Command command = commands.of(officer, key, "consultation.record", id, form);
        consulting.record(id, form, command);
        return new All(reading.consultations(id, command));
    }
}
