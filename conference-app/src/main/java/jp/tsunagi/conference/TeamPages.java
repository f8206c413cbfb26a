package jp.tsunagi.conference;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who of the requesting agency works on the case, and a colleague more. */
@Controller
class TeamPages {

    private static final String VIEW = "conference/team";

    private final CaseTeam team;
    private final Desk desk;
    private final ConferencePage page;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    TeamPages(CaseTeam team, Desk desk, ConferencePage page, Commands commands, FormReader reader, Forms forms) {
        this.team = team;
        this.desk = desk;
        this.page = page;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/team")
    String members(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, show(id, officer, model));
    }

    @PostMapping("/c/{id}/team")
    String add(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        CaseId caseId = caseOf(id, officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    CaseController.Colleague colleague = reader.read(form.typed(), CaseController.Colleague.class)
                            .orRefuse();
                    team.add(
                            caseId,
                            colleague.login(),
                            commands.of(officer, form.key(), "team", caseId.value(), colleague));
                    return form.done("/c/" + id + "/team", "team.done");
                },
                () -> show(id, officer, model));
    }

    private String show(String id, Officer officer, Model model) {
        model.addAttribute("members", team.added(caseOf(id, officer), commands.reading(officer)));
        model.addAttribute("section", officer.section());
        page.show(id, officer, model);
        return VIEW;
    }

    private CaseId caseOf(String id, Officer officer) {
        return desk.look(id, commands.reading(officer)).conference().caseId();
    }
}
