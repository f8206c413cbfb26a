package jp.tsunagi.conference;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * She takes her consent back (S37): what will stop, what was already handed over, what nobody can take back, one button, and
 * an honest account of it afterwards. Nothing but the button is needed.
 */
@Controller
class ConsentWithdrawalPages {

    /** In these the whole conference ends with her consent. */
    private static final Set<ConferenceState> ENDS = EnumSet.of(
            ConferenceState.DRAFT,
            ConferenceState.SUBMITTED,
            ConferenceState.RETURNED,
            ConferenceState.CONSENT_CHECK,
            ConferenceState.UNDER_REVIEW,
            ConferenceState.APPROVED,
            ConferenceState.CONVENED);

    private final ConsentWithdrawal consents;
    private final SharingRecord record;
    private final ConferencePage page;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    ConsentWithdrawalPages(
            ConsentWithdrawal consents,
            SharingRecord record,
            ConferencePage page,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.consents = consents;
        this.record = record;
        this.page = page;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/consent-withdrawal")
    String ask(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String view = show(id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, view);
    }

    @PostMapping("/c/{id}/consent-withdrawal")
    String withdraw(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    ConsentWithdrawal.Withdrawal told = reader.read(form.typed(), ConsentWithdrawal.Withdrawal.class)
                            .orRefuse();
                    Command command = commands.of(officer, form.key(), "consent-withdrawal", id, told);
                    consents.withdraw(id, told, command);
                    return form.done("/c/" + id + "/consent-withdrawal/report", "withdrawal.recorded");
                },
                () -> show(id, officer, model));
    }

    /** What was shared until now, what was stopped, and what cannot be taken back. */
    @GetMapping("/c/{id}/consent-withdrawal/report")
    String report(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        page.show(id, officer, model);
        model.addAttribute("shared", record.read(id, commands.reading(officer)));
        return "conference/consent-withdrawal-report";
    }

    private String show(String id, Officer officer, Model model) {
        Reading.Overview overview = page.show(id, officer, model);
        if (!overview.steps().contains(Step.WITHDRAW_CONSENT)) {
            throw Refusal.notFound();
        }
        Set<String> ending = ENDS.stream().map(Enum::name).collect(Collectors.toSet());
        model.addAttribute("ends", ending.contains(overview.line().state()));
        model.addAttribute("hows", Consent.Withdrawal.How.values());
        model.addAttribute("shared", record.read(id, commands.reading(officer)));
        model.addAttribute("codes", agencies(overview, officer));
        return "conference/consent-withdrawal";
    }

    /** Those she can take back one by one: all, for who may read her consent; else the officer's own. */
    private static List<String> agencies(Reading.Overview overview, Officer officer) {
        if (overview.projection().shown().get("consent") instanceof Map<?, ?> consent
                && consent.get("recipients") instanceof List<?> recipients) {
            return recipients.stream().map(String::valueOf).sorted().toList();
        }
        boolean takesPart = overview.steps().contains(Step.REPLY)
                || Boolean.TRUE.equals(overview.projection().shown().get("consentCovers"));
        return takesPart ? List.of(officer.agency().value()) : List.of();
    }
}
