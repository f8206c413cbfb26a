package jp.tsunagi.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.DisclosuresInForce.InForce;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.protection.WithoutConsent;
import org.springframework.stereotype.Component;

/** Finds out how an officer stands to a conference (domain.md E6; rulings on case team and participants). */
@Component
class Standings {

    private final MeetingPapers papers;
    private final BlockList blockList;
    private final Directory directory;
    private final DisclosuresInForce disclosures;

    Standings(MeetingPapers papers, BlockList blockList, Directory directory, DisclosuresInForce disclosures) {
        this.papers = papers;
        this.blockList = blockList;
        this.directory = directory;
        this.disclosures = disclosures;
    }

    /**
     * @param casefile as it is now, read after the conference; empty before the first submission
     */
    Standing of(Command command, CaseConference conference, Optional<Casefile> casefile) {
        AgencyCode agency = command.officer().agency();
        return of(command, conference, casefile, disclosedTo(command), id -> papers.reply(id, agency));
    }

    /** What is disclosed without her consent to the officer's agency at that moment. */
    List<InForce> disclosedTo(Command command) {
        Officer officer = command.officer();
        boolean reads = officer.person() && (worksWithCases(officer) || officer.is(Role.PARTICIPANT));
        return reads && !officer.worksFor(directory.center())
                ? disclosures.to(officer.agency(), command.at())
                : List.of();
    }

    /**
     * The same for many conferences: {@code replies} knows what the officer's agency answered to each, {@code disclosed}
     * what is disclosed to it of any.
     */
    Standing of(
            Command command,
            CaseConference conference,
            Optional<Casefile> casefile,
            List<InForce> disclosed,
            Function<ConferenceId, Optional<ReplyRecord>> replies) {
        Officer officer = command.officer();
        LocalDate today = command.today();
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        // Never submitted, nobody beyond the team knows of it, however it ends.
        boolean draft = conference.submittedBy().isEmpty();
        ConsentScope scope =
                casefile.map(c -> c.scopeFor(officer.agency(), today)).orElse(ConsentScope.NOTHING);

        if (worksWithCases(officer) && onTeam(officer, conference, casefile)) {
            relations.add(Relation.REQUESTING_TEAM);
        }
        if (!draft) {
            if (officer.is(Role.CENTER_STAFF) && officer.worksFor(directory.center())) {
                relations.add(Relation.CENTER);
                if (conference.officer().filter(officer.id()::equals).isPresent()) {
                    relations.add(Relation.CASE_OFFICER);
                }
            }
            if (officer.is(Role.DIRECTOR) && officer.worksFor(directory.center())) {
                relations.add(Relation.DIRECTOR);
            }
            if (officer.is(Role.AUDITOR)) {
                relations.add(Relation.AUDITOR);
            }
            Optional<Consent> consent = casefile.flatMap(Casefile::consent);
            AgencyCode contact = consent.map(Consent::contactAgency).orElse(conference.contactAgency());
            if (officer.is(Role.COUNSELLOR)
                    && officer.worksFor(contact)
                    && !officer.worksFor(conference.requestingAgency())) {
                boolean agrees = consent.map(Consent::status)
                        .filter(status -> status == Consent.Status.GIVEN || status == Consent.Status.VERIFIED)
                        .isPresent();
                relations.add(agrees ? Relation.CONTACT_TEAM : Relation.CONTACT_WITHOUT_CONSENT);
            }
            participation(officer, conference, casefile, scope, replies).ifPresent(relations::add);
            if (recordsFor(officer, conference) && takesPart(relations)) {
                relations.add(Relation.RECORDER);
            }
            List<InForce> here = casefile.map(c -> inForce(officer, conference, c, disclosed, replies))
                    .orElse(List.of());
            if (!here.isEmpty()) {
                relations.add(
                        here.stream().anyMatch(one -> one.pledged().contains(officer.id()))
                                ? Relation.DISCLOSURE_RECIPIENT
                                : Relation.DISCLOSURE_NAMED);
                scope = casefile.get().scopeFor(officer.agency(), today, withoutConsent(officer, here));
            }
        }
        Set<Relation> actsAs = EnumSet.noneOf(Relation.class);
        actsAs.addAll(relations);
        if (relations.contains(Relation.CENTER)) {
            if (directory.reachedByPhoneOnly(conference.requestingAgency())) {
                actsAs.add(Relation.REQUESTING_TEAM);
            }
            AgencyCode contact = casefile.flatMap(Casefile::consent)
                    .map(Consent::contactAgency)
                    .orElse(conference.contactAgency());
            if (directory.reachedByPhoneOnly(contact)) {
                actsAs.add(Relation.CONTACT_TEAM);
            }
        }
        return new Standing(relations, actsAs, scope);
    }

    /** Whether the agency is convened and the meeting is not off. */
    static boolean stillInvited(CaseConference conference, AgencyCode agency) {
        return conference.invited().contains(agency)
                && conference.state() != ConferenceState.WITHDRAWN
                && conference.state() != ConferenceState.CANCELLED_NO_CONSENT;
    }

    /** What is disclosed of this conference to this officer: not to whom the other party may know. */
    private List<InForce> inForce(
            Officer officer,
            CaseConference conference,
            Casefile casefile,
            List<InForce> disclosed,
            Function<ConferenceId, Optional<ReplyRecord>> replies) {
        List<InForce> here = disclosed.stream()
                .filter(one -> one.conference().equals(conference.id()))
                .filter(one -> one.holds(casefile))
                .toList();
        boolean kept = here.isEmpty()
                || blockList.matches(casefile, officer.agency(), officer.name())
                || here.stream().anyMatch(one -> one.kept().contains(officer.id()))
                || replies.apply(conference.id())
                        .filter(reply -> reply.declarations().stream().anyMatch(said -> said.stands(officer.id())))
                        .isPresent();
        return kept ? List.of() : here;
    }

    /** Of those that the officer has pledged for, or of none: what is disclosed, and until when. */
    private static WithoutConsent withoutConsent(Officer officer, List<InForce> here) {
        Set<FieldClass> classes = EnumSet.noneOf(FieldClass.class);
        Set<String> bases = new TreeSet<>();
        Instant until = Instant.EPOCH;
        for (InForce one : here) {
            if (one.pledged().contains(officer.id())) {
                classes.addAll(one.classes());
            }
            bases.add(one.basis());
            until = one.until().isAfter(until) ? one.until() : until;
        }
        return new WithoutConsent(classes, bases, until);
    }

    private static boolean recordsFor(Officer officer, CaseConference conference) {
        return conference
                .convening()
                .map(Convening::recorder)
                .filter(officer.agency().value()::equals)
                .isPresent();
    }

    private static boolean takesPart(Set<Relation> relations) {
        return relations.contains(Relation.REQUESTING_TEAM) || relations.contains(Relation.CLEARED_PARTICIPANT);
    }

    private static boolean worksWithCases(Officer officer) {
        return officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF);
    }

    private static boolean onTeam(Officer officer, CaseConference conference, Optional<Casefile> casefile) {
        return conference.team().includes(officer)
                || casefile.filter(c -> c.requestingAgency().equals(conference.requestingAgency()))
                        .filter(c -> c.hasOnTeam(officer))
                        .isPresent();
    }

    private Optional<Relation> participation(
            Officer officer,
            CaseConference conference,
            Optional<Casefile> casefile,
            ConsentScope scope,
            Function<ConferenceId, Optional<ReplyRecord>> replies) {
        if (!conference.invitedOnce().contains(officer.agency())
                || !(worksWithCases(officer) || officer.is(Role.PARTICIPANT))) {
            return Optional.empty();
        }
        if (!stillInvited(conference, officer.agency()) || !scope.covers()) {
            return Optional.of(Relation.UNINVITED);
        }
        boolean cleared = replies.apply(conference.id())
                .filter(ReplyRecord::cleared)
                .filter(reply -> reply.round() == conference.round())
                .filter(reply -> casefile.filter(
                                c -> blockList.matches(c, officer.agency(), reply.attendee(), officer.name()))
                        .isEmpty())
                .filter(reply -> !officer.person() || reply.attendeeAccount().equals(officer.id()))
                .isPresent();
        return Optional.of(cleared ? Relation.CLEARED_PARTICIPANT : Relation.INVITED);
    }
}
