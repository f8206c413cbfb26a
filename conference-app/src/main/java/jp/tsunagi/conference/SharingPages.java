package jp.tsunagi.conference;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The sharing ledger and the history of a conference (S38, S39). */
@Controller
class SharingPages {

    private final SharingRecord record;
    private final ConferencePage page;
    private final Commands commands;

    SharingPages(SharingRecord record, ConferencePage page, Commands commands) {
        this.record = record;
        this.page = page;
        this.commands = commands;
    }

    /** @param step the one kind of events that is asked for; anything else asks for all */
    @GetMapping("/c/{id}/sharing")
    String sharing(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String step,
            Model model) {
        page.show(id, officer, model);
        SharingRecord.Shared shared = record.read(id, commands.reading(officer));
        model.addAttribute("shared", shared);
        model.addAttribute("auditor", officer.is(Role.AUDITOR));
        List<SharingRecord.Event> history = shared.history();
        if (history != null) {
            Set<Step> there = EnumSet.noneOf(Step.class);
            history.forEach(event -> there.add(event.step()));
            model.addAttribute("there", there);
            model.addAttribute("wanted", step);
            model.addAttribute(
                    "history",
                    history.stream()
                            .filter(event -> step == null
                                    || step.isBlank()
                                    || event.step().name().equals(step))
                            .toList());
        }
        return "conference/sharing";
    }
}
