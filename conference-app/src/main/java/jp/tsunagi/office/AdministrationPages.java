package jp.tsunagi.office;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.AccountChange;
import jp.tsunagi.account.AccountEntry;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.AccountReach;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.OpenWork;
import jp.tsunagi.account.Role;
import jp.tsunagi.memo.AttachmentSafety;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Searches;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.Paging;
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
    private final List<OpenWork> work;

    AdministrationPages(
            Accounts accounts,
            Searches searches,
            FormReader reader,
            Forms forms,
            AttachmentSafety safety,
            List<OpenWork> work) {
        this.work = List.copyOf(work);
        this.accounts = accounts;
        this.searches = searches;
        this.reader = reader;
        this.forms = forms;
        this.safety = safety;
    }

    @GetMapping("/administration")
    String list(@CurrentOfficer Officer officer, @RequestParam(defaultValue = "0") int page, Model model) {
        return show(officer, "", "/administration", page, model);
    }

    /** Names of colleagues are names too: they stand in no address. */
    @PostMapping("/administration/search")
    String search(@CurrentOfficer Officer officer, @RequestParam(defaultValue = "") String text, HttpSession session) {
        AccountReach.of(officer);
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
        AccountReach.of(officer);
        String text = searches.find(session, id).getOrDefault("text", "");
        return show(officer, text, "/administration/search/" + id, page, model);
    }

    @GetMapping("/administration/accounts/{id}")
    String open(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        AccountEntry entry = entry(id, officer);
        return forms.open(form, officer, model, "", () -> typed(entry), account(entry, model));
    }

    @PostMapping("/administration/accounts/{id}")
    String change(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return act(officer, id, form, model, "administration.changed", entry -> {
            AccountChange wanted =
                    reader.read(form.typed(), AccountChange.class).orRefuse();
            accounts.replace(
                    new AccountId(id),
                    wanted,
                    AccountReach.of(officer),
                    officer.id().value());
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

    /** Each of the forms of an account; refused, the page holds what was typed beside what is there. */
    private String act(Officer officer, String id, FormPost form, Model model, String done, Act act) {
        AccountEntry entry = entry(id, officer);
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
        AccountReach reach = AccountReach.of(officer);
        Paging paging = Paging.of(page, ON_A_PAGE);
        model.addAttribute("found", accounts.search(reach, text, paging.page(), paging.size()));
        model.addAttribute("all", reach.agency() == null);
        model.addAttribute("scanner", safety.status());
        model.addAttribute("text", text);
        model.addAttribute("path", path);
        model.addAttribute("size", ON_A_PAGE);
        return "office/administration";
    }

    private String account(AccountEntry entry, Model model) {
        AccountId id = new AccountId(entry.id());
        model.addAttribute("entry", entry);
        model.addAttribute(
                "openWork", work.stream().mapToLong(one -> one.of(id)).sum());
        model.addAttribute("roles", Role.values());
        return "office/account";
    }

    private static Typed typed(AccountEntry entry) {
        return Forms.typed(new AccountChange(entry.name(), entry.agency(), entry.section(), entry.roles()));
    }

    private AccountEntry entry(String id, Officer officer) {
        return AccountReach.of(officer).require(accounts.entry(new AccountId(id)));
    }
}
