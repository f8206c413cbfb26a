package jp.tsunagi.handover;

import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.handover.OfferView.Standing;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.plan.PlanContent;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The pages of those who take a case over: the offers to their agency, answering one, and one that comes from elsewhere. */
@Controller
class OfferPages {

    private final TakingOver taking;
    private final HandOverReading reading;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    OfferPages(TakingOver taking, HandOverReading reading, Commands commands, FormReader reader, Forms forms) {
        this.taking = taking;
        this.reading = reading;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/handovers")
    String all(@CurrentOfficer Officer officer, Model model) {
        requireReceiver(officer);
        model.addAttribute("items", reading.offers(commands.reading(officer)));
        return "handover/offers";
    }

    @GetMapping("/handovers/{n:[0-9A-Z]{26}}")
    String one(@CurrentOfficer Officer officer, @PathVariable String n, Model model) {
        model.addAttribute("item", reading.offer(n, commands.reading(officer)));
        return "handover/offer";
    }

    @GetMapping("/handovers/{n:[0-9A-Z]{26}}/{step:acceptance|refusal}")
    String answering(
            @CurrentOfficer Officer officer,
            @PathVariable String n,
            @PathVariable String step,
            FormPost form,
            Model model) {
        if (reading.offer(n, commands.reading(officer)).get("state") != Standing.OFFERED) {
            // Answered, or called off: what it is now stands on its page.
            return form.done("/handovers/" + n, "");
        }
        return forms.open(
                form,
                officer,
                model,
                "",
                () -> Typed.nothing().with("section", officer.section()),
                showAnswer(n, step, officer, model));
    }

    @PostMapping("/handovers/{n:[0-9A-Z]{26}}/{step:acceptance|refusal}")
    String answer(
            @CurrentOfficer Officer officer,
            @PathVariable String n,
            @PathVariable String step,
            FormPost form,
            Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    take(n, step, form, officer);
                    return form.done("/handovers/" + n, "handover.done." + step);
                },
                () -> showAnswer(n, step, officer, model));
    }

    @GetMapping("/handovers/new")
    String receiving(@CurrentOfficer Officer officer, FormPost form, Model model) {
        requireReceiver(officer);
        return forms.open(form, officer, model, "", Typed::nothing, showIncoming(model));
    }

    @PostMapping("/handovers/new")
    String receive(@CurrentOfficer Officer officer, FormPost form, Model model) {
        requireReceiver(officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    IncomingForm body = reader.read(form.over(Typed.nothing()), IncomingForm.class)
                            .orRefuse();
                    TakingOver.Begun begun =
                            taking.receive(body, commands.of(officer, form.key(), "handover.receive", "", body));
                    return form.done("/handovers/begun/" + begun.caseId(), "handover.received");
                },
                () -> showIncoming(model));
    }

    /** Where one waits while the case is being made; then it leads there. */
    @GetMapping("/handovers/begun/{caseId:[0-9A-Z]{26}}")
    String begun(@CurrentOfficer Officer officer, @PathVariable String caseId, FormPost form, Model model) {
        Command command = commands.reading(officer);
        TakenOverRecord came = reading.came(caseId, command).orElseThrow(Refusal::notFound);
        model.addAttribute("reference", came.reference());
        model.addAttribute("conferenceId", reading.begun(came) ? came.conferenceId() : null);
        return "handover/begun";
    }

    private void take(String n, String step, FormPost form, Officer officer) {
        if (step.equals("acceptance")) {
            HandOverForm.Acceptance body =
                    reader.read(form.typed(), HandOverForm.Acceptance.class).orRefuse();
            taking.accept(n, body, commands.of(officer, form.key(), "handover.accept", n, body));
        } else {
            HandOverForm.Declining body =
                    reader.read(form.typed(), HandOverForm.Declining.class).orRefuse();
            taking.refuse(n, body, commands.of(officer, form.key(), "handover.refuse", n, body));
        }
    }

    /** Shown again also where it was called off meanwhile: what was typed is not lost. */
    private String showAnswer(String n, String step, Officer officer, Model model) {
        Command command = commands.reading(officer);
        model.addAttribute("item", reading.offer(n, command));
        model.addAttribute("step", step);
        List<String> sections = reading.sections(command);
        model.addAttribute("sections", sections.equals(List.of("")) ? List.of() : sections);
        return "handover/answer";
    }

    private String showIncoming(Model model) {
        model.addAttribute("methods", ConsentMethod.values());
        model.addAttribute("areas", PlanContent.Area.values());
        model.addAttribute("procedures", PlanContent.Procedure.values());
        return "handover/incoming";
    }

    private static void requireReceiver(Officer officer) {
        if (!HandOverDesk.receives(officer)) {
            throw Refusal.notFound();
        }
    }
}
