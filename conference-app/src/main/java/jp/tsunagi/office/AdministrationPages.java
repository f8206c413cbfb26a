package jp.tsunagi.office;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import jp.tsunagi.account.AccountChange;
import jp.tsunagi.account.AccountEntry;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.NewAccount;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.memo.AttachmentSafety;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Searches;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.Paging;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts (S48), for administrators. For anybody else there is nothing here. */
@Controller
class AdministrationPages {

    private static final int ON_A_PAGE = 25;

    private final Accounts accounts;
    private final Searches searches;
    private final FormReader reader;
    private final Forms forms;
    private final AttachmentSafety safety;

    AdministrationPages(Accounts accounts, Searches searches, FormReader reader, Forms forms, AttachmentSafety safety) {
        this.accounts = accounts;
        this.searches = searches;
        this.reader = reader;
        this.forms = forms;
        this.safety = safety;
    }

    /** The one field of the form for a new password. */
    record NewPassword(@Nullable String password) {

        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    @GetMapping("/administration")
    String list(@CurrentOfficer Officer officer, @RequestParam(defaultValue = "0") int page, Model model) {
        return show(officer, "", "/administration", page, model);
    }

    /** Names of colleagues are names too: they stand in no address. */
    @PostMapping("/administration/search")
    String search(@CurrentOfficer Officer officer, @RequestParam(defaultValue = "") String text, HttpSession session) {
        requireAdministrator(officer);
        return text.isBlank()
                ? "redirect:/administration"
                : "redirect:/administration/search/" + searches.keep(session, Map.of("text", text.strip()));
    }

    @GetMapping("/administration/search/{id}")
    String found(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            HttpSession session,
            Model model) {
        requireAdministrator(officer);
        String text = searches.find(session, id).getOrDefault("text", "");
        return show(officer, text, "/administration/search/" + id, page, model);
    }

    @GetMapping("/administration/accounts/new")
    String blank(@CurrentOfficer Officer officer, FormPost form, Model model) {
        requireAdministrator(officer);
        model.addAttribute("roles", Role.values());
        return forms.open(form, officer, model, "", Typed::nothing, "office/account-new");
    }

    @PostMapping("/administration/accounts/new")
    String create(@CurrentOfficer Officer officer, FormPost form, Model model) {
        requireAdministrator(officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    NewAccount wanted =
                            reader.read(form.typed(), NewAccount.class).orRefuse();
                    AccountId id = accounts.create(wanted, officer.id().value(), form.key());
                    return form.done("/administration/accounts/" + id.value(), "administration.created");
                },
                () -> {
                    model.addAttribute("roles", Role.values());
                    return "office/account-new";
                });
    }

    @GetMapping("/administration/accounts/{id}")
    String open(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        requireAdministrator(officer);
        AccountEntry entry = accounts.entry(new AccountId(id));
        return forms.open(form, officer, model, "", () -> typed(entry), account(entry, model));
    }

    @PostMapping("/administration/accounts/{id}")
    String change(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return act(officer, id, form, model, "administration.changed", entry -> {
            AccountChange wanted =
                    reader.read(form.typed(), AccountChange.class).orRefuse();
            accounts.replace(new AccountId(id), wanted, officer.id().value());
        });
    }

    @PostMapping("/administration/accounts/{id}/password")
    String password(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return act(officer, id, form, model, "administration.password-set", entry -> {
            NewPassword wanted = reader.read(form.typed(), NewPassword.class).orRefuse();
            accounts.changePassword(
                    new AccountId(id), wanted.password(), officer.id().value());
        });
    }

    @PostMapping("/administration/accounts/{id}/deactivation")
    String deactivate(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return act(
                officer,
                id,
                form,
                model,
                "administration.closed",
                entry -> accounts.deactivate(new AccountId(id), officer.id().value()));
    }

    private interface Act {
        void on(AccountEntry entry);
    }

    /** Each of the three forms of an account; refused, the page holds what was typed beside what is there. */
    private String act(Officer officer, String id, FormPost form, Model model, String done, Act act) {
        requireAdministrator(officer);
        AccountEntry entry = accounts.entry(new AccountId(id));
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    act.on(entry);
                    return form.done("/administration/accounts/" + id, done);
                },
                () -> {
                    if (!form.typed().names().contains("name")) {
                        model.addAttribute("typed", typed(entry));
                    }
                    return account(entry, model);
                });
    }

    private String show(Officer officer, String text, String path, int page, Model model) {
        requireAdministrator(officer);
        Paging paging = Paging.of(page, ON_A_PAGE);
        model.addAttribute("found", accounts.search(text, paging.page(), paging.size()));
        model.addAttribute("scanner", safety.status());
        model.addAttribute("text", text);
        model.addAttribute("path", path);
        model.addAttribute("size", ON_A_PAGE);
        return "office/administration";
    }

    private static String account(AccountEntry entry, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("roles", Role.values());
        return "office/account";
    }

    private static Typed typed(AccountEntry entry) {
        return Forms.typed(new AccountChange(entry.name(), entry.agency(), entry.section(), entry.roles()));
    }

    private static void requireAdministrator(Officer officer) {
        if (!officer.is(Role.ADMINISTRATOR)) {
            throw Refusal.notFound();
        }
    }
}
