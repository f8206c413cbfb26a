package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What came of asking her again (domain.md E3): a second officer of the agency that is with her says so. The casefile is
 * written first; the conferences of the case follow, at once or by the casefile's event.
 */
@Service
class ConsentAnswers {

    private final Conferences conferences;
    private final Casefiles casefiles;
    private final Directory directory;
    private final Desk desk;

    ConsentAnswers(Conferences conferences, Casefiles casefiles, Directory directory, Desk desk) {
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.directory = directory;
        this.desk = desk;
    }

    /** What came of asking her. */
    record Answer(
            @Nullable Result result,
            @Nullable ConsentMethod method,
            @Nullable String confirmedBy,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate validUntil,
            @Nullable List<String> recipients,
            @Nullable List<Consent.Purpose> purposes,
            @Nullable Boolean refusalExplained) {

        enum Result {
            CONSENTED,
            REFUSED,
            UNREACHABLE
        }
    }

    /** Whether this officer is somebody who may answer; refuses as {@link #answer} would. */
    void requireAnswerer(String id, Command command) {
        Desk.Sight sight = desk.sight(id, command);
        desk.require(Step.ANSWER_CONSENT, sight, command);
        requireAnswerer(sight, new Answer(null, null, null, null, null, null, null, null), command.officer());
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
        if (!namedPerson || conference.wasSubmittedBy(officer)) {
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

    private void check(Answer answer, Command command) {
        FieldCheck fields = new FieldCheck(directory);
        fields.chosen("result", answer.result());
        fields.text("confirmedBy", answer.confirmedBy(), ConsentRules.LONGEST_NAME);
        ConsentRules.dates(answer.confirmedOn(), answer.validUntil(), fields, command.today());
        fields.each("recipients", ConsentRules.orEmpty(answer.recipients()), fields::namedAgency);
        if (answer.result() == Answer.Result.CONSENTED) {
            ConsentRules.purposes("purposes", answer.purposes(), fields);
        }
        fields.refuseUnder("consent.incomplete");
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
        ConsentRenewal.Renewal agreed = new ConsentRenewal.Renewal(
                answer.method(),
                answer.confirmedBy(),
                answer.confirmedOn(),
                answer.validUntil(),
                answer.recipients(),
                null,
                null,
                null,
                null,
                answer.purposes(),
                answer.refusalExplained());
        return ConsentRenewal.renewed(asked, agreed, command);
    }

    private static void follow(Answer answer, CaseConference conference, Command command) {
        switch (Objects.requireNonNull(answer.result())) {
            case CONSENTED -> conference.consentConfirmed(command);
            case REFUSED -> conference.consentRefused(command);
            case UNREACHABLE -> conference.personUnreachable(command);
        }
    }
}
