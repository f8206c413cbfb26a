package jp.tsunagi.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Looks things up in the chain, newest first. Who may look, and that the look itself is recorded, is the caller's part. */
public final class AuditLog {

    private final Chain chain;

    AuditLog(Chain chain) {
        this.chain = chain;
    }

    /**
     * Entries that fit.
     *
     * @param page from zero
     * @param size 1 to 100
     */
    public Page find(Query query, int page, int size) {
        Bson filter = query.filter();
        List<Line> items = chain.newestFirst(filter, Math.multiplyExact(page, size), size).stream()
                .map(Entry::read)
                .filter(Objects::nonNull) // What was damaged is the verification's to tell.
                .map(entry -> new Line(entry.seq(), entry.at(), entry.event()))
                .toList();
        return new Page(items, page, chain.count(filter));
    }

    /** What was done about one case, newest first; {@code most} at most. For telling her who saw her record. */
    public List<Line> ofCase(String caseId, int most) {
        return chain.newestFirst(eq("caseId", caseId), 0, most).stream()
                .map(Entry::read)
                .filter(Objects::nonNull)
                .map(entry -> new Line(entry.seq(), entry.at(), entry.event()))
                .toList();
    }

    /**
     * What is looked for; null does not narrow.
     *
     * @param from inclusive
     * @param until exclusive
     */
    public record Query(
            @Nullable String caseId, @Nullable String actor, @Nullable Instant from, @Nullable Instant until) {

        Bson filter() {
            List<Bson> parts = new ArrayList<>();
            if (caseId != null) {
                parts.add(eq("caseId", caseId));
            }
            if (actor != null) {
                parts.add(eq("actor", actor));
            }
            if (from != null) {
                parts.add(gte("at", Date.from(from)));
            }
            if (until != null) {
                parts.add(lt("at", Date.from(until)));
            }
            return parts.isEmpty() ? empty() : and(parts);
        }
    }

    /** An entry as it is shown. */
    public record Line(long seq, Instant at, AuditEvent event) {}

    /** Some of the entries that fit, and how many fit in all. */
    public record Page(List<Line> items, int page, long total) {

        public Page {
            items = List.copyOf(items);
        }
    }
}
