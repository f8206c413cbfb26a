package jp.tsunagi.conference;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.web.Explanations;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The requesting agency takes a submitted request back (S17, 引戻し); where it is too late, the page says whom to ring. */
@Controller
class RecallPages {

    private final Requesting requesting;
    private final ConferencePage page;
    private final Agencies agencies;
    private final Commands commands;
    private final Forms forms;
    private final Explanations explanations;

    RecallPages(
            Requesting requesting,
            ConferencePage page,
            Agencies agencies,
            Commands commands,
            Forms forms,
            Explanations explanations) {
        this.requesting = requesting;
        this.page = page;
        this.agencies = agencies;
        this.commands = commands;
        this.forms = forms;
        this.explanations = explanations;
    }

    @GetMapping("/c/{id}/recall")
    String before(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.open(Step.RECALL, id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, show(id, officer, model));
    }

    @PostMapping("/c/{id}/recall")
    String recall(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.require(Step.RECALL, id, officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    requesting.recall(id, commands.of(officer, form.key(), "recall", id, null));
                    return form.done("/c/" + id, "recall.done");
                },
                () -> {
                    page.show(id, officer, model);
                    return show(id, officer, model);
                });
    }

    private String show(String id, Officer officer, Model model) {
        try {
            requesting.requireRecallable(id, commands.reading(officer));
        } catch (Refused tooLate) {
            if (tooLate.refusal().kind() == Refusal.Kind.NOT_FOUND) {
                throw tooLate;
            }
            model.addAttribute(
                    "tooLate",
                    explanations.of(tooLate, LocaleContextHolder.getLocale()).text());
            model.addAttribute("center", agencies.center());
        }
        return "conference/recall";
    }
}
