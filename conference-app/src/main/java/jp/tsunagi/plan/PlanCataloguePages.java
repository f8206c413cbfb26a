package jp.tsunagi.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.catalogue.Catalogue;
import jp.tsunagi.catalogue.CatalogueEntry;
import jp.tsunagi.catalogue.CataloguePart;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.page.Drafts;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Measures of the catalogue, to be ticked and put below what is typed of the plan (S32). */
@Controller
class PlanCataloguePages {

    private final Catalogue catalogue;
    private final PlanDraft draft;
    private final PlanCoverage coverage;
    private final Drafts drafts;
    private final ConferenceBar bar;
    private final Commands commands;
    private final Forms forms;

    PlanCataloguePages(
            Catalogue catalogue,
            PlanDraft draft,
            PlanCoverage coverage,
            Drafts drafts,
            ConferenceBar bar,
            Commands commands,
            Forms forms) {
        this.catalogue = catalogue;
        this.draft = draft;
        this.coverage = coverage;
        this.drafts = drafts;
        this.bar = bar;
        this.commands = commands;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/plan/catalogue")
    String list(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        String view = show(caseId, Typed.nothing(), officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, view);
    }

    @PostMapping("/c/{id}/plan/catalogue")
    String choose(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        if (form.action().equals("find")) {
            return forms.show(form, model, form.typed(), () -> show(caseId, form.typed(), officer, model));
        }
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    List<CatalogueEntry> chosen = chosen(form.typed());
                    if (chosen.isEmpty()) {
                        throw Refusal.invalid("plan.incomplete", FieldProblem.of("chosen", "at-least-one"));
                    }
                    Projection plan = draft.of(caseId, officer);
                    Map<String, String> meant = meant(caseId, plan, officer);
                    String edit = "/c/" + id + "/plan/edit";
                    drafts.change(
                            officer,
                            edit,
                            PlanDraft.revision(plan),
                            form.key(),
                            () -> PlanDraft.content(plan),
                            typed -> CatalogueRows.added(typed, chosen, entry -> meant.getOrDefault(entry.key(), "")));
                    return form.done(edit, "plan.catalogue-added", chosen.size());
                },
                () -> show(caseId, form.typed(), officer, model));
    }

    private String show(String caseId, Typed typed, Officer officer, Model model) {
        Projection plan = draft.of(caseId, officer);
        List<CataloguePart> found = catalogue.search(typed.text("text"));
        Set<String> listed = found.stream()
                .flatMap(part -> part.measures().stream())
                .map(CatalogueEntry::key)
                .collect(Collectors.toSet());
        model.addAttribute("parts", found);
        model.addAttribute("count", listed.size());
        // What was ticked before the search stays ticked, whether or not the search finds it.
        model.addAttribute(
                "besides",
                chosen(typed).stream()
                        .filter(entry -> !listed.contains(entry.key()))
                        .toList());
        model.addAttribute("meant", meant(caseId, plan, officer));
        return "plan/catalogue";
    }

    /** By key, the agency that is meant for each measure; an empty text where the writer has to choose. */
    private Map<String, String> meant(String caseId, Projection plan, Officer officer) {
        String lead = String.valueOf(plan.shown().get("leadAgency"));
        Set<String> covered = coverage.covered(caseId, lead, commands.reading(officer));
        Map<String, String> meant = new LinkedHashMap<>();
        catalogue.parts().stream()
                .flatMap(part -> part.measures().stream())
                .forEach(entry -> meant.put(entry.key(), coverage.meant(entry.agency(), lead, covered)));
        return meant;
    }

    private List<CatalogueEntry> chosen(Typed typed) {
        return typed.all("chosen").stream()
                .distinct()
                .flatMap(key -> catalogue.find(key).stream())
                .toList();
    }
}
