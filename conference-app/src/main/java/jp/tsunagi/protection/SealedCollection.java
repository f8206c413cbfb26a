package jp.tsunagi.protection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A collection of aggregates: one document each, written whole, sealed by its owner's data key. A write names the version
 * it was made from, and loses against any other made meanwhile.
 *
 * @param <S> the stored record
 */
public final class SealedCollection<S extends Record & Stored> {

    private static final String KEY_OWNER = "keyOwner";

    private final Class<S> type;
    private final MongoCollection<Document> documents;
    private final CaseKeys keys;

    private SealedCollection(Class<S> type, MongoCollection<Document> documents, CaseKeys keys) {
        this.type = type;
        this.documents = documents;
        this.keys = keys;
    }

    public static <S extends Record & Stored> SealedCollection<S> of(
            Class<S> type, String name, MongoDatabase database, CaseKeys keys) {
        return new SealedCollection<>(type, database.getCollection(name), keys);
    }

    /** Declares an index; a search that is no unique look-up is only as fast as this makes it on a real server. */
    public SealedCollection<S> index(String... ascendingFields) {
        documents.createIndex(Indexes.ascending(ascendingFields));
        return this;
    }

    /** Declares that no two documents share this field. Every document must have it. */
    public SealedCollection<S> unique(String field) {
        documents.createIndex(Indexes.ascending(field), new IndexOptions().unique(true));
        return this;
    }

    /** Empty also where its key was destroyed: it is then gone. */
    public Optional<S> find(String id) {
        return first(eq("_id", id));
    }

    public Optional<S> first(Bson filter) {
        return Optional.ofNullable(documents.find(filter).first()).flatMap(this::read);
    }

    /** Documents that fit, in this order, skipping and limited as said. */
    public List<S> list(Bson filter, Bson order, int skip, int limit) {
        List<S> found = new ArrayList<>();
        for (Document document : documents.find(filter).sort(order).skip(skip).limit(limit)) {
            read(document).ifPresent(found::add);
        }
        return found;
    }

    public long count(Bson filter) {
        return documents.countDocuments(filter);
    }

    /**
     * Writes a new document.
     *
     * @throws AlreadyThere where its id or a unique field is taken
     */
    public void insert(S record) {
        try {
            documents.insertOne(write(record, keys.make(record.keyOwner())));
        } catch (MongoWriteException e) {
            throw translated(e);
        }
    }

    /**
     * Replaces the document that has the version before this one's.
     *
     * @throws Stale where another write came first, or the document or its key is gone
     * @throws AlreadyThere where a unique field is taken
     */
    public void replace(S record) {
        Sealer sealer = keys.find(record.keyOwner()).orElseThrow(Stale::new);
        try {
            long matched = documents
                    .replaceOne(and(eq("_id", record.id()), eq("version", record.version() - 1)), write(record, sealer))
                    .getMatchedCount();
            if (matched == 0) {
                throw new Stale();
            }
        } catch (MongoWriteException e) {
            throw translated(e);
        }
    }

    public void delete(String id) {
        documents.deleteOne(eq("_id", id));
    }

    private Document write(S record, Sealer sealer) {
        return codec(record.keyOwner(), sealer).write(record).append(KEY_OWNER, record.keyOwner());
    }

    private Optional<S> read(Document document) {
        String owner = document.getString(KEY_OWNER);
        return keys.find(owner).map(sealer -> codec(owner, sealer).read(type, document));
    }

    private RecordCodec codec(String owner, Sealer sealer) {
        return new RecordCodec(documents.getNamespace().getCollectionName(), owner, sealer);
    }

    private static RuntimeException translated(MongoWriteException e) {
        return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY ? new AlreadyThere() : e;
    }

    /** Another write came first. */
    public static final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stale() {
            super("Another write came first");
        }
    }

    /** The id or a unique field is taken. */
    public static final class AlreadyThere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AlreadyThere() {
            super("The id or a unique field is taken");
        }
    }
}
