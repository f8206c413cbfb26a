package jp.tsunagi.office;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Deputies;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.OwnPassword;
import jp.tsunagi.account.Role;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.secondfactor.SecondFactors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own settings (S47): the password, the language, the keys; for the director who decides during an absence. */
@Controller
class SettingsPages {

    private final Deputies deputies;
    private final Accounts accounts;
    private final OwnPassword ownPassword;
    private final SecondFactors secondFactors;
    private final FormReader reader;
    private final Forms forms;

    SettingsPages(
            Deputies deputies,
            Accounts accounts,
            OwnPassword ownPassword,
            SecondFactors secondFactors,
            FormReader reader,
            Forms forms) {
        this.deputies = deputies;
        this.accounts = accounts;
        this.ownPassword = ownPassword;
        this.secondFactors = secondFactors;
        this.reader = reader;
        this.forms = forms;
    }

    /** @param account id of the deputy */
    record Naming(@Nullable String account, @Nullable LocalDate from, @Nullable LocalDate to) {}

    @GetMapping("/settings")
    String settings(@CurrentOfficer Officer officer, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, show(officer, model));
    }

    /** All sessions end with the old password, so this leads to the sign-in. */
    @PostMapping("/settings/password")
    String password(@CurrentOfficer Officer officer, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    ownPassword.change(
                            officer,
                            reader.read(form.typed(), OwnPassword.Change.class).orRefuse());
                    return "redirect:/login?password-changed";
                },
                () -> show(officer, model));
    }

    @PostMapping("/settings/deputies")
    String name(@CurrentOfficer Officer officer, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Naming naming = reader.read(form.typed(), Naming.class).orRefuse();
                    AccountId deputy = naming.account() == null ? null : new AccountId(naming.account());
                    deputies.name(officer, deputy, naming.from(), naming.to(), form.key());
                    return form.done("/settings", "settings.deputy-named");
                },
                () -> show(officer, model));
    }

    @PostMapping("/settings/deputies/{id}/revocation")
    String revoke(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    deputies.revoke(officer, id);
                    return form.done("/settings", "settings.deputy-revoked");
                },
                () -> show(officer, model));
    }

    private String show(Officer officer, Model model) {
        boolean names = officer.is(Role.DIRECTOR) && !officer.deputy();
        model.addAttribute("officer", officer);
        model.addAttribute("names", names);
        model.addAttribute("factors", secondFactors.overview(officer));
        if (officer.is(Role.DIRECTOR)) {
            model.addAttribute("deputies", deputies.all(officer));
            model.addAttribute("administrators", accounts.administratorsOf(officer.agency()));
        }
        if (names) {
            List<Officer> candidates = accounts.officersOf(officer.agency()).stream()
                    .filter(colleague ->
                            colleague.is(Role.CENTER_STAFF) && !colleague.id().equals(officer.id()))
                    .toList();
            model.addAttribute("candidates", candidates);
        }
        return "office/settings";
    }
}
