package jp.tsunagi.secondfactor;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Where the factors of each account lie. */
@Component
class FactorStore {

    private static final int MOST_TRIES = 10;

    private final SealedCollection<Factors> factors;

    FactorStore(MongoDatabase database, CaseKeys keys) {
        this.factors = SealedCollection.of(Factors.class, "secondFactors", database, keys);
    }

    Factors of(AccountId account) {
        return factors.find(account.value()).orElseGet(() -> Factors.none(account.value()));
    }

    /** What the document became; empty where the change, asked anew after another's write, does not apply. */
    Optional<Factors> change(AccountId account, Function<Factors, Optional<Factors>> change) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<Factors> after = change.apply(of(account));
            if (after.isEmpty()) {
                return after;
            }
            try {
                write(after.get());
                return after;
            } catch (SealedCollection.Stale | SealedCollection.AlreadyThere e) {
                continue;
            }
        }
        throw Refusal.conflict("version.stale");
    }

    private void write(Factors after) {
        if (after.version() == 0) {
            factors.insert(after);
        } else {
            factors.replace(after);
        }
    }
}
