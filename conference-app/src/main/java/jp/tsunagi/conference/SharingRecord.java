package jp.tsunagi.conference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What went to whom of a conference, and what happened to it, for its pages (S38, S39). Whoever helps her sees all of it;
 * an agency that takes part sees what it had itself; nobody sees here what stood in it.
 */
@Component
class SharingRecord {

    private static final Set<Relation> WHOLE = EnumSet.of(Relation.REQUESTING_TEAM, Relation.CENTER, Relation.DIRECTOR);

    private static final Set<Relation> OWN = EnumSet.of(
            Relation.CONTACT_TEAM,
            Relation.CONTACT_WITHOUT_CONSENT,
            Relation.INVITED,
            Relation.CLEARED_PARTICIPANT,
            Relation.UNINVITED);

    private static final Set<Relation> HELPERS = EnumSet.of(
            Relation.REQUESTING_TEAM,
            Relation.CENTER,
            Relation.DIRECTOR,
            Relation.CONTACT_TEAM,
            Relation.CONTACT_WITHOUT_CONSENT);

    private final Desk desk;
    private final SharingLedger ledger;
    private final Inbox inbox;
    private final PapersBack papersBack;
    private final Directory directory;
    private final Accounts accounts;
    private final Acts acts;

    SharingRecord(
            Desk desk,
            SharingLedger ledger,
            Inbox inbox,
            PapersBack papersBack,
            Directory directory,
            Accounts accounts,
            Acts acts) {
        this.desk = desk;
        this.ledger = ledger;
        this.inbox = inbox;
        this.papersBack = papersBack;
        this.directory = directory;
        this.accounts = accounts;
        this.acts = acts;
    }

    /**
     * As far as the officer may know it.
     *
     * @param whole whether it is all there is; else what went to the officer's own agency
     * @param asks whether the officer may ask for papers back
     * @param helper whether the officer helps her, and may go through the report with her
     * @param papers what was opened, the newest first
     * @param notices what agencies that take part were told, the newest first
     * @param history what happened, the newest first; empty for those who may not read it
     */
    record Shared(
            boolean whole,
            boolean asks,
            boolean helper,
            List<Paper> papers,
            List<Told> notices,
            @Nullable List<Event> history) {

        public long unread() {
            return notices.stream()
                    .filter(told -> told.recallable() && told.readAt() == null && !told.recalled())
                    .count();
        }
    }

    /**
     * @param serial printed on a paper, null for what was read on a screen
     * @param back what became of it where it was asked back since; null where it was not
     */
    record Paper(
            @Nullable String serial,
            String agency,
            String kind,
            Instant at,
            int consentNumber,
            @Nullable String reason,
            PapersBack.@Nullable Back back) {}

    record Told(String agency, Instant at, @Nullable Instant readAt, boolean recallable, boolean recalled) {}

    /** @param agency of whoever took the step, null where the hub did */
    record Event(Step step, ConferenceState reached, Instant at, @Nullable String agency, @Nullable String reason) {}

    /** Entered into the audit before it leaves. */
    Shared read(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        CaseConference conference = sight.conference();
        Set<Relation> relations = sight.standing().relations();
        boolean whole = relations.stream().anyMatch(WHOLE::contains);
        boolean own = relations.stream().anyMatch(OWN::contains);
        boolean office = sight.standing().grants(conference.request()).shows(FieldClass.OFFICE);
        AgencyCode agency = command.officer().agency();
        Predicate<AgencyCode> mine = of -> whole || (own && of.equals(agency));
        acts.shown(
                command,
                "sharing.read",
                conference.caseId().value(),
                conference.id().value(),
                List.of(whole ? FieldClass.OFFICE.name() : FieldClass.AGENCY.name()));
        List<PapersBack.Back> asked = papersBack.of(conference.id());
        List<Paper> papers = new ArrayList<>();
        ledger.of(conference.id()).stream()
                .filter(delivery -> mine.test(delivery.agency()))
                .forEach(delivery -> papers.add(paper(delivery, office, asked)));
        Collections.reverse(papers);
        return new Shared(
                whole,
                SharedPapers.mayAsk(sight.standing()),
                relations.stream().anyMatch(HELPERS::contains),
                papers,
                notices(conference, mine),
                office ? history(conference) : null);
    }

    /** Only of agencies that take part: what the Center's own notices are about is the Center's alone. */
    private List<Told> notices(CaseConference conference, Predicate<AgencyCode> mine) {
        List<Told> told = new ArrayList<>();
        for (Notice notice : inbox.ofConference(conference.id().value())) {
            boolean participant = notice.opensDisclosure()
                    || (conference.invitedOnce().contains(notice.subject())
                            && !notice.agency().equals(directory.center()));
            if (participant && mine.test(notice.agency())) {
                told.add(new Told(
                        notice.agency().value(), notice.at(), notice.readAt(), notice.recallable(), notice.recalled()));
            }
        }
        Collections.reverse(told);
        return told;
    }

    private static Paper paper(Delivery delivery, boolean office, List<PapersBack.Back> asked) {
        return new Paper(
                delivery.sha256() == null ? null : delivery.id(),
                delivery.agency().value(),
                delivery.kind(),
                delivery.at(),
                delivery.consentNumber(),
                office ? delivery.reason() : null,
                delivery.sha256() == null
                        ? null
                        : asked.stream()
                                .filter(back -> back.agency().equals(delivery.agency())
                                        && back.askedAt().isAfter(delivery.at()))
                                .reduce((former, latter) -> latter)
                                .orElse(null));
    }

    private List<Event> history(CaseConference conference) {
        List<Event> events = new ArrayList<>();
        for (Milestone milestone : conference.current().history()) {
            String agency = accounts.officer(milestone.by())
                    .map(officer -> officer.agency().value())
                    .orElse(null);
            events.add(new Event(milestone.step(), milestone.reached(), milestone.at(), agency, milestone.reason()));
        }
        Collections.reverse(events);
        return events;
    }
}
