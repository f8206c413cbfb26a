package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Command;
import jp.tsunagi.shared.Paging;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The conferences that an officer may know of, a few queries for a page whatever is on it. Where all of a conference's
 * plain fields are open to the officer, the database filters, sorts and counts. Where the policy may hide some (an agency
 * that was invited, or is with her), everything is decided first and then filtered by what is shown: filtering by what is
 * stored would tell what is hidden.
 */
@Service
class Worklists {

    private static final int MOST = 5_000;

    private final Conferences conferences;
    private final Casefiles casefiles;
    private final Directory directory;
    private final Standings standings;
    private final Desk desk;

    Worklists(Conferences conferences, Casefiles casefiles, Directory directory, Standings standings, Desk desk) {
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.directory = directory;
        this.standings = standings;
        this.desk = desk;
    }

    /** A page of the worklist and how many there are in all. */
    record Page(List<Listed> items, int page, long total) {

        static final Page EMPTY = new Page(List.of(), 0, 0);

        Page {
            items = List.copyOf(items);
        }
    }

    /** A page of the worklist as the API tells it. */
    record Worklist(List<Reading.Line> items, int page, long total) {}

    /**
     * The officer's worklist, newest first.
     *
     * @param state as displayed to the officer; all where null
     */
    Worklist worklist(Command command, @Nullable String state, Paging paging) {
        Page page = find(CaseCriteria.inState(state), CaseOrder.NEWEST, paging, command);
        return new Worklist(
                page.items().stream()
                        .map(listed -> new Reading.Line(
                                listed.id(),
                                listed.reference(),
                                listed.state(),
                                listed.requestingAgency(),
                                listed.due()))
                        .toList(),
                page.page(),
                page.total());
    }

    /** A page of what fits, in this order. */
    Page find(CaseCriteria wanted, CaseOrder order, Paging paging, Command command) {
        Officer officer = command.officer();
        if (!someMayBeHidden(command)) {
            Bson filter = and(openly(officer), wanted.filter(command.today()));
            int skip = paging.page() * paging.size();
            List<CaseConference> found = order.slice(conferences, filter, skip, paging.size());
            return new Page(listed(found, command), paging.page(), conferences.count(filter));
        }
        return page(all(wanted, command), order, paging);
    }

    /** All that fits, in this order, up to what a list can hold. */
    List<Listed> find(CaseCriteria wanted, CaseOrder order, Command command) {
        return someMayBeHidden(command)
                ? all(wanted, command).stream().sorted(order.comparator()).toList()
                : listed(
                        order.slice(
                                conferences, and(openly(command.officer()), wanted.filter(command.today())), 0, MOST),
                        command);
    }

    /** A page of these. */
    static Page page(List<Listed> all, CaseOrder order, Paging paging) {
        return new Page(
                all.stream()
                        .sorted(order.comparator())
                        .skip((long) paging.page() * paging.size())
                        .limit(paging.size())
                        .toList(),
                paging.page(),
                all.size());
    }

    /**
     * What is in one of these states and known to the officer, what is due first before the rest. The states are those
     * stored: whoever shows the result asks the policy for each. For steps: none is taken on what is disclosed without her
     * consent.
     */
    List<Desk.Sight> inStates(Set<ConferenceState> states, int most, Command command) {
        Bson filter = and(
                known(command.officer(), List.of()),
                in("state", states.stream().map(ConferenceState::name).toList()));
        return byConsent(desk.sights(CaseOrder.DUE.slice(conferences, filter, 0, most), command));
    }

    /** What fits and is known to the officer, in no order; nor that. */
    List<Desk.Sight> fitting(Bson filter, int most, Command command) {
        return byConsent(
                desk.sights(conferences.list(and(known(command.officer(), List.of()), filter), 0, most), command));
    }

    private static List<Desk.Sight> byConsent(List<Desk.Sight> found) {
        return found.stream()
                .map(Desk.Sight::byConsent)
                .filter(sight -> !sight.standing().relations().isEmpty())
                .toList();
    }

    private List<Listed> all(CaseCriteria wanted, Command command) {
        return listed(conferences.list(known(command.officer(), disclosed(command)), 0, MOST), command).stream()
                .filter(listed -> wanted.fits(listed, command.today()))
                .toList();
    }

    private List<Listed> listed(List<CaseConference> found, Command command) {
        return desk.sights(found, command).stream().map(Listed::of).toList();
    }

    /** Whether the policy may hide plain fields of some of them from the officer. */
    private boolean someMayBeHidden(Command command) {
        Officer officer = command.officer();
        return (takesPart(officer) && conferences.count(invitation(officer)) > 0)
                || (officer.is(Role.COUNSELLOR) && conferences.count(withHer(officer)) > 0)
                || !disclosed(command).isEmpty();
    }

    /** Conferences of which something is disclosed to the officer's agency without her consent. */
    private List<String> disclosed(Command command) {
        return standings.disclosedTo(command).stream()
                .map(one -> one.conference().value())
                .distinct()
                .toList();
    }

    private Bson known(Officer officer, List<String> disclosed) {
        List<Bson> ways = new ArrayList<>();
        ways.add(openly(officer));
        if (officer.is(Role.COUNSELLOR)) {
            ways.add(withHer(officer));
        }
        if (takesPart(officer)) {
            ways.add(invitation(officer));
        }
        if (!disclosed.isEmpty()) {
            ways.add(in("_id", disclosed));
        }
        return or(ways);
    }

    /** What the officer knows by the Center, by the team or by the audit. */
    private Bson openly(Officer officer) {
        boolean center = officer.worksFor(directory.center());
        List<Bson> ways = new ArrayList<>();
        if (officer.is(Role.AUDITOR) || (center && (officer.is(Role.CENTER_STAFF) || officer.is(Role.DIRECTOR)))) {
            ways.add(exists("submittedOn"));
        }
        if (officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF)) {
            ways.add(and(eq("team.agency", officer.agency().value()), eq("team.section", officer.section())));
            List<String> added = casefiles.withMember(officer.id()).stream()
                    .map(id -> id.value())
                    .toList();
            if (!added.isEmpty()) {
                ways.add(in("caseId", added));
            }
        }
        // Nobody knows a conference that fits nothing.
        return ways.isEmpty() ? nor(ne("_id", "")) : or(ways);
    }

    private static Bson invitation(Officer officer) {
        return eq("invitedOnce", officer.agency().value());
    }

    /** Another section of the requesting agency does not know it, although its agency is with her. */
    private static Bson withHer(Officer officer) {
        return and(
                eq("contactAgency", officer.agency().value()),
                ne("team.agency", officer.agency().value()),
                exists("submittedOn"));
    }

    private static boolean takesPart(Officer officer) {
        return officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF) || officer.is(Role.PARTICIPANT);
    }
}
