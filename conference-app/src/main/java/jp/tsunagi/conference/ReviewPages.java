package jp.tsunagi.conference;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The Center examines a request (S20): gives it back, or puts it before the director. */
@Controller
class ReviewPages {

    private static final String RETURN = "return";

    private final Deciding deciding;
    private final Examination examination;
    private final ReasonSamples samples;
    private final ConferencePage page;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;
    private final Mending mending;
    private final Desk desk;

    ReviewPages(
            Deciding deciding,
            Examination examination,
            ReasonSamples samples,
            ConferencePage page,
            Commands commands,
            FormReader reader,
            Forms forms,
            Mending mending,
            Desk desk) {
        this.deciding = deciding;
        this.examination = examination;
        this.samples = samples;
        this.page = page;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
        this.mending = mending;
        this.desk = desk;
    }

    @GetMapping("/c/{id}/review")
    String review(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        Command command = commands.reading(officer);
        model.addAttribute("findings", examination.of(id, command));
        page.show(id, officer, model);
        model.addAttribute(
                "mending", mending.of(desk.look(id, command), command).orElse(null));
        model.addAttribute("mayBlock", officer.is(Role.CENTER_STAFF));
        return "conference/review";
    }

    @GetMapping("/c/{id}/return")
    String returning(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.open(Step.RETURN, id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, returnForm(model));
    }

    @PostMapping("/c/{id}/return")
    String giveBack(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.require(Step.RETURN, id, officer);
        Typed inserted = samples.inserted(form, RETURN).orElse(null);
        if (inserted != null) {
            page.show(id, officer, model);
            return forms.show(form, model, inserted, () -> returnForm(model));
        }
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Deciding.Return given = reader.read(form.over(Typed.nothing()), Deciding.Return.class)
                            .orRefuse();
                    deciding.giveBack(id, given, commands.of(officer, form.key(), RETURN, id, given));
                    return form.done("/c/" + id, "act.return.done");
                },
                () -> {
                    page.show(id, officer, model);
                    return returnForm(model);
                });
    }

    @GetMapping("/c/{id}/referral")
    String referring(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.open(Step.REFER, id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, button("referral", model));
    }

    @PostMapping("/c/{id}/referral")
    String refer(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.require(Step.REFER, id, officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    deciding.refer(id, commands.of(officer, form.key(), "referral", id, null));
                    return form.done("/c/" + id, "act.referral.done");
                },
                () -> again(id, officer, model, button("referral", model)));
    }

    @GetMapping("/c/{id}/consent-check")
    String askingAgain(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.open(Step.ASK_AGAIN, id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, button("consent-check", model));
    }

    @PostMapping("/c/{id}/consent-check")
    String askAgain(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.require(Step.ASK_AGAIN, id, officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    deciding.askAgain(id, commands.of(officer, form.key(), "consent-check", id, null));
                    return form.done("/c/" + id, "act.consent-check.done");
                },
                () -> again(id, officer, model, button("consent-check", model)));
    }

    @GetMapping("/c/{id}/assignment")
    String assigning(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.open(Step.ASSIGN, id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, assignmentForm(model));
    }

    @PostMapping("/c/{id}/assignment")
    String assign(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.require(Step.ASSIGN, id, officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    ConferenceController.Assignment assignment = reader.read(
                                    form.typed(), ConferenceController.Assignment.class)
                            .orRefuse();
                    deciding.assign(
                            id, assignment.officer(), commands.of(officer, form.key(), "assignment", id, assignment));
                    return form.done("/c/" + id + "/review", "act.assignment.done");
                },
                () -> again(id, officer, model, assignmentForm(model)));
    }

    private String returnForm(Model model) {
        model.addAttribute("act", RETURN);
        model.addAttribute("fields", RequestSection.inputs());
        model.addAttribute("samples", samples.of(RETURN));
        return "conference/reason";
    }

    private String assignmentForm(Model model) {
        model.addAttribute("staff", deciding.staff());
        return "conference/assignment";
    }

    private static String button(String act, Model model) {
        model.addAttribute("act", act);
        return "conference/act";
    }

    private String again(String id, Officer officer, Model model, String view) {
        page.show(id, officer, model);
        return view;
    }
}
