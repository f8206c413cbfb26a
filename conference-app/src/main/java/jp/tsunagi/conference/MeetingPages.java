package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Running the meeting (S29): the agenda at hand, who is there, and the notes that the report will start from. */
@Controller
class MeetingPages {

    private final Meeting meeting;
    private final Agendas agendas;
    private final AttendanceRows rows;
    private final ConferencePage page;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    MeetingPages(
            Meeting meeting,
            Agendas agendas,
            AttendanceRows rows,
            ConferencePage page,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.meeting = meeting;
        this.agendas = agendas;
        this.rows = rows;
        this.page = page;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/meeting")
    String run(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        Reading.Overview overview = page.show(id, officer, model);
        Shown shown = Shown.of(overview.projection());
        if (!overview.steps().contains(Step.RECORD_HOLDING)) {
            return shown.nested("holding") != null ? "conference/meeting-record" : notNow(id, officer, model);
        }
        Typed initial = Forms.typed(asConvened(shown));
        return forms.open(form, officer, model, "", () -> initial, show(id, officer, model));
    }

    @PostMapping("/c/{id}/meeting")
    String record(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Typed typed = form.over(Typed.nothing());
                    Holding read = reader.read(typed, Holding.class).orRefuse();
                    Holding held = new Holding(
                            read.start(),
                            read.end(),
                            read.place(),
                            rows.withHer(read.attendance(), typed),
                            read.notes());
                    meeting.recordHolding(id, held, commands.of(officer, form.key(), "holding", id, held));
                    return form.done("/c/" + id, "meeting.recorded");
                },
                () -> show(id, officer, model));
    }

    /** What is known beforehand: time and place as convened, who was asked, and what there is to decide on. */
    private Map<String, Object> asConvened(Shown shown) {
        Map<String, Object> known = new LinkedHashMap<>();
        Shown convening = shown.part("convening");
        for (String name : List.of("start", "end", "place")) {
            Optional.ofNullable(convening.values().get(name)).ifPresent(value -> known.put(name, value));
        }
        known.put("attendance", rows.asInvited(shown));
        List<Map<String, Object>> decisions = new ArrayList<>();
        shown.lines("topics").forEach(topic -> decisions.add(Map.of("topic", topic, "text", "")));
        decisions.add(Map.of("topic", "", "text", ""));
        known.put("notes", Map.of("decisions", decisions));
        return known;
    }

    private String show(String id, Officer officer, Model model) {
        Reading.Overview overview = page.open(Step.RECORD_HOLDING, id, officer, model);
        rows.show(Shown.of(overview.projection()), model);
        model.addAttribute("agenda", agendas.of(id, commands.reading(officer)));
        return "conference/meeting";
    }

    private String notNow(String id, Officer officer, Model model) {
        page.open(Step.RECORD_HOLDING, id, officer, model);
        throw Refusal.notFound();
    }
}
