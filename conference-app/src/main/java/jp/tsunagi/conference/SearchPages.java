package jp.tsunagi.conference;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.Searches;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search over one's conferences (S07): posted, so that what was typed stands in no address and no log. */
@Controller
class SearchPages {

    private static final int LONGEST = 100;

    private final CaseSearch search;
    private final Searches searches;
    private final Commands commands;

    SearchPages(CaseSearch search, Searches searches, Commands commands) {
        this.search = search;
        this.searches = searches;
        this.commands = commands;
    }

    @PostMapping("/search")
    String ask(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            HttpSession session) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return "redirect:/cases" + (isState(state) ? "?state=" + state : "");
        }
        String kept = wanted.length() > LONGEST ? wanted.substring(0, LONGEST) : wanted;
        return "redirect:/search/" + searches.keep(session, Map.of("text", kept, "state", isState(state) ? state : ""));
    }

    @GetMapping("/search/{id}")
    String found(@CurrentOfficer Officer officer, @PathVariable String id, HttpSession session, Model model) {
        Map<String, String> wanted = searches.find(session, id);
        String text = wanted.getOrDefault("text", "");
        String state = wanted.getOrDefault("state", "");
        List<Reading.Line> lines = search.find(text, commands.reading(officer)).stream()
                .filter(line -> state.isEmpty() || line.state().equals(state))
                .toList();
        model.addAttribute("text", text);
        model.addAttribute("state", state);
        model.addAttribute("states", ConferenceState.values());
        model.addAttribute("lines", lines);
        return "conference/search";
    }

    private static boolean isState(String state) {
        for (ConferenceState known : ConferenceState.values()) {
            if (known.name().equals(state)) {
                return true;
            }
        }
        return false;
    }
}
