package jp.tsunagi.intake;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.catalogue.Catalogue;
import jp.tsunagi.catalogue.CatalogueEntry;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Writing the list of one visit: rows that are typed, or taken from the catalogue. */
@Controller
class ProcedurePages {

    private static final String PATH = "/c/{id}/intake-sheet/procedures";
    private static final String LIST = "procedures";

    private final IntakeKeeping keeping;
    private final IntakeReading reading;
    private final IntakeDesk desk;
    private final Divisions divisions;
    private final Catalogue catalogue;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    ProcedurePages(
            IntakeKeeping keeping,
            IntakeReading reading,
            IntakeDesk desk,
            Divisions divisions,
            Catalogue catalogue,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.keeping = keeping;
        this.reading = reading;
        this.desk = desk;
        this.divisions = divisions;
        this.catalogue = catalogue;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping(PATH)
    String listing(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        Map<String, Object> sheet = show(caseId, officer, model);
        return forms.open(
                form, officer, model, String.valueOf(sheet.get("listVersion")), () -> rows(sheet), "intake/procedures");
    }

    @PostMapping(PATH)
    String list(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String caseId = bar.show(id, officer, model);
        if (form.action().equals("take")) {
            return forms.show(form, model, taken(form.typed()), () -> {
                show(caseId, officer, model);
                return "intake/procedures";
            });
        }
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    ProceduresForm body = reader.read(form.typed().withoutBlankRows(), ProceduresForm.class)
                            .orRefuse();
                    keeping.list(
                            caseId,
                            body,
                            form.base(),
                            commands.of(officer, form.key(), "intake-sheet.list", caseId, body));
                    return form.done("/c/" + id + "/intake-sheet", "intake.listed");
                },
                () -> {
                    Map<String, Object> sheet = show(caseId, officer, model);
                    model.addAttribute("theirs", rows(sheet));
                    model.addAttribute("newest", sheet.get("listVersion"));
                    return "intake/procedures";
                });
    }

    /** What is chosen of the catalogue as a new row below what is typed; touches nothing that was there. */
    private Typed taken(Typed typed) {
        Typed longer = typed.withoutBlankRows();
        for (String key : typed.all("offer")) {
            CatalogueEntry entry = catalogue.find(key).orElse(null);
            if (entry != null) {
                int rows = longer.rows(LIST);
                String row = LIST + "[" + rows + "].";
                longer = longer.with(row + "catalogue", key)
                        .with(row + "visit", String.valueOf(rows + 1))
                        .with(row + "procedure", entry.title())
                        .with(row + "division", Objects.requireNonNullElse(entry.division(), ""))
                        .with(row + "documents", String.join("\n", entry.documents()))
                        .with(row + "carryWords", Objects.requireNonNullElse(entry.carryWords(), ""));
            }
        }
        return longer.with("offer", "");
    }

    private Map<String, Object> show(String caseId, Officer officer, Model model) {
        Command command = commands.reading(officer);
        Map<String, Object> sheet = reading.kept(caseId, command);
        model.addAttribute("sections", divisions.of(desk.kept(caseId, command).casefile()));
        model.addAttribute("offered", catalogue.parts());
        return sheet;
    }

    private static Typed rows(Map<String, Object> sheet) {
        Typed typed = Typed.nothing();
        List<Map<?, ?>> rows = IntakePages.rows(sheet);
        for (int i = 0; i < rows.size(); i++) {
            Map<?, ?> row = rows.get(i);
            String path = LIST + "[" + i + "].";
            for (String name : List.of("id", "catalogue", "visit", "procedure", "division", "note", "carryWords")) {
                typed = typed.with(path + name, Objects.toString(row.get(name), ""));
            }
            List<?> documents = (List<?>) Objects.requireNonNullElse(row.get("documents"), List.of());
            typed = typed.with(
                    path + "documents",
                    String.join("\n", documents.stream().map(String::valueOf).toList()));
        }
        return typed;
    }
}
