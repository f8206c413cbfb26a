package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one finds one's conferences: home (S03), the list (S07), and the overview of each. */
@Controller
class CasePages {

    private static final int ON_HOME = 7;
    private static final int ON_A_PAGE = 25;
    private static final int LOOKED_AT = 100;

    private final Reading reading;
    private final Desk desk;
    private final ConferencePage page;
    private final Commands commands;

    CasePages(Reading reading, Desk desk, ConferencePage page, Commands commands) {
        this.reading = reading;
        this.desk = desk;
        this.page = page;
        this.commands = commands;
    }

    /** A conference that waits for this officer, and for what. */
    record Turn(Reading.Line line, Step step, String page) {}

    @GetMapping("/")
    String home(@CurrentOfficer Officer officer, Model model) {
        if (worksOnCases(officer)) {
            Command command = commands.reading(officer);
            Reading.Worklist all = reading.worklist(command, null, Paging.of(0, LOOKED_AT));
            List<Turn> turns = turns(all.items(), command);
            model.addAttribute("turns", turns.stream().limit(ON_HOME).toList());
            model.addAttribute("turnsInAll", turns.size());
            model.addAttribute("recent", all.items().stream().limit(ON_HOME).toList());
            model.addAttribute("total", all.total());
        }
        model.addAttribute("mayRequest", mayRequest(officer));
        model.addAttribute("works", worksOnCases(officer));
        return "conference/home";
    }

    @GetMapping("/cases")
    String cases(
            @CurrentOfficer Officer officer,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        String wanted = state == null || state.isBlank() ? null : state;
        Reading.Worklist list = reading.worklist(commands.reading(officer), wanted, Paging.of(page, ON_A_PAGE));
        model.addAttribute("list", list);
        model.addAttribute("state", wanted);
        model.addAttribute("states", ConferenceState.values());
        model.addAttribute("size", ON_A_PAGE);
        model.addAttribute("mayRequest", mayRequest(officer));
        return "conference/cases";
    }

    @GetMapping("/c/{id}")
    String overview(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        Reading.Overview overview = page.show(id, officer, model);
        Command command = commands.reading(officer);
        Desk.Sight sight = desk.look(id, command);
        ConferencePage.caseOf(overview).ifPresent(caseId -> page.partsFor(overview, command)
                .forEach(part -> part.onOverview(caseId, command, model)));
        model.addAttribute(
                "mayViewLocation",
                RedactionPolicy.mayViewLocation(sight.standing().relations()));
        model.addAttribute("onTeam", sight.standing().is(Relation.REQUESTING_TEAM));
        model.addAttribute("phase", Phase.of(overview.line().state()));
        model.addAttribute("phases", Phase.values());
        return "conference/overview";
    }

    /** What waits for the officer: the step of this state that nobody else has to take first. */
    private List<Turn> turns(List<Reading.Line> lines, Command command) {
        List<Turn> turns = new ArrayList<>();
        for (Reading.Line line : lines) {
            Step wanted = WANTED.get(stateOf(line));
            if (wanted != null && reading.steps(line.id(), command).contains(wanted)) {
                ConferencePage.path(wanted)
                        .ifPresent(path -> turns.add(new Turn(line, wanted, "/c/" + line.id() + "/" + path)));
            }
        }
        turns.sort(Comparator.comparing(
                (Turn turn) -> turn.line().due(), Comparator.nullsLast(Comparator.naturalOrder())));
        return turns;
    }

    private static final Map<ConferenceState, Step> WANTED = new EnumMap<>(Map.of(
            ConferenceState.DRAFT, Step.SUBMIT,
            ConferenceState.RETURNED, Step.REPLACE,
            ConferenceState.CONSENT_CHECK, Step.ANSWER_CONSENT,
            ConferenceState.UNDER_REVIEW, Step.DECIDE,
            ConferenceState.APPROVED, Step.CONVENE,
            ConferenceState.CONVENED, Step.REPLY,
            ConferenceState.HELD, Step.REPORT_OUTCOME));

    private static @Nullable ConferenceState stateOf(Reading.Line line) {
        for (ConferenceState state : ConferenceState.values()) {
            if (state.name().equals(line.state())) {
                return state;
            }
        }
        return null;
    }

    private static boolean mayRequest(Officer officer) {
        return officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF);
    }

    private static boolean worksOnCases(Officer officer) {
        return mayRequest(officer) || officer.is(Role.DIRECTOR) || officer.is(Role.PARTICIPANT);
    }
}
