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
        return take(form, officer, id, n, caseId, model, "disclosure.confirmed", "disclosure/disclosure", () -> {
            Command command = command(officer, form, "disclosure.confirm", caseId, n, null);
            disclosing.confirm(caseId, n, command);
        });
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
                () -> show(caseId, n, officer, model, "disclosure/disclosure"));
    }

    @GetMapping(PATH + "/refusal")
    String refusing(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        return open(Act.REFUSE, officer, id, n, form, model, "disclosure/refusal");
    }

    @PostMapping(PATH + "/refusal")
    String refuse(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return take(form, officer, id, n, caseId, model, "disclosure.refused", "disclosure/refusal", () -> {
            DisclosureForm.Reason body = read(form, DisclosureForm.Reason.class);
            disclosing.refuse(caseId, n, body, command(officer, form, "disclosure.refuse", caseId, n, body));
        });
    }

    @GetMapping(PATH + "/revocation")
    String revoking(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        return open(Act.REVOKE, officer, id, n, form, model, "disclosure/revocation");
    }

    @PostMapping(PATH + "/revocation")
    String revoke(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return take(form, officer, id, n, caseId, model, "disclosure.revoked", "disclosure/revocation", () -> {
            DisclosureForm.Reason body = read(form, DisclosureForm.Reason.class);
            disclosing.revoke(caseId, n, body, command(officer, form, "disclosure.revoke", caseId, n, body));
        });
    }

    @GetMapping(PATH + "/review")
    String reviewing(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        return open(Act.REVIEW, officer, id, n, form, model, "disclosure/review");
    }

    @PostMapping(PATH + "/review")
    String review(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return take(form, officer, id, n, caseId, model, "disclosure.reviewed", "disclosure/review", () -> {
            DisclosureForm.Review body = read(form, DisclosureForm.Review.class);
            disclosing.review(caseId, n, body, command(officer, form, "disclosure.review", caseId, n, body));
        });
    }

    @GetMapping(PATH + "/telling")
    String telling(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        return open(Act.TELL, officer, id, n, form, model, "disclosure/telling");
    }

    @PostMapping(PATH + "/telling")
    String tell(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return take(form, officer, id, n, caseId, model, "disclosure.told-recorded", "disclosure/telling", () -> {
            DisclosureForm.Telling body = read(form, DisclosureForm.Telling.class);
            disclosing.tell(caseId, n, body, command(officer, form, "disclosure.tell", caseId, n, body));
        });
    }

    private String open(Act act, Officer officer, String id, String n, FormPost form, Model model, String view) {
        String caseId = bar.show(id, officer, model);
        reading.require(act, caseId, n, commands.reading(officer));
        return forms.open(form, officer, model, "", Typed::nothing, show(caseId, n, officer, model, view));
    }

    private String take(
            FormPost form,
            Officer officer,
            String id,
            String n,
            String caseId,
            Model model,
            String done,
            String view,
            Runnable step) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    step.run();
                    return form.done("/c/" + id + "/disclosures/" + n, done);
                },
                () -> show(caseId, n, officer, model, view));
    }

    private Command command(
            Officer officer, FormPost form, String action, String caseId, String n, @Nullable Record body) {
        return commands.of(officer, form.key(), action, caseId + "/" + n, body);
    }

    private <T extends Record> T read(FormPost form, Class<T> type) {
        return reader.read(form.typed(), type).orRefuse();
    }

    /** Shown again also where a colleague was first: what was typed is not lost. */
    private String show(String caseId, String n, Officer officer, Model model, String view) {
        model.addAttribute("item", reading.one(caseId, n, commands.reading(officer)));
        model.addAttribute("basisLabels", bases.labels());
        model.addAttribute("relations", Relationship.values());
        model.addAttribute("necessities", Necessary.values());
        model.addAttribute("yesNo", new Boolean[] {true, false});
        model.addAttribute("tellings", Told.values());
        return view;
    }
}
