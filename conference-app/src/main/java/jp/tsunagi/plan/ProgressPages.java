package jp.tsunagi.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.plan.PlanContent.Progress;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * How far the measures have come (S35). Also for an agency that is nothing to the conference and has a measure: it sees its
 * own lines, without the bar.
 */
@Controller
class ProgressPages {

    private static final List<Progress> OUTCOMES = List.of(
            Progress.IN_PROGRESS,
            Progress.DONE,
            Progress.NO_LONGER_POSSIBLE,
            Progress.DECLINED_BY_PERSON,
            Progress.NOT_DONE);

    private final Progressing progressing;
    private final PlanReading reading;
    private final ConferencesOfCase conferences;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    ProgressPages(
            Progressing progressing,
            PlanReading reading,
            ConferencesOfCase conferences,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.progressing = progressing;
        this.reading = reading;
        this.conferences = conferences;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/plan/progress")
    String list(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        String caseId = show(id, officer, model);
        model.addAttribute("speaksFor", progressing.speaksFor(caseId, commands.reading(officer)));
        return "plan/progress";
    }

    @GetMapping("/c/{id}/plan/progress/{measure}")
    String form(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String measure,
            FormPost form,
            Model model) {
        String view = showForm(id, measure, officer, model);
        return forms.open(form, officer, model, String.valueOf(model.getAttribute("newest")), Typed::nothing, view);
    }

    @PostMapping("/c/{id}/plan/progress/{measure}")
    String save(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String measure,
            FormPost form,
            Model model) {
        String caseId = caseOf(id);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Progressing.Update update =
                            reader.read(form.typed(), Progressing.Update.class).orRefuse();
                    progressing.update(
                            caseId,
                            measure,
                            update,
                            form.base(),
                            commands.of(officer, form.key(), "plan.progress", caseId + "/" + measure, update));
                    return form.done("/c/" + id + "/plan/progress", "progress.saved");
                },
                () -> showForm(id, measure, officer, model));
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the officer sees nothing of the plan in force */
    private String show(String id, Officer officer, Model model) {
        Command command = commands.reading(officer);
        String caseId = caseOf(id);
        Projection plan = reading.inForce(caseId, command).orElseThrow(Refusal::notFound);
        model.addAttribute("id", id);
        model.addAttribute("plan", plan.shown());
        model.addAttribute("known", known(id, officer, model));
        return caseId;
    }

    private String showForm(String id, String measure, Officer officer, Model model) {
        String caseId = show(id, officer, model);
        Set<String> mine = progressing.speaksFor(caseId, commands.reading(officer));
        Map<?, ?> row = rows(model).stream()
                .filter(one -> measure.equals(one.get("id")) && mine.contains(measure))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        model.addAttribute("row", row);
        model.addAttribute("own", officer.agency().value().equals(row.get("agency")));
        model.addAttribute("outcomes", OUTCOMES);
        if (row.get("follow") instanceof Map<?, ?> follow) {
            model.addAttribute("newest", follow.get("revision"));
        }
        return "plan/progress-form";
    }

    private static List<Map<?, ?>> rows(Model model) {
        return model.getAttribute("plan") instanceof Map<?, ?> plan && plan.get("measures") instanceof List<?> measures
                ? measures.stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList()
                : List.of();
    }

    private boolean known(String id, Officer officer, Model model) {
        try {
            bar.show(id, officer, model);
            return true;
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }

    /** Told to nobody: whether the officer may know of the plan is asked with everything that is shown or done. */
    private String caseOf(String id) {
        return conferences.caseOf(new ConferenceId(id)).map(CaseId::value).orElseThrow(Refusal::notFound);
    }
}
