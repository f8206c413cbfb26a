package jp.tsunagi.account;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords, in the database so that neither a restart nor another node forgets them. What is counted is a
 * fingerprint: people type passwords into the wrong field. Logins that do not exist are counted like those that do.
 */
@Component
class SignInAttempts {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final Duration PURGED_EVERY = Duration.ofHours(1);
    private static final int MOST_PURGED = 1_000;
    private static final int MOST_TRIES = 50;

    private final SealedCollection<Attempts> attempts;
    private final AccountSettings settings;
    private final Clock clock;
    private volatile Instant nextPurge = Instant.MIN;

    SignInAttempts(MongoDatabase database, CaseKeys keys, AccountSettings settings, Clock clock) {
        this.attempts = SealedCollection.of(Attempts.class, "signInAttempts", database, keys)
                .index("last");
        this.settings = settings;
        this.clock = clock;
    }

    /** Whose wrong passwords are counted together. */
    record Counted(String id, boolean address) {

        static Counted login(String login) {
            return new Counted(Ids.derived("login", login), false);
        }

        static Counted gateway(String user) {
            return new Counted(Ids.derived("gateway", user), false);
        }

        static Counted code(String of) {
            return new Counted(Ids.derived("code", of), false);
        }

        /** Apart from the password's, which the right password forgets. */
        static Counted secondFactor(AccountId account) {
            return new Counted(Ids.derived("second-factor", account.value()), false);
        }

        static Counted address(String address) {
            return new Counted(Ids.derived("address", address), true);
        }
    }

    boolean locked(Counted counted) {
        return attempts.find(counted.id()).filter(this::locked).isPresent();
    }

    /** @return whether this one closed the lock */
    boolean failed(Counted counted) {
        int free = counted.address() ? settings.freeAttemptsOfAddress() : settings.freeAttempts();
        if (free <= 0) {
            return false;
        }
        purge();
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                Attempts before = attempts.find(counted.id()).orElse(null);
                Attempts after = next(counted, before, free);
                if (before == null) {
                    attempts.insert(after);
                } else {
                    attempts.replace(after);
                }
                return after.lockedUntil() != null;
            } catch (SealedCollection.Stale | SealedCollection.AlreadyThere e) {
                // Another attempt was counted at the same moment: count this one after it.
                continue;
            }
        }
        throw new IllegalStateException("A wrong password could not be counted");
    }

    /** After the right password. */
    void forget(Counted counted) {
        if (attempts.find(counted.id()).isPresent()) {
            attempts.delete(counted.id());
        }
    }

    private Attempts next(Counted counted, @Nullable Attempts before, int free) {
        Instant now = clock.instant();
        int failures = 1;
        long version = 0;
        if (before != null) {
            version = before.version() + 1;
            failures = before.last().plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : before.failures() + 1;
        }
        Instant until = failures < free ? null : now.plus(lock(failures - free));
        return new Attempts(counted.id(), version, failures, now, until);
    }

    private Duration lock(int further) {
        Duration lock = settings.firstLock();
        for (int i = 0; i < further && lock.compareTo(settings.longestLock()) < 0; i++) {
            lock = lock.multipliedBy(2);
        }
        return lock.compareTo(settings.longestLock()) < 0 ? lock : settings.longestLock();
    }

    private boolean locked(Attempts attempts) {
        return Optional.ofNullable(attempts.lockedUntil())
                .filter(until -> until.isAfter(clock.instant()))
                .isPresent();
    }

    private void purge() {
        Instant now = clock.instant();
        if (now.isBefore(nextPurge)) {
            return;
        }
        nextPurge = now.plus(PURGED_EVERY);
        attempts.list(
                        Filters.lt("last", Date.from(now.minus(FORGOTTEN_AFTER))),
                        Sorts.ascending("last"),
                        0,
                        MOST_PURGED)
                .forEach(old -> attempts.delete(old.id()));
    }

    record Attempts(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.OPERATION) int failures,
            @Classified(FieldClass.OPERATION) Instant last,
            @Classified(FieldClass.OPERATION) @Nullable Instant lockedUntil)
            implements Stored {

        @Override
        public String keyOwner() {
            return CaseKeys.HUB;
        }
    }
}
