package jp.tsunagi.secondfactor;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Doorstep;
import jp.tsunagi.account.Officer;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in by a passkey alone, which is two factors by itself. */
@Controller
class PasskeySignInPages {

    private static final String PATH = "/login/passkey";

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Doorstep doorstep;

    PasskeySignInPages(Passkeys passkeys, Accounts accounts, Doorstep doorstep) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.doorstep = doorstep;
    }

    @GetMapping(PATH)
    String ask(HttpServletRequest request, Model model) {
        if (!passkeys.offered()) {
            throw Refusal.notFound();
        }
        return show(false, request, model);
    }

    @PostMapping(PATH)
    @Nullable String signIn(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        if (!passkeys.offered()) {
            throw Refusal.notFound();
        }
        Optional<Officer> officer = passkeys.prove(credential, request.getSession())
                .flatMap(accounts::officer)
                .filter(Officer::person);
        if (officer.isPresent()) {
            doorstep.letIn(officer.get(), request, response);
            return null;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(true, request, model);
    }

    private String show(boolean failed, HttpServletRequest request, Model model) {
        model.addAttribute("failed", failed);
        model.addAttribute("options", passkeys.askToShow(request.getSession()));
        return "secondfactor/passkey-sign-in";
    }
}
