package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** All conferences. */
@Repository
class Conferences {

    static final String COLLECTION = "conferences";
    private static final int MOST_OF_A_CASE = 1_000;
    /** 令和1年 was 2019. */
    private static final int YEAR_BEFORE_REIWA = 2018;

    private final SealedCollection<ConferenceRecord> records;
    private final MongoCollection<Document> counters;
    private final Deadlines deadlines;

    Conferences(MongoDatabase database, CaseKeys keys, Deadlines deadlines) {
        this.records = SealedCollection.of(ConferenceRecord.class, COLLECTION, database, keys)
                .unique("reference")
                .index("caseId")
                .index("pending")
                .index("remindOn")
                .index("team.agency", "team.section", "order")
                .index("contactAgency", "order")
                .index("invitedOnce", "order")
                .index("state", "order")
                // The ways in which lists are sorted and filtered besides.
                .index("team.agency", "team.section", "dueOn")
                .index("state", "dueOn")
                .index("dueOn")
                .index("submittedOn")
                .index("convening.start")
                .index("officer", "order");
        this.counters = database.getCollection("counters");
        this.deadlines = deadlines;
    }

    Optional<CaseConference> find(ConferenceId id) {
        return records.find(id.value()).map(this::aggregate);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} */
    CaseConference get(String id) {
        if (!Ids.isId(id)) {
            throw Refusal.notFound();
        }
        return find(new ConferenceId(id)).orElseThrow(Refusal::notFound);
    }

    /** All conferences of a case, the first one first. */
    List<CaseConference> ofCase(CaseId caseId) {
        return records.list(eq("caseId", caseId.value()), Sorts.ascending("number"), 0, MOST_OF_A_CASE).stream()
                .map(this::aggregate)
                .toList();
    }

    /** Conferences that fit, newest first. */
    List<CaseConference> list(Bson filter, int page, int size) {
        return list(filter, Sorts.descending("order", "_id"), page * size, size);
    }

    /** Conferences that fit, in this order, from one place on. */
    List<CaseConference> list(Bson filter, Bson order, int skip, int size) {
        return records.list(filter, order, skip, size).stream()
                .map(this::aggregate)
                .toList();
    }

    long count(Bson filter) {
        return records.count(filter);
    }

    /** Conferences in which somebody is to be reminded on that day or was to be before. */
    List<CaseConference> toRemind(LocalDate day, int most) {
        return records.list(lte("remindOn", day.toString()), Sorts.ascending("remindOn"), 0, most).stream()
                .map(this::aggregate)
                .toList();
    }

    /** @throws SealedCollection.AlreadyThere where the id or the reference is taken */
    void add(CaseConference conference) {
        records.insert(conference.toRecord());
    }

    /** @throws SealedCollection.Stale where another write came first */
    void save(CaseConference conference) {
        records.replace(conference.toRecord());
    }

    /** A draft that nobody submitted goes; anything else stays. */
    void forgetDraft(ConferenceId id) {
        find(id).filter(conference -> conference.state() == ConferenceState.DRAFT)
                .ifPresent(draft -> records.delete(draft.id().value()));
    }

    /** The next reference of the year, such as {@code R8-0012}. Gaps are allowed, repeats are not. */
    String nextReference(LocalDate day) {
        String year = "R" + (day.getYear() - YEAR_BEFORE_REIWA);
        Document counter = Objects.requireNonNull(counters.findOneAndUpdate(
                and(eq("_id", "reference:" + year)),
                Updates.inc("last", 1),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return "%s-%04d".formatted(year, counter.getInteger("last"));
    }

    private CaseConference aggregate(ConferenceRecord stored) {
        return new CaseConference(stored, deadlines);
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource conferencesOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
