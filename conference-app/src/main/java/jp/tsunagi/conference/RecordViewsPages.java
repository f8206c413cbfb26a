package jp.tsunagi.conference;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who saw her record, to go through with her. */
@Controller
class RecordViewsPages {

    private final RecordViews views;
    private final ConferencePage page;
    private final Commands commands;

    RecordViewsPages(RecordViews views, ConferencePage page, Commands commands) {
        this.views = views;
        this.page = page;
        this.commands = commands;
    }

    @GetMapping("/c/{id}/record-views")
    String views(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        page.show(id, officer, model);
        model.addAttribute("seen", views.read(id, commands.reading(officer)).shown());
        return "conference/record-views";
    }
}
