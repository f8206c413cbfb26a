package jp.tsunagi.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds a document by its id in one step also where the query says more, such as the version of an optimistic write, and
 * many documents by their ids in as many steps. The stock collection reads every document for the one, and compares each
 * with each for the other.
 */
final class DurableH2Collection extends H2Collection {

    private static final String ID = "_id";

    private @Nullable Index<Object> ids;

    DurableH2Collection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    public void addIndex(Index<Object> index) {
        super.addIndex(index);
        if (index.isUnique()
                && index.getKeys().size() == 1
                && index.getKeys().get(0).getKey().equals(ID)) {
            ids = index;
        }
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document order, int skip, int limit, int batchSize, Document projection) {
        if (ids != null && asksForIdsAlone(query)) {
            // What the index found needs no comparing with the whole list once more.
            return matchDocuments(new Document(), ids.getPositions(query), order, skip, limit, batchSize, projection);
        }
        Object id = query.size() == 1 && query.containsKey(ID) ? null : idIn(query);
        if (ids == null || id == null) {
            return super.queryDocuments(query, order, skip, limit, batchSize, projection);
        }
        return matchDocuments(query, ids.getPositions(new Document(ID, id)), order, skip, limit, batchSize, projection);
    }

    private static boolean asksForIdsAlone(Document query) {
        return query.size() == 1
                && query.get(ID) instanceof Document condition
                && condition.size() == 1
                && condition.get("$in") instanceof Collection<?> wanted
                && wanted.stream().allMatch(id -> id instanceof String || id instanceof Number);
    }

    /** The id that the query fixes, at its top or in a conjunction; null where it fixes none. */
    private static @Nullable Object idIn(Document query) {
        Object id = query.get(ID);
        if (id instanceof String || id instanceof Number) {
            return id;
        }
        if (query.get("$and") instanceof Collection<?> parts) {
            for (Object part : parts) {
                Object found = part instanceof Document condition ? idIn(condition) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
