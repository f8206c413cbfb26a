package jp.tsunagi.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps a form while it is being typed (ui.md B13); the page is told when. */
@Controller
class DraftController {

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    @PostMapping("/drafts/**")
    String keep(
            @CurrentOfficer Officer officer,
            @RequestParam(name = "_base", defaultValue = "") String base,
            @RequestParam(name = "_key", defaultValue = "") String key,
            HttpServletRequest request,
            Model model) {
        String form = request.getRequestURI().substring((request.getContextPath() + "/drafts").length());
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, texts) -> parameters.put(name, Arrays.asList(texts)));
        Instant at = drafts.keep(officer, form, base, key, Typed.of(parameters)).orElseThrow(Refusal::notFound);
        model.addAttribute("savedAt", at);
        return "page/input :: saved";
    }
}
