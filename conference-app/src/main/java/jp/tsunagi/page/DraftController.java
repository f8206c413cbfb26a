package jp.tsunagi.page;

import java.time.Instant;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/** Keeps a form while it is being typed (ui.md B13); the page is told when. */
@Controller
class DraftController {

    private final Drafts drafts;
    private final DateEchoes dates;

    DraftController(Drafts drafts, DateEchoes dates) {
        this.drafts = drafts;
        this.dates = dates;
    }

    @PostMapping("/drafts/**")
    String keep(@CurrentOfficer Officer officer, FormPost form, Model model) {
        String page = form.form().substring("/drafts".length());
        Instant at = drafts.keep(officer, Drafts.Written.of(form, page, form.typed()))
                .orElseThrow(Refusal::notFound);
        model.addAttribute("savedAt", at);
        model.addAttribute("echoes", dates.all(form.typed()));
        return "page/input :: saved";
    }
}
