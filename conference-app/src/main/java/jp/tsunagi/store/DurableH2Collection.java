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
 * Finds a document by its id in one step also where the query says more, such as the version of an optimistic write. The
 * stock collection does so for the id alone, and otherwise reads every document.
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
        Object id = query.size() == 1 && query.containsKey(ID) ? null : idIn(query);
        if (ids == null || id == null) {
            return super.queryDocuments(query, order, skip, limit, batchSize, projection);
        }
        return matchDocuments(query, ids.getPositions(new Document(ID, id)), order, skip, limit, batchSize, projection);
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
