package jp.tsunagi.notice;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Refusal;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Service;

/** The inboxes of all agencies, kept in the database: the inbox of record. */
@Service
public class Inbox {

    private static final int MOST_OF_A_CONFERENCE = 10_000;
    private static final Set<Role> CASE_WORK = Set.of(Role.COUNSELLOR, Role.CENTER_STAFF, Role.PARTICIPANT);

    /** Those written before there were any for some alone say nothing of it. */
    private static final Bson FOR_ALL = or(exists("onlyFor", false), eq("onlyFor", List.of()));

    private final SealedCollection<Notice> notices;
    private final Clock clock;

    Inbox(MongoDatabase database, CaseKeys keys, Clock clock) {
        this.notices = SealedCollection.of(Notice.class, "notices", database, keys)
                .index("agency", "recalled", "at")
                .index("conferenceId");
        this.clock = clock;
    }

    /** Puts a notice into its inbox; one that is there already stays as it is. */
    public void deliver(Notice notice) {
        if (notices.find(notice.id()).isPresent()) {
            return;
        }
        try {
            notices.insert(notice);
        } catch (SealedCollection.AlreadyThere e) {
            // Two deliveries of one event at the same time: it is in the inbox once, as it should be.
            return;
        }
    }

    /** Takes back what has not been read yet of a case and concerns these agencies; all where none is named. */
    public void recall(String caseId, Set<String> agencies) {
        Bson filter = and(eq("caseId", caseId), eq("recallable", true), eq("recalled", false), eq("read", false));
        for (Notice notice : notices.list(filter, Sorts.ascending("_id"), 0, MOST_OF_A_CONFERENCE)) {
            if (agencies.isEmpty() || agencies.contains(notice.subject().value())) {
                try {
                    notices.replace(notice.takenBack());
                } catch (SealedCollection.Stale e) {
                    // Read in this very moment: then it was delivered, and stays in the ledger as such.
                    continue;
                }
            }
        }
    }

    /** Takes back one notice that has not been read yet; nothing where there is none, or it was. */
    public void takeBack(String id) {
        notices.find(id).filter(notice -> !notice.read() && !notice.recalled()).ifPresent(notice -> {
            try {
                notices.replace(notice.takenBack());
            } catch (SealedCollection.Stale e) {
                // Read in this very moment, or taken back by somebody else.
                return;
            }
        });
    }

    /**
     * All notices of one conference, those taken back included, in the order in which they came. Not those for some of an
     * agency alone: that they went out is nobody else's to know.
     */
    public List<Notice> ofConference(String conferenceId) {
        return notices.list(
                and(eq("conferenceId", conferenceId), FOR_ALL), Sorts.ascending("at", "_id"), 0, MOST_OF_A_CONFERENCE);
    }

    /**
     * A page of the officer's inbox, newest first.
     *
     * @param page counted from zero
     * @param size 1 to 100
     */
    public Page list(Officer officer, boolean unreadOnly, int page, int size) {
        Bson filter = forOfficer(officer, unreadOnly);
        return new Page(
                notices.list(filter, Sorts.descending("at", "_id"), page * size, size), page, notices.count(filter));
    }

    /** The same with what is unread before all that is read. */
    Page unreadFirst(Officer officer, int page, int size) {
        Bson filter = forOfficer(officer, false);
        Bson order = Sorts.orderBy(Sorts.ascending("read"), Sorts.descending("at", "_id"));
        return new Page(notices.list(filter, order, page * size, size), page, notices.count(filter));
    }

    /** How many the officer has not read. */
    long unread(Officer officer) {
        return notices.count(forOfficer(officer, true));
    }

    /**
     * Notes that the officer has read it.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} where it is not in this officer's inbox
     */
    public Notice receipt(Officer officer, String id) {
        Notice notice = notices.find(id)
                .filter(found -> found.isFor(officer) && !found.recalled())
                .orElseThrow(Refusal::notFound);
        if (notice.read()) {
            return notice;
        }
        // As precise as it is kept, so that a repeat is answered the same.
        Notice read = notice.readBy(officer.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        notices.replace(read);
        return read;
    }

    /** A page of notices and how many there are in all. */
    public record Page(List<Notice> items, int page, long total) {
        public Page {
            items = List.copyOf(items);
        }
    }

    private static Bson forOfficer(Officer officer, boolean unreadOnly) {
        List<String> roles = officer.roles().stream().map(Role::name).toList();
        List<Bson> roleFilters = new ArrayList<>();
        roleFilters.add(in("roles", roles));
        if (CASE_WORK.stream().anyMatch(officer::is)) {
            roleFilters.add(eq("roles", List.of()));
        }
        List<Bson> all = new ArrayList<>(List.of(
                eq("agency", officer.agency().value()),
                eq("recalled", false),
                or(exists("section", false), eq("section", officer.section())),
                or(roleFilters),
                or(FOR_ALL, eq("onlyFor", officer.id().value()))));
        if (unreadOnly) {
            all.add(eq("read", false));
        }
        return and(all);
    }
}
