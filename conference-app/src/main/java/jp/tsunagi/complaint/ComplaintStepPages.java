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

    private static final String PATH = "/c/{id}/complaints/{n:[0-9A-Z]{26}}";

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

    @GetMapping(PATH + "/answer")
    String answering(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        reading.require(ComplaintState.RECEIVED, caseId, n, commands.reading(officer));
        return forms.open(form, officer, model, "", Typed::nothing, showAnswer(caseId, n, officer, model));
    }

    @PostMapping(PATH + "/answer")
    String answer(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    ComplaintForm.Answer body = reader.read(form.typed(), ComplaintForm.Answer.class)
                            .orRefuse();
                    complaining.answer(
                            caseId,
                            n,
                            body,
                            commands.of(officer, form.key(), "complaint.answer", caseId + "/" + n, body));
                    return form.done("/c/" + id + "/complaints/" + n, "complaint.answered");
                },
                () -> showAnswer(caseId, n, officer, model));
    }

    @GetMapping(PATH + "/review")
    String reviewing(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        reading.require(ComplaintState.ANSWERED, caseId, n, commands.reading(officer));
        return forms.open(form, officer, model, "", Typed::nothing, showReview(caseId, n, officer, model));
    }

    @PostMapping(PATH + "/review")
    String review(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    ComplaintForm.Review body = reader.read(form.typed(), ComplaintForm.Review.class)
                            .orRefuse();
                    complaining.review(
                            caseId,
                            n,
                            body,
                            commands.of(officer, form.key(), "complaint.review", caseId + "/" + n, body));
                    return form.done("/c/" + id + "/complaints/" + n, "complaint.reviewed");
                },
                () -> showReview(caseId, n, officer, model));
    }

    /** Shown again also where a colleague was first: what was typed is not lost. */
    private String showAnswer(String caseId, String n, Officer officer, Model model) {
        model.addAttribute("item", reading.one(caseId, n, commands.reading(officer)));
        model.addAttribute("tellings", Told.values());
        return "complaint/answer";
    }

    private String showReview(String caseId, String n, Officer officer, Model model) {
        model.addAttribute("item", reading.one(caseId, n, commands.reading(officer)));
        model.addAttribute("results", Result.values());
        return "complaint/review";
    }
}
