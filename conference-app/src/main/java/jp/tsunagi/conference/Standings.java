package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Relation;
import org.springframework.stereotype.Component;

/** Finds out how an officer stands to a conference (domain.md E6; rulings on case team and participants). */
@Component
class Standings {

    private final MeetingPapers papers;
    private final BlockList blockList;
    private final Directory directory;

    Standings(MeetingPapers papers, BlockList blockList, Directory directory) {
        this.papers = papers;
        this.blockList = blockList;
        this.directory = directory;
    }

    /**
     * @param casefile as it is now, read after the conference; empty before the first submission
     * @param today in Japan
     */
    Standing of(Officer officer, CaseConference conference, Optional<Casefile> casefile, LocalDate today) {
        return of(officer, conference, casefile, today, id -> papers.reply(id, officer.agency()));
    }

    /** The same for many conferences: {@code replies} knows what the officer's agency answered to each. */
    Standing of(
            Officer officer,
            CaseConference conference,
            Optional<Casefile> casefile,
            LocalDate today,
            Function<ConferenceId, Optional<ReplyRecord>> replies) {
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
