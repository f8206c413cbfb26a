package jp.tsunagi.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.catalogue.Catalogue;
import jp.tsunagi.catalogue.CatalogueEntry;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The support plan on its tab (S32): its versions and its paper, opening one, writing it, and sending it to the director. */
@Controller
class PlanPages {

    private final Planning planning;
    private final PlanReading reading;
    private final PlanPapers papers;
    private final PlanDraft drafts;
    private final PlanOpening opening;
    private final PlanCoverage coverage;
    private final Catalogue catalogue;
    private final Reviews reviews;
    private final PersonPlans hers;
    private final SafetyPlanning safety;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    PlanPages(
            Planning planning,
            PlanReading reading,
            PlanPapers papers,
            PlanDraft drafts,
            PlanOpening opening,
            PlanCoverage coverage,
            Catalogue catalogue,
            Reviews reviews,
            PersonPlans hers,
            SafetyPlanning safety,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.planning = planning;
        this.reading = reading;
        this.papers = papers;
        this.drafts = drafts;
        this.opening = opening;
        this.coverage = coverage;
        this.catalogue = catalogue;
        this.reviews = reviews;
        this.hers = hers;
        this.safety = safety;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/plan")
    String plan(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String view = show(id, officer, model);
        return forms.open(form, officer, model, "", () -> goingOn(model), view);
    }

    /**
     * Opens the next version: the first one from the conference's result, each other from the one before, with those of its
     * measures that are to go on.
     */
    @PostMapping("/c/{id}/plan")
    String open(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    String caseId = bar.show(id, officer, model);
                    Optional<Projection> last = newest(caseId, commands.reading(officer));
                    if (last.filter(plan -> plan.shown().get("state") == PlanState.DRAFT)
                            .isPresent()) {
                        // Opened in this moment, by a colleague or by the first of two clicks.
                        return form.done("/c/" + id + "/plan/edit", "plan.open-already");
                    }
                    PlanContent content = begun(last, id, officer, form);
                    planning.draft(caseId, content, commands.of(officer, form.key(), "plan.draft", caseId, content));
                    return form.done("/c/" + id + "/plan/edit", "");
                },
                () -> show(id, officer, model));
    }

    @GetMapping("/c/{id}/plan/edit")
    String edit(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        if (reading.mayOpen(caseId, id, commands.reading(officer))) {
            // Nothing to write yet: where one begins.
            return form.done("/c/" + id + "/plan", "");
        }
        Projection draft = drafts.of(caseId, officer);
        return forms.open(
                form,
                officer,
                model,
                PlanDraft.revision(draft),
                () -> PlanDraft.content(draft),
                showEdit(caseId, draft, officer, model));
    }

    /** @param told the agencies that the form warned of: what was read once stands in nobody's way */
    @PostMapping("/c/{id}/plan/edit")
    String save(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @RequestParam(name = "_told", required = false) @Nullable Set<String> told,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        if (form.action().equals("catalogue")) {
            drafts.of(caseId, officer);
            return forms.aside(form, officer, "/c/" + id + "/plan/catalogue");
        }
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Projection draft = drafts.of(caseId, officer);
                    PlanContent content = reader.read(form.over(PlanDraft.content(draft)), PlanContent.class)
                            .orRefuse();
                    planning.replace(
                            caseId,
                            content,
                            form.base(),
                            commands.of(officer, form.key(), "plan.replace", caseId, content));
                    if (!form.action().equals("submit")) {
                        return form.done("/c/" + id + "/plan", "plan.saved");
                    }
                    List<String> uncovered = PlanCoverage.uncovered(form.typed(), covered(caseId, draft, officer));
                    if (told == null ? !uncovered.isEmpty() : !told.containsAll(uncovered)) {
                        return form.done("/c/" + id + "/plan/edit", "plan.saved-not-covered");
                    }
                    String version = String.valueOf(draft.shown().get("version"));
                    planning.submit(
                            caseId,
                            version,
                            commands.of(
                                    officer,
                                    form.key() + "-submission",
                                    "plan.submission",
                                    caseId + "/" + version,
                                    null));
                    return form.done("/c/" + id + "/plan", "plan.submitted");
                },
                () -> {
                    bar.show(id, officer, model);
                    // Saved and not submitted, or saved by somebody else: the next save is made from what is there now.
                    Projection now = drafts.of(caseId, officer);
                    model.addAttribute("conflict", EditConflict.between(form.typed(), PlanDraft.content(now)));
                    model.addAttribute("newest", PlanDraft.revision(now));
                    return showEdit(caseId, now, officer, model);
                });
    }

    @GetMapping("/c/{id}/plan/{version}.pdf")
    ResponseEntity<byte[]> paper(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String save,
            Model model) {
        PlanPapers.Paper paper = papers.agency(bar.show(id, officer, model), version, commands.reading(officer));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        (save == null ? "inline" : "attachment") + "; filename=\"" + paper.fileName() + "\"")
                .body(paper.pdf());
    }

    private String show(String id, Officer officer, Model model) {
        String caseId = bar.show(id, officer, model);
        Command command = commands.reading(officer);
        List<Projection> versions = versions(caseId, command);
        model.addAttribute("versions", versions.stream().map(Projection::shown).toList());
        model.addAttribute("stillOpen", versions.isEmpty() ? List.of() : PlanOpening.stillOpen(versions.get(0)));
        Set<PlanStep> steps = versions.isEmpty()
                ? Set.of()
                : reading.steps(caseId, String.valueOf(versions.get(0).shown().get("version")), command);
        model.addAttribute("planSteps", steps.stream().map(PlanStep::name).toList());
        model.addAttribute(
                "hers",
                !versions.isEmpty()
                        && hers.mayMake(
                                caseId, String.valueOf(versions.get(0).shown().get("version")), command));
        model.addAttribute("safety", safety.mayRead(caseId, command));
        model.addAttribute("mayOpen", reading.mayOpen(caseId, id, command));
        boolean inForce = reading.inForce(caseId, command).isPresent();
        model.addAttribute("inForce", inForce);
        model.addAttribute("mayReview", inForce && reviews.may(caseId, command));
        model.addAttribute("reviewed", inForce ? reading.reviews(caseId, command) : null);
        return "plan/plan";
    }

    private String showEdit(String caseId, Projection draft, Officer officer, Model model) {
        model.addAttribute("plan", draft.shown());
        model.addAttribute("covered", covered(caseId, draft, officer));
        model.addAttribute(
                "offered",
                catalogue.parts().stream()
                        .flatMap(part -> part.measures().stream())
                        .collect(Collectors.toMap(CatalogueEntry::key, Function.identity())));
        model.addAttribute("participations", PlanContent.Participation.values());
        model.addAttribute("urgencies", PlanContent.Urgency.values());
        model.addAttribute("terms", PlanContent.Term.values());
        model.addAttribute("areas", PlanContent.Area.values());
        model.addAttribute("procedures", PlanContent.Procedure.values());
        model.addAttribute("yesNo", List.of(true, false));
        return "plan/edit";
    }

    /** What the next version begins with. A form without the ticks asks for all that is still open. */
    private PlanContent begun(Optional<Projection> last, String id, Officer officer, FormPost form) {
        if (last.isEmpty()) {
            return reader.read(Typed.nothing().with("basedOn", id), PlanContent.class)
                    .orRefuse();
        }
        PlanContent before = reader.read(PlanDraft.content(last.get()).with("changeReason", ""), PlanContent.class)
                .orRefuse();
        List<String> kept =
                form.typed().names().contains("keep") ? form.typed().all("keep") : PlanOpening.stillOpen(last.get());
        return opening.next(before, id, Set.copyOf(kept), commands.reading(officer));
    }

    private static Typed goingOn(Model model) {
        List<?> open = (List<?>) Objects.requireNonNull(model.getAttribute("stillOpen"));
        return Typed.nothing().with("keep", open.stream().map(String::valueOf).toArray(String[]::new));
    }

    private Set<String> covered(String caseId, Projection draft, Officer officer) {
        return coverage.covered(caseId, String.valueOf(draft.shown().get("leadAgency")), commands.reading(officer));
    }

    private Optional<Projection> newest(String caseId, Command command) {
        return versions(caseId, command).stream().findFirst();
    }

    /** Where the case is not this officer's, there is no plan yet either: a participant sees it from its approval on. */
    private List<Projection> versions(String caseId, Command command) {
        try {
            return reading.all(caseId, command);
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.NOT_FOUND) {
                return List.of();
            }
            throw refused;
        }
    }
}
