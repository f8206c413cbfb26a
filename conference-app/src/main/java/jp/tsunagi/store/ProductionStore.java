package jp.tsunagi.store;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.util.ArrayList;
import java.util.List;

/** What a real MongoDB must promise in production: an acknowledged write survives a failover, and is read at once. */
final class ProductionStore {

    private ProductionStore() {}

    /** @throws IllegalStateException naming what to add to {@code spring.mongodb.uri} */
    static void require(WriteConcern writes, ReadPreference reads) {
        List<String> missing = new ArrayList<>();
        if (!"majority".equals(writes.getWObject())) {
            missing.add("w=majority");
        }
        if (!Boolean.TRUE.equals(writes.getJournal())) {
            missing.add("journal=true");
        }
        if (!reads.equals(ReadPreference.primary())) {
            missing.add("readPreference=primary");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "In production spring.mongodb.uri must ask for durable writes and current reads. It lacks "
                            + String.join("&", missing) + ".");
        }
    }
}
