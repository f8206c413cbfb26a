package jp.tsunagi.memo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.conference.ConferenceCircle.Seat;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.page.Drafts;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.Paging;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The contact memos of a conference on their tab (S40): reading, writing with files, taking back. */
@Controller
class MemoPages {

    private static final int ON_A_PAGE = 20;
    private static final String DETACH = "detach:";

    private final MemoDesk desk;
    private final MemoSending sending;
    private final MemoReading reading;
    private final MemoUploads uploads;
    private final Attachments attachments;
    private final AttachmentSafety safety;
    private final ConferenceBar bar;
    private final Directory directory;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;
    private final Drafts drafts;

    MemoPages(
            MemoDesk desk,
            MemoSending sending,
            MemoReading reading,
            MemoUploads uploads,
            Attachments attachments,
            AttachmentSafety safety,
            ConferenceBar bar,
            Directory directory,
            Commands commands,
            FormReader reader,
            Forms forms,
            Drafts drafts) {
        this.desk = desk;
        this.sending = sending;
        this.reading = reading;
        this.uploads = uploads;
        this.attachments = attachments;
        this.safety = safety;
        this.bar = bar;
        this.directory = directory;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
        this.drafts = drafts;
    }

    /** A memo on the page. */
    record Line(Map<String, Object> memo, boolean undoable) {

        /** The size of a file, in words. */
        public String size(Object bytes) {
            return MemoUploads.megabytes(((Number) bytes).longValue());
        }
    }

    @GetMapping("/c/{id}/memos")
    String memos(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            FormPost form,
            Model model) {
        bar.show(id, officer, model);
        forms.open(form, officer, model, "", this::blank, "");
        return show(id, page, officer, model);
    }

    @PostMapping("/c/{id}/memos")
    String send(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            FormPost posted,
            HttpServletRequest request,
            Model model) {
        bar.show(id, officer, model);
        List<Upload> files = posted.action().equals("discard") ? List.of() : Upload.of(request);
        MemoUploads.Taken taken = uploads.take(id, files, posted, officer);
        FormPost form = posted.with(detached(taken.typed(), posted.action()));
        if (!files.isEmpty() || posted.action().startsWith(DETACH)) {
            // What was taken in is there when the page is opened again; a file cannot be chosen for somebody.
            drafts.keep(officer, new Drafts.Written(form.form(), form.base(), "", "", form.typed()));
        }
        if (posted.action().startsWith(DETACH)) {
            return form.done(form.form() + "#files", "");
        }
        if (posted.action().isEmpty()) {
            List<String> warnings = warnings(id, form, taken, officer);
            if (!warnings.isEmpty()) {
                model.addAttribute("warnings", warnings);
                return forms.confirm(
                        form,
                        officer,
                        model,
                        () -> {},
                        () -> show(id, 0, officer, model),
                        () -> show(id, 0, officer, model));
            }
        }
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    taken.orRefuse();
                    MemoBody body = reader.read(form.typed(), MemoBody.class).orRefuse();
                    sending.send(id, body, commands.of(officer, form.key(), "memo.send", id, body));
                    return form.done("/c/" + id + "/memos", "memo.sent");
                },
                () -> show(id, 0, officer, model));
    }

    /** What is to be looked at once more; nothing where it cannot be sent anyway, which is said in its place. */
    private List<String> warnings(String id, FormPost form, MemoUploads.Taken taken, Officer officer) {
        try {
            taken.orRefuse();
            MemoBody body = reader.read(form.typed(), MemoBody.class).orRefuse();
            return MemoWarnings.of(sending.check(id, body, commands.reading(officer)));
        } catch (Refused refused) {
            return List.of();
        }
    }

    /** The button in the banner: a memo that was sent in error, for ten seconds. What it said is in the form again. */
    @PostMapping("/c/{id}/memos/{memo}/undo")
    String undo(@CurrentOfficer Officer officer, @PathVariable String id, @PathVariable String memo, FormPost form) {
        String page = "/c/" + id + "/memos";
        try {
            MemoRecord undone = sending.undo(id, memo, commands.of(officer, null, "memo.undo", id + "/" + memo, null));
            restore(undone, page, officer);
            return form.done(page, "memo.undone");
        } catch (Refused refused) {
            if (refused.refusal().kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            return form.done(page, refused.refusal().rule());
        }
    }

    @GetMapping("/c/{id}/memos/{memo}/attachments/{number}")
    ResponseEntity<byte[]> attachment(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String memo,
            @PathVariable String number) {
        return MemoDownloads.answer(reading.attachment(id, memo, number, commands.reading(officer)));
    }

    private String show(String id, int page, Officer officer, Model model) {
        Command command = commands.reading(officer);
        MemoReading.Page found = reading.page(id, Paging.of(page, ON_A_PAGE), command);
        model.addAttribute(
                "lines",
                found.items().stream()
                        .map(shown -> new Line(shown.projection().shown(), shown.undoable()))
                        .toList());
        model.addAttribute("page", found.page());
        model.addAttribute("total", found.total());
        model.addAttribute("size", ON_A_PAGE);
        model.addAttribute("mayWrite", found.mayWrite());
        if (found.mayWrite()) {
            Seat seat = desk.seat(id, command);
            model.addAttribute(
                    "choices",
                    desk.others(seat, command).stream()
                            .map(sharer -> sharer.agency().value())
                            .toList());
            model.addAttribute("own", officer.agency().value());
            model.addAttribute("mentions", Mention.values());
            model.addAttribute("scans", safety.looks());
            model.addAttribute("files", files(model, seat, command));
        }
        return "memo/memos";
    }

    /** The files that the form has; one that is gone has no type. */
    private List<Map<String, Object>> files(Model model, Seat seat, Command command) {
        List<Map<String, Object>> files = new ArrayList<>();
        if (model.getAttribute("typed") instanceof Typed typed) {
            for (String file : typed.all(MemoUploads.FIELD)) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("id", file);
                attachments.ready(file, seat.id(), command).ifPresent(found -> {
                    line.put("type", found.type());
                    line.put("size", MemoUploads.megabytes(found.size()));
                });
                files.add(line);
            }
        }
        return files;
    }

    /** Nobody is chosen beforehand but the Center. */
    private Typed blank() {
        AgencyCode center = directory.center();
        return Typed.nothing().with("audience", center.value());
    }

    private static Typed detached(Typed typed, String action) {
        if (!action.startsWith(DETACH)) {
            return typed;
        }
        return typed.with(
                MemoUploads.FIELD,
                typed.all(MemoUploads.FIELD).stream()
                        .filter(file -> !file.equals(action.substring(DETACH.length())))
                        .toArray(String[]::new));
    }

    /** Puts what was taken back into the form again, above what has been typed there since. */
    private void restore(MemoRecord undone, String page, Officer officer) {
        Typed there = drafts.find(officer, page).map(Drafts.Kept::typed).orElseGet(Typed::nothing);
        String later = there.text("text");
        if (later.contains(undone.text())) {
            return;
        }
        Typed restored = there.with("text", later.isBlank() ? undone.text() : undone.text() + "\n\n" + later)
                .with(
                        "audience",
                        undone.audience().stream()
                                .filter(agency -> !agency.equals(undone.agency()))
                                .map(AgencyCode::value)
                                .sorted()
                                .toArray(String[]::new))
                .with(
                        "mention",
                        undone.mention() == null ? "" : undone.mention().name())
                .with(
                        MemoUploads.FIELD,
                        Stream.concat(
                                        undone.attachments().stream().map(MemoRecord.Attached::file),
                                        there.all(MemoUploads.FIELD).stream())
                                .distinct()
                                .toArray(String[]::new));
        drafts.keep(officer, new Drafts.Written(page, "", "", "", restored));
    }
}
