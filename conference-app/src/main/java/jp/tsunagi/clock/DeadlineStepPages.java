package jp.tsunagi.clock;

import java.util.Map;
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

/** What becomes of an entry: it goes on, it ends, she moves away. */
@Controller
class DeadlineStepPages {

    private final Keeping keeping;
    private final DeadlineReading reading;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    DeadlineStepPages(
            Keeping keeping,
            DeadlineReading reading,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.keeping = keeping;
        this.reading = reading;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/deadlines/{n:\\d+}/{step:ending|renewal|move-out}")
    String asked(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            @PathVariable String step,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        reading.requireOpen(caseId, n, commands.reading(officer));
        return forms.open(form, officer, model, "", Typed::nothing, show(caseId, n, step, officer, model));
    }

    @PostMapping("/c/{id}/deadlines/{n:\\d+}/{step:ending|renewal|move-out}")
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
                    return form.done("/c/" + id + "/deadlines/" + n, "deadline.done." + step);
                },
                () -> show(caseId, n, step, officer, model));
    }

    private void take(String caseId, String n, String step, FormPost form, Officer officer) {
        String target = caseId + "/" + n;
        switch (step) {
            case "ending" -> {
                DeadlineForm.Ending body =
                        reader.read(form.typed(), DeadlineForm.Ending.class).orRefuse();
                keeping.end(caseId, n, body, of(officer, form, "deadline.end", target, body));
            }
            case "renewal" -> {
                DeadlineForm.Renewal body =
                        reader.read(form.typed(), DeadlineForm.Renewal.class).orRefuse();
                keeping.renew(caseId, n, body, of(officer, form, "deadline.renew", target, body));
            }
            default -> {
                DeadlineForm.MoveOut body =
                        reader.read(form.typed(), DeadlineForm.MoveOut.class).orRefuse();
                keeping.moveOut(caseId, n, body, of(officer, form, "deadline.move-out", target, body));
            }
        }
    }

    private Command of(Officer officer, FormPost form, String action, String target, Record body) {
        return commands.of(officer, form.key(), action, target, body);
    }

    private String show(String caseId, String n, String step, Officer officer, Model model) {
        // Shown again also where a colleague ended it meanwhile: what was typed is not lost.
        Map<String, Object> item = reading.one(caseId, n, commands.reading(officer));
        Object procedure = item.get("procedure");
        boolean possible =
                switch (step) {
                    case "renewal" -> procedure instanceof Procedure one && one.renewable();
                    case "move-out" -> procedure == Procedure.RESIDENT_REGISTER_PROTECTION;
                    default -> true;
                };
        if (!possible) {
            throw Refusal.notFound();
        }
        model.addAttribute("item", item);
        model.addAttribute("n", n);
        model.addAttribute("step", step);
        return "clock/step";
    }
}
