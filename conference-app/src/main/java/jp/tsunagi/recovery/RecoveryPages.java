package jp.tsunagi.recovery;

import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.SignedInPages;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.recovery.Recovering.Answering;
import jp.tsunagi.recovery.Recovering.Asking;
import jp.tsunagi.recovery.Recovering.Holder;
import jp.tsunagi.recovery.RecoveryRecord.Handling;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asking for papers back beside the ledger (S38), and the answer of the agency that was asked, on a page of its own. */
@Controller
class RecoveryPages {

    private static final String ONE = "/recoveries/{recovery:[0-9A-Z]{26}}";

    private final Recovering recovering;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    RecoveryPages(Recovering recovering, ConferenceBar bar, Commands commands, FormReader reader, Forms forms) {
        this.recovering = recovering;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/recovery")
    String asking(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, showHolders(id, officer, model));
    }

    @PostMapping("/c/{id}/recovery")
    String ask(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Asking body = reader.read(form.typed(), Asking.class).orRefuse();
                    recovering.ask(id, body, commands.of(officer, form.key(), "papers.ask-back", id, body));
                    return form.done("/c/" + id + "/recovery", "recovery.asked");
                },
                () -> showHolders(id, officer, model));
    }

    @GetMapping("/recoveries")
    String mine(@CurrentOfficer Officer officer, Model model) {
        model.addAttribute("items", recovering.mine(commands.reading(officer)));
        return "recovery/recoveries";
    }

    @GetMapping(ONE)
    String answering(@CurrentOfficer Officer officer, @PathVariable String recovery, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, showOne(recovery, officer, model));
    }

    @PostMapping(ONE)
    String answer(@CurrentOfficer Officer officer, @PathVariable String recovery, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Answering body = reader.read(form.typed(), Answering.class).orRefuse();
                    Command command = commands.of(officer, form.key(), "papers.give-back", recovery, body);
                    recovering.answer(recovery, body, command);
                    return form.done("/recoveries/" + recovery, "recovery.answered");
                },
                () -> showOne(recovery, officer, model));
    }

    private String showHolders(String id, Officer officer, Model model) {
        bar.show(id, officer, model);
        List<Holder> holders = recovering.holders(id, commands.reading(officer));
        model.addAttribute("holders", holders);
        model.addAttribute(
                "askable",
                holders.stream()
                        .filter(holder ->
                                holder.asked() == null || !holder.asked().open())
                        .map(Holder::agency)
                        .toList());
        return "recovery/asking";
    }

    private String showOne(String recovery, Officer officer, Model model) {
        model.addAttribute("item", recovering.one(recovery, commands.reading(officer)));
        model.addAttribute("handlings", Handling.values());
        return "recovery/answer";
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SignedInPages recoveriesAreOpen() {
            return SignedInPages.of("/recoveries/**");
        }
    }
}
