package jp.tsunagi.conference;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.Exclusion;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
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

/** What of a case is told to nobody (除外情報): the list, one more, and that one holds no longer. */
@Controller
class ExclusionPages {

    private final Exclusions exclusions;
    private final ConsentLedger ledger;
    private final Desk desk;
    private final ConferencePage page;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    ExclusionPages(
            Exclusions exclusions,
            ConsentLedger ledger,
            Desk desk,
            ConferencePage page,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.exclusions = exclusions;
        this.ledger = ledger;
        this.desk = desk;
        this.page = page;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/exclusions")
    String all(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, show(id, officer, model));
    }

    @PostMapping("/c/{id}/exclusions")
    String exclude(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String view = show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Exclusions.Form typed =
                            reader.read(form.typed(), Exclusions.Form.class).orRefuse();
                    exclusions.exclude(id, typed, commands.of(officer, form.key(), "exclusion", id, typed));
                    return form.done("/c/" + id + "/exclusions", "exclusion.done");
                },
                () -> view);
    }

    @GetMapping("/c/{id}/exclusions/{number}/lifting")
    String lifting(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String number,
            FormPost form,
            Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, showOne(id, number, officer, model));
    }

    @PostMapping("/c/{id}/exclusions/{number}/lifting")
    String lift(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String number,
            FormPost form,
            Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Exclusions.Lifting typed =
                            reader.read(form.typed(), Exclusions.Lifting.class).orRefuse();
                    Command command = commands.of(officer, form.key(), "exclusion.lifting", id + "/" + number, typed);
                    exclusions.lift(id, number, typed, command);
                    return form.done("/c/" + id + "/exclusions", "exclusion.lifting-done");
                },
                () -> showOne(id, number, officer, model));
    }

    private String show(String id, Officer officer, Model model) {
        Desk.Sight sight = desk.look(id, commands.reading(officer));
        if (!exclusions.mayExclude(sight)) {
            throw Refusal.notFound();
        }
        page.show(id, officer, model);
        model.addAttribute(
                "exclusions",
                ExclusionController.items(
                        ledger.read(id, commands.reading(officer)).ledger()));
        model.addAttribute("reasons", Exclusion.Reason.values());
        model.addAttribute("mayLift", exclusions.mayLift(sight));
        return "conference/exclusions";
    }

    private String showOne(String id, String number, Officer officer, Model model) {
        Command command = commands.reading(officer);
        Exclusion one = exclusions.one(id, number, command);
        if (!one.holds()) {
            throw Refusal.notFound();
        }
        page.show(id, officer, model);
        model.addAttribute("one", one);
        return "conference/exclusion-lifting";
    }
}
