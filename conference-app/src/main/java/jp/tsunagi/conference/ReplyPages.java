package jp.tsunagi.conference;

import java.util.List;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.FormReader;
import jp.tsunagi.page.Forms;
import jp.tsunagi.page.Typed;
import jp.tsunagi.page.Whereabouts;
import jp.tsunagi.protection.Relation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What an invited agency answers (S25, S26) and sends in (S27) before the meeting. */
@Controller
class ReplyPages {

    /** The parts of the pledge; it is given where all are ticked. */
    private static final List<String> PLEDGE = List.of("pledgeSecrecy", "pledgeUse", "pledgeSafety");

    private final Meeting meeting;
    private final InformationSheets sheets;
    private final ConferencePage page;
    private final Desk desk;
    private final Directory directory;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    ReplyPages(
            Meeting meeting,
            InformationSheets sheets,
            ConferencePage page,
            Desk desk,
            Directory directory,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.meeting = meeting;
        this.sheets = sheets;
        this.page = page;
        this.desk = desk;
        this.directory = directory;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping("/c/{id}/attendance-reply")
    String reply(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String view = showReply(id, officer, model);
        boolean own = !model.containsAttribute("others");
        Typed initial = own ? Typed.nothing().with("attendee", officer.name()) : Typed.nothing();
        return forms.open(form, officer, model, "", () -> initial, view);
    }

    @PostMapping("/c/{id}/attendance-reply")
    String sendReply(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Meeting.ReplyForm body = reader.read(pledged(form.typed()), Meeting.ReplyForm.class)
                            .orRefuse();
                    meeting.reply(id, body, commands.of(officer, form.key(), "attendance-reply", id, body));
                    // The same words whether or not the attendee is cleared: the block list is the Center's alone.
                    return form.done(
                            "/c/" + id,
                            body.reply() == ReplyRecord.Reply.DECLINE ? "answer.declined" : "answer.accepted");
                },
                () -> showReply(id, officer, model));
    }

    @GetMapping("/c/{id}/information-sheet")
    String sheet(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.open(Step.SEND_SHEET, id, officer, model);
        Typed sent = sheets.own(id, commands.reading(officer)).map(Forms::typed).orElseGet(Typed::nothing);
        return forms.open(form, officer, model, "", () -> sent, "conference/information-sheet");
    }

    @PostMapping("/c/{id}/information-sheet")
    String sendSheet(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Whereabouts.ask(form, "facts", "proposedSupport");
                    Meeting.SheetForm body =
                            reader.read(form.typed(), Meeting.SheetForm.class).orRefuse();
                    meeting.sendSheet(id, body, commands.of(officer, form.key(), "information-sheet", id, body));
                    return form.done("/c/" + id, "sheet.sent");
                },
                () -> {
                    page.show(id, officer, model);
                    return "conference/information-sheet";
                });
    }

    private static Typed pledged(Typed typed) {
        boolean all = PLEDGE.stream().allMatch(part -> typed.has(part, "true"));
        return typed.with("pledge", String.valueOf(all));
    }

    private String showReply(String id, Officer officer, Model model) {
        List<String> others = answeredFor(id, officer);
        if (others.isEmpty()) {
            page.open(Step.REPLY, id, officer, model);
        } else {
            page.show(id, officer, model);
            model.addAttribute("others", others);
        }
        model.addAttribute("replies", ReplyRecord.Reply.values());
        model.addAttribute("relations", ReplyRecord.RelationToOtherParty.values());
        model.addAttribute("pledge", PLEDGE);
        return "conference/attendance-reply";
    }

    /** Invited agencies that only have telephone and fax: the Center's staff answer for them. */
    private List<String> answeredFor(String id, Officer officer) {
        Desk.Sight sight = desk.look(id, commands.reading(officer));
        if (!sight.standing().is(Relation.CENTER)
                || !Step.REPLY.possibleIn(sight.conference().state())) {
            return List.of();
        }
        return sight.conference().invited().stream()
                .filter(directory::reachedByPhoneOnly)
                .map(AgencyCode::value)
                .sorted()
                .toList();
    }
}
