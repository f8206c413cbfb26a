package jp.tsunagi.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.web.Explanations;
import jp.tsunagi.web.Explanations.Explanation;
import jp.tsunagi.web.Explanations.Field;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page that a link leads to. It is the same for every link, also for one that never was, until the code is right; and it
 * names nobody.
 */
@Controller
class EntryPages {

    static final String PATH = "/enter";

    private final Entering entering;
    private final Explanations explanations;

    EntryPages(Entering entering, Explanations explanations) {
        this.entering = entering;
        this.explanations = explanations;
    }

    @GetMapping(PATH + "/{token}")
    String open(@PathVariable String token, Model model) {
        return show(token, "", List.of(), model);
    }

    @PostMapping(PATH + "/{token}")
    String enter(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordAgain,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            entering.enter(token, new Entering.Typed(code, password, passwordAgain), request.getRemoteAddr());
            return "redirect:/login?ready";
        } catch (Refused e) {
            if (e.refusal().kind() != Refusal.Kind.INVALID) {
                throw e;
            }
            Explanation why = explanations.of(e, locale);
            response.setStatus(why.status());
            // Of the code nothing is said but that it opens nothing; of a password what to mend.
            List<Field> mends = why.fields().isEmpty() ? List.of(new Field("code", why.text())) : why.fields();
            return show(token, code, mends, model);
        }
    }

    private static String show(String token, String code, List<Field> mends, Model model) {
        Map<String, String> byField =
                mends.stream().collect(Collectors.toMap(Field::name, Field::text, (first, second) -> first));
        model.addAttribute("token", token);
        model.addAttribute("code", code);
        model.addAttribute("mends", mends);
        model.addAttribute("byField", byField);
        return "staff/enter";
    }
}
