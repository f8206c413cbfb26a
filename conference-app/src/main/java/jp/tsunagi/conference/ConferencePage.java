package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.DraftPlace;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What all pages of a conference have in common: the bar that names it, what the policy shows of it, and what this officer
 * may do next. Forms below {@code /c/{id}/} are kept as drafts under the key of the case.
 */
@Component
class ConferencePage implements DraftPlace {

    private static final String ROOT = "/c/";
    /** Known also to agencies that are nothing to the conference: the module of the plan says to whom. */
    private static final String OF_THE_PLAN = "/c/[^/]+/plan/progress/.*";

    /** What is offered first, where the officer may do several things. */
    private static final List<Step> FIRST = List.of(
            Step.SUBMIT,
            Step.REPLACE,
            Step.ANSWER_CONSENT,
            Step.DECIDE,
            Step.REFER,
            Step.CONVENE,
            Step.REPLY,
            Step.SEND_SHEET,
            Step.RECORD_HOLDING,
            Step.REPORT_OUTCOME,
            Step.OPEN_NEXT,
            Step.CLOSE);

    private final Reading reading;
    private final Desk desk;
    private final Commands commands;
    private final List<CasePart> parts;

    ConferencePage(Reading reading, Desk desk, Commands commands, List<CasePart> parts) {
        this.reading = reading;
        this.desk = desk;
        this.commands = commands;
        this.parts = List.copyOf(parts);
    }

    /**
     * Fills the model: {@code id}, {@code line}, {@code c} (what is shown, by the names of the API), {@code withheld},
     * {@code steps} (page by step), {@code next} (the step offered first), {@code parts} (tabs of other modules).
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} where it does not exist for this officer
     */
    Reading.Overview show(String id, Officer officer, Model model) {
        Command command = commands.reading(officer);
        Reading.Overview overview = reading.overview(id, command);
        Map<Step, String> pages = new LinkedHashMap<>();
        overview.steps().forEach(step -> path(step).ifPresent(path -> pages.put(step, ROOT + id + "/" + path)));
        model.addAttribute("id", id);
        model.addAttribute("line", overview.line());
        model.addAttribute("c", overview.projection().shown());
        model.addAttribute("withheld", overview.projection().withheld());
        model.addAttribute("steps", pages);
        model.addAttribute("next", first(pages.keySet()).orElse(null));
        model.addAttribute(
                "parts", partsFor(overview, command).stream().map(CasePart::tab).toList());
        return overview;
    }

    /**
     * As {@link #show}, for the page on which one step is taken.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} where the step is not this officer's to take; {@code
     *     state.not-possible} where it is not possible now
     */
    Reading.Overview open(Step step, String id, Officer officer, Model model) {
        Desk.Sight sight = require(step, id, officer);
        if (!step.possibleIn(sight.conference().state())) {
            throw Refusal.conflict("state.not-possible");
        }
        return show(id, officer, model);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the step is not this officer's to take */
    Desk.Sight require(Step step, String id, Officer officer) {
        Desk.Sight sight = desk.look(id, commands.reading(officer));
        if (!Permission.allows(step, officer, sight.standing())) {
            throw Refusal.notFound();
        }
        return sight;
    }

    /** What other modules show of the case to this officer. */
    List<CasePart> partsFor(Reading.Overview overview, Command command) {
        return caseOf(overview)
                .map(caseId -> parts.stream()
                        .filter(part -> part.isFor(caseId, command))
                        .toList())
                .orElse(List.of());
    }

    /** The case, where the officer may know which one it is. */
    static Optional<CaseId> caseOf(Reading.Overview overview) {
        return Optional.ofNullable(overview.projection().shown().get("caseId")).map(id -> new CaseId(id.toString()));
    }

    @Override
    public Optional<String> keyOwner(String form, Officer officer) {
        if (!form.startsWith(ROOT) || form.matches(OF_THE_PLAN)) {
            return Optional.empty();
        }
        String id = form.substring(ROOT.length()).replaceFirst("/.*", "");
        CaseId caseId = desk.look(id, commands.reading(officer)).conference().caseId();
        return Optional.of(caseId.value());
    }

    /** Page of a step below the conference's own; the same word as in the HTTP API. */
    static Optional<String> path(Step step) {
        return switch (step) {
            case REPLACE -> Optional.of("request/kind");
            case SUBMIT -> Optional.of("request/check");
            case ANSWER_CONSENT -> Optional.of("consent-answer");
            case ASK_AGAIN -> Optional.of("consent-check");
            case RECALL -> Optional.of("recall");
            case RETURN -> Optional.of("return");
            case REFER -> Optional.of("referral");
            case DECIDE -> Optional.of("decision");
            case CONVENE -> Optional.of("convening");
            case RESCHEDULE -> Optional.of("rescheduling");
            case CALL_OFF -> Optional.of("cancellation");
            case REPLY -> Optional.of("attendance-reply");
            case SEND_SHEET -> Optional.of("information-sheet");
            case RECORD_HOLDING -> Optional.of("meeting");
            case REPORT_OUTCOME -> Optional.of("outcome-report");
            case CLOSE -> Optional.of("closing");
            case WITHDRAW_REQUEST -> Optional.of("withdrawal");
            case WITHDRAW_CONSENT -> Optional.of("consent-withdrawal");
            case ASSIGN -> Optional.of("assignment");
            case OPEN_NEXT -> Optional.of("next");
            case START_CONSENT_CHECK -> Optional.empty();
        };
    }

    static Optional<Step> first(Set<Step> possible) {
        List<Step> offered = new ArrayList<>(FIRST);
        offered.retainAll(possible);
        return offered.stream().findFirst();
    }
}
