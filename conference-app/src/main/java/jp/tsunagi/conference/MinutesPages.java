package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The minutes for those who took part (S31): confirmed by a button, a correction asked for beside each paragraph. */
@Controller
class MinutesPages {

    private static final String VIEW = "conference/minutes";

    private final MinutesReading reading;
    private final MinutesSteps steps;
    private final ConferencePage page;
    private final Desk desk;
    private final Agencies agencies;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    MinutesPages(
            MinutesReading reading,
            MinutesSteps steps,
            ConferencePage page,
            Desk desk,
            Agencies agencies,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.reading = reading;
        this.steps = steps;
        this.page = page;
        this.desk = desk;
        this.agencies = agencies;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/minutes")
    String minutes(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        MinutesReading.Read read = show(id, officer, model);
        return forms.open(form, officer, model, version(read), Typed::nothing, VIEW);
    }

    @PostMapping("/c/{id}/minutes")
    String confirm(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    MinutesSteps.Receipt receipt = new MinutesSteps.Receipt(version(form));
                    steps.confirm(id, receipt, commands.of(officer, form.key(), "minutes.receipt", id, receipt));
                    return form.done("/c/" + id + "/minutes", "minutes.confirmed");
                },
                () -> {
                    again(id, officer, model);
                    return VIEW;
                });
    }

    @GetMapping("/c/{id}/minutes/objections/{paragraph}")
    String objection(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String paragraph,
            FormPost form,
            Model model) {
        MinutesReading.Read read = show(id, officer, model);
        String view = showParagraph(read, paragraph, model);
        if (!read.steps().contains(MinutesStep.OBJECT)) {
            throw Refusal.notFound();
        }
        return forms.open(form, officer, model, version(read), Typed::nothing, view);
    }

    @PostMapping("/c/{id}/minutes/objections/{paragraph}")
    String object(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String paragraph,
            FormPost form,
            Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Typed typed = form.typed().with("paragraph", paragraph).with("version", form.base());
                    MinutesSteps.Objecting objecting =
                            reader.read(typed, MinutesSteps.Objecting.class).orRefuse();
                    Command command = commands.of(officer, form.key(), "minutes.objection", id, objecting);
                    steps.object(id, objecting, command);
                    return form.done("/c/" + id + "/minutes", "minutes.objected");
                },
                () -> showParagraph(again(id, officer, model), paragraph, model));
    }

    @GetMapping("/c/{id}/minutes/answers/{number}")
    String answering(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable int number,
            FormPost form,
            Model model) {
        MinutesReading.Read read = show(id, officer, model);
        MinutesObjections.Told objection = objection(read, number);
        if (!objection.open()) {
            throw Refusal.conflict("minutes.answered");
        }
        Supplier<Typed> now = () -> asItReads(read, objection);
        return forms.open(form, officer, model, version(read), now, showAnswer(read, number, model));
    }

    @PostMapping("/c/{id}/minutes/answers/{number}")
    String answer(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable int number,
            FormPost form,
            Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Typed typed = form.typed().with("version", form.base());
                    MinutesSteps.Answer answer =
                            reader.read(typed, MinutesSteps.Answer.class).orRefuse();
                    String target = id + "/" + number;
                    steps.answer(
                            id, number, answer, commands.of(officer, form.key(), "minutes.answer", target, answer));
                    return form.done("/c/" + id + "/minutes", "minutes.done." + answer.answer());
                },
                () -> showAnswer(again(id, officer, model), number, model));
    }

    /** Where it was corrected meanwhile, what is sent again is about what stands now: that is on the page. */
    private MinutesReading.Read again(String id, Officer officer, Model model) {
        MinutesReading.Read read = show(id, officer, model);
        model.addAttribute("base", version(read));
        return read;
    }

    private MinutesReading.Read show(String id, Officer officer, Model model) {
        page.show(id, officer, model);
        Command command = commands.reading(officer);
        MinutesReading.Read read = reading.read(id, command);
        model.addAttribute("m", read);
        Map<Object, List<Map<String, Object>>> kinds = new LinkedHashMap<>();
        read.paragraphs().forEach(one -> kinds.computeIfAbsent(
                        Objects.requireNonNull(one.get("kind")), kind -> new ArrayList<>())
                .add(one));
        model.addAttribute("kinds", kinds);
        model.addAttribute("confirms", read.steps().contains(MinutesStep.CONFIRM));
        model.addAttribute("objects", read.steps().contains(MinutesStep.OBJECT));
        model.addAttribute("answers", read.steps().contains(MinutesStep.ANSWER));
        Map<String, String> windows = new LinkedHashMap<>();
        AgencyCode requesting = desk.look(id, command).conference().requestingAgency();
        for (AgencyCode code : new AgencyCode[] {requesting, agencies.center().code()}) {
            windows.put(
                    code.value(), agencies.find(code).map(Agency::contactWindow).orElse(""));
        }
        model.addAttribute("windows", windows);
        return read;
    }

    private static String showParagraph(MinutesReading.Read read, String paragraph, Model model) {
        Map<String, Object> found = read.paragraphs().stream()
                .filter(one -> paragraph.equals(one.get("id")))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        model.addAttribute("paragraph", found);
        return "conference/minutes-objection";
    }

    private static String showAnswer(MinutesReading.Read read, int number, Model model) {
        if (!read.steps().contains(MinutesStep.ANSWER)) {
            throw Refusal.notFound();
        }
        MinutesObjections.Told objection = objection(read, number);
        model.addAttribute("objection", objection);
        model.addAttribute("paragraph", paragraph(read, objection));
        model.addAttribute("results", MinutesRecord.Result.values());
        model.addAttribute("presences", Attendance.Presence.values());
        return "conference/minutes-answer";
    }

    private static MinutesObjections.Told objection(MinutesReading.Read read, int number) {
        return read.objections().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static Map<String, Object> paragraph(MinutesReading.Read read, MinutesObjections.Told objection) {
        return read.paragraphs().stream()
                .filter(one -> Objects.equals(objection.paragraph(), one.get("id")))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The paragraph as the form of its correction begins with it. */
    private static Typed asItReads(MinutesReading.Read read, MinutesObjections.Told objection) {
        Map<String, Object> now = paragraph(read, objection);
        return Forms.typed(
                switch (objection.kind()) {
                    case OUTCOME -> Map.of("corrected", Objects.requireNonNull(now.get("text")));
                    case ACTION -> Map.of("action", now);
                    case ATTENDANCE -> Map.of("attendance", now);
                });
    }

    private static String version(MinutesReading.Read read) {
        return String.valueOf(read.version());
    }

    private static @Nullable Integer version(FormPost form) {
        return form.base().matches("\\d{1,9}") ? Integer.valueOf(form.base()) : null;
    }
}
