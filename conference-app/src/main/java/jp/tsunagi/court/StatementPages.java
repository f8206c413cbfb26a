package jp.tsunagi.court;

import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.court.StatementRecord.Content;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a court asked, the versions of what it is answered, and writing one; for the Center. */
@Controller
class StatementPages {

    private static final String ONE = "/c/{id}/court-statements/{n:[0-9A-Z]{26}}";

    private final Stating stating;
    private final CourtReading reading;
    private final StatementPapers papers;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    StatementPages(
            Stating stating,
            CourtReading reading,
            StatementPapers papers,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.stating = stating;
        this.reading = reading;
        this.papers = papers;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/court-statements/new")
    String asking(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        CourtPageRights.center(reading, caseId, commands.reading(officer));
        return forms.open(form, officer, model, "", Typed::nothing, "court/statement-new");
    }

    @PostMapping("/c/{id}/court-statements/new")
    String ask(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        CourtPageRights.center(reading, caseId, commands.reading(officer));
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    StatementForm body =
                            reader.read(form.typed(), StatementForm.class).orRefuse();
                    String n = stating.ask(
                            caseId, body, commands.of(officer, form.key(), "court-statement.ask", caseId, body));
                    return form.done(path(id, n) + "/draft", "court.asked");
                },
                () -> "court/statement-new");
    }

    @GetMapping(ONE)
    String one(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, show(caseId, n, officer, model));
    }

    /** Puts the newest version before the director. */
    @PostMapping(ONE)
    String submit(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        CourtPageRights.center(reading, caseId, commands.reading(officer));
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    stating.submit(
                            caseId,
                            n,
                            commands.of(officer, form.key(), "court-statement.submit", caseId + "/" + n, null));
                    return form.done(path(id, n), "court.submitted");
                },
                () -> show(caseId, n, officer, model));
    }

    @GetMapping(ONE + "/draft")
    String drafting(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        String view = showDraft(caseId, n, officer, model);
        return forms.open(form, officer, model, base(caseId, n, officer), () -> begun(caseId, n, officer), view);
    }

    @PostMapping(ONE + "/draft")
    String draft(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        CourtPageRights.center(reading, caseId, commands.reading(officer));
        if (form.action().equals("prefill")) {
            return forms.show(
                    form, model, again(caseId, n, form.typed(), officer), () -> showDraft(caseId, n, officer, model));
        }
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    StatementForm.Version body = reader.read(form.typed(), StatementForm.Version.class)
                            .orRefuse();
                    stating.write(
                            caseId,
                            n,
                            body,
                            form.base(),
                            commands.of(officer, form.key(), "court-statement.write", caseId + "/" + n, body));
                    return form.done(path(id, n), "court.written");
                },
                () -> {
                    model.addAttribute("theirs", begun(caseId, n, officer));
                    model.addAttribute("newest", base(caseId, n, officer));
                    return showDraft(caseId, n, officer, model);
                });
    }

    @GetMapping(ONE + "/{version:[0-9]{1,3}}.pdf")
    ResponseEntity<byte[]> paper(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String save,
            Model model) {
        StatementPapers.Paper paper = papers.paper(bar.show(id, officer, model), n, version, commands.reading(officer));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        (save == null ? "inline" : "attachment") + "; filename=\"" + paper.fileName() + "\"")
                .body(paper.pdf());
    }

    private String show(String caseId, String n, Officer officer, Model model) {
        Command command = commands.reading(officer);
        CourtPageRights.center(reading, caseId, command);
        model.addAttribute("item", reading.statement(caseId, n, command));
        return "court/statement";
    }

    private String showDraft(String caseId, String n, Officer officer, Model model) {
        show(caseId, n, officer, model);
        model.addAttribute("consultations", reading.consultations(caseId, commands.reading(officer)));
        return "court/statement-draft";
    }

    /** The newest version; before the first, what the Center's own entries make. */
    private Typed begun(String caseId, String n, Officer officer) {
        Command command = commands.reading(officer);
        return stating.found(caseId, n, command)
                .record()
                .latest()
                .map(last -> typed(last.content()))
                .orElseGet(() -> typed(stating.begun(caseId, n, null, command)));
    }

    /** What the entries that are ticked now make comes after what is typed already: nothing typed goes. */
    private Typed again(String caseId, String n, Typed typed, Officer officer) {
        List<Integer> ticked = typed.all("entries").stream()
                .filter(number -> number.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .toList();
        Content made = stating.begun(caseId, n, ticked, commands.reading(officer));
        return typed.with("circumstances", after(typed.text("circumstances"), made.circumstances()))
                .with("response", after(typed.text("response"), made.response()));
    }

    private static String after(String typed, String made) {
        return typed.isBlank() ? made : typed.strip() + "\n\n" + made;
    }

    private static Typed typed(Content content) {
        return Forms.typed(Map.of(
                "applicant", content.applicant(),
                "entries", content.entries(),
                "circumstances", content.circumstances(),
                "response", content.response()));
    }

    private String base(String caseId, String n, Officer officer) {
        return stating.found(caseId, n, commands.reading(officer))
                .record()
                .latest()
                .map(last -> String.valueOf(last.number()))
                .orElse("0");
    }

    private static String path(String id, String n) {
        return "/c/" + id + "/court-statements/" + n;
    }
}
