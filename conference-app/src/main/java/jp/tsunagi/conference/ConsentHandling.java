package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Her consent (domain.md E3): asked again by a second officer, renewed, taken back. The casefile is written first; the
 * conferences of the case follow, at once or by the casefile's event.
 */
@Service
class ConsentHandling {

    private static final int LONGEST_NAME = 100;

    /** While she is being asked, or said no, only the answer of the agency that is with her counts. */
    private static final Set<Consent.Status> BEING_ASKED = EnumSet.of(Consent.Status.GIVEN, Consent.Status.REFUSED);

    private final Conferences conferences;
    private final Casefiles casefiles;
    private final Directory directory;
    private final Desk desk;
    private final Acts acts;
    private final OutboxNudge nudge;

    ConsentHandling(
            Conferences conferences,
            Casefiles casefiles,
            Directory directory,
            Desk desk,
            Acts acts,
            OutboxNudge nudge) {
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.directory = directory;
        this.desk = desk;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** What came of asking her. */
    record Answer(
            @Nullable Result result,
            @Nullable ConsentMethod method,
            @Nullable String confirmedBy,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate validUntil,
            @Nullable List<String> recipients) {

        enum Result {
            CONSENTED,
            REFUSED,
            UNREACHABLE
        }
    }

    /** That she takes her consent back; whatever is not said is filled in, for nothing may stand in its way. */
    record Withdrawal(
            @Nullable LocalDate withdrawnOn,
            Consent.Withdrawal.@Nullable How how,
            @Nullable String recordedBy,
            @Nullable List<String> recipients) {}

    /** What she agrees to now. What is absent stays as it was. */
    record Renewal(
            @Nullable ConsentMethod method,
            @Nullable String confirmedBy,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate validUntil,
            @Nullable List<String> recipients,
            @Nullable List<Consent.Withheld> withheld,
            @Nullable List<Consent.Condition> conditions,
            @Nullable List<Consent.LocationPermission> locationRecipients,
            @Nullable String contactAgency) {}

    /** Whether this officer is somebody who may answer; refuses as {@link #answer} would. */
    void requireAnswerer(String id, Command command) {
        Desk.Sight sight = desk.sight(id, command);
        desk.require(Step.ANSWER_CONSENT, sight, command);
        requireAnswerer(sight, new Answer(null, null, null, null, null, null), command.officer());
    }

    /** What she was asked to agree to, for whoever asks her again; empty for those who may not know of it. */
    Optional<Consent> asked(String id, Command command) {
        Desk.Sight sight = desk.sight(id, command);
        desk.require(Step.ANSWER_CONSENT, sight, command);
        boolean known = sight.standing().grants(sight.conference().request()).shows(FieldClass.CONSENT);
        return known ? sight.casefile().flatMap(Casefile::asked) : Optional.empty();
    }

    /**
     * Refuses what {@link #answer} would refuse, and writes nothing.
     *
     * @return what she would have agreed to; empty where she did not
     */
    Optional<Consent> examine(String id, Answer answer, Command command) {
        Desk.Sight sight = desk.sight(id, command);
        desk.require(Step.ANSWER_CONSENT, sight, command);
        requireAnswerer(sight, answer, command.officer());
        check(answer, command);
        if (!Step.ANSWER_CONSENT.possibleIn(sight.conference().state())) {
            throw Refusal.conflict("state.not-possible");
        }
        return answer.result() == Answer.Result.CONSENTED
                ? Optional.of(agreed(answer, sight.submittedCase(), command))
                : Optional.empty();
    }

    /** The answer of the agency that is with her. */
    void answer(String id, Answer answer, Command command) {
        Desk.Sight first = desk.sight(id, command);
        desk.require(Step.ANSWER_CONSENT, first, command);
        requireAnswerer(first, answer, command.officer());
        check(answer, command);
        desk.act(Step.ANSWER_CONSENT, first, command, () -> {
            Desk.Sight sight = desk.sight(id, command);
            CaseConference conference = sight.conference();
            if (conference.has(command)) {
                return;
            }
            Casefile casefile = sight.submittedCase();
            boolean resumed = casefile.has(command);
            if (!resumed && !Step.ANSWER_CONSENT.possibleIn(conference.state())) {
                throw Refusal.conflict("state.not-possible");
            }
            if (!resumed) {
                apply(answer, casefile, command);
                casefiles.save(casefile);
            }
            if (Step.ANSWER_CONSENT.possibleIn(conference.state())) {
                follow(answer, conference, command);
                conferences.save(conference);
            }
        });
    }

    /** Takes her consent back: for the whole case, or for single agencies. Possible in every state. */
    void withdraw(String id, Withdrawal told, Command command) {
        Desk.Sight first = desk.sight(id, command);
        desk.require(Step.WITHDRAW_CONSENT, first, command);
        Consent.Withdrawal withdrawal = withdrawal(told, command);
        desk.act(Step.WITHDRAW_CONSENT, first, command, () -> {
            CaseConference conference = first.conference();
            Casefile casefile = casefiles.findOrOpen(
                    conference.caseId(),
                    conference.requestingAgency(),
                    conference.team().section(),
                    command);
            if (!casefile.has(command)) {
                casefile.withdraw(withdrawal, command);
                casefiles.save(casefile);
            }
            withdrawn(conference.caseId(), withdrawal.recipients(), command);
        });
    }

    /** Lets the conferences of a case follow a withdrawal. */
    private void withdrawn(CaseId caseId, Set<AgencyCode> agencies, Command command) {
        for (CaseConference conference : conferences.ofCase(caseId)) {
            if (!conference.has(command)) {
                conference.consentWithdrawn(agencies, command);
                conferences.save(conference);
            }
        }
    }

    /** Lets conferences follow a withdrawal that was cut off in the middle; called by the casefile's event. */
    void followWithdrawal(CaseId caseId, Set<AgencyCode> agencies, Command command) {
        Optional<Consent> consent = casefiles.find(caseId).flatMap(Casefile::consent);
        Set<AgencyCode> gone = new LinkedHashSet<>(agencies);
        consent.ifPresent(current -> gone.removeAll(current.currentRecipients()));
        boolean agreedAnew = agencies.isEmpty()
                ? consent.filter(current -> current.status() != Consent.Status.WITHDRAWN)
                        .isPresent()
                : gone.isEmpty();
        if (agreedAnew) {
            return;
        }
        for (CaseConference conference : conferences.ofCase(caseId)) {
            if (conference.touchedByWithdrawal(gone)) {
                conference.consentWithdrawn(gone, command);
                conferences.save(conference);
            }
        }
    }

    /** Lets a conference whose answer was cut off in the middle follow the casefile. */
    void follow(CaseId caseId, Command command) {
        Casefile casefile = casefiles.find(caseId).orElse(null);
        if (casefile == null) {
            return;
        }
        Consent asked = casefile.asked().orElse(null);
        if (asked == null) {
            return;
        }
        for (CaseConference conference : conferences.ofCase(caseId)) {
            boolean awaited = Step.ANSWER_CONSENT.possibleIn(conference.state());
            if (awaited && asked.status() == Consent.Status.VERIFIED) {
                conference.consentConfirmed(command);
            } else if (awaited && asked.status() == Consent.Status.REFUSED) {
                conference.consentRefused(command);
            } else if (conference.contactAgency().equals(asked.contactAgency())) {
                continue;
            }
            conference.contactMoved(asked.contactAgency());
            conferences.save(conference);
        }
    }

    /**
     * Renews, widens or narrows. Anything but narrowing needs four eyes: another officer than the one who submitted.
     *
     * @return the number of the entry that counts now
     */
    int renew(CaseId caseId, Renewal renewal, Command command) {
        Casefile seen = casefiles.find(caseId).orElseThrow(Refusal::notFound);
        Consent current = seen.consent().orElseThrow(Refusal::notFound);
        Officer officer = command.officer();
        boolean withHer = (officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF))
                && officer.worksFor(current.contactAgency());
        if (!withHer && !CaseTeam.works(officer, seen)) {
            throw Refusal.notFound();
        }
        check(renewal, command);
        if (seen.asked().map(Consent::status).filter(BEING_ASKED::contains).isPresent()) {
            throw Refusal.conflict("consent.being-checked");
        }
        acts.perform(command, "case.consent", caseId.value(), null, () -> {
            Casefile casefile = casefiles.find(caseId).orElseThrow(Refusal::notFound);
            if (casefile.has(command)) {
                return true;
            }
            Consent before = casefile.consent().orElseThrow(Refusal::notFound);
            Consent after = renewed(before, renewal, command);
            if (!narrows(before, after, command.today())) {
                if (!withHer) {
                    throw Refusal.forbidden("consent.contact-agency-answers");
                }
                requireOtherThanSubmitter(caseId, officer);
            }
            casefile.confirm(after, command);
            casefiles.save(casefile);
            return true;
        });
        nudge.nudge();
        return casefiles.find(caseId).orElseThrow(Refusal::notFound).consentNumber();
    }

    /**
     * Four eyes are about persons. A gateway is none: it may only pass on the answer of another agency than the one that
     * asked, with the name of the officer there who asked her.
     */
    private void requireAnswerer(Desk.Sight sight, Answer answer, Officer officer) {
        CaseConference conference = sight.conference();
        AgencyCode contact = sight.casefile()
                .flatMap(Casefile::asked)
                .map(Consent::contactAgency)
                .orElse(conference.contactAgency());
        boolean contactIsRequesting = contact.equals(conference.requestingAgency());
        boolean namedPerson = officer.person() || (!contactIsRequesting && !FieldCheck.isBlank(answer.confirmedBy()));
        if (!namedPerson || submitted(conference, officer)) {
            throw Refusal.forbidden("consent.self-verification");
        }
        Set<Relation> answering = contactIsRequesting
                ? EnumSet.of(Relation.REQUESTING_TEAM)
                : EnumSet.of(Relation.CONTACT_TEAM, Relation.CONTACT_WITHOUT_CONSENT);
        if (sight.standing().actsAsAny(answering)) {
            return;
        }
        boolean centerAnswers = sight.standing().is(Relation.CENTER)
                && conference
                        .submittedBy()
                        .map(submittedBy -> !directory.hasAnotherOfficer(contact, submittedBy))
                        .orElse(false);
        if (!centerAnswers) {
            throw Refusal.forbidden("consent.contact-agency-answers");
        }
    }

    private void requireOtherThanSubmitter(CaseId caseId, Officer officer) {
        boolean submitted = conferences.ofCase(caseId).stream().anyMatch(conference -> submitted(conference, officer));
        if (!officer.person() || submitted) {
            throw Refusal.forbidden("consent.self-verification");
        }
    }

    private void check(Answer answer, Command command) {
        FieldCheck fields = new FieldCheck(directory);
        fields.present("result", answer.result());
        fields.text("confirmedBy", answer.confirmedBy(), LONGEST_NAME);
        consentDates(answer.confirmedOn(), answer.validUntil(), fields, command.today());
        fields.each("recipients", orEmpty(answer.recipients()), fields::namedAgency);
        fields.refuseUnder("consent.incomplete");
    }

    private void check(Renewal renewal, Command command) {
        FieldCheck fields = new FieldCheck(directory);
        fields.text("confirmedBy", renewal.confirmedBy(), LONGEST_NAME);
        consentDates(renewal.confirmedOn(), renewal.validUntil(), fields, command.today());
        fields.agency("contactAgency", renewal.contactAgency());
        List<String> recipients = orEmpty(renewal.recipients());
        List<Consent.Withheld> withheld = orEmpty(renewal.withheld());
        List<Consent.Condition> conditions = orEmpty(renewal.conditions());
        ConsentRules.lengths("", recipients, withheld, conditions, orEmpty(renewal.locationRecipients()), fields);
        ConsentRules.content(
                "", recipients, withheld, conditions, orEmpty(renewal.locationRecipients()), fields, command.today());
        fields.refuseUnder("consent.incomplete");
    }

    private static void consentDates(
            @Nullable LocalDate confirmedOn, @Nullable LocalDate validUntil, FieldCheck fields, LocalDate today) {
        if (confirmedOn != null && confirmedOn.isAfter(today)) {
            fields.add("confirmedOn", "not-future");
        }
        ConsentRules.end("validUntil", validUntil, confirmedOn == null ? today : confirmedOn, fields);
        if (validUntil != null && validUntil.isBefore(today)) {
            fields.add("validUntil", "consent-ended");
        }
    }

    private static void apply(Answer answer, Casefile casefile, Command command) {
        if (answer.result() != Answer.Result.CONSENTED) {
            casefile.attempted(
                    new Consent.Attempt(
                            answer.result() == Answer.Result.REFUSED,
                            answer.method(),
                            answer.confirmedBy(),
                            answer.confirmedOn(),
                            command.officer().id(),
                            command.at()),
                    command);
            return;
        }
        casefile.confirm(agreed(answer, casefile, command), command);
    }

    private static Consent agreed(Answer answer, Casefile casefile, Command command) {
        Consent asked = casefile.asked().orElseThrow(() -> Refusal.conflict("consent.not-asked"));
        if (asked.status() == Consent.Status.WITHDRAWN) {
            throw Refusal.conflict("consent.not-valid");
        }
        Renewal agreed = new Renewal(
                answer.method(),
                answer.confirmedBy(),
                answer.confirmedOn(),
                answer.validUntil(),
                answer.recipients(),
                null,
                null,
                null,
                null);
        return renewed(asked, agreed, command);
    }

    private static void follow(Answer answer, CaseConference conference, Command command) {
        switch (Objects.requireNonNull(answer.result())) {
            case CONSENTED -> conference.consentConfirmed(command);
            case REFUSED -> conference.consentRefused(command);
            case UNREACHABLE -> conference.personUnreachable(command);
        }
    }

    private static Consent renewed(Consent before, Renewal renewal, Command command) {
        LocalDate confirmedOn = renewal.confirmedOn() == null ? command.today() : renewal.confirmedOn();
        boolean sameEnd = renewal.validUntil() == null && !before.expired(command.today());
        return new Consent(
                before.number(),
                Consent.Status.VERIFIED,
                renewal.recipients() == null ? before.currentRecipients() : codes(renewal.recipients()),
                Objects.requireNonNullElse(renewal.locationRecipients(), before.locationRecipients()),
                Objects.requireNonNullElse(renewal.withheld(), before.withheld()),
                Objects.requireNonNullElse(renewal.conditions(), before.conditions()),
                renewal.confirmedBy() == null ? before.confirmedBy() : renewal.confirmedBy(),
                confirmedOn,
                renewal.method() == null ? before.method() : renewal.method(),
                sameEnd ? before.validUntil() : ConsentRules.endOf(renewal.validUntil(), confirmedOn),
                renewal.contactAgency() == null ? before.contactAgency() : new AgencyCode(renewal.contactAgency()),
                command.officer().id(),
                command.at(),
                List.of(),
                List.of());
    }

    private static boolean narrows(Consent before, Consent after, LocalDate today) {
        return before.inForce(today)
                && before.currentRecipients().containsAll(after.recipients())
                && !after.validUntil().isAfter(before.validUntil())
                && after.withheld().containsAll(before.withheld())
                && before.locationRecipients().containsAll(after.locationRecipients())
                && after.conditions().equals(before.conditions())
                && after.contactAgency().equals(before.contactAgency());
    }

    private Consent.Withdrawal withdrawal(Withdrawal told, Command command) {
        FieldCheck fields = new FieldCheck(directory);
        if (told.withdrawnOn() != null && told.withdrawnOn().isAfter(command.today())) {
            fields.add("withdrawnOn", "not-future");
        }
        fields.text("recordedBy", told.recordedBy(), LONGEST_NAME);
        fields.each("recipients", orEmpty(told.recipients()), fields::namedAgency);
        fields.refuseUnder("consent.incomplete");
        return new Consent.Withdrawal(
                told.withdrawnOn() == null ? command.today() : told.withdrawnOn(),
                told.how() == null ? Consent.Withdrawal.How.ORAL : told.how(),
                told.recordedBy() == null ? command.officer().name() : told.recordedBy(),
                command.officer().id(),
                command.at(),
                codes(orEmpty(told.recipients())));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Set<AgencyCode> codes(List<String> codes) {
        Set<AgencyCode> agencies = new LinkedHashSet<>();
        codes.forEach(code -> agencies.add(new AgencyCode(code)));
        return agencies;
    }

    private static boolean submitted(CaseConference conference, Officer officer) {
        return conference.submittedBy().filter(officer.id()::equals).isPresent();
    }
}
