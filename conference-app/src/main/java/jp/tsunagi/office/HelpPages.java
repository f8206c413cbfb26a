package jp.tsunagi.office;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The help inside the application: each role's way through a conference, the words, safe use, whom to ask. */
@Controller
class HelpPages {

    private static final List<String> ROLES =
            List.of("requester", "with-her", "center", "director", "participant", "auditor", "administrator");

    private final MessageSource messages;

    HelpPages(MessageSource messages) {
        this.messages = messages;
    }

    /** A chapter and how many steps it tells. */
    record Chapter(String name, int steps) {}

    @GetMapping("/help")
    String help(Model model, Locale locale) {
        model.addAttribute(
                "roles",
                ROLES.stream()
                        .map(role -> new Chapter(role, told(role, locale)))
                        .toList());
        model.addAttribute("terms", told("term", locale));
        return "office/help";
    }

    /** As many as the message files hold, counted from one without a gap. */
    private int told(String chapter, Locale locale) {
        return (int) IntStream.iterate(1, n -> n + 1)
                .takeWhile(n -> !"".equals(messages.getMessage("help." + chapter + "." + n, null, "", locale)))
                .count();
    }
}
