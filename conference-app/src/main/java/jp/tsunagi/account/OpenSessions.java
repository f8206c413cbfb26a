package jp.tsunagi.account;

import com.mongodb.client.MongoDatabase;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * Who is signed in where. Which sessions there are, only the node knows that holds them; that they end is written down, for
 * every node.
 */
@Component
class OpenSessions {

    private static final String PRESENCE = "presence";
    private static final int MOST_TRIES = 10;

    private final SealedCollection<Ends> ends;
    private final Clock clock;
    private final Set<Presence> here = ConcurrentHashMap.newKeySet();

    OpenSessions(MongoDatabase database, CaseKeys keys, Clock clock) {
        this.ends = SealedCollection.of(Ends.class, "sessionEnds", database, keys);
        this.clock = clock;
    }

    /**
     * A session of an account.
     *
     * @param seen its last call
     * @param own whether it is the one in which this is asked
     */
    record Open(Instant began, Instant seen, boolean own) {}

    /** Whether a session that began at this time was ended. */
    boolean ended(AccountId account, Instant began) {
        return began.isBefore(endOf(account).orElse(Instant.MIN));
    }

    /** Ends all sessions of an account that began before now, on every node, with their next call. */
    void end(AccountId account) {
        for (int i = 0; i < MOST_TRIES; i++) {
            long version = ends.find(account.value()).map(Ends::version).orElse(-1L) + 1;
            Ends now = new Ends(account.value(), version, clock.instant());
            try {
                if (version == 0) {
                    ends.insert(now);
                } else {
                    ends.replace(now);
                }
                return;
            } catch (SealedCollection.Stale | SealedCollection.AlreadyThere e) {
                continue;
            }
        }
        throw Refusal.conflict("version.stale");
    }

    /** Notes that somebody is there. */
    void seen(HttpSession session, SignedIn signedIn) {
        Instant now = clock.instant();
        if (session.getAttribute(PRESENCE) instanceof Presence there && there.isOf(signedIn)) {
            there.seen = now;
        } else {
            session.setAttribute(PRESENCE, new Presence(signedIn.account(), signedIn.at(), now));
        }
    }

    /** Those of an account at this node, the last used first. */
    List<Open> of(AccountId account, HttpSession own) {
        Instant ended = endOf(account).orElse(Instant.MIN);
        Object asking = own.getAttribute(PRESENCE);
        return here.stream()
                .filter(there -> there.account.equals(account) && !there.began.isBefore(ended))
                .map(there -> new Open(there.began, there.seen, there == asking))
                .sorted(Comparator.comparing(Open::seen).reversed())
                .toList();
    }

    private Optional<Instant> endOf(AccountId account) {
        return ends.find(account.value()).map(Ends::before);
    }

    /** In a session as long as it lasts, and so in the list. */
    private final class Presence implements HttpSessionBindingListener {

        private final AccountId account;
        private final Instant began;
        private volatile Instant seen;

        Presence(AccountId account, Instant began, Instant seen) {
            this.account = account;
            this.began = began;
            this.seen = seen;
        }

        boolean isOf(SignedIn signedIn) {
            return account.equals(signedIn.account()) && began.equals(signedIn.at());
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            here.add(this);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            here.remove(this);
        }
    }

    /** @param before sessions that began before have ended */
    record Ends(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.OPERATION) Instant before)
            implements Stored {

        @Override
        public String keyOwner() {
            return CaseKeys.HUB;
        }
    }
}
