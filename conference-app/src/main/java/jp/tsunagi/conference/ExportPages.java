package jp.tsunagi.conference;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.Searches;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one took out as a table, for seven days (S43). */
@Controller
class ExportPages {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final CaseExports exports;
    private final Searches searches;
    private final Commands commands;

    ExportPages(CaseExports exports, Searches searches, Commands commands) {
        this.exports = exports;
        this.searches = searches;
        this.commands = commands;
    }

    /** One line: what was taken out, by kinds of conditions alone; what was searched for is not shown again. */
    record Line(String id, String fileName, Instant at, Instant until, List<String> conditions, boolean notice) {}

    @GetMapping("/exports")
    String list(@CurrentOfficer Officer officer, Model model) {
        model.addAttribute(
                "lines",
                exports.of(commands.reading(officer)).stream()
                        .map(export -> new Line(
                                export.id(),
                                export.fileName(),
                                export.at(),
                                export.at().plus(exports.kept()),
                                export.criteria().keySet().stream().sorted().toList(),
                                export.notice()))
                        .toList());
        model.addAttribute("keptDays", exports.kept().toDays());
        return "conference/exports";
    }

    /** Takes out the list that is open: all of it, or what was searched for. */
    @PostMapping("/exports")
    String prepare(
            @CurrentOfficer Officer officer,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "false") boolean notice,
            HttpSession session,
            FormPost form) {
        Map<String, String> criteria = search.isEmpty() ? Map.of() : searches.find(session, search);
        CaseOrder order = CaseOrder.parse(sort);
        Command command = commands.of(
                officer,
                form.key().isEmpty() ? null : form.key(),
                "list-export",
                "cases",
                List.of(criteria.toString(), order.text(), notice));
        exports.prepare(CaseCriteria.of(criteria), order, notice, command);
        return form.done("/exports", "exports.prepared");
    }

    @GetMapping("/exports/{id}/file")
    ResponseEntity<byte[]> file(@CurrentOfficer Officer officer, @PathVariable String id) {
        if (!Ids.isId(id)) {
            throw Refusal.notFound();
        }
        CaseExports.File file = exports.file(id, commands.reading(officer));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.content());
    }
}
