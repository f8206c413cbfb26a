package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.page.Whereabouts;
import jp.tsunagi.page.Words;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.web.Explanations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The report of what came of the meeting (S30): begun by what was noted at it, looked over, and sent. */
@Controller
class OutcomePages {

    private final Meeting meeting;
    private final AttendanceRows rows;
    private final ConferencePage page;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;
    private final Explanations explanations;
    private final Words words;
    private final MessageSource messages;

    OutcomePages(
            Meeting meeting,
            AttendanceRows rows,
            ConferencePage page,
            Commands commands,
            FormReader reader,
            Forms forms,
            Explanations explanations,
            Words words,
            MessageSource messages) {
        this.meeting = meeting;
        this.rows = rows;
        this.page = page;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
        this.explanations = explanations;
        this.words = words;
        this.messages = messages;
    }

    /** What came of each topic, as the form asks for it. */
    record Results(List<MeetingNotes.Decided> results) {

        Results {
            results = Lists.given(results);
        }
    }

    @GetMapping("/c/{id}/outcome-report")
    String report(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        Reading.Overview overview = page.open(Step.REPORT_OUTCOME, id, officer, model);
        Shown shown = Shown.of(overview.projection());
        Typed initial = Forms.typed(asNoted(shown, officer, commands.reading(officer)));
        rows.show(shown, model);
        return forms.open(form, officer, model, "", () -> initial, "conference/outcome-report");
    }

    @PostMapping("/c/{id}/outcome-report")
    String send(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        if (form.action().isEmpty()) {
            return check(id, officer, form, model);
        }
        if (form.action().equals("edit")) {
            return forms.show(form, model, form.typed(), () -> show(id, officer, model));
        }
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    OutcomeReport report = read(form);
                    meeting.report(id, report, commands.of(officer, form.key(), "outcome-report", id, report));
                    return form.done("/c/" + id, "outcome.sent");
                },
                () -> show(id, officer, model));
    }

    /** Looks it over before it is sent: it goes to the participants and cannot be taken back. */
    private String check(String id, Officer officer, FormPost form, Model model) {
        try {
            OutcomeReport report = read(form);
            meeting.checkReport(id, report, commands.reading(officer));
            model.addAttribute("report", report);
            model.addAttribute("places", Whereabouts.in(Objects.requireNonNullElse(report.outcome(), "")));
        } catch (Refused refused) {
            return forms.refused(
                    form,
                    model,
                    explanations.of(refused, LocaleContextHolder.getLocale()),
                    () -> show(id, officer, model));
        }
        return forms.show(form, model, form.typed(), () -> {
            page.open(Step.REPORT_OUTCOME, id, officer, model);
            return "conference/outcome-check";
        });
    }

    private OutcomeReport read(FormPost form) {
        Typed typed = form.over(Typed.nothing());
        String outcome = composed(reader.read(typed, Results.class).orRefuse().results());
        OutcomeReport read =
                reader.read(typed.with("outcome", outcome), OutcomeReport.class).orRefuse();
        return new OutcomeReport(
                read.recordedOn(),
                read.recordedBy(),
                read.start(),
                read.end(),
                read.place(),
                rows.withHer(read.attendance(), typed),
                read.outcome(),
                read.actions(),
                read.leadAgency());
    }

    /** One text with the topics as headings; papers are in Japanese, whoever types. */
    private String composed(List<MeetingNotes.Decided> results) {
        List<MeetingNotes.Decided> said = results.stream()
                .filter(result -> !FieldCheck.isBlank(result.text()))
                .toList();
        boolean topicless = said.stream().allMatch(result -> FieldCheck.isBlank(result.topic()));
        return said.stream()
                .map(result -> topicless ? result.text() : heading(result.topic()) + "\n" + result.text())
                .collect(Collectors.joining("\n\n"));
    }

    private String heading(@Nullable String topic) {
        return "【" + (FieldCheck.isBlank(topic) ? messages.getMessage("outcome.whole", null, Locale.JAPANESE) : topic)
                + "】";
    }

    private Map<String, Object> asNoted(Shown shown, Officer officer, Command command) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("recordedOn", command.today());
        known.put("recordedBy", words.agency(officer.agency().value()) + " " + officer.name());
        Shown held = shown.part("holding");
        for (String name : List.of("start", "end", "place")) {
            Optional.ofNullable(held.values().get(name)).ifPresent(value -> known.put(name, value));
        }
        known.put(
                "attendance",
                held.list("attendance").stream()
                        .filter(line -> !line.isTrue("person"))
                        .map(Shown::values)
                        .toList());
        held.list("attendance").stream()
                .filter(line -> line.isTrue("person"))
                .findFirst()
                .ifPresent(line -> known.put("person", line.values()));
        Shown notes = held.part("notes");
        known.put("results", results(shown, notes));
        known.put("actions", notes.list("actions").stream().map(Shown::values).toList());
        return known;
    }

    /** A place for each topic, with what was decided on it, and one for the meeting as a whole. */
    private static List<Map<String, Object>> results(Shown shown, Shown notes) {
        Map<String, String> decided = new LinkedHashMap<>();
        shown.lines("topics").forEach(topic -> decided.put(topic, ""));
        String whole = "";
        for (Shown decision : notes.list("decisions")) {
            String text = Objects.requireNonNullElse(decision.text("text"), "");
            String topic = decision.text("topic");
            if (topic == null || topic.isBlank()) {
                whole = text;
            } else {
                decided.put(topic, text);
            }
        }
        List<Map<String, Object>> results = new ArrayList<>();
        decided.forEach((topic, text) -> results.add(Map.of("topic", topic, "text", text)));
        results.add(Map.of("topic", "", "text", whole));
        return results;
    }

    private String show(String id, Officer officer, Model model) {
        Reading.Overview overview = page.open(Step.REPORT_OUTCOME, id, officer, model);
        rows.show(Shown.of(overview.projection()), model);
        return "conference/outcome-report";
    }
}
