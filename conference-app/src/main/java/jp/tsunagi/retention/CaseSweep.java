package jp.tsunagi.retention;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Deletes every document of a case, whichever module wrote it: what its key seals, what names it, its search tokens and the
 * marks of its outboxes. It knows no collection by its name, so that one that is new is swept, too; a test compares what is
 * left. What must stay is named here.
 */
@Component
class CaseSweep {

    /** The audit, the tombstones of the keys, and what tells that there was a case. */
    private static final Set<String> STAYS = Set.of("audit", "auditSeals", "caseKeys", Erasures.COLLECTION);

    private static final String TOKENS = "caseTokens";
    private static final String MARKS = "outboxMarks";

    private final MongoDatabase database;

    CaseSweep(MongoDatabase database) {
        this.database = database;
    }

    /** How many documents of the case each collection has; those without any are left out. */
    Map<String, Long> count(String caseId) {
        Map<String, Long> counts = new TreeMap<>();
        for (String name : swept()) {
            long count = database.getCollection(name).countDocuments(of(name, caseId));
            if (count > 0) {
                counts.put(name, count);
            }
        }
        return counts;
    }

    /** May be repeated, whatever an earlier attempt left undone. */
    void delete(String caseId) {
        for (String name : swept()) {
            MongoCollection<Document> collection = database.getCollection(name);
            Bson filter = of(name, caseId);
            List<String> ids = new ArrayList<>();
            for (Document document : collection.find(filter).projection(Projections.include("_id"))) {
                if (document.get("_id") instanceof String id) {
                    ids.add(id);
                }
            }
            if (!ids.isEmpty()) {
                database.getCollection(MARKS).deleteMany(in("_id", ids));
                collection.deleteMany(filter);
            }
        }
    }

    private List<String> swept() {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> !STAYS.contains(name) && !name.equals(MARKS) && !name.startsWith("system."))
                .sorted()
                .toList();
    }

    private static Bson of(String collection, String caseId) {
        return collection.equals(TOKENS) ? eq("_id", caseId) : or(eq("keyOwner", caseId), eq("caseId", caseId));
    }
}
