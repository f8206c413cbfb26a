package jp.tsunagi.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An individual case conference. Each method is one step: it asks the transition table, the rules of the step and, through
 * the casefile, her consent; refuses by the rule's name; and notes what must be announced. Whoever calls has asked
 * {@link Permission} before.
 */
final class CaseConference {

    private static final int FORMER_KEPT = 50;

    private final ConferenceRecord stored;
    private final Deadlines deadlines;
    private final Announcing outbox;
    private ConferenceState state;
    private String reference;
    private AgencyCode contactAgency;
    private @Nullable AccountId submittedBy;
    private @Nullable LocalDate submittedOn;
    private boolean similarExists;
    private @Nullable AccountId officer;
    private Request request;
    private final List<FormerRequest> formerRequests;
    private AccountId lastWriter;
    private @Nullable Returned returned;
    private boolean referred;
    private boolean opened;
    private @Nullable Decision decision;
    private @Nullable Convening convening;
    private Set<AgencyCode> invited;
    private Set<AgencyCode> invitedOnce;
    private @Nullable Holding holding;
    private @Nullable OutcomeReport outcome;
    private @Nullable String endReason;
    private @Nullable String personInformed;
    private Closing.@Nullable Kept closing;
    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate remindOn;
    private int reminders;
    private final List<Milestone> history;
    private List<SeenCommand> seen;

    CaseConference(ConferenceRecord stored, Deadlines deadlines) {
        this.stored = stored;
        this.deadlines = deadlines;
        this.outbox = new Announcing(stored.version() + 1, stored.outbox(), stored.sentThrough());
        this.state = stored.state();
        this.reference = stored.reference();
        this.contactAgency = stored.contactAgency();
        this.submittedBy = stored.submittedBy();
        this.submittedOn = stored.submittedOn();
        this.similarExists = stored.similarExists();
        this.officer = stored.officer();
        this.request = stored.request();
        this.formerRequests = new ArrayList<>(stored.formerRequests());
        this.lastWriter = stored.lastWriter();
        this.returned = stored.returned();
        this.referred = stored.referred();
        this.opened = stored.opened();
        this.decision = stored.decision();
        this.convening = stored.convening();
        this.invited = stored.invited();
        this.invitedOnce = stored.invitedOnce();
        this.holding = stored.holding();
        this.outcome = stored.outcome();
        this.endReason = stored.endReason();
        this.personInformed = stored.personInformed();
        this.closing = stored.closing();
        this.dueOn = stored.dueOn();
        this.remindOn = stored.remindOn();
        this.reminders = stored.reminders();
        this.history = new ArrayList<>(stored.history());
        this.seen = stored.seen();
    }

    /** A conference that is in no store yet. Nothing is announced, and nobody but its team knows of it. */
    static CaseConference opened(
            ConferenceId id,
            CaseId caseId,
            int number,
            @Nullable ConferenceId previous,
            TeamSection team,
            Request request,
            Command command,
            Deadlines deadlines) {
        return new CaseConference(
                new ConferenceRecord(
                        id.value(),
                        -1,
                        caseId,
                        number,
                        previous,
                        "draft:" + id.value(),
                        ConferenceState.DRAFT,
                        command.at(),
                        team,
                        contactAgency(request, team.agency()),
                        command.officer().id(),
                        null,
                        null,
                        false,
                        null,
                        request,
                        List.of(),
                        command.officer().id(),
                        null,
                        false,
                        false,
                        null,
                        null,
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        Announcing.NOTHING_SENT),
                deadlines);
    }

    ConferenceRecord toRecord() {
        return new ConferenceRecord(
                stored.id(),
                stored.version() + 1,
                stored.caseId(),
                stored.number(),
                stored.previous(),
                reference,
                state,
                stored.order(),
                stored.team(),
                contactAgency,
                stored.createdBy(),
                submittedBy,
                submittedOn,
                similarExists,
                officer,
                request,
                List.copyOf(formerRequests),
                lastWriter,
                returned,
                referred,
                opened,
                decision,
                convening,
                invited,
                invitedOnce,
                holding,
                outcome,
                endReason,
                personInformed,
                closing,
                dueOn,
                remindOn,
                reminders,
                List.copyOf(history),
                seen,
                outbox.entries(),
                !outbox.entries().isEmpty(),
                stored.sentThrough());
    }

    /** Whether this command has had its effect here. */
    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    /** Replaces a draft or a returned request by another text. */
    void replace(Request next, Command command) {
        require(Step.REPLACE);
        keepFormer(command);
        request = next;
        contactAgency = contactAgency(next, requestingAgency());
        done(Step.REPLACE, command);
    }

    /**
     * Submits the request. It has been found complete, and the casefile holds what was given.
     *
     * @param newReference used where none was given before
     * @param reply to the reasons for which it was given back, for the Center; null where nothing was said
     */
    void submit(Supplier<String> newReference, boolean similar, @Nullable String reply, Command command) {
        require(Step.SUBMIT);
        if (reference.startsWith("draft:")) {
            reference = newReference.get();
        }
        submittedBy = command.officer().id();
        submittedOn = command.today();
        similarExists = similar;
        returned = returned == null ? null : returned.answered(reply);
        referred = false;
        opened = false;
        reach(ConferenceState.SUBMITTED, command);
        announce(EventKind.REQUEST_SUBMITTED, Set.of(), "");
        done(Step.SUBMIT, command);
    }

    /** The consent check has gone out; by itself, after submission. */
    void startConsentCheck(Command command) {
        if (state == ConferenceState.SUBMITTED) {
            state = ConferenceState.CONSENT_CHECK;
            done(Step.START_CONSENT_CHECK, command);
        }
    }

    /** She agreed when a second officer asked her. */
    void consentConfirmed(Command command) {
        require(Step.ANSWER_CONSENT);
        reach(ConferenceState.UNDER_REVIEW, command);
        announce(EventKind.CONSENT_ANSWERED, Set.of(), "CONSENTED");
        done(Step.ANSWER_CONSENT, command);
    }

    /** She said no when a second officer asked her. */
    void consentRefused(Command command) {
        require(Step.ANSWER_CONSENT);
        reach(ConferenceState.CANCELLED_NO_CONSENT, command);
        announce(EventKind.CONSENT_ANSWERED, Set.of(), "REFUSED");
        done(Step.ANSWER_CONSENT, command);
    }

    /** She could not be reached: the check goes on, and the Center is told. */
    void personUnreachable(Command command) {
        require(Step.ANSWER_CONSENT);
        state = ConferenceState.CONSENT_CHECK;
        announce(EventKind.CONSENT_ANSWERED, Set.of(), "UNREACHABLE");
        done(Step.ANSWER_CONSENT, command);
    }

    /** The Center wants her asked again. */
    void askAgain(Command command) {
        require(Step.ASK_AGAIN);
        reach(ConferenceState.CONSENT_CHECK, command);
        announce(EventKind.REQUEST_SUBMITTED, Set.of(), "");
        done(Step.ASK_AGAIN, command);
    }

    /** Whoever decides does not give back an own request either: that is left to others, as the decision is. */
    void giveBack(String reason, List<Returned.FieldReason> fields, Command command) {
        requireReturnable(command);
        returned = Returned.of(reason, fields, request);
        reach(ConferenceState.RETURNED, command);
        announce(EventKind.RETURNED, Set.of(), "");
        done(Step.RETURN, reason, command);
    }

    /** Refuses what {@link #giveBack} would refuse. */
    void requireReturnable(Command command) {
        require(Step.RETURN);
        if (command.officer().is(Role.DIRECTOR) && wasSubmittedBy(command.officer())) {
            throw Refusal.forbidden("decision.self-approval");
        }
    }

    /** The requesting agency takes back what it submitted (引戻し), to where it came from. */
    void recall(Casefile casefile, Command command) {
        requireRecallable(casefile);
        AgencyCode asked = contactAgency;
        if (returned == null) {
            // As before it was ever submitted: nobody beyond the team knows of it.
            submittedBy = null;
            submittedOn = null;
            reach(ConferenceState.DRAFT, command);
        } else {
            returned = returned.reopened();
            reach(ConferenceState.RETURNED, command);
        }
        announce(EventKind.REQUEST_RECALLED, Set.of(), asked.value());
        done(Step.RECALL, command);
    }

    /** Refuses what {@link #recall} would refuse: the Center has read it, or she has been asked. */
    void requireRecallable(Casefile casefile) {
        require(Step.RECALL);
        if (opened) {
            throw Refusal.conflict("recall.opened");
        }
        boolean waiting = casefile.asked()
                .filter(asked -> asked.status() == Consent.Status.GIVEN
                        && asked.attempts().isEmpty())
                .isPresent();
        if (!waiting) {
            throw Refusal.conflict("recall.answered");
        }
    }

    /**
     * The Center reads it: from now on it is not recalled any more.
     *
     * @return whether that is new
     */
    boolean openedByCenter() {
        boolean first = !opened && Step.RECALL.possibleIn(state);
        opened = opened || first;
        return first;
    }

    /** Staff have examined it and put it before the director. */
    void refer(Command command) {
        require(Step.REFER);
        referred = true;
        announce(EventKind.REFERRED, Set.of(), "");
        done(Step.REFER, command);
    }

    void assign(AccountId caseOfficer, Command command) {
        require(Step.ASSIGN);
        officer = caseOfficer;
        done(Step.ASSIGN, command);
    }

    /**
     * The director decides (要領 第3の2(2)), not on an own request, and only while she agrees (第3の2(3)). An emergency
     * meeting that was already held is confirmed by deciding to hold it.
     */
    void decide(
            Decision.Verdict verdict,
            @Nullable String reason,
            @Nullable String informed,
            Casefile casefile,
            Command command) {
        requireDecidable(verdict, casefile, command);
        Officer decider = command.officer();
        decision = new Decision(
                verdict,
                reason,
                decider.id(),
                decider.name(),
                decider.deputy(),
                command.at(),
                casefile.consentNumber(),
                informed);
        if (verdict == Decision.Verdict.NOT_HOLD) {
            reach(ConferenceState.NOT_HELD, command);
        } else if (request.isRetrospective() && request.held() != null) {
            holding = request.held();
            reach(ConferenceState.HELD, command);
        } else {
            reach(ConferenceState.APPROVED, command);
        }
        announce(EventKind.DECIDED, Set.of(), verdict.name());
        done(Step.DECIDE, reason, command);
    }

    /** Refuses what {@link #decide} would refuse. */
    void requireDecidable(Decision.Verdict verdict, Casefile casefile, Command command) {
        require(Step.DECIDE);
        Officer decider = command.officer();
        if (!decider.person() || decider.id().equals(submittedBy)) {
            throw Refusal.forbidden("decision.self-approval");
        }
        if (verdict == Decision.Verdict.HOLD) {
            requireConsent(casefile, command.today());
        }
    }

    /**
     * Convenes: only agencies that her consent covers on the day of the meeting, with chair and recorder set.
     *
     * @param center takes part without being named, as the requesting agency does
     */
    void convene(Convening call, Casefile casefile, Directory directory, Command command) {
        requireConvenable(call, casefile, directory, command);
        convening = call;
        Set<AgencyCode> agencies = new LinkedHashSet<>();
        call.participants().forEach(participant -> agencies.add(new AgencyCode(participant.agency())));
        agencies.remove(requestingAgency());
        agencies.remove(directory.center());
        invited = Set.copyOf(agencies);
        remember(agencies);
        reach(ConferenceState.CONVENED, command);
        announce(EventKind.CONVENED, codes(invited), "");
        done(Step.CONVENE, command);
    }

    /** Refuses what {@link #convene} would refuse. */
    void requireConvenable(Convening call, Casefile casefile, Directory directory, Command command) {
        require(Step.CONVENE);
        requireConsent(casefile, command.today());
        ConveningRules.check(call, requestingAgency(), casefile, directory, command.now());
    }

    /** The convened meeting moves; everybody who was told is told again. */
    void reschedule(Convening.Rescheduling move, Casefile casefile, Directory directory, Command command) {
        require(Step.RESCHEDULE);
        requireConsent(casefile, command.today());
        Convening moved = convened().movedTo(move);
        ConveningRules.checkTime(moved, casefile, directory, command.now());
        convening = moved;
        reach(ConferenceState.CONVENED, command);
        announce(EventKind.RESCHEDULED, codes(invited), "");
        done(Step.RESCHEDULE, move.reason(), command);
    }

    /** The convened meeting is called off; the decision to hold one stands. */
    void callOff(String reason, Command command) {
        require(Step.CALL_OFF);
        announce(EventKind.CALLED_OFF, codes(invited), "");
        endReason = reason;
        invited = Set.of();
        convening = null;
        reach(ConferenceState.APPROVED, command);
        done(Step.CALL_OFF, reason, command);
    }

    /** An invited agency answered; the answer is a document of its own, this tells the Center. */
    void replied(AgencyCode agency, String reply, Command command) {
        require(Step.REPLY);
        announce(EventKind.REPLIED, Set.of(agency.value()), reply);
        done(Step.REPLY, command);
    }

    /** An information sheet came in; the agenda is made anew. */
    void sheetReceived(AgencyCode agency, Command command) {
        require(Step.SEND_SHEET);
        announce(EventKind.SHEET_RECEIVED, Set.of(agency.value()), "");
        done(Step.SEND_SHEET, command);
    }

    /**
     * The meeting was held: not in the future, between the submission and the end of her consent. Also where she has taken
     * it back since: what took place before is entered, for the requesting agency to report to the director. Nobody is
     * invited any more then, and nothing is shared.
     */
    void recordHolding(Holding held, Casefile casefile, Directory directory, Command command) {
        require(Step.RECORD_HOLDING);
        boolean cancelled = state == ConferenceState.CANCELLED_NO_CONSENT;
        if (cancelled && convening == null) {
            throw Refusal.conflict("state.not-possible");
        }
        if (!hasStaff(convened())) {
            throw Refusal.conflict("convening.chair-and-recorder");
        }
        LocalDateTime start = MeetingRules.checkHeld(held, directory, command.now());
        requireConsent(cancelled ? consentThen(held, casefile) : casefile.consent(), start.toLocalDate());
        if (submittedOn != null && start.toLocalDate().isBefore(submittedOn)) {
            throw Refusal.invalid(
                    "meeting.before-submission", FieldProblem.of("start", "not-before", submittedOn.toString()));
        }
        if (cancelled) {
            invited = Set.of();
        }
        holding = held;
        reach(ConferenceState.HELD, command);
        announce(EventKind.HELD, Set.of(), "");
        done(Step.RECORD_HOLDING, command);
    }

    /** The requesting agency reports (要領 第3の2(4)); also after a withdrawal, to the director alone. */
    void report(OutcomeReport report, Directory directory, Command command) {
        require(Step.REPORT_OUTCOME);
        MeetingRules.checkReport(report, directory, command.now());
        outcome = report;
        reach(ConferenceState.REPORTED, command);
        announce(EventKind.REPORTED, codes(invited), "");
        done(Step.REPORT_OUTCOME, command);
    }

    /** The minutes were corrected, and they keep what stood there; a repeat changes nothing. */
    void outcomeCorrected(OutcomeReport corrected) {
        outcome = corrected;
    }

    /**
     * It ends, and with it the support where it is the last one that goes on.
     *
     * @param left what is left of the support that ends with it, null where none does
     */
    void close(Closing told, SupportLeft.@Nullable Left left, Command command) {
        require(Step.CLOSE);
        if (left != null) {
            told.requireEndOf(left);
        }
        String reason = told.reason();
        personInformed = told.personInformed();
        endReason = reason;
        closing = told.kept(left);
        reach(ConferenceState.CLOSED, command);
        announce(EventKind.CLOSED, Set.of(), "");
        done(Step.CLOSE, reason, command);
    }

    /** The requesting agency takes its request back (取下げ), until the meeting is held. */
    void withdrawRequest(String reason, Command command) {
        require(Step.WITHDRAW_REQUEST);
        endReason = reason;
        boolean wasSubmitted = submittedBy != null;
        Set<String> told = codes(invited);
        reach(ConferenceState.WITHDRAWN, command);
        if (wasSubmitted) {
            announce(EventKind.REQUEST_WITHDRAWN, told, "");
        }
        done(Step.WITHDRAW_REQUEST, reason, command);
    }

    /**
     * Her consent is gone, as a whole or for single agencies. Before the meeting the whole ends it; afterwards the state
     * stays, and the policy shares nothing any more. May be told twice: by the call and by the casefile's event.
     *
     * @param agencies for whom; everybody where empty
     */
    void consentWithdrawn(Set<AgencyCode> agencies, Command command) {
        if (agencies.isEmpty() && beforeMeeting()) {
            reach(ConferenceState.CANCELLED_NO_CONSENT, command);
        }
        if (!agencies.isEmpty()) {
            Set<AgencyCode> left = new LinkedHashSet<>(invited);
            left.removeAll(agencies);
            invited = Set.copyOf(left);
        }
        done(Step.WITHDRAW_CONSENT, command);
    }

    /** She is with another agency now. */
    void contactMoved(AgencyCode agency) {
        contactAgency = agency;
    }

    /** Whether a withdrawal for these agencies, or as a whole, has not reached this conference yet. */
    boolean touchedByWithdrawal(Set<AgencyCode> agencies) {
        return agencies.isEmpty() ? beforeMeeting() : agencies.stream().anyMatch(invited::contains);
    }

    /** Reminds whoever is awaited, and after a while whoever should know; at most once a day. */
    void remind(LocalDate today) {
        LocalDate due = remindOn;
        if (due == null || due.isAfter(today)) {
            return;
        }
        reminders++;
        boolean escalate = reminders > deadlines.escalateAfter(state);
        announce(escalate ? EventKind.OVERDUE : EventKind.DUE, Set.of(), state.name());
        remindOn = deadlines.nextReminder(today);
    }

    ConferenceId id() {
        return new ConferenceId(stored.id());
    }

    CaseId caseId() {
        return stored.caseId();
    }

    long version() {
        return stored.version();
    }

    ConferenceState state() {
        return state;
    }

    AgencyCode requestingAgency() {
        return stored.team().agency();
    }

    TeamSection team() {
        return stored.team();
    }

    AgencyCode contactAgency() {
        return contactAgency;
    }

    Request request() {
        return request;
    }

    Optional<AccountId> submittedBy() {
        return Optional.ofNullable(submittedBy);
    }

    boolean wasSubmittedBy(Officer someone) {
        return someone.id().equals(submittedBy);
    }

    Optional<AccountId> officer() {
        return Optional.ofNullable(officer);
    }

    Optional<Convening> convening() {
        return Optional.ofNullable(convening);
    }

    Set<AgencyCode> invited() {
        return invited;
    }

    Set<AgencyCode> invitedOnce() {
        return invitedOnce;
    }

    /** Which convening this is, counted from one; zero before the first. */
    int round() {
        return (int)
                history.stream().filter(line -> line.step() == Step.CONVENE).count();
    }

    Optional<OutcomeReport> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** The record as it would be stored now, for those who read. */
    /** Whether anything is told at length in the request, as it stands or as it stood before. */
    boolean tellsAtLength() {
        Returned given = returned;
        return request.tellsAtLength()
                || formerRequests.stream().anyMatch(former -> former.request().tellsAtLength())
                || (given != null && given.request().tellsAtLength());
    }

    /** That goes, and the rest of the record stays. */
    void forgetNarratives() {
        request = request.withoutNarratives();
        formerRequests.replaceAll(former ->
                new FormerRequest(former.request().withoutNarratives(), former.writer(), former.replacedAt()));
        Returned given = returned;
        if (given != null) {
            returned = new Returned(
                    given.reason(), given.fields(), given.request().withoutNarratives(), given.reply(), given.open());
        }
    }

    ConferenceRecord current() {
        return toRecord();
    }

    String reference() {
        return reference;
    }

    boolean beforeMeeting() {
        return switch (state) {
            case DRAFT, SUBMITTED, RETURNED, CONSENT_CHECK, UNDER_REVIEW, APPROVED, CONVENED -> true;
            case NOT_HELD, HELD, REPORTED, CLOSED, WITHDRAWN, CANCELLED_NO_CONSENT -> false;
        };
    }

    /** What was submitted, or written by a colleague, is kept when another text takes its place. */
    private void keepFormer(Command command) {
        boolean foreign = !lastWriter.equals(command.officer().id());
        boolean submitted = !reference.startsWith("draft:");
        if (stored.version() >= 0 && (submitted || foreign)) {
            formerRequests.add(new FormerRequest(request, lastWriter, command.at()));
            if (formerRequests.size() > FORMER_KEPT) {
                formerRequests.remove(0);
            }
        }
        lastWriter = command.officer().id();
    }

    private void require(Step step) {
        if (!step.possibleIn(state)) {
            throw Refusal.conflict("state.not-possible");
        }
    }

    /** What she agreed to for this meeting; empty where it was not over before she took that back. */
    private Optional<Consent> consentThen(Holding held, Casefile casefile) {
        Instant convenedAt = history.stream()
                .filter(line -> line.step() == Step.CONVENE)
                .map(Milestone::at)
                .reduce((former, latter) -> latter)
                .orElse(Instant.MAX);
        return casefile.withdrawals().stream()
                .filter(withdrawal -> withdrawal.recipients().isEmpty()
                        && !withdrawal.recordedAt().isBefore(convenedAt))
                .findFirst()
                .filter(withdrawal -> MeetingRules.isOverBefore(withdrawal, held))
                .flatMap(casefile::confirmedUntil);
    }

    private static void requireConsent(Casefile casefile, LocalDate day) {
        requireConsent(casefile.consent(), day);
    }

    private static void requireConsent(Optional<Consent> given, LocalDate day) {
        Consent consent = given.orElseThrow(() -> Refusal.conflict("consent.not-valid"));
        if (consent.expired(day)) {
            throw Refusal.conflict("consent.expired");
        }
        if (!consent.inForce(day)) {
            throw Refusal.conflict("consent.not-valid");
        }
        if (!consent.covers(Consent.Purpose.HOLD_CONFERENCE, day)) {
            throw Refusal.conflict("consent.not-for-conference");
        }
    }

    private Convening convened() {
        if (convening == null) {
            throw new IllegalStateException("A convened conference has its convening");
        }
        return convening;
    }

    private static boolean hasStaff(Convening call) {
        return !FieldCheck.isBlank(call.moderator()) && !FieldCheck.isBlank(call.recorder());
    }

    private void remember(Set<AgencyCode> agencies) {
        Set<AgencyCode> all = new LinkedHashSet<>(invitedOnce);
        all.addAll(agencies);
        invitedOnce = Set.copyOf(all);
    }

    private void reach(ConferenceState next, Command command) {
        state = next;
        LocalDate meeting = meetingDay();
        dueOn = deadlines.of(next, command.today(), request.isUrgent(), meeting).orElse(null);
        remindOn = dueOn == null ? null : deadlines.nextReminder(dueOn);
        reminders = 0;
    }

    private @Nullable LocalDate meetingDay() {
        if (holding != null && holding.start() != null) {
            return holding.start().toLocalDate();
        }
        return convening == null || convening.start() == null
                ? null
                : convening.start().toLocalDate();
    }

    private void announce(EventKind kind, Set<String> agencies, String detail) {
        outbox.announce(kind.wireName(), stored.id(), agencies, detail);
    }

    private void done(Step step, Command command) {
        done(step, null, command);
    }

    private void done(Step step, @Nullable String reason, Command command) {
        history.add(new Milestone(step, state, command.officer().id(), command.at(), reason));
        seen = SeenCommand.with(seen, command);
    }

    private static Set<String> codes(Set<AgencyCode> agencies) {
        Set<String> codes = new LinkedHashSet<>();
        agencies.forEach(agency -> codes.add(agency.value()));
        return codes;
    }

    private static AgencyCode contactAgency(Request request, AgencyCode requestingAgency) {
        Request.RequestedConsent consent = request.consent();
        String named = consent == null ? null : consent.contactAgency();
        return named != null && AgencyCode.isCode(named) ? new AgencyCode(named) : requestingAgency;
    }
}
