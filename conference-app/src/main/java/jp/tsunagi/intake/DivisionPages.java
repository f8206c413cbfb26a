package jp.tsunagi.intake;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The pages of a section: the sheets that it has something of, and what it has of one. */
@Controller
class DivisionPages {

    private final IntakeKeeping keeping;
    private final IntakeReading reading;
    private final Commands commands;
    private final Forms forms;

    DivisionPages(IntakeKeeping keeping, IntakeReading reading, Commands commands, Forms forms) {
        this.keeping = keeping;
        this.reading = reading;
        this.commands = commands;
        this.forms = forms;
    }

    @GetMapping("/intake")
    String all(@CurrentOfficer Officer officer, Model model) {
        model.addAttribute("items", reading.all(commands.reading(officer)));
        return "intake/list";
    }

    @GetMapping("/intake/{sheet}")
    String one(@CurrentOfficer Officer officer, @PathVariable String sheet, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, show(sheet, officer, model));
    }

    @PostMapping("/intake/{sheet}")
    String tick(@CurrentOfficer Officer officer, @PathVariable String sheet, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Ticked ticked = Ticked.of(form.action());
                    keeping.tickOwn(
                            sheet,
                            ticked.row(),
                            ticked.off(),
                            commands.of(officer, form.key(), ticked.action(), sheet + "/" + ticked.row(), null));
                    return form.done("/intake/" + sheet, ticked.message());
                },
                () -> show(sheet, officer, model));
    }

    private String show(String sheet, Officer officer, Model model) {
        var given = reading.given(sheet, commands.reading(officer));
        model.addAttribute("given", given);
        model.addAttribute("partNames", IntakePart.values());
        model.addAttribute("rows", IntakePages.rows(given));
        return "intake/given";
    }
}
