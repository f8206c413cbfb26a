package jp.tsunagi.retention;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.retention.KeepingRecord.Ground;
import jp.tsunagi.retention.KeepingRecord.HoldKind;
import jp.tsunagi.shared.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The Center's page of periods, and the tab of a case: until when it is kept, what holds it, and its deletion. */
@Controller
class RetentionPages {

    private static final String STEPS = "/c/{id}/retention/{step:hold|deletion|refusal|confirmation}";
    private static final String LIFTING = "/c/{id}/retention/holds/{n:[0-9A-Z]{26}}/lifting";

    private final Retaining retaining;
    private final RetentionReading reading;
    private final CertificatePaper certificate;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    RetentionPages(
            Retaining retaining,
            RetentionReading reading,
            CertificatePaper certificate,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.retaining = retaining;
        this.reading = reading;
        this.certificate = certificate;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/retention")
    String overview(@CurrentOfficer Officer officer, Model model) {
        model.addAttribute("all", reading.overview(commands.reading(officer)));
        return "retention/overview";
    }

    @GetMapping("/retention/erasures/{erasure:[0-9A-Z]{26}}/certificate.pdf")
    ResponseEntity<byte[]> certificate(@CurrentOfficer Officer officer, @PathVariable String erasure) {
        return RetentionController.pdf(certificate.print(erasure, commands.reading(officer)));
    }

    @GetMapping("/c/{id}/retention")
    String one(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        String caseId = bar.show(id, officer, model);
        model.addAttribute("item", reading.one(caseId, commands.reading(officer)));
        return "retention/case";
    }

    @GetMapping(STEPS)
    String asked(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String step,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        RetentionReading.One item = reading.one(caseId, commands.reading(officer));
        if ((step.equals("refusal") || step.equals("confirmation")) && item.proposal() == null) {
            throw Refusal.notFound();
        }
        return forms.open(form, officer, model, "", Typed::nothing, show(caseId, step, officer, model));
    }

    @PostMapping(STEPS)
    String taken(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String step,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    take(caseId, step, form, officer);
                    // Once it is deleted there is no page of it to go back to.
                    String next = step.equals("confirmation") ? "/retention" : "/c/" + id + "/retention";
                    return form.done(next, "retention.done." + step);
                },
                () -> show(caseId, step, officer, model));
    }

    @GetMapping(LIFTING)
    String lifting(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, showLifting(caseId, n, officer, model));
    }

    @PostMapping(LIFTING)
    String lift(
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
                    RetentionForm.Reason body = read(form, RetentionForm.Reason.class);
                    retaining.lift(
                            caseId,
                            n,
                            body,
                            commands.of(officer, form.key(), "retention.lift", caseId + "/" + n, body));
                    return form.done("/c/" + id + "/retention", "retention.done.lifting");
                },
                () -> showLifting(caseId, n, officer, model));
    }

    private void take(String caseId, String step, FormPost form, Officer officer) {
        switch (step) {
            case "hold" -> {
                RetentionForm.Hold body = read(form, RetentionForm.Hold.class);
                retaining.hold(caseId, body, command(officer, form, "retention.hold", caseId, body));
            }
            case "deletion" -> {
                RetentionForm.Deletion body = read(form, RetentionForm.Deletion.class);
                retaining.propose(caseId, body, command(officer, form, "retention.propose", caseId, body));
            }
            case "refusal" -> {
                RetentionForm.Reason body = read(form, RetentionForm.Reason.class);
                retaining.refuse(caseId, body, command(officer, form, "retention.refuse", caseId, body));
            }
            default -> retaining.confirm(caseId, commands.of(officer, form.key(), "retention.confirm", caseId, null));
        }
    }

    private Command command(Officer officer, FormPost form, String action, String caseId, Record body) {
        return commands.of(officer, form.key(), action, caseId, body);
    }

    private <T extends Record> T read(FormPost form, Class<T> type) {
        return reader.read(form.typed(), type).orRefuse();
    }

    /** Shown again also where a colleague was first: what was typed is not lost. */
    private String show(String caseId, String step, Officer officer, Model model) {
        model.addAttribute("item", reading.one(caseId, commands.reading(officer)));
        model.addAttribute("step", step);
        model.addAttribute("holdKinds", HoldKind.values());
        model.addAttribute("grounds", Ground.values());
        return "retention/step";
    }

    private String showLifting(String caseId, String n, Officer officer, Model model) {
        model.addAttribute(
                "hold",
                reading.one(caseId, commands.reading(officer)).holds().stream()
                        .filter(hold -> hold.n().equals(n))
                        .findFirst()
                        .orElseThrow(Refusal::notFound));
        return "retention/lifting";
    }
}
