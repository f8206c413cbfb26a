package jp.tsunagi.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
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

/** The intake sheet on its tab: what she told, who has what of it, the list of one visit and its paper. */
@Controller
class IntakePages {

    private static final String PATH = "/c/{id}/intake-sheet";

    private final IntakeKeeping keeping;
    private final IntakeReading reading;
    private final OneStopPaper paper;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    IntakePages(
            IntakeKeeping keeping,
            IntakeReading reading,
            OneStopPaper paper,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.keeping = keeping;
        this.reading = reading;
        this.paper = paper;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping(PATH)
    String sheet(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, show(caseId, officer, model));
    }

    @PostMapping(PATH)
    String tick(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Ticked ticked = Ticked.of(form.action());
                    keeping.tick(
                            caseId,
                            ticked.row(),
                            ticked.off(),
                            commands.of(officer, form.key(), ticked.action(), caseId + "/" + ticked.row(), null));
                    return form.done("/c/" + id + "/intake-sheet", ticked.message());
                },
                () -> show(caseId, officer, model));
    }

    @GetMapping(PATH + "/edit")
    String editing(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        String view = showForm(caseId, officer, model);
        Map<String, Object> sheet = sheet(model);
        return forms.open(form, officer, model, String.valueOf(sheet.get("version")), () -> parts(sheet), view);
    }

    @PostMapping(PATH + "/edit")
    String edit(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    SheetParts parts =
                            reader.read(form.typed(), SheetParts.class).orRefuse();
                    keeping.write(
                            caseId,
                            parts,
                            form.base(),
                            commands.of(officer, form.key(), "intake-sheet.write", caseId, parts));
                    return form.done("/c/" + id + "/intake-sheet", "intake.saved");
                },
                () -> {
                    String view = showForm(caseId, officer, model);
                    model.addAttribute("theirs", parts(sheet(model)));
                    model.addAttribute("newest", sheet(model).get("version"));
                    return view;
                });
    }

    @GetMapping(PATH + "/one-stop-list.pdf")
    ResponseEntity<byte[]> paper(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String save,
            Model model) {
        String caseId = bar.show(id, officer, model);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        (save == null ? "inline" : "attachment") + "; filename=\"" + OneStopPaper.FILE + "\"")
                .body(paper.print(caseId, commands.reading(officer)));
    }

    private String show(String caseId, Officer officer, Model model) {
        Map<String, Object> sheet = reading.kept(caseId, commands.reading(officer));
        model.addAttribute("sheet", sheet);
        model.addAttribute("partNames", IntakePart.values());
        model.addAttribute("stops", stops(sheet));
        model.addAttribute("carried", paper.carried(caseId, commands.reading(officer)));
        return "intake/sheet";
    }

    private String showForm(String caseId, Officer officer, Model model) {
        model.addAttribute("sheet", reading.kept(caseId, commands.reading(officer)));
        model.addAttribute("partNames", IntakePart.values());
        return "intake/edit";
    }

    /** The rows by the stops of her visit, in their order. */
    static Map<Object, List<Map<?, ?>>> stops(Map<String, Object> shown) {
        return rows(shown).stream()
                .collect(Collectors.groupingBy(row -> (Object) row.get("visit"), TreeMap::new, Collectors.toList()));
    }

    static List<Map<?, ?>> rows(Map<String, Object> shown) {
        return shown.get("procedures") instanceof List<?> rows
                ? rows.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> sheet(Model model) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(model.getAttribute("sheet"));
    }

    @SuppressWarnings("unchecked")
    private static Typed parts(Map<String, Object> sheet) {
        return sheet.get("parts") instanceof Map<?, ?> parts
                ? Forms.typed((Map<String, Object>) parts)
                : Typed.nothing();
    }
}
