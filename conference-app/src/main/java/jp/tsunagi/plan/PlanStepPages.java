package jp.tsunagi.plan;

import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
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

/** What is said to a plan: by the director (S34), and by her (S33). */
@Controller
class PlanStepPages {

    private final Planning planning;
    private final PlanReading reading;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    PlanStepPages(
            Planning planning,
            PlanReading reading,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.planning = planning;
        this.reading = reading;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/plan/approval")
    String approval(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        String version = waiting(caseId, PlanStep.APPROVE, officer);
        return forms.open(form, officer, model, version, Typed::nothing, showApproval(caseId, version, officer, model));
    }

    @PostMapping("/c/{id}/plan/approval")
    String approve(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Review review = reader.read(form.typed(), Review.class).orRefuse();
                    String target = caseId + "/" + form.base();
                    planning.review(
                            caseId,
                            form.base(),
                            review,
                            commands.of(officer, form.key(), "plan.approval", target, review));
                    return form.done(
                            "/c/" + id + "/plan",
                            review.decision() == Review.Verdict.RETURN ? "plan.returned" : "plan.approved");
                },
                () -> showApproval(caseId, form.base(), officer, model));
    }

    @GetMapping("/c/{id}/plan/confirmation")
    String confirmation(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        String version = waiting(caseId, PlanStep.CONFIRM, officer);
        return forms.open(
                form, officer, model, version, Typed::nothing, showConfirmation(caseId, version, officer, model));
    }

    @PostMapping("/c/{id}/plan/confirmation")
    String confirm(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Confirmation told =
                            reader.read(form.typed(), Confirmation.class).orRefuse();
                    String target = caseId + "/" + form.base();
                    planning.confirm(
                            caseId,
                            form.base(),
                            told,
                            commands.of(officer, form.key(), "plan.confirmation", target, told));
                    return form.done("/c/" + id + "/plan", "plan.confirmed");
                },
                () -> showConfirmation(caseId, form.base(), officer, model));
    }

    /** The newest version, where it waits for this step of this officer. */
    private String waiting(String caseId, PlanStep step, Officer officer) {
        Command command = commands.reading(officer);
        String version = reading.latest(caseId, command)
                .map(standing -> String.valueOf(standing.version()))
                .orElseThrow(Refusal::notFound);
        if (!reading.steps(caseId, version, command).contains(step)) {
            throw Refusal.notFound();
        }
        return version;
    }

    private String showApproval(String caseId, String version, Officer officer, Model model) {
        model.addAttribute(
                "plan", reading.one(caseId, version, commands.reading(officer)).shown());
        model.addAttribute(
                "difference",
                reading.difference(caseId, version, commands.reading(officer)).orElse(null));
        model.addAttribute("verdicts", Review.Verdict.values());
        return "plan/approval";
    }

    private String showConfirmation(String caseId, String version, Officer officer, Model model) {
        model.addAttribute(
                "plan", reading.one(caseId, version, commands.reading(officer)).shown());
        model.addAttribute("results", Confirmation.Result.values());
        model.addAttribute("methods", Confirmation.Method.values());
        model.addAttribute("yesNo", List.of(true, false));
        return "plan/confirmation";
    }
}
