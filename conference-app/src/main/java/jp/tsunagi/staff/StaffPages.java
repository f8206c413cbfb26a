package jp.tsunagi.staff;

import jp.tsunagi.account.AccountEntry;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.AccountReach;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.NewAccount;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who is invited, and whose account is reset. For anybody who has nothing to do with it there is nothing here. */
@Controller
class StaffPages {

    private final Inviting inviting;
    private final Resetting resetting;
    private final Admissions admissions;
    private final Accounts accounts;
    private final FormReader reader;
    private final Forms forms;

    StaffPages(
            Inviting inviting,
            Resetting resetting,
            Admissions admissions,
            Accounts accounts,
            FormReader reader,
            Forms forms) {
        this.inviting = inviting;
        this.resetting = resetting;
        this.admissions = admissions;
        this.accounts = accounts;
        this.reader = reader;
        this.forms = forms;
    }

    /** The one field of the form that asks for a reset. */
    record Asking(@Nullable String reason) {

        @Override
        public String toString() {
            return "Asking";
        }
    }

    @GetMapping("/administration/invitations")
    String list(@CurrentOfficer Officer officer, Model model) {
        AccountReach reach = AccountReach.of(officer);
        model.addAttribute("waiting", admissions.waiting(reach));
        return "staff/invitations";
    }

    @GetMapping("/administration/invitations/new")
    String blank(@CurrentOfficer Officer officer, FormPost form, Model model) {
        return forms.open(form, officer, model, "", () -> ownAgency(officer), invitation(officer, model));
    }

    /** Shows the link and the code this once. */
    @PostMapping("/administration/invitations/new")
    String invite(@CurrentOfficer Officer officer, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    NewAccount wanted =
                            reader.read(form.typed(), NewAccount.class).orRefuse();
                    return handed(inviting.invite(wanted, officer, form.key()), model);
                },
                () -> invitation(officer, model));
    }

    @PostMapping("/administration/invitations/{id}/withdrawal")
    String withdraw(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    inviting.withdraw(id, officer);
                    return form.done("/administration/invitations", "invitation.withdrawn");
                },
                () -> list(officer, model));
    }

    @GetMapping("/administration/accounts/{id}/reset")
    String ask(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, asking(id, officer, model));
    }

    @PostMapping("/administration/accounts/{id}/reset")
    String asked(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String view = asking(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Asking asking = reader.read(form.typed(), Asking.class).orRefuse();
                    Admission reset = resetting.ask(new AccountId(id), asking.reason(), officer);
                    return form.done("/administration/resets/" + reset.id(), "reset.asked");
                },
                () -> view);
    }

    @GetMapping("/administration/resets/{id}")
    String read(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        return reset(id, officer, model);
    }

    /** Shows the link and the code this once. */
    @PostMapping("/administration/resets/{id}/confirmation")
    String confirm(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> handed(resetting.confirm(id, officer), model),
                () -> reset(id, officer, model));
    }

    @PostMapping("/administration/resets/{id}/withdrawal")
    String withdrawReset(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    resetting.withdraw(id, officer);
                    return form.done("/administration/resets/" + id, "reset.withdrawn");
                },
                () -> reset(id, officer, model));
    }

    private static String invitation(Officer officer, Model model) {
        boolean all = AccountReach.of(officer).agency() == null;
        model.addAttribute(
                "roles",
                all ? Role.values() : new Role[] {Role.COUNSELLOR, Role.PARTICIPANT, Role.AGENCY_ADMINISTRATOR});
        model.addAttribute("own", all ? null : officer.agency().value());
        return "staff/invitation";
    }

    private static Typed ownAgency(Officer officer) {
        return AccountReach.of(officer).agency() == null
                ? Typed.nothing()
                : Typed.nothing().with("agency", officer.agency().value());
    }

    private static String handed(Inviting.Made made, Model model) {
        model.addAttribute("admission", made.admission());
        model.addAttribute("link", StaffController.link(made.handed().token()));
        model.addAttribute("code", made.handed().code());
        return "staff/handed";
    }

    private String asking(String id, Officer officer, Model model) {
        AccountEntry entry = accounts.entry(new AccountId(id));
        Resetting.requireMayAsk(entry, officer);
        model.addAttribute("entry", entry);
        model.addAttribute(
                "back", AccountReach.isAdministrator(officer) ? "/administration/accounts/" + id : "/settings");
        return "staff/reset-asking";
    }

    private String reset(String id, Officer officer, Model model) {
        Admission reset = resetting.readable(id, officer);
        model.addAttribute("reset", reset);
        model.addAttribute("confirms", reset.state() == Admission.State.ASKED && resetting.mayConfirm(reset, officer));
        model.addAttribute("asker", accounts.nameOf(reset.askedBy()).orElse(""));
        model.addAttribute(
                "confirmer",
                reset.confirmedBy() == null
                        ? null
                        : accounts.nameOf(reset.confirmedBy()).orElse(""));
        model.addAttribute("officer", officer);
        return "staff/reset";
    }
}
