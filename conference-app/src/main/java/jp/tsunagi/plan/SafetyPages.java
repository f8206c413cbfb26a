package jp.tsunagi.plan;

import java.util.List;
import java.util.Map;
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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The safety plan on its page, and who may read it. */
@Controller
class SafetyPages {

    private static final List<String> TEXTS =
            List.of("signs", "wayOut", "contacts", "takeAlong", "children", "devices", "daily", "notes");

    private final SafetyPlanning planning;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    SafetyPages(SafetyPlanning planning, ConferenceBar bar, Commands commands, FormReader reader, Forms forms) {
        this.planning = planning;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/safety-plan")
    String read(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        Projection shown = show(id, officer, model);
        return forms.open(form, officer, model, version(shown), () -> content(shown), "plan/safety-plan");
    }

    @PostMapping("/c/{id}/safety-plan")
    String write(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    SafetyContent content =
                            reader.read(form.typed(), SafetyContent.class).orRefuse();
                    planning.write(
                            caseId,
                            content,
                            form.base(),
                            commands.of(officer, form.key(), "safety-plan.write", caseId, content));
                    return form.done(path(id), "safety.saved");
                },
                () -> {
                    Projection now = show(id, officer, model);
                    model.addAttribute("theirs", content(now));
                    model.addAttribute("newest", version(now));
                    return "plan/safety-plan";
                });
    }

    @GetMapping("/c/{id}/safety-plan/readers")
    String readers(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, showReaders(id, officer, model));
    }

    @PostMapping("/c/{id}/safety-plan/readers")
    String change(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    if (form.action().startsWith("dismiss:")) {
                        String agency = form.action().substring("dismiss:".length());
                        planning.dismiss(
                                caseId,
                                agency,
                                commands.of(
                                        officer,
                                        form.key(),
                                        "safety-plan.dismiss-reader",
                                        caseId + "/" + agency,
                                        null));
                        return form.done(path(id) + "/readers", "safety.dismissed");
                    }
                    SafetyPlanning.Naming naming = reader.read(form.typed(), SafetyPlanning.Naming.class)
                            .orRefuse();
                    planning.name(
                            caseId,
                            naming,
                            commands.of(officer, form.key(), "safety-plan.name-reader", caseId, naming));
                    return form.done(path(id) + "/readers", "safety.named");
                },
                () -> showReaders(id, officer, model));
    }

    private Projection show(String id, Officer officer, Model model) {
        String caseId = bar.show(id, officer, model);
        Command command = commands.reading(officer);
        Projection shown = planning.read(caseId, command);
        model.addAttribute("safety", shown.shown());
        model.addAttribute("texts", TEXTS);
        model.addAttribute("writes", planning.mayWrite(caseId, command));
        return shown;
    }

    private String showReaders(String id, Officer officer, Model model) {
        show(id, officer, model);
        if (Boolean.FALSE.equals(model.getAttribute("writes"))) {
            throw Refusal.notFound();
        }
        return "plan/safety-plan-readers";
    }

    @SuppressWarnings("unchecked")
    private static Typed content(Projection shown) {
        return shown.shown().get("content") instanceof Map<?, ?> content
                ? Forms.typed((Map<String, Object>) content)
                : Typed.nothing();
    }

    private static String version(Projection shown) {
        return String.valueOf(shown.shown().get("version"));
    }

    private static String path(String id) {
        return "/c/" + id + "/safety-plan";
    }
}
