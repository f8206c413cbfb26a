package jp.tsunagi.conference;

import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.BlockedPerson;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who must not be in the room (参集させない人, N10): for the Center's staff alone. */
@Controller
class BlockListPages {

    private final CaseTeam team;
    private final Desk desk;
    private final ConferencePage page;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    BlockListPages(CaseTeam team, Desk desk, ConferencePage page, Commands commands, FormReader reader, Forms forms) {
        this.team = team;
        this.desk = desk;
        this.page = page;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/block-list")
    String list(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        List<BlockedPerson> people = blocked(id, officer);
        page.show(id, officer, model);
        return forms.open(
                form,
                officer,
                model,
                version(people),
                () -> Forms.typed(new CaseController.BlockList(people)),
                "conference/block-list");
    }

    @PostMapping("/c/{id}/block-list")
    String save(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        List<BlockedPerson> there = blocked(id, officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    CaseController.BlockList list = reader.read(
                                    form.typed().withoutBlankRows(), CaseController.BlockList.class)
                            .orRefuse();
                    Command command = commands.of(officer, form.key(), "block-list", id, list);
                    if (!form.base().equals(version(there))) {
                        throw Refusal.conflict("version.stale");
                    }
                    team.block(caseOf(id, officer), Lists.given(list.people()), command);
                    return form.done("/c/" + id + "/review", "block.done");
                },
                () -> {
                    page.show(id, officer, model);
                    model.addAttribute("theirs", Forms.typed(new CaseController.BlockList(there)));
                    model.addAttribute("newest", version(there));
                    return "conference/block-list";
                });
    }

    private List<BlockedPerson> blocked(String id, Officer officer) {
        return team.blocked(caseOf(id, officer), commands.reading(officer));
    }

    private CaseId caseOf(String id, Officer officer) {
        return desk.look(id, commands.reading(officer)).conference().caseId();
    }

    /** Tells one list from another: the list as a whole is replaced, and nobody's entry may get lost by it. */
    private static String version(List<BlockedPerson> people) {
        return people.size() + "-" + Integer.toHexString(people.hashCode());
    }
}
