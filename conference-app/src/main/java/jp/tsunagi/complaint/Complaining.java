package jp.tsunagi.complaint;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.complaint.Complaint.Place;
import jp.tsunagi.complaint.ComplaintForm.From;
import jp.tsunagi.complaint.ComplaintForm.Result;
import jp.tsunagi.complaint.ComplaintForm.Told;
import jp.tsunagi.complaint.ComplaintRecord.Answer;
import jp.tsunagi.complaint.ComplaintRecord.Received;
import jp.tsunagi.complaint.ComplaintRecord.Review;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.plan.PlanOfCase;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The steps on complaints, for the API and the pages. Each enters itself into the audit, refuses by {@link
 * jp.tsunagi.shared.Refused}, and answers a repeat of the same command as the first time.
 */
@Service
class Complaining {

    private final ComplaintDesk desk;
    private final Complaints complaints;
    private final PlanOfCase plans;
    private final ConferencesOfCase conferences;
    private final Accounts accounts;
    private final Directory directory;
    private final AnswerDays days;
    private final Acts acts;
    private final OutboxNudge nudge;

    Complaining(
            ComplaintDesk desk,
            Complaints complaints,
            PlanOfCase plans,
            ConferencesOfCase conferences,
            Accounts accounts,
            Directory directory,
            AnswerDays days,
            Acts acts,
            OutboxNudge nudge) {
        this.desk = desk;
        this.complaints = complaints;
        this.plans = plans;
        this.conferences = conferences;
        this.accounts = accounts;
        this.directory = directory;
        this.days = days;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** Writes a complaint down. Whoever does may not find it again, where it is kept from their own agency. @return its id */
    String receive(String caseId, ComplaintForm form, Command command) {
        desk.sight(caseId, command);
        String id = Complaint.idOf(command);
        if (!recorded(id, command)) {
            rules(command).received(form);
        }
        acts.perform(command, "complaint.record", caseId, id, () -> {
            CaseId of = desk.sight(caseId, command).caseId();
            if (!recorded(id, command)) {
                complaints.save(made(of, form, command));
            }
            return true;
        });
        nudge.nudge();
        return id;
    }

    void answer(String caseId, String n, ComplaintForm.Answer form, Command command) {
        desk.take("complaint.answer", caseId, n, command, complaint -> {
            ComplaintStep.ANSWER.from(complaint.state());
            rules(command).answered(form, complaint.record().received().on());
            Told told = Objects.requireNonNull(form.told());
            Answer answer = new Answer(
                    Objects.requireNonNull(form.answeredOn()),
                    Objects.requireNonNull(form.answer()),
                    told,
                    told == Told.NOT_TOLD ? form.notToldReason() : null,
                    Complaint.by(command));
            return () -> complaint.answer(answer, command);
        });
    }

    void review(String caseId, String n, ComplaintForm.Review form, Command command) {
        desk.take("complaint.review", caseId, n, command, complaint -> {
            ComplaintStep.REVIEW.from(complaint.state());
            rules(command).reviewed(form);
            Result result = Objects.requireNonNull(form.reviewResult());
            Review review = new Review(
                    Objects.requireNonNull(form.looked()),
                    result,
                    result == Result.CHANGED ? form.changes() : null,
                    result == Result.UNCHANGED ? form.unchangedReason() : null,
                    Complaint.by(command));
            return () -> complaint.review(review, command);
        });
    }

    private boolean recorded(String id, Command command) {
        return complaints.find(id).filter(complaint -> complaint.has(command)).isPresent();
    }

    private Complaint made(CaseId caseId, ComplaintForm form, Command command) {
        if (complaints.ofCase(caseId).size() >= Complaints.MOST_OF_A_CASE) {
            throw Refusal.conflict("complaint.too-many");
        }
        Set<Officer> named = rules(command).received(form);
        LocalDate on = Objects.requireNonNull(form.receivedOn());
        From from = Objects.requireNonNull(form.complainant());
        Received received = new Received(
                on,
                from,
                from == From.HERSELF ? null : form.complainantName(),
                Objects.requireNonNull(form.means()),
                Objects.requireNonNull(form.complaint()),
                orNull(form.wanted()),
                Complaint.by(command));
        About about = new About(
                new AgencyCode(Objects.requireNonNull(form.about())),
                named.stream().map(Officer::id).collect(Collectors.toSet()),
                Boolean.TRUE.equals(form.kept()));
        return Complaint.received(
                place(caseId),
                received,
                about,
                Handler.of(about, named, command.officer().agency(), directory.center()),
                Optional.ofNullable(form.due()).orElseGet(() -> days.due(on)),
                days,
                command);
    }

    private Place place(CaseId caseId) {
        return plans.lead(caseId)
                .map(lead -> new Place(caseId, lead.conferenceId(), lead.reference()))
                .or(() -> conferences
                        .lastSubmitted(caseId)
                        .map(latest -> new Place(caseId, latest.id().value(), latest.reference())))
                // Nobody but those who draft it knows the case: there is nobody yet who could answer for them.
                .orElseThrow(() -> Refusal.conflict("complaint.not-submitted"));
    }

    private ComplaintRules rules(Command command) {
        return new ComplaintRules(directory, accounts, command.today());
    }

    private static @Nullable String orNull(@Nullable String text) {
        return FieldCheck.isBlank(text) ? null : text;
    }
}
