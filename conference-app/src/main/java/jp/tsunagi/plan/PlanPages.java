package jp.tsunagi.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
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
            PersonPlans hers,
            SafetyPlanning safety,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.planning = planning;
        this.reading = reading;
        this.papers = papers;
        this.hers = hers;
        this.safety = safety;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/plan")
    String plan(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, show(id, officer, model));
    }

    /** Opens the next version: the first one from the conference's result, each other from the one before. */
    @PostMapping("/c/{id}/plan")
    String open(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    String caseId = bar.show(id, officer, model);
                    Typed before = newest(caseId, commands.reading(officer))
                            .map(PlanPages::content)
                            .orElseGet(Typed::nothing);
                    Typed next = before.with("basedOn", id).with("changeReason", "");
                    PlanContent content = reader.read(next, PlanContent.class).orRefuse();
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
        Projection draft = draft(caseId, officer);
        return forms.open(
                form, officer, model, revision(draft), () -> content(draft), showEdit(caseId, officer, model));
    }

    @PostMapping("/c/{id}/plan/edit")
    String save(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Projection draft = draft(caseId, officer);
                    PlanContent content = reader.read(form.over(content(draft)), PlanContent.class)
                            .orRefuse();
                    planning.replace(
                            caseId,
                            content,
                            form.base(),
                            commands.of(officer, form.key(), "plan.replace", caseId, content));
                    if (!form.action().equals("submit")) {
                        return form.done("/c/" + id + "/plan", "plan.saved");
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
                    Projection now = draft(caseId, officer);
                    model.addAttribute("theirs", content(now));
                    model.addAttribute("newest", revision(now));
                    return showEdit(caseId, officer, model);
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
        return "plan/plan";
    }

    private String showEdit(String caseId, Officer officer, Model model) {
        model.addAttribute("plan", draft(caseId, officer).shown());
        model.addAttribute("participations", PlanContent.Participation.values());
        model.addAttribute("urgencies", PlanContent.Urgency.values());
        model.addAttribute("terms", PlanContent.Term.values());
        model.addAttribute("areas", PlanContent.Area.values());
        model.addAttribute("procedures", PlanContent.Procedure.values());
        model.addAttribute("yesNo", List.of(true, false));
        return "plan/edit";
    }

    /** The draft, for those who write it. */
    private Projection draft(String caseId, Officer officer) {
        Command command = commands.reading(officer);
        Projection newest = newest(caseId, command).orElseThrow(Refusal::notFound);
        String version = String.valueOf(newest.shown().get("version"));
        if (!reading.steps(caseId, version, command).contains(PlanStep.REPLACE)) {
            throw Refusal.notFound();
        }
        return newest;
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

    /** What it says, without what surrounds it. */
    private static Typed content(Projection plan) {
        Map<String, Object> content = new LinkedHashMap<>();
        Arrays.stream(PlanContent.class.getRecordComponents())
                .map(component -> component.getName())
                .filter(plan.shown()::containsKey)
                .forEach(name ->
                        content.put(name, Objects.requireNonNull(plan.shown().get(name))));
        return Forms.typed(content);
    }

    private static String revision(Projection plan) {
        return String.valueOf(plan.shown().get("revision"));
    }
}
