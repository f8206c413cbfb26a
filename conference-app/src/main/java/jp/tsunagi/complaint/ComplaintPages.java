package jp.tsunagi.complaint;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.complaint.ComplaintForm.From;
import jp.tsunagi.complaint.ComplaintForm.Means;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The complaints of a case on their tab: those one may know of, one of them, and recording one. */
@Controller
class ComplaintPages {

    private final Complaining complaining;
    private final ComplaintReading reading;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    ComplaintPages(
            Complaining complaining,
            ComplaintReading reading,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.complaining = complaining;
        this.reading = reading;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/complaints")
    String all(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        String caseId = bar.show(id, officer, model);
        model.addAttribute("items", reading.all(caseId, commands.reading(officer)));
        return "complaint/complaints";
    }

    @GetMapping("/c/{id}/complaints/{n:[0-9A-Z]{26}}")
    String one(@CurrentOfficer Officer officer, @PathVariable String id, @PathVariable String n, Model model) {
        String caseId = bar.show(id, officer, model);
        model.addAttribute("item", reading.one(caseId, n, commands.reading(officer)));
        return "complaint/complaint";
    }

    @GetMapping("/c/{id}/complaints/new")
    String receiving(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, showForm(caseId, officer, model));
    }

    @PostMapping("/c/{id}/complaints/new")
    String receive(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    ComplaintForm body =
                            reader.read(form.typed(), ComplaintForm.class).orRefuse();
                    complaining.receive(
                            caseId, body, commands.of(officer, form.key(), "complaint.record", caseId, body));
                    // Not to the complaint: it may be kept from whoever wrote it down.
                    return form.done("/c/" + id + "/complaints", "complaint.recorded");
                },
                () -> showForm(caseId, officer, model));
    }

    private String showForm(String caseId, Officer officer, Model model) {
        reading.requirePart(caseId, commands.reading(officer));
        model.addAttribute("sources", From.values());
        model.addAttribute("ways", Means.values());
        model.addAttribute("keptChoices", new Boolean[] {true, false});
        return "complaint/new";
    }
}
