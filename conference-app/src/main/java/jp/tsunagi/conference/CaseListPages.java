package jp.tsunagi.conference;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.Searches;
import jp.tsunagi.schedule.Urgency;
import jp.tsunagi.shared.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of conferences (S07). What it is asked for is posted and kept with the session, so that no address and no log
 * holds it, and stays in force until it is taken away: who comes back from a conference finds the list as it was.
 */
@Controller
class CaseListPages {

    private static final int ON_A_PAGE = 25;
    private static final String LAST = "caseListAskedLast";
    private static final List<Urgency> DEADLINES =
            List.of(Urgency.OVERDUE, Urgency.TODAY, Urgency.THREE_DAYS, Urgency.WEEK);

    private final CaseLists lists;
    private final ChosenColumns columns;
    private final Searches searches;
    private final Commands commands;

    CaseListPages(CaseLists lists, ChosenColumns columns, Searches searches, Commands commands) {
        this.lists = lists;
        this.columns = columns;
        this.searches = searches;
        this.commands = commands;
    }

    /**
     * A condition in force, as a chip that takes it away.
     *
     * @param label a key of the texts, for its kind
     */
    record Condition(String name, String value, String label) {}

    @GetMapping("/cases")
    String cases(
            @CurrentOfficer Officer officer,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            HttpSession session,
            Model model) {
        if (session.getAttribute(LAST) instanceof String last && searches.has(session, last)) {
            return "redirect:/search/" + last;
        }
        return list(CaseCriteria.ALL, "", sort, page, officer, model);
    }

    @PostMapping("/search")
    String ask(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<String> phases,
            HttpSession session) {
        Map<String, String> given = new LinkedHashMap<>(typed);
        given.put("phases", phases == null ? "" : String.join(",", phases));
        return found(CaseCriteria.of(given), session);
    }

    /** Takes one condition away. */
    @PostMapping("/search/{id}/without")
    String without(
            @PathVariable String id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String value,
            HttpSession session) {
        return found(CaseCriteria.of(searches.find(session, id)).without(name, value), session);
    }

    @GetMapping("/search/{id}")
    String found(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            HttpSession session,
            Model model) {
        CaseCriteria wanted = CaseCriteria.of(searches.find(session, id));
        session.setAttribute(LAST, id);
        return list(wanted, id, sort, page, officer, model);
    }

    /** Keeps which columns this officer wants to see. */
    @PostMapping("/cases/columns")
    String choose(
            @CurrentOfficer Officer officer,
            @RequestParam(required = false) @Nullable List<CaseColumn> columns,
            FormPost form) {
        this.columns.choose(officer, columns == null ? List.of() : columns);
        return form.done("/cases", "cases.columns-kept");
    }

    private String found(CaseCriteria wanted, HttpSession session) {
        if (wanted.isAll()) {
            session.removeAttribute(LAST);
            return "redirect:/cases";
        }
        String id = searches.keep(session, wanted.kept());
        session.setAttribute(LAST, id);
        return "redirect:/search/" + id;
    }

    private String list(CaseCriteria wanted, String id, @Nullable String sort, int page, Officer officer, Model model) {
        Command command = commands.reading(officer);
        CaseOrder order = CaseOrder.parse(sort);
        Worklists.Page found = lists.find(wanted, order, Paging.of(page, ON_A_PAGE), command);
        Map<String, String> officers = lists.officersToAskFor(officer);
        model.addAttribute("formKey", command.id());
        model.addAttribute("list", found);
        model.addAttribute("names", lists.officersOf(found.items()));
        model.addAttribute("size", ON_A_PAGE);
        model.addAttribute("base", id.isEmpty() ? "/cases" : "/search/" + id);
        model.addAttribute("search", id);
        model.addAttribute("sort", sort == null ? null : order.text());
        model.addAttribute("order", order);
        model.addAttribute("wanted", wanted);
        model.addAttribute("conditions", conditions(wanted));
        model.addAttribute("phases", Phase.values());
        model.addAttribute("deadlines", DEADLINES);
        model.addAttribute("officers", officers);
        model.addAttribute("years", CaseLists.years(command.today()));
        model.addAttribute("columns", columns.of(officer));
        model.addAttribute("allColumns", CaseColumn.values());
        model.addAttribute("mostColumns", CaseColumn.MOST);
        model.addAttribute("mayRequest", CasePages.mayRequest(officer));
        // Theirs are the openings in an emergency, which another module keeps.
        model.addAttribute(
                "emergencies",
                Stream.of(Role.COUNSELLOR, Role.CENTER_STAFF, Role.DIRECTOR, Role.AUDITOR)
                        .anyMatch(officer::is));
        return "conference/cases";
    }

    private static List<Condition> conditions(CaseCriteria wanted) {
        List<Condition> conditions = new ArrayList<>();
        wanted.kept().forEach((name, value) -> {
            for (String one : name.equals("phases") ? Arrays.asList(value.split(",", -1)) : List.of(value)) {
                conditions.add(new Condition(name, one, "cases.by." + name));
            }
        });
        return conditions;
    }
}
