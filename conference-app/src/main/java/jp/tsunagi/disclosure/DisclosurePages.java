package jp.tsunagi.disclosure;

import java.util.List;
import java.util.Set;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.conference.ConferenceDisclosures.Place;
import jp.tsunagi.disclosure.DisclosureForm.Relationship;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The path without her consent on its own pages (ui.md B9): what there is, one of it, and a proposal. */
@Controller
class DisclosurePages {

    private final Disclosing disclosing;
    private final DisclosureReading reading;
    private final Bases bases;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    DisclosurePages(
            Disclosing disclosing,
            DisclosureReading reading,
            Bases bases,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.disclosing = disclosing;
        this.reading = reading;
        this.bases = bases;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/disclosures")
    String all(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        String caseId = bar.show(id, officer, model);
        model.addAttribute("items", reading.all(caseId, commands.reading(officer)));
        model.addAttribute("mayPropose", reading.mayPropose(caseId, commands.reading(officer)));
        model.addAttribute("basisLabels", bases.labels());
        return "disclosure/disclosures";
    }

    @GetMapping("/c/{id}/disclosures/{n:[0-9A-Z]{26}}")
    String one(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        model.addAttribute("item", reading.one(caseId, n, commands.reading(officer)));
        model.addAttribute("basisLabels", bases.labels());
        model.addAttribute("relations", Relationship.values());
        return forms.open(form, officer, model, "", Typed::nothing, "disclosure/disclosure");
    }

    @GetMapping("/c/{id}/disclosures/new")
    String proposing(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, showForm(caseId, officer, model));
    }

    /** First exactly what each agency would see; proposed only once that was confirmed. */
    @PostMapping("/c/{id}/disclosures/new")
    String propose(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return switch (form.action()) {
            case "confirm" ->
                forms.confirm(
                        form,
                        officer,
                        model,
                        () -> {
                            DisclosureForm body = read(form);
                            model.addAttribute("given", body);
                            model.addAttribute("seen", disclosing.examine(caseId, body, commands.reading(officer)));
                        },
                        () -> {
                            model.addAttribute("basisLabels", bases.labels());
                            return "disclosure/confirm";
                        },
                        () -> showForm(caseId, officer, model));
            case "edit" -> forms.show(form, model, form.typed(), () -> showForm(caseId, officer, model));
            default ->
                forms.submit(
                        form,
                        officer,
                        model,
                        () -> {
                            DisclosureForm body = read(form);
                            String n = disclosing.propose(
                                    caseId, body, commands.of(officer, form.key(), "disclosure.propose", caseId, body));
                            return form.done("/c/" + id + "/disclosures/" + n, "disclosure.proposed");
                        },
                        () -> showForm(caseId, officer, model));
        };
    }

    private DisclosureForm read(FormPost form) {
        return reader.read(form.over(Typed.nothing()), DisclosureForm.class).orRefuse();
    }

    private String showForm(String caseId, Officer officer, Model model) {
        Place place = reading.requireProposer(caseId, commands.reading(officer));
        model.addAttribute("basisLabels", bases.labels());
        model.addAttribute("categories", List.of(Category.values()));
        model.addAttribute(
                "saidNo",
                !place.casefile().withdrawals().isEmpty() || place.casefile().saysNo(Set.of()));
        return "disclosure/new";
    }
}
