package jp.tsunagi.account;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page that sets an empty hub up. Once it is, there is no such page. */
@Controller
@RequestMapping("/first-run")
class FirstRunController {

    private final FirstRun firstRun;
    private final AccountSettings settings;

    FirstRunController(FirstRun firstRun, AccountSettings settings) {
        this.firstRun = firstRun;
        this.settings = settings;
    }

    @GetMapping
    String form(Model model) {
        if (!firstRun.open()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        fill(model, FirstRunForm.empty(), List.of());
        return "account/first-run";
    }

    @PostMapping
    ModelAndView complete(@ModelAttribute FirstRunForm form, Model model) {
        List<FieldProblem> problems;
        try {
            problems = firstRun.complete(form);
        } catch (Refused e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (problems.isEmpty()) {
            return new ModelAndView("redirect:/login?ready");
        }
        fill(model, form, problems);
        return new ModelAndView("account/first-run", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(Model model, FirstRunForm form, List<FieldProblem> problems) {
        Map<String, FieldProblem> byField =
                problems.stream().collect(Collectors.toMap(FieldProblem::field, problem -> problem, (a, b) -> a));
        model.addAttribute("form", form);
        model.addAttribute("shortest", settings.shortestPassword());
        model.addAttribute("problems", problems);
        model.addAttribute("byField", byField);
    }
}
