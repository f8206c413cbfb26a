package jp.tsunagi.handover;

import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.conference.Step;
import jp.tsunagi.handover.HandOverForm.Where;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The hand-overs of a case on their tab: all of them, one, and offering one after looking at what exactly goes along. */
@Controller
class HandOverPages {

    private static final String CONFIRM = "confirm";
    private static final String EDIT = "edit";

    private final HandingOver handing;
    private final HandOverReading reading;
    private final HandOverPapers papers;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    HandOverPages(
            HandingOver handing,
            HandOverReading reading,
            HandOverPapers papers,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.handing = handing;
        this.reading = reading;
        this.papers = papers;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/handovers")
    String all(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        String caseId = bar.show(id, officer, model);
        Command command = commands.reading(officer);
        HandOverReading.All all = reading.all(caseId, command);
        model.addAttribute("items", all.items());
        model.addAttribute("mayOffer", all.mayOffer());
        model.addAttribute(
                "over", all.items().stream().anyMatch(item -> item.get("state") == HandOverState.TAKEN_OVER));
        // Where it may be closed, the closing begins with why.
        model.addAttribute(
                "closing", model.getAttribute("steps") instanceof Map<?, ?> steps ? steps.get(Step.CLOSE) : null);
        model.addAttribute(
                "came",
                reading.takenOver(caseId, command).map(Projection::shown).orElse(null));
        return "handover/handovers";
    }

    @GetMapping("/c/{id}/handovers/{n:[0-9A-Z]{26}}")
    String one(@CurrentOfficer Officer officer, @PathVariable String id, @PathVariable String n, Model model) {
        String caseId = bar.show(id, officer, model);
        model.addAttribute("item", reading.one(caseId, n, commands.reading(officer)));
        return "handover/handover";
    }

    @GetMapping("/c/{id}/handovers/{n:[0-9A-Z]{26}}/hand-over.pdf")
    ResponseEntity<byte[]> paper(
            @CurrentOfficer Officer officer, @PathVariable String id, @PathVariable String n, Model model) {
        return HandOverController.pdf(papers.offered(bar.show(id, officer, model), n, commands.reading(officer)));
    }

    @GetMapping("/c/{id}/handovers/taken-over.pdf")
    ResponseEntity<byte[]> takenOver(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        return HandOverController.pdf(papers.takenOver(bar.show(id, officer, model), commands.reading(officer)));
    }

    @GetMapping("/c/{id}/handovers/new")
    String offering(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, showForm(caseId, officer, model));
    }

    /** Twice: at first what exactly goes along is shown, then it is offered. */
    @PostMapping("/c/{id}/handovers/new")
    String offer(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return switch (form.action()) {
            case CONFIRM ->
                forms.confirm(
                        form,
                        officer,
                        model,
                        () -> model.addAttribute(
                                "preview", handing.preview(caseId, read(form), commands.reading(officer))),
                        () -> "handover/confirm",
                        () -> showForm(caseId, officer, model));
            case EDIT -> forms.show(form, model, form.typed(), () -> showForm(caseId, officer, model));
            default ->
                forms.submit(
                        form,
                        officer,
                        model,
                        () -> {
                            HandOverForm body = read(form);
                            String n = handing.offer(
                                    caseId, body, commands.of(officer, form.key(), "handover.offer", caseId, body));
                            return form.done("/c/" + id + "/handovers/" + n, "handover.offered");
                        },
                        () -> showForm(caseId, officer, model));
        };
    }

    @GetMapping("/c/{id}/handovers/{n:[0-9A-Z]{26}}/{step:taking-back|answer}")
    String asked(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            @PathVariable String step,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        Map<String, Object> item = reading.one(caseId, n, commands.reading(officer));
        if (!Boolean.TRUE.equals(item.get(step.equals("answer") ? "mayAnswer" : "mayTakeBack"))) {
            throw Refusal.notFound();
        }
        return forms.open(form, officer, model, "", Typed::nothing, showStep(caseId, n, step, officer, model));
    }

    @PostMapping("/c/{id}/handovers/{n:[0-9A-Z]{26}}/{step:taking-back|answer}")
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
                    return form.done("/c/" + id + "/handovers/" + n, "handover.done." + step);
                },
                () -> showStep(caseId, n, step, officer, model));
    }

    private void take(String caseId, String n, String step, FormPost form, Officer officer) {
        String target = caseId + "/" + n;
        if (step.equals("answer")) {
            HandOverForm.ElsewhereAnswer body = reader.read(form.typed(), HandOverForm.ElsewhereAnswer.class)
                    .orRefuse();
            handing.answeredElsewhere(
                    caseId, n, body, commands.of(officer, form.key(), "handover.answer-elsewhere", target, body));
        } else {
            HandOverForm.TakingBack body =
                    reader.read(form.typed(), HandOverForm.TakingBack.class).orRefuse();
            handing.takeBack(caseId, n, body, commands.of(officer, form.key(), "handover.take-back", target, body));
        }
    }

    private HandOverForm read(FormPost form) {
        return reader.read(form.typed(), HandOverForm.class).orRefuse();
    }

    private String showForm(String caseId, Officer officer, Model model) {
        Command command = commands.reading(officer);
        // Not for those who only read: as for nothing.
        model.addAttribute("going", reading.measures(caseId, command));
        model.addAttribute("possible", reading.possible(caseId, command));
        model.addAttribute("ways", Where.values());
        model.addAttribute("methods", ConsentMethod.values());
        model.addAttribute("choices", Part.values());
        return "handover/new";
    }

    /** Shown again also where it was answered meanwhile: what was typed is not lost. */
    private String showStep(String caseId, String n, String step, Officer officer, Model model) {
        model.addAttribute("item", reading.one(caseId, n, commands.reading(officer)));
        model.addAttribute("step", step);
        model.addAttribute("saids", HandOverForm.Said.values());
        model.addAttribute("meanses", List.of(HandOverForm.Means.values()));
        return "handover/step";
    }
}
