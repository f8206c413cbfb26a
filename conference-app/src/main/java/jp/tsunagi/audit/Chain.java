package jp.tsunagi.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The collection that holds the chain. An entry's number is its {@code _id}, so that two nodes can never both write the
 * same link. Reads are of what a majority holds: a head that could still be rolled back must not be built upon.
 *
 * <p>Stretches of the chain are asked for by their numbers one by one rather than as a range: both servers answer that
 * from the index of {@code _id}, the embedded one would read the whole collection for a range.
 */
final class Chain {

    static final String COLLECTION = "audit";
    static final int STRETCH = 1_000;

    private final MongoCollection<Document> documents;

    Chain(MongoDatabase database) {
        documents = database.getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    void declareIndexes() {
        documents.createIndex(Indexes.descending("caseId", "_id"));
        documents.createIndex(Indexes.descending("actor", "_id"));
        documents.createIndex(Indexes.descending("at"));
    }

    /** Writes links in order; returns how many, fewer than all where another node has taken a number. */
    int write(List<Entry> entries) {
        try {
            documents.insertMany(
                    entries.stream().map(Entry::toDocument).toList(), new InsertManyOptions().ordered(true));
            return entries.size();
        } catch (MongoBulkWriteException e) {
            boolean taken = e.getWriteConcernError() == null
                    && e.getWriteErrors().size() == 1
                    && e.getWriteErrors().get(0).getCategory() == ErrorCategory.DUPLICATE_KEY;
            if (!taken) {
                throw e;
            }
            return e.getWriteErrors().get(0).getIndex();
        }
    }

    /** The last entry that is reached from a known one without a gap. */
    Head headFrom(Head known) {
        Head head = known;
        while (true) {
            long before = head.seq();
            for (Document document : stretch(head.seq(), include("hash"))) {
                if (document.getLong("_id") != head.seq() + 1) {
                    return head;
                }
                head = new Head(
                        head.seq() + 1, document.get("hash", Binary.class).getData());
            }
            if (head.seq() < before + STRETCH) {
                return head;
            }
        }
    }

    /** The entries after a number, in order, as far as they are there; {@link #STRETCH} at most. */
    List<Document> after(long seq) {
        return stretch(seq, null);
    }

    /** Whether any entry has a higher number. */
    boolean reachesBeyond(long seq) {
        return documents.find(gt("_id", seq)).projection(include("_id")).first() != null;
    }

    /** Whether an entry with this hash lies anywhere. Reads everything: only for telling what happened to a broken chain. */
    boolean hasHash(byte[] hash) {
        return documents.find(eq("hash", new Binary(hash))).first() != null;
    }

    /** The first entry after a document whose number is no whole one; for telling where something was put in. */
    long placeOfStranger() {
        for (Document document : documents.find().projection(include("_id"))) {
            if (document.get("_id") instanceof Double number && number > 1) {
                return (long) Math.floor(number) + 1;
            }
        }
        return 1;
    }

    long count() {
        return documents.countDocuments();
    }

    long count(Bson filter) {
        return documents.countDocuments(filter);
    }

    List<Document> newestFirst(Bson filter, int skip, int limit) {
        return documents
                .find(filter)
                .sort(descending("_id"))
                .skip(skip)
                .limit(limit)
                .into(new ArrayList<>());
    }

    private List<Document> stretch(long seq, @Nullable Bson projection) {
        List<Long> numbers =
                LongStream.rangeClosed(seq + 1, seq + STRETCH).boxed().toList();
        return documents
                .find(in("_id", numbers))
                .projection(projection)
                .sort(ascending("_id"))
                .batchSize(STRETCH + 1)
                .into(new ArrayList<>(STRETCH));
    }
}
