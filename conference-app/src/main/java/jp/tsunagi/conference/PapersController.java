package jp.tsunagi.conference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.delivery.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is made of a conference for somebody: agenda and papers, what another agency would see, and who got what. */
@RestController
@RequestMapping("/api/v1/conferences/{id}")
class PapersController {

    private final Agendas agendas;
    private final Editions editions;
    private final Previews previews;
    private final Reading reading;
    private final RecordViews recordViews;
    private final Commands commands;

    PapersController(
            Agendas agendas,
            Editions editions,
            Previews previews,
            Reading reading,
            RecordViews recordViews,
            Commands commands) {
        this.agendas = agendas;
        this.editions = editions;
        this.previews = previews;
        this.reading = reading;
        this.recordViews = recordViews;
        this.commands = commands;
    }

    @GetMapping("/agenda")
    Map<String, Object> agenda(@CurrentOfficer Officer officer, @PathVariable String id) {
        return agendas.of(id, commands.reading(officer));
    }

    @GetMapping("/deliveries")
    List<LedgerLine> deliveries(@CurrentOfficer Officer officer, @PathVariable String id) {
        return reading.ledger(id, commands.reading(officer)).stream()
                .map(LedgerLine::of)
                .toList();
    }

    @GetMapping("/record-views")
    @Operation(
            summary = "Who saw her record, from the audit, for those who help her to go through with her",
            description =
                    """
                    `views`, the newest first, each with `day`, `agency`, `section`, `things` (PLACE, NAME, STORY, RESULT, \
                    OTHER, PROGRESS, AUDIT), `why` (HELPER, CENTER, PARTICIPANT, DISCLOSED, EMERGENCY, AUDIT, OTHER) and \
                    `times`; no officer is named. `more` tells that there is more, earlier. What was seen in complaints, \
                    for courts or for councils is left out. Also after she took her consent back. Refused: 403 \
                    `record-views.not-yours`, 409 `record-views.not-yet`.""")
    Map<String, Object> recordViews(@CurrentOfficer Officer officer, @PathVariable String id) {
        return recordViews.read(id, commands.reading(officer)).shown();
    }

    @GetMapping("/documents/{kind}.pdf")
    @Operation(
            summary = "The caller's own edition of a paper, as PDF/A-2a and PDF/UA-1",
            description =
                    """
                    Kinds: `case-review-form` at any time; `convening-notice` and `agenda` from the convening on; \
                    `information-sheet` from the convening on, the agency's own, empty where none was sent; \
                    `outcome-record` from the report on; `sharing-report` from the submission on, for those who help her, \
                    also after she took her consent back; `record-views` likewise. Each edition is entered into audit and ledger before it leaves. \
                    Refused: 403 `document.not-cleared` before the attendee's pledge (not the convening notice, which \
                    tells nothing of her), 409 `<kind>.not-yet`, 410 `document.gone` for an agency that is not invited \
                    any more.""")
    ResponseEntity<byte[]> document(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String kind,
            @Parameter(
                            description =
                                    "Whose paper: for the Center any convened agency's `information-sheet` or"
                                            + " `convening-notice`; for an agency that passes a convening on, that one's notice")
                    @RequestParam(required = false)
                    @Nullable String agency) {
        Editions.Paper paper = editions.make(id, kind, agency, commands.reading(officer));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + paper.fileName() + "\"")
                .body(paper.pdf());
    }

    @GetMapping("/preview")
    @Operation(
            summary = "What an agency would see once its attendee has pledged, by the same policy; for the Center",
            description =
                    """
                    `shown` has what the agency would see, `alsoShown` names fields that it would see and the caller may \
                    not (such as an address that she lets this agency have), `withheld` names the rest. Before her consent \
                    covers the agency nothing is shown.""")
    Previews.Preview preview(@CurrentOfficer Officer officer, @PathVariable String id, @RequestParam String agency) {
        return previews.of(id, agency, null, commands.reading(officer));
    }

    /** One line of the sharing ledger. */
    record LedgerLine(
            String serial, String kind, String agency, int consentNumber, Instant at, @Nullable String sha256) {
        static LedgerLine of(Delivery delivery) {
            return new LedgerLine(
                    delivery.id(),
                    delivery.kind(),
                    delivery.agency().value(),
                    delivery.consentNumber(),
                    delivery.at(),
                    delivery.sha256());
        }
    }
}
