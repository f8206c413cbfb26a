package jp.tsunagi.court;

import java.util.Map;
import java.util.Objects;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.court.StatementForm.Way;
import jp.tsunagi.court.StatementRecord.Version;
import jp.tsunagi.court.StatementRecord.VersionState;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What becomes of a statement: the director confirms it, and it is handed over. */
@Controller
class StatementStepPages {

    private static final String ONE = "/c/{id}/court-statements/{n:[0-9A-Z]{26}}";

    private final Stating stating;
    private final CourtReading reading;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    StatementStepPages(
            Stating stating,
            CourtReading reading,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.stating = stating;
        this.reading = reading;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping(ONE + "/confirmation")
    String confirming(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        Version last = latest(caseId, n, officer);
        if (last.state() != VersionState.SUBMITTED) {
            throw Refusal.notFound();
        }
        return forms.open(
                form,
                officer,
                model,
                String.valueOf(last.number()),
                () -> Typed.nothing().with("version", String.valueOf(last.number())),
                showConfirmation(caseId, n, officer, model));
    }

    @PostMapping(ONE + "/confirmation")
    String confirm(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        showConfirmation(caseId, n, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    StatementForm.Confirmation body = reader.read(form.typed(), StatementForm.Confirmation.class)
                            .orRefuse();
                    stating.confirm(
                            caseId,
                            n,
                            body,
                            commands.of(officer, form.key(), "court-statement.confirm", caseId + "/" + n, body));
                    return form.done("/c/" + id + "/court-statements/" + n, "court.confirmed");
                },
                () -> showConfirmation(caseId, n, officer, model));
    }

    @GetMapping(ONE + "/handing-over")
    String handing(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        Version last = latest(caseId, n, officer);
        if (last.state() != VersionState.CONFIRMED) {
            throw Refusal.notFound();
        }
        return forms.open(
                form,
                officer,
                model,
                "",
                () -> Typed.nothing().with("version", String.valueOf(last.number())),
                showHandingOver(caseId, n, officer, model));
    }

    @PostMapping(ONE + "/handing-over")
    String handOver(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        latest(caseId, n, officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    StatementForm.HandingOver body = reader.read(form.typed(), StatementForm.HandingOver.class)
                            .orRefuse();
                    stating.handOver(
                            caseId,
                            n,
                            body,
                            commands.of(officer, form.key(), "court-statement.hand-over", caseId + "/" + n, body));
                    return form.done("/c/" + id + "/court-statements/" + n, "court.handed");
                },
                () -> showHandingOver(caseId, n, officer, model));
    }

    /** For the director alone; shown again also where a colleague wrote another version meanwhile. */
    private String showConfirmation(String caseId, String n, Officer officer, Model model) {
        Map<String, Object> item = show(caseId, n, officer, model);
        if (!Objects.equals(item.get("mayConfirm"), true)) {
            throw Refusal.notFound();
        }
        return "court/confirmation";
    }

    private String showHandingOver(String caseId, String n, Officer officer, Model model) {
        show(caseId, n, officer, model);
        model.addAttribute("ways", Way.values());
        return "court/handing-over";
    }

    private Map<String, Object> show(String caseId, String n, Officer officer, Model model) {
        Command command = commands.reading(officer);
        CourtPageRights.center(reading, caseId, command);
        Map<String, Object> item = reading.statement(caseId, n, command);
        model.addAttribute("item", item);
        return item;
    }

    private Version latest(String caseId, String n, Officer officer) {
        Command command = commands.reading(officer);
        CourtPageRights.center(reading, caseId, command);
        Stating.Found found = stating.found(caseId, n, command);
        if (!found.record().open()) {
            throw Refusal.notFound();
        }
        return found.record().latest().orElseThrow(Refusal::notFound);
    }
}
