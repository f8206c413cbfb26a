package jp.tsunagi.court;

import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.court.ConsultationForm.Channel;
import jp.tsunagi.court.ConsultationForm.Office;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** When and where she asked for help, on its tab; beneath it, for the Center, what courts asked. */
@Controller
class ConsultationPages {

    private static final String CORRECTION = "/c/{id}/consultations/{number:[0-9]{1,3}}/correction";

    private final Consulting consulting;
    private final CourtReading reading;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    ConsultationPages(
            Consulting consulting,
            CourtReading reading,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.consulting = consulting;
        this.reading = reading;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/consultations")
    String all(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        String caseId = bar.show(id, officer, model);
        Command command = commands.reading(officer);
        model.addAttribute("items", reading.consultations(caseId, command));
        boolean states = reading.states(caseId, command);
        model.addAttribute("states", states);
        model.addAttribute("statements", states ? reading.statements(caseId, command) : List.of());
        return "court/consultations";
    }

    @GetMapping("/c/{id}/consultations/new")
    String recording(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, showForm(caseId, officer, model));
    }

    @PostMapping("/c/{id}/consultations/new")
    String record(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    save(caseId, read(form), form, officer);
                    return form.done("/c/" + id + "/consultations", "consultation.recorded");
                },
                () -> showForm(caseId, officer, model));
    }

    @GetMapping(CORRECTION)
    String correcting(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String number,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        String view = showCorrection(caseId, number, officer, model);
        return forms.open(
                form,
                officer,
                model,
                "",
                () -> Forms.typed(reading.consultation(caseId, number, commands.reading(officer)))
                        .with("correctionReason", ""),
                view);
    }

    @PostMapping(CORRECTION)
    String correct(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String number,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    save(caseId, read(form).correcting(Integer.parseInt(number)), form, officer);
                    return form.done("/c/" + id + "/consultations", "consultation.corrected");
                },
                () -> showCorrection(caseId, number, officer, model));
    }

    private ConsultationForm read(FormPost form) {
        return reader.read(form.typed(), ConsultationForm.class).orRefuse();
    }

    private void save(String caseId, ConsultationForm body, FormPost form, Officer officer) {
        consulting.record(caseId, body, commands.of(officer, form.key(), "consultation.record", caseId, body));
    }

    private String showForm(String caseId, Officer officer, Model model) {
        // Whoever has no part in it does not find the form either.
        reading.states(caseId, commands.reading(officer));
        model.addAttribute("offices", Office.values());
        model.addAttribute("channels", Channel.values());
        return "court/consultation-new";
    }

    private String showCorrection(String caseId, String number, Officer officer, Model model) {
        model.addAttribute("wrong", reading.consultation(caseId, number, commands.reading(officer)));
        return showForm(caseId, officer, model);
    }
}
