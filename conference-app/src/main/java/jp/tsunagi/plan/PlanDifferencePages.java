package jp.tsunagi.plan;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.ConferenceBar;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What one version says otherwise than the last one, as the policy shows both to whoever asks. */
@Controller
class PlanDifferencePages {

    private final PlanReading reading;
    private final ConferenceBar bar;
    private final Commands commands;

    PlanDifferencePages(PlanReading reading, ConferenceBar bar, Commands commands) {
        this.reading = reading;
        this.bar = bar;
        this.commands = commands;
    }

    @GetMapping("/c/{id}/plan/{version}/difference")
    String difference(
            @CurrentOfficer Officer officer, @PathVariable String id, @PathVariable String version, Model model) {
        String caseId = bar.show(id, officer, model);
        Command command = commands.reading(officer);
        model.addAttribute("plan", reading.one(caseId, version, command).shown());
        model.addAttribute(
                "difference", reading.difference(caseId, version, command).orElseThrow(Refusal::notFound));
        return "plan/difference";
    }
}
