package jp.tsunagi.childcouncil;

import java.util.Map;
import java.util.Objects;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.ConferencesOfCase;
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

/** A conference held together with the council: its items on the one agenda, and its own record. */
@Controller
class JointPages {

    private static final String PATH = "/c/{id}/council";

    private final Joining joining;
    private final JointReading reading;
    private final ConferencesOfCase conferences;
    private final ConferenceBar bar;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    JointPages(
            Joining joining,
            JointReading reading,
            ConferencesOfCase conferences,
            ConferenceBar bar,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.joining = joining;
        this.reading = reading;
        this.conferences = conferences;
        this.bar = bar;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping(PATH)
    String council(@CurrentOfficer Officer officer, @PathVariable String id, Model model) {
        show(id, officer, model);
        return "childcouncil/council";
    }

    @GetMapping(PATH + "/items")
    String marking(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        Map<String, Object> joint = may("mayMark", id, officer, model);
        return forms.open(
                form,
                officer,
                model,
                String.valueOf(joint.get("version")),
                () -> Forms.typed(joint),
                showMarking(id, model));
    }

    @PostMapping(PATH + "/items")
    String mark(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    JointForm body = reader.read(form.typed(), JointForm.class).orRefuse();
                    joining.mark(id, body, form.base(), commands.of(officer, form.key(), "joint.mark", id, body));
                    return form.done("/c/" + id + "/council", "joint.marked");
                },
                () -> {
                    Map<String, Object> now = show(id, officer, model);
                    model.addAttribute("theirs", Forms.typed(now));
                    model.addAttribute("newest", String.valueOf(now.get("version")));
                    return showMarking(id, model);
                });
    }

    @GetMapping(PATH + "/record")
    String recording(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        may("mayRecord", id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, "childcouncil/council-record");
    }

    @PostMapping(PATH + "/record")
    String record(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        show(id, officer, model);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    JointForm.Record body =
                            reader.read(form.typed(), JointForm.Record.class).orRefuse();
                    joining.record(id, body, commands.of(officer, form.key(), "joint.record", id, body));
                    return form.done("/c/" + id + "/council", "joint.recorded");
                },
                () -> {
                    show(id, officer, model);
                    return "childcouncil/council-record";
                });
    }

    private Map<String, Object> show(String id, Officer officer, Model model) {
        bar.show(id, officer, model);
        Map<String, Object> joint = reading.of(id, commands.reading(officer));
        model.addAttribute("joint", joint);
        return joint;
    }

    private Map<String, Object> may(String what, String id, Officer officer, Model model) {
        Map<String, Object> joint = show(id, officer, model);
        if (!Objects.equals(joint.get(what), true)) {
            throw Refusal.notFound();
        }
        return joint;
    }

    private String showMarking(String id, Model model) {
        model.addAttribute(
                "invited",
                conferences.call(new ConferenceId(id)).invited().stream()
                        .map(AgencyCode::value)
                        .sorted()
                        .toList());
        return "childcouncil/council-items";
    }
}
