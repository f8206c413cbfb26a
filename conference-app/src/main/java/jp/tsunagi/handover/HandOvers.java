package jp.tsunagi.handover;

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
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** The hand-overs of all cases, one document each. */
@Repository
class HandOvers {

    static final String COLLECTION = "handOvers";
    private static final int MOST_OF_A_CASE = 200;
    private static final int MOST_OF_AN_AGENCY = 200;

    /** 令和1年 was 2019. */
    private static final int YEAR_BEFORE_REIWA = 2018;

    private final SealedCollection<HandOverRecord> records;
    private final MongoCollection<Document> counters;

    HandOvers(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(HandOverRecord.class, COLLECTION, database, keys)
                .unique("single")
                .index("pending")
                .index("lookOn")
                .index("caseId")
                .index("receiver", "offeredOn")
                .index("team.agency", "team.section", "state");
        this.counters = database.getCollection("counters");
    }

    Optional<HandOver> find(String id) {
        return records.find(id).map(HandOver::new);
    }

    /** All of a case, the newest first. */
    List<HandOverRecord> ofCase(CaseId caseId) {
        return records.list(eq("caseId", caseId.value()), Sorts.descending("offeredOn", "_id"), 0, MOST_OF_A_CASE);
    }

    /** The one of the case that still leads somewhere. */
    Optional<HandOver> openOf(CaseId caseId) {
        return records.first(eq("single", caseId.value())).map(HandOver::new);
    }

    /** Those offered to this agency, answered or not, the newest first. */
    List<HandOverRecord> offeredTo(AgencyCode receiver) {
        return records.list(
                eq("receiver", receiver.value()), Sorts.descending("offeredOn", "_id"), 0, MOST_OF_AN_AGENCY);
    }

    /** The same of those that wait for its answer. */
    List<HandOverRecord> waitingFor(AgencyCode receiver) {
        return records.list(
                and(eq("receiver", receiver.value()), eq("state", HandOverState.OFFERED.name())),
                Sorts.ascending("answerBy", "_id"),
                0,
                MOST_OF_AN_AGENCY);
    }

    /** Those that this section offered elsewhere, and of which the answer is to be recorded. */
    List<HandOverRecord> awaitedElsewhere(TeamSection team) {
        return records
                .list(
                        and(
                                eq("team.agency", team.agency().value()),
                                eq("team.section", team.section()),
                                eq("state", HandOverState.OFFERED.name())),
                        Sorts.ascending("answerBy", "_id"),
                        0,
                        MOST_OF_AN_AGENCY)
                .stream()
                .filter(record -> record.receiver() == null)
                .toList();
    }

    /** Those to look at on that day or before it. */
    List<HandOver> toLookAt(LocalDate day, int most) {
        return records.list(lte("lookOn", day.toString()), Sorts.ascending("lookOn"), 0, most).stream()
                .map(HandOver::new)
                .toList();
    }

    /** The next number of the year, such as {@code H8-0001}: its own, so that it leads to no case. Gaps are allowed. */
    String nextReference(LocalDate day) {
        String year = "H" + (day.getYear() - YEAR_BEFORE_REIWA);
        Document counter = Objects.requireNonNull(counters.findOneAndUpdate(
                eq("_id", "hand-over:" + year),
                Updates.inc("last", 1),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return "%s-%04d".formatted(year, counter.getInteger("last"));
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where the case has an open one already
     */
    void save(HandOver handOver) {
        if (handOver.isNew()) {
            records.insert(handOver.toRecord());
        } else {
            records.replace(handOver.toRecord());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource handOversOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
