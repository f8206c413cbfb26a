package jp.tsunagi.plan;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.TogetherMode;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
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

/** Reading the plan together with her on one screen (S33, 同席モード): her own edition in large letters, and nothing else. */
@Controller
class TogetherPages {

    private final ReadingTogether reading;
    private final Planning planning;
    private final TogetherMode mode;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    TogetherPages(
            ReadingTogether reading,
            Planning planning,
            TogetherMode mode,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.reading = reading;
        this.planning = planning;
        this.mode = mode;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    /** What the screen shows besides, as the links and forms of the page carry it. */
    private record Switches(boolean furigana, boolean children) {

        static Switches of(HttpServletRequest request) {
            return new Switches(on("furigana", request), on("children", request));
        }

        /** In the address of the page, or in its form, where it is none of its fields. */
        private static boolean on(String name, HttpServletRequest request) {
            return Boolean.parseBoolean(request.getParameter(name))
                    || Boolean.parseBoolean(request.getParameter("_" + name));
        }

        String path(String id) {
            return TogetherPages.path(id) + "?furigana=" + furigana + "&children=" + children;
        }
    }

    @GetMapping("/c/{id}/plan/together")
    String read(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            FormPost form,
            HttpServletRequest request,
            Model model) {
        if (mode.page(request).isEmpty()) {
            reading.read(bar.show(id, officer, model), false, commands.reading(officer));
            return forms.show(form, model, Typed.nothing(), () -> "plan/together-begin");
        }
        ReadingTogether.Screen screen = show(id, officer, Switches.of(request), model);
        return forms.open(form, officer, model, screen.revision(), () -> Forms.typed(screen.said()), "plan/together");
    }

    @PostMapping("/c/{id}/plan/together/begin")
    String begin(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            FormPost form,
            HttpServletRequest request,
            Model model) {
        reading.read(bar.show(id, officer, model), false, commands.reading(officer));
        mode.begin(request, path(id), "/c/" + id + "/plan");
        return form.done(path(id), "");
    }

    @PostMapping("/c/{id}/plan/together")
    String say(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            FormPost form,
            HttpServletRequest request,
            Model model) {
        Switches switches = Switches.of(request);
        String caseId = bar.show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Hers said = reader.read(form.typed(), Hers.class).orRefuse();
                    reading.say(
                            caseId, said, form.base(), commands.of(officer, form.key(), "plan.together", caseId, said));
                    return form.done(switches.path(id), "together.saved");
                },
                () -> {
                    ReadingTogether.Screen now = show(id, officer, switches, model);
                    model.addAttribute("newest", now.revision());
                    return "plan/together";
                });
    }

    @GetMapping("/c/{id}/plan/together/confirmation")
    String ask(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            FormPost form,
            HttpServletRequest request,
            Model model) {
        String version = asked(id, officer, Switches.of(request), model);
        return forms.open(form, officer, model, version, Typed::nothing, "plan/together-confirmation");
    }

    @PostMapping("/c/{id}/plan/together/confirmation")
    String confirm(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            FormPost form,
            HttpServletRequest request,
            Model model) {
        String caseId = bar.show(id, officer, model);
        Switches switches = Switches.of(request);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Confirmation told =
                            reader.read(form.typed(), Confirmation.class).orRefuse();
                    String target = caseId + "/" + form.base();
                    planning.confirm(
                            caseId,
                            form.base(),
                            told,
                            commands.of(officer, form.key(), "plan.confirmation", target, told));
                    return form.done(switches.path(id), "plan.confirmed");
                },
                () -> {
                    asked(id, officer, switches, model);
                    return "plan/together-confirmation";
                });
    }

    private ReadingTogether.Screen show(String id, Officer officer, Switches switches, Model model) {
        ReadingTogether.Screen screen =
                reading.read(bar.show(id, officer, model), switches.children(), commands.reading(officer));
        model.addAttribute("screen", screen);
        model.addAttribute("furigana", switches.furigana());
        model.addAttribute("children", switches.children());
        model.addAttribute("parts", Withholding.PARTS);
        return screen;
    }

    /** The version that she is asked about. */
    private String asked(String id, Officer officer, Switches switches, Model model) {
        ReadingTogether.Screen screen = show(id, officer, switches, model);
        if (!screen.asked()) {
            throw Refusal.notFound();
        }
        model.addAttribute("results", Confirmation.Result.values());
        model.addAttribute("methods", Confirmation.Method.values());
        model.addAttribute("yesNo", List.of(true, false));
        return String.valueOf(screen.plan().version());
    }

    private static String path(String id) {
        return "/c/" + id + "/plan/together";
    }
}
