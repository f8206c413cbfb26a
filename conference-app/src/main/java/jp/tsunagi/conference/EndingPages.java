package jp.tsunagi.conference;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
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

/** What ends a conference or moves it: another day, called off, taken back (取下げ), closed; and the next one (S41). */
@Controller
class EndingPages {

    /** Steps that need a reason and nothing else, by the last word of their path. */
    private static final Map<String, Step> WITH_REASON =
            Map.of("cancellation", Step.CALL_OFF, "withdrawal", Step.WITHDRAW_REQUEST);

    private final Meeting meeting;
    private final Requesting requesting;
    private final ReasonSamples samples;
    private final List<ClosingProposal> proposals;
    private final KeptFor keptFor;
    private final ConferencePage page;
    private final Commands commands;
    private final FormReader reader;
    private final Forms forms;

    EndingPages(
            Meeting meeting,
            Requesting requesting,
            ReasonSamples samples,
            List<ClosingProposal> proposals,
            KeptFor keptFor,
            ConferencePage page,
            Commands commands,
            FormReader reader,
            Forms forms) {
        this.meeting = meeting;
        this.requesting = requesting;
        this.samples = samples;
        this.proposals = List.copyOf(proposals);
        this.keptFor = keptFor;
        this.page = page;
        this.commands = commands;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping({"/c/{id}/cancellation", "/c/{id}/withdrawal"})
    String reason(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        String act = act(form);
        page.open(step(act), id, officer, model);
        return forms.open(form, officer, model, "", Typed::nothing, reasonForm(act, model));
    }

    @PostMapping("/c/{id}/cancellation")
    String callOff(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return withReason(id, officer, form, model, (reason, command) -> meeting.callOff(id, reason.reason(), command));
    }

    @PostMapping("/c/{id}/withdrawal")
    String withdraw(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return withReason(
                id, officer, form, model, (reason, command) -> requesting.withdraw(id, reason.reason(), command));
    }

    @GetMapping("/c/{id}/rescheduling")
    String rescheduling(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        Convening now = page.require(Step.RESCHEDULE, id, officer)
                .conference()
                .convening()
                .orElse(null);
        page.open(Step.RESCHEDULE, id, officer, model);
        return forms.open(
                form,
                officer,
                model,
                "",
                () -> now == null
                        ? Typed.nothing()
                        : Forms.typed(new Convening.Rescheduling(now.start(), now.end(), now.place(), null)),
                "conference/rescheduling");
    }

    @PostMapping("/c/{id}/rescheduling")
    String reschedule(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.require(Step.RESCHEDULE, id, officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Convening.Rescheduling move = reader.read(form.typed(), Convening.Rescheduling.class)
                            .orRefuse();
                    meeting.reschedule(id, move, commands.of(officer, form.key(), "rescheduling", id, move));
                    return form.done("/c/" + id, "act.rescheduling.done");
                },
                () -> {
                    page.show(id, officer, model);
                    return "conference/rescheduling";
                });
    }

    @GetMapping("/c/{id}/closing")
    String closing(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.open(Step.CLOSE, id, officer, model);
        return forms.open(form, officer, model, "", () -> proposed(id, officer), closingForm(id, officer, model));
    }

    @PostMapping("/c/{id}/closing")
    String close(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        page.require(Step.CLOSE, id, officer);
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Closing closing = reader.read(form.typed(), Closing.class).orRefuse();
                    meeting.close(id, closing, commands.of(officer, form.key(), "closing", id, closing));
                    return form.done("/c/" + id, "act.closing.done");
                },
                () -> {
                    page.show(id, officer, model);
                    return closingForm(id, officer, model);
                });
    }

    private Typed proposed(String id, Officer officer) {
        CaseId caseId = page.require(Step.CLOSE, id, officer).conference().caseId();
        return proposals.stream()
                .flatMap(proposal -> proposal.of(caseId, commands.reading(officer)).stream())
                .findFirst()
                .map(proposed -> Typed.nothing()
                        .with("reason", proposed.reason())
                        .with("watchOver.noneReason", proposed.noWatchOver()))
                .orElseGet(Typed::nothing);
    }

    /** Not asked for its step: the agency that leads now may open the next one too, as the use case knows. */
    @GetMapping("/c/{id}/next")
    String beforeNext(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.open(form, officer, model, "", Typed::nothing, nextForm(id, officer, model));
    }

    @PostMapping("/c/{id}/next")
    String next(@CurrentOfficer Officer officer, @PathVariable String id, FormPost form, Model model) {
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    Command command = commands.of(officer, form.key(), "next", id, null);
                    String next = requesting.next(id, command).value();
                    return form.done("/c/" + next + "/request/" + RequestSection.KIND.path(), "act.next.done");
                },
                () -> nextForm(id, officer, model));
    }

    /** With what is left of the support, as far as the officer may see it. */
    private String closingForm(String id, Officer officer, Model model) {
        Command command = commands.reading(officer);
        Desk.Sight sight = page.require(Step.CLOSE, id, officer);
        SupportLeft.Left left = meeting.endingWith(sight.conference(), command).orElse(null);
        model.addAttribute("left", left);
        model.addAttribute("keptUntil", keptFor.until(command.today()));
        if (left != null) {
            model.addAttribute("open", meeting.left(sight.conference(), command));
        }
        return "conference/closing";
    }

    private String withReason(
            String id,
            Officer officer,
            FormPost form,
            Model model,
            BiConsumer<ConferenceController.Reason, Command> take) {
        String act = act(form);
        page.require(step(act), id, officer);
        Typed inserted = samples.inserted(form, act).orElse(null);
        if (inserted != null) {
            page.show(id, officer, model);
            return forms.show(form, model, inserted, () -> reasonForm(act, model));
        }
        return forms.submit(
                form,
                officer,
                model,
                () -> {
                    ConferenceController.Reason reason = reader.read(form.typed(), ConferenceController.Reason.class)
                            .orRefuse();
                    take.accept(reason, commands.of(officer, form.key(), act, id, reason));
                    return form.done("/c/" + id, "act." + act + ".done");
                },
                () -> {
                    page.show(id, officer, model);
                    return reasonForm(act, model);
                });
    }

    private String reasonForm(String act, Model model) {
        model.addAttribute("act", act);
        model.addAttribute("samples", samples.of(act));
        return "conference/reason";
    }

    private String nextForm(String id, Officer officer, Model model) {
        page.show(id, officer, model);
        model.addAttribute("act", "next");
        return "conference/act";
    }

    private static String act(FormPost form) {
        return form.form().substring(form.form().lastIndexOf('/') + 1);
    }

    private static Step step(String act) {
        Step step = WITH_REASON.get(act);
        if (step == null) {
            throw new IllegalArgumentException("No step with a reason");
        }
        return step;
    }
}
