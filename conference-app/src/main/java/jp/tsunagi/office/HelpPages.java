package jp.tsunagi.office;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The help inside the application: each role's way through a conference, the words, safe use, whom to ask. */
@Controller
class HelpPages {

    /** A chapter and how many steps it tells. */
    record Chapter(String name, int steps) {}

    private static final List<Chapter> ROLES = List.of(
            new Chapter("requester", 12),
            new Chapter("with-her", 4),
            new Chapter("center", 8),
            new Chapter("director", 4),
            new Chapter("participant", 6),
            new Chapter("auditor", 3),
            new Chapter("administrator", 5));

    private static final int TERMS = 19;

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("roles", ROLES);
        model.addAttribute("terms", TERMS);
        return "office/help";
    }
}
