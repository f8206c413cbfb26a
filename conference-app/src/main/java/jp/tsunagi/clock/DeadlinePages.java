package jp.tsunagi.clock;

import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The periods of a case on their tab: all of them, one with its history, entering one and changing one. */
@Controller
class DeadlinePages {

    private static final String CONFIRM = "confirm";
    private static final String EDIT = "edit";

    private final Keeping keeping;
    private final DeadlineReading reading;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    DeadlinePages(
            Keeping keeping,
            DeadlineReading reading,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.keeping = keeping;
        this.reading = reading;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/deadlines")
    String all(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        String caseId = bar.show(id, officer, model);
        DeadlineReading.Shown shown = reading.all(caseId, commands.reading(officer));
        model.addAttribute("items", shown.items());
        model.addAttribute("mayKeep", shown.mayKeep());
        model.addAttribute("closed", shown.closed());
        return "clock/deadlines";
    }

    @GetMapping("/c/{id}/deadlines/{n:\\d+}")
    String one(@CurrentOfficer Officer officer, @PathVariable String id, @PathVariable String n, Model model) {
        String caseId = bar.show(id, officer, model);
        model.addAttribute("item", reading.one(caseId, n, commands.reading(officer)));
        model.addAttribute(
                "mayKeep", reading.all(caseId, commands.reading(officer)).mayKeep());
        return "clock/deadline";
    }

    @GetMapping("/c/{id}/deadlines/new")
    String entering(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, showForm(caseId, null, officer, model));
    }

    /** Twice: at first its last day is shown, then it is entered. */
    @PostMapping("/c/{id}/deadlines/new")
    String enter(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return switch (form.action()) {
            case CONFIRM ->
                forms.confirm(
                        form,
                        officer,
                        model,
                        () -> model.addAttribute(
                                "outlook", keeping.outlook(caseId, read(form), commands.reading(officer))),
                        () -> "clock/confirm",
                        () -> showForm(caseId, null, officer, model));
            case EDIT -> forms.show(form, model, form.typed(), () -> showForm(caseId, null, officer, model));
            default ->
                forms.submit(
                        form,
                        officer,
                        model,
                        () -> {
                            DeadlineForm body = read(form);
                            keeping.enter(
                                    caseId, body, commands.of(officer, form.key(), "deadline.enter", caseId, body));
                            return form.done("/c/" + id + "/deadlines", "deadline.entered");
                        },
                        () -> showForm(caseId, null, officer, model));
        };
    }

    @GetMapping("/c/{id}/deadlines/{n:\\d+}/change")
    String changing(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        reading.requireOpen(caseId, n, commands.reading(officer));
        DeadlineForm typed = reading.typed(caseId, n, commands.reading(officer));
        return forms.open(
                form,
                officer,
                model,
                revision(caseId, n, officer),
                () -> Forms.typed(typed),
                showForm(caseId, n, officer, model));
    }

    @PostMapping("/c/{id}/deadlines/{n:\\d+}/change")
    String change(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return switch (form.action()) {
            case CONFIRM ->
                forms.confirm(
                        form,
                        officer,
                        model,
                        () -> model.addAttribute(
                                "outlook", keeping.outlook(caseId, n, read(form), commands.reading(officer))),
                        () -> {
                            model.addAttribute("n", n);
                            return "clock/confirm";
                        },
                        () -> showForm(caseId, n, officer, model));
            case EDIT -> forms.show(form, model, form.typed(), () -> showForm(caseId, n, officer, model));
            default ->
                forms.submit(
                        form,
                        officer,
                        model,
                        () -> {
                            DeadlineForm body = read(form);
                            keeping.change(
                                    caseId,
                                    n,
                                    body,
                                    form.base(),
                                    commands.of(officer, form.key(), "deadline.change", caseId + "/" + n, body));
                            return form.done("/c/" + id + "/deadlines/" + n, "deadline.changed");
                        },
                        () -> {
                            // Changed by somebody else meanwhile: the next try is made from what is there now.
                            model.addAttribute(
                                    "theirs", Forms.typed(reading.typed(caseId, n, commands.reading(officer))));
                            model.addAttribute("newest", revision(caseId, n, officer));
                            return showForm(caseId, n, officer, model);
                        });
        };
    }

    private DeadlineForm read(FormPost form) {
        return reader.read(form.typed(), DeadlineForm.class).orRefuse();
    }

    private String revision(String caseId, String n, Officer officer) {
        return String.valueOf(reading.one(caseId, n, commands.reading(officer)).get("revision"));
    }

    private String showForm(String caseId, @Nullable String n, Officer officer, Model model) {
        if (!reading.all(caseId, commands.reading(officer)).mayKeep()) {
            throw Refusal.notFound();
        }
        model.addAttribute("n", n);
        model.addAttribute("procedures", Procedure.entered());
        model.addAttribute("monthChoices", List.of(Terms.EVICTION_MONTHS, Terms.LONG_EVICTION_MONTHS));
        model.addAttribute("bases", reading.bases(caseId, commands.reading(officer)));
        return "clock/edit";
    }
}
