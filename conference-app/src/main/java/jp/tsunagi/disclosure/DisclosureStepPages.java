package jp.tsunagi.disclosure;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.disclosure.DisclosureForm.Necessary;
import jp.tsunagi.disclosure.DisclosureForm.Relationship;
import jp.tsunagi.disclosure.DisclosureForm.Told;
import jp.tsunagi.disclosure.DisclosureReading.Act;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is done about one of them: confirmed, refused, ended, pledged for, reviewed, and told to her. */
@Controller
class DisclosureStepPages {

    private static final String PATH = "/c/{id}/disclosures/{n:[0-9A-Z]{26}}";
    private static final String STEP = PATH + "/{step:refusal|revocation|review|telling}";

    private final Disclosing disclosing;
    private final DisclosureReading reading;
    private final Bases bases;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    DisclosureStepPages(
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

    @PostMapping(PATH + "/confirmation")
    String confirm(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    disclosing.confirm(caseId, n, command(officer, form, "disclosure.confirm", caseId, n, null));
                    return form.done("/c/" + id + "/disclosures/" + n, "disclosure.done.confirmation");
                },
                () -> show(caseId, n, officer, model, "disclosure"));
    }

    @PostMapping(PATH + "/pledge")
    String pledge(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    DisclosureForm.Pledge body = read(form, DisclosureForm.Pledge.class);
                    disclosing.pledge(caseId, n, body, command(officer, form, "disclosure.pledge", caseId, n, body));
                    return body.relationToOtherParty() == Relationship.NONE
                            ? form.done("/c/" + id, "disclosure.pledged")
                            : form.done("/", "disclosure.kept");
                },
                () -> show(caseId, n, officer, model, "disclosure"));
    }

    @GetMapping(STEP)
    String asked(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            @PathVariable String step,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        Act act =
                switch (step) {
                    case "refusal" -> Act.REFUSE;
                    case "revocation" -> Act.REVOKE;
                    case "review" -> Act.REVIEW;
                    default -> Act.TELL;
                };
        reading.require(act, caseId, n, commands.reading(officer));
        return forms.open(form, officer, model, "", Typed::nothing, show(caseId, n, officer, model, step));
    }

    @PostMapping(STEP)
    String taken(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            @PathVariable String step,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    take(caseId, n, step, form, officer);
                    return form.done("/c/" + id + "/disclosures/" + n, "disclosure.done." + step);
                },
                () -> show(caseId, n, officer, model, step));
    }

    private void take(String caseId, String n, String step, FormPost form, Officer officer) {
        switch (step) {
            case "refusal" -> {
                DisclosureForm.Reason body = read(form, DisclosureForm.Reason.class);
                disclosing.refuse(caseId, n, body, command(officer, form, "disclosure.refuse", caseId, n, body));
            }
            case "revocation" -> {
                DisclosureForm.Reason body = read(form, DisclosureForm.Reason.class);
                disclosing.revoke(caseId, n, body, command(officer, form, "disclosure.revoke", caseId, n, body));
            }
            case "review" -> {
                DisclosureForm.Review body = read(form, DisclosureForm.Review.class);
                disclosing.review(caseId, n, body, command(officer, form, "disclosure.review", caseId, n, body));
            }
            default -> {
                DisclosureForm.Telling body = read(form, DisclosureForm.Telling.class);
                disclosing.tell(caseId, n, body, command(officer, form, "disclosure.tell", caseId, n, body));
            }
        }
    }

    private Command command(
            Officer officer, FormPost form, String action, String caseId, String n, @Nullable Record body) {
        return commands.of(officer, form.key(), action, caseId + "/" + n, body);
    }

    private <T extends Record> T read(FormPost form, Class<T> type) {
        return reader.read(form.typed(), type).orRefuse();
    }

    /** Shown again also where a colleague was first: what was typed is not lost. */
    private String show(String caseId, String n, Officer officer, Model model, String page) {
        model.addAttribute("item", reading.one(caseId, n, commands.reading(officer)));
        model.addAttribute("basisLabels", bases.labels());
        model.addAttribute("relations", Relationship.values());
        model.addAttribute("necessities", Necessary.values());
        model.addAttribute("yesNo", new Boolean[] {true, false});
        model.addAttribute("tellings", Told.values());
        return "disclosure/" + page;
    }
}
