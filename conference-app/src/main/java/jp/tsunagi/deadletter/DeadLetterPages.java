package jp.tsunagi.deadletter;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Paging;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Messages that could not be handled (S48): why each lies here, and back on its way. Never what it says. */
@Controller
class DeadLetterPages {

    private static final int ON_A_PAGE = 25;

    private final DeadLetterOffice letters;
    private final Acts acts;
    private final Commands commands;
    private final Forms forms;

    DeadLetterPages(DeadLetterOffice letters, Acts acts, Commands commands, Forms forms) {
        this.letters = letters;
        this.acts = acts;
        this.commands = commands;
        this.forms = forms;
    }

    @GetMapping("/administration/dead-letters")
    String list(@CurrentOfficer Officer officer, @RequestParam(defaultValue = "0") int page, Model model) {
        requireAdministrator(officer);
        Paging paging = Paging.of(page, ON_A_PAGE);
        model.addAttribute(
                "letters",
                letters.list(paging.page(), paging.size()).stream()
                        .map(DeadLetterController.Line::of)
                        .toList());
        model.addAttribute("page", paging.page());
        model.addAttribute("total", letters.count());
        model.addAttribute("size", ON_A_PAGE);
        return "deadletter/list";
    }

    @GetMapping("/administration/dead-letters/{id}")
    String inspect(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, show(officer, id, model));
    }

    @PostMapping("/administration/dead-letters/{id}/resend")
    String resend(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        find(officer, id);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    acts.perform(
                            commands.of(officer, form.key(), "dead-letter.resend", id, null),
                            "dead-letter.resend",
                            null,
                            id,
                            () -> letters.resend(find(officer, id)));
                    return form.done("/administration/dead-letters/" + id, "dead-letter.resent");
                },
                () -> show(officer, id, model));
    }

    private String show(Officer officer, String id, Model model) {
        model.addAttribute("letter", DeadLetterController.Line.of(find(officer, id)));
        return "deadletter/letter";
    }

    private DeadLetter find(Officer officer, String id) {
        requireAdministrator(officer);
        if (!Ids.isId(id)) {
            throw Refusal.notFound();
        }
        return letters.find(id).orElseThrow(Refusal::notFound);
    }

    private static void requireAdministrator(Officer officer) {
        if (!officer.is(Role.ADMINISTRATOR)) {
            throw Refusal.notFound();
        }
    }
}
