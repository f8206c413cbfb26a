package jp.tsunagi.childcouncil;

import java.util.Map;
import java.util.Objects;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.childcouncil.NotificationForm.Making;
import jp.tsunagi.childcouncil.NotificationForm.Matter;
import jp.tsunagi.childcouncil.NotificationForm.Means;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notifications about her children on their tab: written, looked at, noted as made. */
@Controller
class NotificationPages {

    private static final String ALL = "/c/{id}/child-notifications";
    private static final String ONE = ALL + "/{n:[0-9A-Z]{26}}";

    private final Notifying notifying;
    private final NotificationReading reading;
    private final NotificationPapers papers;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    NotificationPages(
            Notifying notifying,
            NotificationReading reading,
            NotificationPapers papers,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.notifying = notifying;
        this.reading = reading;
        this.papers = papers;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping(ALL)
    String all(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        String caseId = bar.show(id, officer, model);
        model.addAttribute("items", reading.all(caseId, commands.reading(officer)));
        return "childcouncil/notifications";
    }

    @GetMapping(ALL + "/new")
    String writing(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        String view = showForm(caseId, officer, model);
        return forms.open(
                form, officer, model, "", () -> Forms.typed(notifying.begun(caseId, commands.reading(officer))), view);
    }

    @PostMapping(ALL + "/new")
    String write(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    NotificationForm body = read(form);
                    String n = notifying.write(
                            caseId, body, commands.of(officer, form.key(), "child-notification.write", caseId, body));
                    return form.done(path(id, n), "child.written");
                },
                () -> showForm(caseId, officer, model));
    }

    @GetMapping(ONE)
    String one(@CurrentOfficer Officer officer, @PathVariable String id, @PathVariable String n, Model model) {
        show(bar.show(id, officer, model), n, officer, model);
        return "childcouncil/notification";
    }

    @GetMapping(ONE + "/draft")
    String rewriting(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        Map<String, Object> item = open(caseId, n, officer, model);
        String view = showForm(caseId, officer, model);
        return forms.open(form, officer, model, String.valueOf(item.get("version")), () -> Forms.typed(item), view);
    }

    @PostMapping(ONE + "/draft")
    String rewrite(
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
                    NotificationForm body = read(form);
                    notifying.rewrite(
                            caseId,
                            n,
                            body,
                            form.base(),
                            commands.of(officer, form.key(), "child-notification.write", caseId + "/" + n, body));
                    return form.done(path(id, n), "child.written");
                },
                () -> {
                    Map<String, Object> now = show(caseId, n, officer, model);
                    model.addAttribute("theirs", Forms.typed(now));
                    model.addAttribute("newest", String.valueOf(now.get("version")));
                    return showForm(caseId, officer, model);
                });
    }

    @GetMapping(ONE + "/making")
    String making(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            FormPost form,
            Model model) {
        String caseId = bar.show(id, officer, model);
        open(caseId, n, officer, model);
        model.addAttribute("ways", Means.values());
        return forms.open(form, officer, model, "", Typed::nothing, "childcouncil/making");
    }

    @PostMapping(ONE + "/making")
    String make(
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
                    Making body = reader.read(form.typed(), Making.class).orRefuse();
                    notifying.make(
                            caseId,
                            n,
                            body,
                            commands.of(officer, form.key(), "child-notification.make", caseId + "/" + n, body));
                    return form.done(path(id, n), "child.made");
                },
                () -> {
                    show(caseId, n, officer, model);
                    model.addAttribute("ways", Means.values());
                    return "childcouncil/making";
                });
    }

    @GetMapping(ONE + "/notification.pdf")
    ResponseEntity<byte[]> paper(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String n,
            @RequestParam(required = false) @Nullable String save,
            Model model) {
        NotificationPapers.Paper paper = papers.paper(bar.show(id, officer, model), n, commands.reading(officer));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        (save == null ? "inline" : "attachment") + "; filename=\"" + paper.fileName() + "\"")
                .body(paper.pdf());
    }

    private NotificationForm read(FormPost form) {
        return reader.read(form.typed(), NotificationForm.class).orRefuse();
    }

    private Map<String, Object> show(String caseId, String n, Officer officer, Model model) {
        Map<String, Object> item = reading.one(caseId, n, commands.reading(officer));
        model.addAttribute("item", item);
        return item;
    }

    /** The pages on which it is changed are not there once it was made. */
    private Map<String, Object> open(String caseId, String n, Officer officer, Model model) {
        Map<String, Object> item = show(caseId, n, officer, model);
        if (Objects.equals(item.get("made"), true)) {
            throw Refusal.notFound();
        }
        return item;
    }

    private String showForm(String caseId, Officer officer, Model model) {
        Command command = commands.reading(officer);
        model.addAttribute("consented", reading.consented(caseId, command));
        model.addAttribute("matters", Matter.values());
        return "childcouncil/notification-form";
    }

    private static String path(String id, String n) {
        return "/c/" + id + "/child-notifications/" + n;
    }
}
