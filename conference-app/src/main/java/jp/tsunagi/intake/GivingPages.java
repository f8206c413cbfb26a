package jp.tsunagi.intake;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
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

/** Which section gets which part, and taking it back. */
@Controller
class GivingPages {

    private static final String PATH = "/c/{id}/intake-sheet/divisions";
    private static final String TAKE_BACK = "take-back:";

    private final IntakeKeeping keeping;
    private final IntakeReading reading;
    private final IntakeDesk desk;
    private final Divisions divisions;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    GivingPages(
            IntakeKeeping keeping,
            IntakeReading reading,
            IntakeDesk desk,
            Divisions divisions,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.keeping = keeping;
        this.reading = reading;
        this.desk = desk;
        this.divisions = divisions;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping(PATH)
    String giving(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.open(form, officer, model, "", () -> byMe(officer), show(caseId, officer, model));
    }

    @PostMapping(PATH)
    String give(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    if (form.action().startsWith(TAKE_BACK)) {
                        String grant = form.action().substring(TAKE_BACK.length());
                        keeping.takeBack(
                                caseId,
                                grant,
                                commands.of(officer, form.key(), "intake-sheet.take-back", caseId + "/" + grant, null));
                        return form.done("/c/" + id + "/intake-sheet/divisions", "intake.taken-back");
                    }
                    GivingForm body =
                            reader.read(form.typed(), GivingForm.class).orRefuse();
                    keeping.give(caseId, body, commands.of(officer, form.key(), "intake-sheet.give", caseId, body));
                    return form.done("/c/" + id + "/intake-sheet/divisions", "intake.given");
                },
                () -> show(caseId, officer, model));
    }

    private static Typed byMe(Officer officer) {
        return Typed.nothing().with("toldBy", officer.name());
    }

    private String show(String caseId, Officer officer, Model model) {
        Command command = commands.reading(officer);
        model.addAttribute("sheet", reading.kept(caseId, command));
        model.addAttribute("sections", divisions.of(desk.kept(caseId, command).casefile()));
        model.addAttribute("partNames", IntakePart.values());
        return "intake/divisions";
    }
}
