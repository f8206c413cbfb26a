package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The secrecy pledge (守秘の誓約), which comes before every other page. */
@Controller
class PledgePages {

    private final Pledges pledges;
    private final PledgeText text;
    private final Agencies agencies;
    private final Clock clock;

    PledgePages(Pledges pledges, PledgeText text, Agencies agencies, Clock clock) {
        this.pledges = pledges;
        this.text = text;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping(PledgeDoor.PAGE)
    String read(@CurrentOfficer Officer officer, Locale locale, Model model) {
        return pledges.missing(officer) ? show(officer, "", List.of(), List.of(), locale, model) : "redirect:/";
    }

    /** @param clause numbers of the clauses that were ticked */
    @PostMapping(PledgeDoor.PAGE)
    String give(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> clause,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            pledges.give(
                    officer, version, name, (int) clause.stream().distinct().count());
        } catch (Refused e) {
            response.setStatus(
                    switch (e.refusal().kind()) {
                        case INVALID -> HttpServletResponse.SC_UNPROCESSABLE_CONTENT;
                        case CONFLICT -> HttpServletResponse.SC_CONFLICT;
                        default -> throw e;
                    });
            List<FieldProblem> problems = e.refusal().fields();
            model.addAttribute("changed", problems.isEmpty());
            return show(officer, name, clause, problems, locale, model);
        }
        HttpSession session = request.getSession();
        String next = session.getAttribute(PledgeDoor.RETURN_TO) instanceof String page ? page : "/";
        session.removeAttribute(PledgeDoor.RETURN_TO);
        return "redirect:" + next;
    }

    private String show(
            Officer officer,
            String name,
            List<String> agreed,
            List<FieldProblem> problems,
            Locale locale,
            Model model) {
        Map<String, FieldProblem> byField =
                problems.stream().collect(Collectors.toMap(FieldProblem::field, problem -> problem, (a, b) -> a));
        model.addAttribute("officer", officer);
        model.addAttribute(
                "agency", agencies.find(officer.agency()).map(Agency::name).orElse(""));
        model.addAttribute("version", text.version());
        model.addAttribute("clauses", text.clauses(locale));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN));
        model.addAttribute("typed", name);
        model.addAttribute("agreed", agreed);
        model.addAttribute("problems", problems);
        model.addAttribute("byField", byField);
        return "account/pledge";
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SignedInPages pledgeIsOpen() {
            return SignedInPages.of(PledgeDoor.PAGE);
        }
    }
}
