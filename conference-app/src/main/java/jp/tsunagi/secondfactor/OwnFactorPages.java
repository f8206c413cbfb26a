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

/**
 * The own second factors, below the settings. Each change asks for the password: whoever finds an open screen changes
 * nothing. Machines have none, and nobody has where the hub asks for none.
 */
@Controller
@RequestMapping(OwnFactorPages.PATH)
class OwnFactorPages {

    static final String PATH = "/settings/second-factor";

    private final SecondFactors factors;
    private final Doorstep doorstep;
    private final Accounts accounts;

    OwnFactorPages(SecondFactors factors, Doorstep doorstep, Accounts accounts) {
        this.factors = factors;
        this.doorstep = doorstep;
        this.accounts = accounts;
    }

    @GetMapping
    String own(@CurrentOfficer Officer officer, Model model) {
        return show(officer, "", model);
    }

    @GetMapping("/app")
    String setUp(@CurrentOfficer Officer officer, Model model) {
        return setUp(officer, false, false, model);
    }

    @PostMapping("/app")
    String confirm(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        requireOffered(officer);
        if (!doorstep.isPassword(request, officer, password)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return setUp(officer, true, false, model);
        }
        List<String> codes = factors.confirm(officer.id(), code);
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return setUp(officer, false, true, model);
        }
        doorstep.goOn(officer, request, response);
        return codes(codes, model);
    }

    @PostMapping("/app/removal")
    String remove(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        requireOffered(officer);
        if (!doorstep.isPassword(request, officer, password)) {
            return refused(officer, "factor.wrong-password", response, model);
        }
        if (!factors.removeApp(officer)) {
            return refused(officer, "factor.required", response, model);
        }
        doorstep.goOn(officer, request, response);
        return "redirect:" + PATH;
    }

    @PostMapping("/codes")
    String drawCodes(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        requireOffered(officer);
        if (!doorstep.isPassword(request, officer, password)) {
            return refused(officer, "factor.wrong-password", response, model);
        }
        List<String> codes = factors.drawCodes(officer.id());
        if (codes.isEmpty()) {
            return "redirect:" + PATH;
        }
        model.addAttribute("redrawn", true);
        return codes(codes, model);
    }

    private String refused(Officer officer, String why, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(officer, why, model);
    }

    private String show(Officer officer, String why, Model model) {
        requireOffered(officer);
        model.addAttribute("own", factors.overview(officer));
        model.addAttribute("why", why);
        return "secondfactor/own";
    }

    private String setUp(Officer officer, boolean wrongPassword, boolean wrongCode, Model model) {
        requireOffered(officer);
        model.addAttribute("required", false);
        model.addAttribute("askPassword", true);
        model.addAttribute("wrongPassword", wrongPassword);
        model.addAttribute("wrongCode", wrongCode);
        model.addAttribute("action", PATH + "/app");
        model.addAttribute("passkeyPath", factors.overview(officer).offersPasskeys() ? OwnPasskeyPages.PATH : null);
        DoorPages.fill(
                factors.proposal(officer.id()), accounts.loginOf(officer.id()).orElse(""), model);
        return "secondfactor/set-up";
    }

    private static String codes(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        model.addAttribute("on", PATH);
        return "secondfactor/codes";
    }

    private void requireOffered(Officer officer) {
        if (!officer.person() || !factors.overview(officer).enabled()) {
            throw Refusal.notFound();
        }
    }
}
