package jp.tsunagi.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The periods for which a deputy decides in the director's place. */
@Component
class DeputyPeriods {

    private static final int MOST_LISTED = 200;

    private final SealedCollection<DeputyPeriod> periods;
    private final Clock clock;

    DeputyPeriods(MongoDatabase database, CaseKeys keys, Clock clock) {
        this.periods = SealedCollection.of(DeputyPeriod.class, "deputies", database, keys)
                .index("deputy");
        this.clock = clock;
    }

    /** Today in Japan. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
    }

    boolean isDeputyToday(AccountId account) {
        LocalDate today = today();
        return periods
                .list(
                        and(eq("deputy", account.value()), eq("revoked", false)),
                        Sorts.descending("from"),
                        0,
                        MOST_LISTED)
                .stream()
                .anyMatch(period -> !today.isBefore(period.from()) && !today.isAfter(period.to()));
    }

    Optional<DeputyPeriod> find(String id) {
        return periods.find(id);
    }

    /** Latest first. */
    List<DeputyPeriod> all() {
        return periods.list(Filters.empty(), Sorts.descending("from", "_id"), 0, MOST_LISTED);
    }

    void insert(DeputyPeriod period) {
        periods.insert(period);
    }

    void replace(DeputyPeriod period) {
        periods.replace(period);
    }

    /**
     * A period as it is kept.
     *
     * @param from first day, in Japan
     * @param to last day, included
     */
    record DeputyPeriod(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.OPERATION) AccountId deputy,
            @Classified(FieldClass.OPERATION) LocalDate from,
            @Classified(FieldClass.OPERATION) LocalDate to,
            @Classified(FieldClass.OPERATION) AccountId namedBy,
            @Classified(FieldClass.OPERATION) Instant namedAt,
            @Classified(FieldClass.OPERATION) boolean revoked,
            @Classified(FieldClass.OPERATION) @Nullable AccountId revokedBy,
            @Classified(FieldClass.OPERATION) @Nullable Instant revokedAt)
            implements Stored {

        DeputyPeriod revokedBy(AccountId director, Instant now) {
            return new DeputyPeriod(id, version + 1, deputy, from, to, namedBy, namedAt, true, director, now);
        }

        @Override
        public String keyOwner() {
            return CaseKeys.HUB;
        }
    }
}
