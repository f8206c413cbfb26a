package jp.tsunagi.emergency;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.SignedInPages;
import jp.tsunagi.command.Commands;
import jp.tsunagi.emergency.EmergencyRecord.Finding;
import jp.tsunagi.emergency.Opening.One;
import jp.tsunagi.emergency.Opening.Reviewing;
import jp.tsunagi.emergency.Opening.Wanted;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Opening a case in an emergency, what it shows, and the director's review (緊急閲覧). */
@Controller
class EmergencyPages {

    private static final String ONE = "/emergencies/{n:[0-9A-Z]{26}}";

    private final Opening opening;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    EmergencyPages(Opening opening, Commands commands, FormReader reader, Forms forms) {
        this.opening = opening;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/emergencies")
    String list(@CurrentOfficer Officer officer, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, showList(officer, model));
    }

    @PostMapping("/emergencies")
    String open(@CurrentOfficer Officer officer, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Wanted wanted = reader.read(form.typed(), Wanted.class).orRefuse();
                    String n = opening.open(wanted, commands.of(officer, form.key(), "emergency.open", "", wanted));
                    return form.done("/emergencies/" + n, "emergency.opened");
                },
                () -> showList(officer, model));
    }

    @GetMapping(ONE)
    String one(@CurrentOfficer Officer officer, @PathVariable String n, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, showOne(n, officer, model));
    }

    @PostMapping(ONE)
    String review(@CurrentOfficer Officer officer, @PathVariable String n, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Reviewing body = reader.read(form.typed(), Reviewing.class).orRefuse();
                    opening.review(n, body, commands.of(officer, form.key(), "emergency.review", n, body));
                    return form.done("/emergencies/" + n, "emergency.reviewed");
                },
                () -> showOne(n, officer, model));
    }

    private String showList(Officer officer, Model model) {
        model.addAttribute("items", opening.list(commands.reading(officer)));
        model.addAttribute("opens", opening.mayOpen(officer));
        model.addAttribute("shortest", Opening.SHORTEST_REASON);
        return "emergency/list";
    }

    private String showOne(String n, Officer officer, Model model) {
        One one = opening.one(n, commands.reading(officer));
        model.addAttribute("item", one.opening());
        model.addAttribute("c", one.shown());
        model.addAttribute("withheld", one.withheld());
        model.addAttribute("ownRequest", true);
        model.addAttribute("findings", Finding.values());
        return "emergency/one";
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SignedInPages emergenciesAreOpen() {
            return SignedInPages.of("/emergencies/**", "/emergencies");
        }
    }
}
