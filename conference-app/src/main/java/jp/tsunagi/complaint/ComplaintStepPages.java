package jp.tsunagi.complaint;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.complaint.ComplaintForm.Result;
import jp.tsunagi.complaint.ComplaintForm.Told;
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

/** What is done about a complaint: it is answered, and the support is looked into. */
@Controller
class ComplaintStepPages {

    private static final String PATH = "/c/{id}/complaints/{n:[0-9A-Z]{26}}/{step:answer|review}";

    private final Complaining complaining;
    private final ComplaintReading reading;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    ComplaintStepPages(
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

    @GetMapping(PATH)
    String asked(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            @PathVariable String step,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        ComplaintState before = step.equals("answer") ? ComplaintState.RECEIVED : ComplaintState.ANSWERED;
        reading.require(before, caseId, n, commands.reading(officer));
        return forms.open(form, officer, model, "", Typed::nothing, show(caseId, n, step, officer, model));
    }

    @PostMapping(PATH)
    String taken(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            @PathVariable String step,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    take(caseId, n, step, form, officer);
                    return form.done("/c/" + id + "/complaints/" + n, "complaint.done." + step);
                },
                () -> show(caseId, n, step, officer, model));
    }

    private void take(String caseId, String n, String step, FormPost form, Officer officer) {
        String target = caseId + "/" + n;
        if (step.equals("answer")) {
            ComplaintForm.Answer body =
                    reader.read(form.typed(), ComplaintForm.Answer.class).orRefuse();
            complaining.answer(caseId, n, body, commands.of(officer, form.key(), "complaint.answer", target, body));
        } else {
            ComplaintForm.Review body =
                    reader.read(form.typed(), ComplaintForm.Review.class).orRefuse();
            complaining.review(caseId, n, body, commands.of(officer, form.key(), "complaint.review", target, body));
        }
    }

    /** Shown again also where a colleague was first: what was typed is not lost. */
    private String show(String caseId, String n, String step, Officer officer, Model model) {
        model.addAttribute("item", reading.one(caseId, n, commands.reading(officer)));
        model.addAttribute("tellings", Told.values());
        model.addAttribute("results", Result.values());
        return "complaint/" + step;
    }
}
