package jp.tsunagi.conference;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where she is, once and with a reason: for the case officer and the director alone (domain.md E6). */
@Controller
class LocationPages {

    private final Reading reading;
    private final Desk desk;
    private final ConferencePage page;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    LocationPages(Reading reading, Desk desk, ConferencePage page, Commands commands, FormReader reader, Forms forms) {
        this.reading = reading;
        this.desk = desk;
        this.page = page;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/location-view")
    String ask(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        requireViewer(id, officer);
        page.show(id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, "conference/location");
    }

    /** Shown in the answer itself: nothing of it is kept anywhere on the way. */
    @PostMapping("/c/{id}/location-view")
    String show(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        requireViewer(id, officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    ConferenceController.Reason reason = reader.read(form.typed(), ConferenceController.Reason.class)
                            .orRefuse();
                    model.addAttribute("location", reading.location(id, reason.reason(), commands.reading(officer)));
                    page.show(id, officer, model);
                    return "conference/location-shown";
                },
                () -> {
                    page.show(id, officer, model);
                    return "conference/location";
                });
    }

    private void requireViewer(String id, Officer officer) {
        Desk.Sight sight = desk.look(id, commands.reading(officer));
        if (!RedactionPolicy.mayViewLocation(sight.standing().relations())) {
            throw Refusal.notFound();
        }
    }
}
