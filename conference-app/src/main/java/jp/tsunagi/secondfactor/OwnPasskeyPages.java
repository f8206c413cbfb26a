package jp.tsunagi.secondfactor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Doorstep;
import jp.tsunagi.account.Officer;
import jp.tsunagi.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making and removing the own passkeys, each by the password. */
@Controller
@RequestMapping(OwnPasskeyPages.PATH)
class OwnPasskeyPages {

    static final String PATH = OwnFactorPages.PATH + "/passkey";

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final Doorstep doorstep;
    private final Accounts accounts;

    OwnPasskeyPages(Passkeys passkeys, SecondFactors factors, Doorstep doorstep, Accounts accounts) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.doorstep = doorstep;
        this.accounts = accounts;
    }

    @GetMapping
    String blank(@CurrentOfficer Officer officer, HttpServletRequest request, Model model) {
        return show(officer, "", request, model);
    }

    @PostMapping
    String make(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        requireOffered(officer);
        if (!doorstep.isPassword(request, officer, password)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(officer, "factor.wrong-password", request, model);
        }
        List<String> codes = passkeys.create(officer.id(), label, credential, request.getSession());
        if (codes == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(officer, "passkey.wrong", request, model);
        }
        doorstep.goOn(officer, request, response);
        if (codes.isEmpty()) {
            return "redirect:" + OwnFactorPages.PATH;
        }
        model.addAttribute("codes", codes);
        model.addAttribute("on", OwnFactorPages.PATH);
        return "secondfactor/codes";
    }

    @PostMapping("/removal")
    String remove(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "") String passkey,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        requireOffered(officer);
        if (!doorstep.isPassword(request, officer, password)) {
            return refused(officer, "factor.wrong-password", response, model);
        }
        if (!passkeys.remove(officer.id(), passkey, factors.required(officer))) {
            return refused(officer, "factor.required", response, model);
        }
        doorstep.goOn(officer, request, response);
        return "redirect:" + OwnFactorPages.PATH;
    }

    private String refused(Officer officer, String why, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("own", factors.overview(officer));
        model.addAttribute("why", why);
        return "secondfactor/own";
    }

    private String show(Officer officer, String why, HttpServletRequest request, Model model) {
        requireOffered(officer);
        model.addAttribute("required", false);
        model.addAttribute("askPassword", true);
        model.addAttribute("why", why);
        model.addAttribute("action", PATH);
        model.addAttribute("back", OwnFactorPages.PATH);
        model.addAttribute(
                "options",
                passkeys.askToCreate(
                        officer.id(), accounts.loginOf(officer.id()).orElse(""), request.getSession()));
        return "secondfactor/passkey-new";
    }

    private void requireOffered(Officer officer) {
        if (!officer.person() || !passkeys.offered()) {
            throw Refusal.notFound();
        }
    }
}
