package jp.tsunagi.plan;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The papers that go to her: what is on them is seen before they are printed. */
@Controller
class PersonPaperPages {

    private final PersonPapers papers;
    private final PlanReading reading;
    private final ConferenceBar bar;
    private final Commands commands;

    PersonPaperPages(PersonPapers papers, PlanReading reading, ConferenceBar bar, Commands commands) {
        this.papers = papers;
        this.reading = reading;
        this.bar = bar;
        this.commands = commands;
    }

    @GetMapping("/c/{id}/plan/hers")
    String hers(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        String caseId = bar.show(id, officer, model);
        Command command = commands.reading(officer);
        String version = reading.latest(caseId, command)
                .map(standing -> String.valueOf(standing.version()))
                .orElseThrow(Refusal::notFound);
        model.addAttribute("version", version);
        model.addAttribute("carried", papers.carried(caseId, version, command));
        return "plan/hers";
    }

    @GetMapping("/c/{id}/plan/{version}/person.pdf")
    ResponseEntity<byte[]> person(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean children,
            @RequestParam(defaultValue = "false") boolean furigana,
            @RequestParam(required = false) @Nullable String save,
            Model model) {
        return answer(
                papers.person(bar.show(id, officer, model), version, children, furigana, commands.reading(officer)),
                save);
    }

    @GetMapping("/c/{id}/plan/{version}/memo.pdf")
    ResponseEntity<byte[]> memo(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String save,
            Model model) {
        return answer(papers.memo(bar.show(id, officer, model), version, commands.reading(officer)), save);
    }

    private static ResponseEntity<byte[]> answer(PlanPapers.Paper paper, @Nullable String save) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        (save == null ? "inline" : "attachment") + "; filename=\"" + paper.fileName() + "\"")
                .body(paper.pdf());
    }
}
