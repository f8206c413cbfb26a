package jp.tsunagi.account;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The sign-in page (S01). */
@Controller
class LoginController {

    private final FirstRun firstRun;
    private final SecondStep second;
    private final OidcSignIn providers;

    LoginController(FirstRun firstRun, SecondStep second, OidcSignIn providers) {
        this.firstRun = firstRun;
        this.second = second;
        this.providers = providers;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(required = false) @Nullable String ready,
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(name = "password-changed", required = false) @Nullable String passwordChanged,
            @SessionAttribute(name = PageRefusals.TYPED_LOGIN, required = false) @Nullable String typed,
            HttpSession session,
            Model model) {
        if (firstRun.open()) {
            return "redirect:/first-run";
        }
        session.removeAttribute(PageRefusals.TYPED_LOGIN);
        model.addAttribute("typed", typed == null ? "" : typed);
        model.addAttribute("failed", failed != null);
        model.addAttribute("expired", expired != null);
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("ready", ready != null);
        model.addAttribute("passwordChanged", passwordChanged != null);
        model.addAttribute("unknown", provider != null);
        model.addAttribute("providers", providers.providers());
        model.addAttribute("passkeys", second.takesPasskeys());
        return "account/login";
    }
}
