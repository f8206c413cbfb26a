package jp.tsunagi.secondfactor;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Doorstep;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.SecondStep.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is asked after the password, before anybody is signed in. For whoever did not give one these lead to the sign-in. */
@Controller
class DoorPages {

    private static final String PASSKEY = Doorstep.PROOF + "/passkey";
    private static final String NEW_PASSKEY = Doorstep.PROOF + "/new-passkey";
    private static final String TO_SIGN_IN = "redirect:/login";

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Doorstep doorstep;
    private final Accounts accounts;

    DoorPages(SecondFactors factors, Passkeys passkeys, Doorstep doorstep, Accounts accounts) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.doorstep = doorstep;
        this.accounts = accounts;
    }

    @GetMapping(Doorstep.PROOF)
    String proof(HttpServletRequest request, Model model) {
        return doorstep.waiting(request, Asked.PROOF)
                .map(officer -> show(officer, false, true, request, model))
                .orElse(TO_SIGN_IN);
    }

    @PostMapping(Doorstep.PROOF)
    @Nullable String prove(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        Optional<Officer> officer = doorstep.waiting(request, Asked.PROOF);
        if (officer.isEmpty()) {
            return TO_SIGN_IN;
        }
        if (factors.prove(officer.get().id(), code, request.getRemoteAddr())) {
            doorstep.letIn(officer.get(), request, response);
            return null;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(officer.get(), true, true, request, model);
    }

    @PostMapping(PASSKEY)
    @Nullable String provePasskey(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        Optional<Officer> officer = doorstep.waiting(request, Asked.PROOF);
        if (officer.isEmpty()) {
            return TO_SIGN_IN;
        }
        if (passkeys.prove(officer.get().id(), credential, request.getSession())) {
            doorstep.letIn(officer.get(), request, response);
            return null;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(officer.get(), true, false, request, model);
    }

    @GetMapping(Doorstep.SET_UP)
    String setUp(HttpServletRequest request, Model model) {
        return doorstep.waiting(request, Asked.SET_UP)
                .map(officer -> setUp(officer, false, model))
                .orElse(TO_SIGN_IN);
    }

    @PostMapping(Doorstep.SET_UP)
    String confirm(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Officer> officer = doorstep.waiting(request, Asked.SET_UP);
        if (officer.isEmpty()) {
            return TO_SIGN_IN;
        }
        List<String> codes = factors.confirm(officer.get().id(), code);
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return setUp(officer.get(), true, model);
        }
        doorstep.admit(officer.get(), request, response);
        model.addAttribute("codes", codes);
        model.addAttribute("on", "/");
        return "secondfactor/codes";
    }

    @GetMapping(NEW_PASSKEY)
    String newPasskey(HttpServletRequest request, Model model) {
        return doorstep.waiting(request, Asked.SET_UP)
                .filter(officer -> passkeys.offered())
                .map(officer -> newPasskey(officer, "", request, model))
                .orElse(TO_SIGN_IN);
    }

    @PostMapping(NEW_PASSKEY)
    String makePasskey(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Officer> officer = doorstep.waiting(request, Asked.SET_UP);
        if (officer.isEmpty()) {
            return TO_SIGN_IN;
        }
        List<String> codes = passkeys.create(officer.get().id(), label, credential, request.getSession());
        if (codes == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return newPasskey(officer.get(), "passkey.wrong", request, model);
        }
        doorstep.admit(officer.get(), request, response);
        model.addAttribute("codes", codes);
        model.addAttribute("on", "/");
        return "secondfactor/codes";
    }

    private String newPasskey(Officer officer, String why, HttpServletRequest request, Model model) {
        model.addAttribute("required", true);
        model.addAttribute("askPassword", false);
        model.addAttribute("why", why);
        model.addAttribute("action", NEW_PASSKEY);
        model.addAttribute("back", Doorstep.SET_UP);
        model.addAttribute("options", passkeys.askToCreate(officer.id(), login(officer), request.getSession()));
        return "secondfactor/passkey-new";
    }

    /** @param code whether it was a code that failed */
    private String show(Officer officer, boolean failed, boolean code, HttpServletRequest request, Model model) {
        model.addAttribute("failed", failed);
        model.addAttribute("code", code);
        model.addAttribute("app", factors.overview(officer).app());
        model.addAttribute("passkey", passkeys.askToShow(officer.id(), request.getSession()));
        return "secondfactor/proof";
    }

    private String setUp(Officer officer, boolean failed, Model model) {
        model.addAttribute("required", true);
        model.addAttribute("askPassword", false);
        model.addAttribute("wrongPassword", false);
        model.addAttribute("wrongCode", failed);
        model.addAttribute("action", Doorstep.SET_UP);
        model.addAttribute("passkeyPath", passkeys.offered() ? NEW_PASSKEY : null);
        fill(factors.proposal(officer.id()), login(officer), model);
        return "secondfactor/set-up";
    }

    private String login(Officer officer) {
        return accounts.loginOf(officer.id()).orElse("");
    }

    static void fill(byte[] secret, String login, Model model) {
        model.addAttribute("secret", Base32.of(secret).replaceAll("(.{4})(?!$)", "$1 "));
        model.addAttribute("qr", QrPicture.of(Totp.uri(secret, login)));
    }
}
