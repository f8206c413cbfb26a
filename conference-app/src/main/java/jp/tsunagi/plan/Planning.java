package jp.tsunagi.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.ConferencesOfCase.Found;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.plan.PlanDesk.Sight;
import jp.tsunagi.plan.VersionRecord.Basis;
import jp.tsunagi.plan.VersionRecord.Confirmed;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The steps of a plan (domain.md E2, step 9, and E4), for the API and the pages. Each enters itself into the audit, refuses
 * by {@link jp.tsunagi.shared.Refused}, and answers a repeat of the same command as the first time.
 */
@Service
public class Planning {

    private final PlanDesk desk;
    private final PlanViews views;
    private final PlanOpening opening;
    private final ConferencesOfCase conferences;
    private final Directory directory;
    private final CarryRules carry;
    private final SupportTakenOver takenOver;

    Planning(
            PlanDesk desk,
            PlanViews views,
            PlanOpening opening,
            ConferencesOfCase conferences,
            Directory directory,
            CarryRules carry,
            SupportTakenOver takenOver) {
        this.desk = desk;
        this.views = views;
        this.opening = opening;
        this.conferences = conferences;
        this.directory = directory;
        this.carry = carry;
        this.takenOver = takenOver;
    }

    /**
     * Opens the next version as a draft. The policy, the measures and the lead agency come from the conference's result
     * where the content has none.
     *
     * @return its number
     * @throws jp.tsunagi.shared.Refused {@code plan.incomplete} with the fields; {@code plan.consent-missing}; {@code
     *     plan.version-open} while another version is a draft or waits for approval; {@code step.not-permitted}
     */
    public int draft(String caseId, PlanContent content, Command command) {
        desk.take(PlanStep.OPEN, caseId, command, sight -> {
            requireMaker(sight);
            if (sight.plan().has(command)) {
                return () -> {};
            }
            Grounded grounded = grounded(content, sight);
            requireConsent(sight.casefile(), command);
            PlanContent decided = PlanPrefill.of(
                    carriedOver(grounded.content(), sight, command),
                    conferences.seen(grounded.conference().id(), command).orElseThrow(Refusal::notFound),
                    directory);
            PlanContent begun = sight.plan().latest().isPresent()
                    ? decided
                    : withTakenOver(
                            decided, grounded.content(), sight.casefile().id());
            sight.plan().requireNoneOpen();
            refuse(ofDraft(begun, command));
            return () -> sight.plan().open(begun, grounded.basis(), team(command), command);
        });
        return desk.sight(caseId, command)
                .plan()
                .openedBy(command)
                .map(VersionRecord::number)
                // The key was used for another step on this plan: has() has told the two apart by their digests.
                .orElseThrow(() -> Refusal.invalid("idempotency.key-reused"));
    }

    /** The first plan of a case that came from elsewhere begins also with what was going on there. */
    private PlanContent withTakenOver(PlanContent begun, PlanContent given, CaseId caseId) {
        return takenOver
                .of(caseId)
                .map(came -> {
                    List<PlanContent.Measure> measures = new ArrayList<>(begun.measures());
                    if (given.measures().isEmpty()) {
                        came.measures().stream()
                                .map(measure -> measure.called(null))
                                .filter(measure ->
                                        measures.stream().noneMatch(there -> PlanOpening.saysTheSame(there, measure)))
                                .forEach(measures::add);
                    }
                    return begun.with(measures, given.deadlines().isEmpty() ? came.deadlines() : given.deadlines());
                })
                .orElse(begun);
    }

    /** With what this writer cannot see of the last version, since another agency led until now. */
    private PlanContent carriedOver(PlanContent content, Sight sight, Command command) {
        Optional<VersionRecord> last = sight.plan().latest();
        if (last.isEmpty() || sight.standing().keeps(last.get())) {
            return content;
        }
        PlanStanding.Seat seat = sight.standing().seat(last.get());
        Projection shown = seat.known()
                ? views.of(sight, new Sight.Of(last.get(), seat), command)
                : new Projection(Map.of(), PlanContent.names(), Set.of());
        return new CarriedOver(last.get().content(), shown, opening::reachable)
                .into(
                        content,
                        measure -> sight.plan().followed().item(measure.id()).ended());
    }

    /**
     * Replaces the draft.
     *
     * @param revision the one it was made from, with or without quotes; null to replace whatever is there
     * @throws jp.tsunagi.shared.Refused {@code version.stale} where another one is there
     */
    public void replace(String caseId, PlanContent content, @Nullable String revision, Command command) {
        String expected = revision == null ? null : revision.replace("\"", "");
        desk.take(PlanStep.REPLACE, caseId, command, sight -> {
            Sight.Of draft = sight.version(latest(sight));
            PlanDesk.requireLead(sight, draft);
            if (sight.plan().has(command)) {
                return () -> {};
            }
            PlanContent whole = content.basedOn() != null && content.leadAgency() != null
                    ? content
                    : content.with(
                            Objects.requireNonNullElse(
                                    content.basedOn(), draft.version().basis().conferenceId()),
                            content.leadAgency() == null
                                    ? draft.version().content().leadAgency()
                                    : content.leadAgency(),
                            content.policy(),
                            content.measures());
            Grounded grounded = grounded(whole, sight);
            refuse(ofDraft(grounded.content(), command));
            return () -> sight.plan().replace(grounded.content(), grounded.basis(), expected, command);
        });
    }

    /** Submits the draft to the director; from then on its content stands. */
    public void submit(String caseId, String version, Command command) {
        desk.take(PlanStep.SUBMIT, caseId, command, sight -> {
            Sight.Of draft = sight.version(version);
            PlanDesk.requireLead(sight, draft);
            return () -> {
                if (PlanStep.SUBMIT.possibleIn(draft.version().state())) {
                    refuse(PlanRules.ofSubmission(
                            draft.version().content(), draft.version().number(), directory, command.today()));
                }
                sight.plan().submit(draft.version().number(), command);
            };
        });
    }

    /**
     * The director approves a submitted version, or returns it.
     *
     * @throws jp.tsunagi.shared.Refused {@code plan.director-only}; {@code plan.self-approval}
     */
    public void review(String caseId, String version, Review review, Command command) {
        PlanStep step = review.decision() == Review.Verdict.RETURN ? PlanStep.RETURN : PlanStep.APPROVE;
        desk.take(step, caseId, command, sight -> {
            Sight.Of submitted = sight.version(version);
            PlanDesk.requireDirector(submitted);
            PlanRules.checkReview(review, directory);
            int number = submitted.version().number();
            return () -> {
                if (step == PlanStep.RETURN) {
                    sight.plan().giveBack(number, Objects.requireNonNull(review.reason()), command);
                } else {
                    sight.plan()
                            .approve(
                                    number,
                                    review.reason(),
                                    sight.casefile().consentNumber(),
                                    covered(sight.casefile(), command),
                                    command);
                }
            };
        });
    }

    /** Records what she said to the approved version. */
    public void confirm(String caseId, String version, Confirmation told, Command command) {
        desk.take(PlanStep.CONFIRM, caseId, command, sight -> {
            Sight.Of approved = sight.version(version);
            PlanDesk.requireLead(sight, approved);
            PlanRules.checkConfirmation(told, approved.version().created().on(), directory, command.today());
            return () -> sight.plan()
                    .confirm(
                            approved.version().number(),
                            new Confirmed(
                                    Objects.requireNonNull(told.confirmation()),
                                    told.method(),
                                    Objects.requireNonNull(told.confirmedOn()),
                                    Boolean.TRUE.equals(told.copyGiven()),
                                    told.reason(),
                                    command.officer().id(),
                                    command.officer().name()),
                            command);
        });
    }

    /** A content whose conference is one of the case, and whose lead agency that conference's result allows. */
    private record Grounded(PlanContent content, Found conference) {

        Basis basis() {
            return new Basis(conference.id().value(), conference.reference(), conference.number(), conference.heldOn());
        }
    }

    private Grounded grounded(PlanContent content, Sight sight) {
        String basedOn = content.basedOn();
        if (basedOn == null || basedOn.isBlank()) {
            throw Refusal.invalid("plan.incomplete", FieldProblem.of("basedOn", "choose"));
        }
        Found conference = sight.standing()
                .conference(basedOn)
                .filter(Found::reported)
                .filter(found -> !found.relations().isEmpty() || found.pledged())
                .orElseThrow(() ->
                        Refusal.invalid("plan.incomplete", FieldProblem.of("basedOn", "not-reported-conference")));
        String requesting = conference.requestingAgency().value();
        String decided = Objects.requireNonNullElse(conference.leadAgency(), requesting);
        String lead = content.leadAgency() == null || content.leadAgency().isBlank() ? decided : content.leadAgency();
        List<String> possible =
                List.of(decided, requesting, sight.casefile().requestingAgency().value());
        if (!sight.standing().leads(lead, basedOn)) {
            throw Refusal.forbidden("step.not-permitted");
        }
        if (!possible.contains(lead)) {
            throw Refusal.invalid("plan.incomplete", FieldProblem.of("leadAgency", "not-the-lead"));
        }
        return new Grounded(content.with(basedOn, lead, content.policy(), content.measures()), conference);
    }

    /** Refuses who makes no plans: as for nothing where the case is nothing to this officer. */
    private static void requireMaker(Sight sight) {
        if (!sight.standing().mayEverLead()) {
            throw sight.plan().versions().stream()
                            .anyMatch(version -> sight.standing().seat(version).known())
                    ? Refusal.forbidden("step.not-permitted")
                    : Refusal.notFound();
        }
    }

    private static String latest(Sight sight) {
        return sight.plan()
                .latest()
                .map(version -> String.valueOf(version.number()))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * A plan is made with her: her consent is in force today and covers it.
     */
    private static void requireConsent(Casefile casefile, Command command) {
        if (!casefile.consentInForce(command.today())) {
            throw Refusal.conflict("plan.consent-missing");
        }
        if (!casefile.consentCovers(Consent.Purpose.PLAN, command.today())) {
            throw Refusal.conflict("plan.consent-not-for-plan");
        }
    }

    private static Set<AgencyCode> covered(Casefile casefile, Command command) {
        return casefile.consent()
                .filter(consent -> consent.covers(Consent.Purpose.SHARE, command.today()))
                .map(Consent::currentRecipients)
                .orElse(Set.of());
    }

    private List<FieldProblem> ofDraft(PlanContent content, Command command) {
        return Stream.concat(
                        PlanRules.ofDraft(content, directory, command.today()).stream(), carry.of(content).stream())
                .toList();
    }

    private static TeamSection team(Command command) {
        return new TeamSection(command.officer().agency(), command.officer().section());
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.invalid("plan.incomplete", problems);
        }
    }
}
