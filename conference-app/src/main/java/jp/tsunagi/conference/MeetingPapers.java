package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
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
                .index("conferenceId");
        this.sheets =
                SealedCollection.of(SheetRecord.class, "sheets", database, keys).index("conferenceId");
    }

    Optional<ReplyRecord> reply(ConferenceId conference, AgencyCode agency) {
        return replies.find(ReplyRecord.idOf(conference, agency));
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
}
