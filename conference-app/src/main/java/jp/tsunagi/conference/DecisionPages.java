package jp.tsunagi.conference;

import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.page.Words;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The director decides on one sheet, as on paper (S22); afterwards the sheet can be read with its stamps. */
@Controller
class DecisionPages {

    private static final String ACT = "decision";

    private final Deciding deciding;
    private final ReasonSamples samples;
    private final ConferencePage page;
    private final Desk desk;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;
    private final Mending mending;
    private final Words words;

    DecisionPages(
            Deciding deciding,
            ReasonSamples samples,
            ConferencePage page,
            Desk desk,
            Commands commands,
            FormReader reader,
            Forms forms,
            Mending mending,
            Words words) {
        this.deciding = deciding;
        this.samples = samples;
        this.page = page;
        this.desk = desk;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
        this.mending = mending;
        this.words = words;
    }

    /** What the sheet offers: to decide, or to give the request back. */
    enum Choice {
        HOLD,
        NOT_HOLD,
        RETURN
    }

    /** Which of them was chosen; the rest is read as what it turns out to be. */
    record Chosen(@Nullable Choice decision) {}

    @GetMapping("/c/{id}/decision")
    String sheet(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        Desk.Sight sight = desk.look(id, commands.reading(officer));
        boolean ofTheCenter =
                sight.standing().is(Relation.CENTER) || sight.standing().is(Relation.DIRECTOR);
        if (!ofTheCenter) {
            throw Refusal.notFound();
        }
        if (sight.conference().current().decision() != null
                && !Step.DECIDE.possibleIn(sight.conference().state())) {
            Map<String, Object> shown =
                    page.show(id, officer, model).projection().shown();
            model.addAttribute("boxes", boxes(shown));
            return "conference/decision-made";
        }
        page.open(Step.DECIDE, id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, show(id, officer, model));
    }

    @PostMapping("/c/{id}/decision")
    String decide(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.require(Step.DECIDE, id, officer);
        Typed inserted = samples.inserted(form, ACT).orElse(null);
        if (inserted != null) {
            return forms.show(form, model, inserted, () -> show(id, officer, model));
        }
        return switch (form.action()) {
            case "confirm" ->
                forms.confirm(
                        form,
                        officer,
                        model,
                        () -> examine(id, officer, form, model),
                        () -> {
                            page.show(id, officer, model);
                            return "conference/decision-confirm";
                        },
                        () -> show(id, officer, model));
            case "edit" -> forms.show(form, model, form.typed(), () -> show(id, officer, model));
            default ->
                forms.submit(form, officer, model, () -> take(id, officer, form), () -> show(id, officer, model));
        };
    }

    private void examine(String id, Officer officer, FormPost form, Model model) {
        if (returns(form)) {
            Deciding.Return given = read(form, Deciding.Return.class);
            deciding.examine(id, given, commands.reading(officer));
            model.addAttribute("given", given);
        } else {
            Deciding.Verdict verdict = read(form, Deciding.Verdict.class);
            deciding.examine(id, verdict, commands.reading(officer));
            model.addAttribute("verdict", verdict);
        }
    }

    private String take(String id, Officer officer, FormPost form) {
        if (returns(form)) {
            Deciding.Return given = read(form, Deciding.Return.class);
            deciding.giveBack(id, given, commands.of(officer, form.key(), "return", id, given));
            return form.done("/c/" + id, "act.return.done");
        }
        Deciding.Verdict verdict = read(form, Deciding.Verdict.class);
        deciding.decide(id, verdict, commands.of(officer, form.key(), ACT, id, verdict));
        return form.done("/c/" + id + "/decision", "decision.done");
    }

    private boolean returns(FormPost form) {
        return read(form, Chosen.class).decision() == Choice.RETURN;
    }

    private <T extends Record> T read(FormPost form, Class<T> type) {
        return reader.read(form.over(Typed.nothing()), type).orRefuse();
    }

    private String show(String id, Officer officer, Model model) {
        Desk.Sight sight = desk.look(id, commands.reading(officer));
        Map<String, Object> shown = page.show(id, officer, model).projection().shown();
        model.addAttribute("boxes", boxes(shown));
        model.addAttribute("verdicts", Choice.values());
        model.addAttribute("fields", RequestSection.inputs());
        model.addAttribute(
                "mending", mending.of(sight, commands.reading(officer)).orElse(null));
        model.addAttribute("samples", samples.of(ACT));
        model.addAttribute("deputy", officer.deputy());
        model.addAttribute(
                "own",
                sight.conference().submittedBy().filter(officer.id()::equals).isPresent());
        return "conference/decision";
    }

    private List<Stamps.Box> boxes(Map<String, Object> shown) {
        return Stamps.of(shown, words.agency(shown.get("requestingAgency")));
    }
}
