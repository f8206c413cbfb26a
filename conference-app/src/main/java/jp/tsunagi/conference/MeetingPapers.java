package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.stereotype.Repository;

/** What invited agencies send before a meeting: replies and information sheets, one of each per agency. */
@Repository
class MeetingPapers {

    private static final int MOST = 1_000;

    private final SealedCollection<ReplyRecord> replies;
    private final SealedCollection<SheetRecord> sheets;

    MeetingPapers(MongoDatabase database, CaseKeys keys) {
        this.replies = SealedCollection.of(ReplyRecord.class, "replies", database, keys)
                .index("conferenceId")
                .index("attendeeAccount");
        this.sheets = SealedCollection.of(SheetRecord.class, "sheets", database, keys)
                .index("conferenceId")
                .index("sentAt");
    }

    Optional<ReplyRecord> reply(ConferenceId conference, AgencyCode agency) {
        return replies.find(ReplyRecord.idOf(conference, agency));
    }

    /** What one agency answered to each of these, by conference. */
    Map<ConferenceId, ReplyRecord> replies(Collection<ConferenceId> some, AgencyCode agency) {
        return replies.list(in("_id", ids(some, agency)), Sorts.ascending("_id"), 0, some.size() + 1).stream()
                .collect(Collectors.toMap(ReplyRecord::conferenceId, reply -> reply));
    }

    /** To which of these the agency has sent its information sheet. */
    Set<ConferenceId> withSheet(Collection<ConferenceId> some, AgencyCode agency) {
        return sheets.list(in("_id", ids(some, agency)), Sorts.ascending("_id"), 0, some.size() + 1).stream()
                .map(SheetRecord::conferenceId)
                .collect(Collectors.toSet());
    }

    private static List<String> ids(Collection<ConferenceId> some, AgencyCode agency) {
        return some.stream().map(one -> ReplyRecord.idOf(one, agency)).toList();
    }

    /** The answers by which this account goes to a meeting. */
    List<ReplyRecord> attendedBy(AccountId account) {
        return replies
                .list(
                        and(
                                eq("attendeeAccount", account.value()),
                                in("reply", ReplyRecord.Reply.ACCEPT.name(), ReplyRecord.Reply.SUBSTITUTE.name())),
                        Sorts.ascending("_id"),
                        0,
                        MOST)
                .stream()
                .toList();
    }

    List<ReplyRecord> replies(ConferenceId conference) {
        return replies.list(eq("conferenceId", conference.value()), Sorts.ascending("_id"), 0, MOST);
    }

    /** Writes the first or the next version. */
    void keep(ReplyRecord reply) {
        if (reply.version() == 0) {
            replies.insert(reply);
        } else {
            replies.replace(reply);
        }
    }

    Optional<SheetRecord> sheet(ConferenceId conference, AgencyCode agency) {
        return sheets.find(ReplyRecord.idOf(conference, agency));
    }

    List<SheetRecord> sheets(ConferenceId conference) {
        return sheets.list(eq("conferenceId", conference.value()), Sorts.ascending("_id"), 0, MOST);
    }

    /** Writes the first or the next version. */
    void keep(SheetRecord sheet) {
        if (sheet.version() == 0) {
            sheets.insert(sheet);
        } else {
            sheets.replace(sheet);
        }
    }

    /** Conferences for which a sheet was sent until then, the longest ago first. */
    List<ConferenceId> conferencesWithSheets(Date sentUntil, int most) {
        return sheets.list(lte("sentAt", sentUntil), Sorts.ascending("sentAt"), 0, most).stream()
                .map(SheetRecord::conferenceId)
                .distinct()
                .toList();
    }

    /** Their time is over. @return how many there were */
    int forgetSheets(ConferenceId conference) {
        List<SheetRecord> all = sheets(conference);
        all.forEach(sheet -> sheets.delete(sheet.id()));
        return all.size();
    }
}
