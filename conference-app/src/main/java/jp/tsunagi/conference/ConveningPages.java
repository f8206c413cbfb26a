package jp.tsunagi.conference;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The meeting is called: prepared (S23), looked at as each recipient will see it, and sent (S24). */
@Controller
class ConveningPages {

    /** The word of the form for a meeting that is held online. */
    private static final String ONLINE = "オンライン";

    private final Meeting meeting;
    private final RecipientEditions editions;
    private final Directory directory;
    private final ConferencePage page;
    private final Desk desk;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    ConveningPages(
            Meeting meeting,
            RecipientEditions editions,
            Directory directory,
            ConferencePage page,
            Desk desk,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.meeting = meeting;
        this.editions = editions;
        this.directory = directory;
        this.page = page;
        this.desk = desk;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/convening")
    String preparing(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.open(Step.CONVENE, id, officer, model);
        Desk.Sight sight = desk.look(id, commands.reading(officer));
        forms.open(form, officer, model, "", () -> proposed(sight), "");
        return show(id, officer, model);
    }

    @PostMapping("/c/{id}/convening")
    String convene(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.require(Step.CONVENE, id, officer);
        return switch (form.action()) {
            case "confirm" ->
                forms.confirm(
                        form,
                        officer,
                        model,
                        () -> examine(id, officer, form, model),
                        () -> {
                            page.show(id, officer, model);
                            return "conference/convening-confirm";
                        },
                        () -> show(id, officer, model));
            case "edit" -> forms.show(form, model, form.typed(), () -> show(id, officer, model));
            default ->
                forms.submit(
                        form,
                        officer,
                        model,
                        () -> {
                            Convening call = read(form);
                            meeting.convene(id, call, commands.of(officer, form.key(), "convening", id, call));
                            return form.done("/c/" + id, "convening.done");
                        },
                        () -> show(id, officer, model));
        };
    }

    private Convening read(FormPost form) {
        return reader.read(form.typed().withoutBlankRows(), Convening.class).orRefuse();
    }

    private void examine(String id, Officer officer, FormPost form, Model model) {
        Convening call = read(form);
        meeting.examine(id, call, commands.reading(officer));
        model.addAttribute("call", call);
        model.addAttribute("editions", editions.of(id, call, commands.reading(officer)));
    }

    /** What the request wishes, with those agencies alone that her consent covers; the Center chairs and takes minutes. */
    private Typed proposed(Desk.Sight sight) {
        Request request = sight.conference().request();
        String center = directory.center().value();
        List<Convening.Invited> participants = Candidate.of(sight, directory).stream()
                .filter(candidate -> candidate.mark() == Candidate.Mark.COVERED)
                .map(Candidate::code)
                .filter(Objects::nonNull)
                .map(code -> new Convening.Invited(code, null))
                .toList();
        Optional<Request.PreferredSlot> wish = request.preferredSlots().stream()
                .filter(slot -> slot.date() != null)
                .findFirst();
        LocalDate day = wish.map(Request.PreferredSlot::date).orElse(null);
        LocalTime start = wish.map(Request.PreferredSlot::start).orElse(null);
        LocalTime end = wish.map(Request.PreferredSlot::end).orElse(null);
        boolean online =
                request.preferredPlace() != null && request.preferredPlace().contains(ONLINE);
        Typed typed = Forms.typed(new Convening(
                day == null ? null : day.atTime(start == null ? LocalTime.MIDNIGHT : start),
                null,
                request.preferredPlace(),
                online ? true : null,
                center,
                center,
                participants,
                List.of()));
        Typed timed = start == null ? typed.with("start.time", "") : typed;
        return end == null ? timed : timed.with("end.time", end.toString());
    }

    /** Shown for what is typed, which is in the model already. */
    private String show(String id, Officer officer, Model model) {
        page.show(id, officer, model);
        Desk.Sight sight = desk.look(id, commands.reading(officer));
        List<Candidate> candidates = Candidate.of(sight, directory);
        model.addAttribute("candidates", candidates);
        Set<String> attending = new LinkedHashSet<>();
        attending.add(directory.center().value());
        attending.add(sight.conference().requestingAgency().value());
        candidates.stream()
                .filter(candidate -> candidate.mark() == Candidate.Mark.COVERED)
                .map(Candidate::code)
                .filter(Objects::nonNull)
                .forEach(attending::add);
        if (model.getAttribute("typed") instanceof Typed typed) {
            attending.addAll(named(typed));
        }
        model.addAttribute("attending", attending);
        model.addAttribute("capacities", Capacity.values());
        return "conference/convening";
    }

    private static List<String> named(Typed typed) {
        List<String> codes = new ArrayList<>();
        for (int row = 0; row < typed.rows("participants"); row++) {
            String code = typed.text("participants[" + row + "].agency");
            if (!code.isBlank()) {
                codes.add(code);
            }
        }
        return codes;
    }
}
