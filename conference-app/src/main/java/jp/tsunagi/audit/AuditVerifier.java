package jp.tsunagi.audit;

import static com.mongodb.client.model.Filters.gt;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import jp.tsunagi.audit.Verification.Reason;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole chain and tells whether anyone has touched it: each entry must fit its hash, follow its predecessor
 * and agree with every signed head, and with those in the second place, which nobody who holds the signature key can make
 * anew. Memory does not grow with the chain, but for the seals.
 */
public final class AuditVerifier {

    /** Seals are at most half as far apart, see {@link AuditSettings}; a longer stretch lost its seals. */
    private static final long LONGEST_UNSEALED = 10_000;

    private final Chain chain;
    private final Seals seals;
    private final DailyRoots roots;

    AuditVerifier(Chain chain, Seals seals, DailyRoots roots) {
        this.chain = chain;
        this.seals = seals;
        this.roots = roots;
    }

    /** May run while entries are written; those written meanwhile may or may not be counted. */
    public Verification verify() {
        return new Walk(seals.all(), roots.all().roots()).verify();
    }

    /** One reading of the chain from its first entry. */
    private final class Walk {

        private final NavigableMap<Long, List<Seal>> anchors;
        private final NavigableMap<Long, List<Seal>> exported;
        private final MessageDigest sha = Entry.sha256();
        private Head before = Head.NONE;
        private Head head = Head.NONE;
        private long sealedTo;
        private long exportedTo;
        private @Nullable Verification resealed;

        Walk(NavigableMap<Long, List<Seal>> anchors, NavigableMap<Long, List<Seal>> exported) {
            this.anchors = anchors;
            this.exported = exported;
        }

        /** Where seals and second place both disagree, the seals tell it better: nobody had the key. */
        Verification verify() {
            Verification found = walk();
            Verification byRoots = resealed;
            return byRoots == null || found.reason() == Reason.REWRITTEN ? found : byRoots;
        }

        private Verification walk() {
            while (true) {
                List<Document> stretch = chain.after(head.seq());
                for (Document document : stretch) {
                    Verification broken = step(document);
                    if (broken != null) {
                        return broken;
                    }
                }
                if (stretch.size() < Chain.STRETCH) {
                    long all = chain.count();
                    if (all == head.seq()) {
                        return atEnd();
                    }
                    if (chain.after(head.seq()).isEmpty()) {
                        return whatIsThereBesides(all);
                    }
                }
            }
        }

        private @Nullable Verification step(Document document) {
            long seq = head.seq() + 1;
            Entry entry = Entry.read(document);
            if (!(document.get("_id") instanceof Number number) || number.longValue() != seq) {
                return broken(seq, Reason.REMOVED);
            }
            if (entry == null) {
                return broken(seq, Reason.CHANGED);
            }
            if (!entry.follows(head)) {
                return doesNotFollow(entry);
            }
            if (!entry.hashFits(sha)) {
                return broken(seq, Reason.CHANGED);
            }
            before = head;
            head = entry.head();
            Verification broken = againstSeals();
            return broken == null ? againstRoots() : broken;
        }

        /** Names what was done, where the entry's own hash gives it away: it was made for a certain number and predecessor. */
        private Verification doesNotFollow(Entry entry) {
            long seq = entry.seq();
            if (entry.wouldFit(seq, head.hash(), sha)) {
                return broken(seq, Reason.CHANGED); // Only what it says of its predecessor.
            }
            if (seq > 1
                    && Arrays.equals(entry.prevHash(), before.hash())
                    && entry.wouldFit(seq - 1, before.hash(), sha)) {
                return broken(seq - 1, Reason.INSERTED);
            }
            if (entry.wouldFit(seq + 1, entry.prevHash(), sha) && !chain.hasHash(entry.prevHash())) {
                return broken(seq, Reason.REMOVED);
            }
            return broken(seq, Reason.OUT_OF_ORDER);
        }

        private @Nullable Verification againstRoots() {
            for (Seal root : exported.getOrDefault(head.seq(), List.of())) {
                if (!seals.genuine(root)) {
                    return broken(head.seq(), Reason.ROOT_FORGED);
                }
                if (resealed == null && !root.head().fits(head)) {
                    resealed = broken(exportedTo + 1, Reason.RESEALED);
                }
                exportedTo = head.seq();
            }
            return null;
        }

        private @Nullable Verification againstSeals() {
            List<Seal> here = anchors.get(head.seq());
            if (here != null) {
                for (Seal seal : here) {
                    if (!seals.genuine(seal)) {
                        return broken(head.seq(), Reason.SEAL_FORGED);
                    }
                    if (!seal.head().fits(head)) {
                        return broken(sealedTo + 1, Reason.REWRITTEN);
                    }
                }
                sealedTo = head.seq();
            }
            return head.seq() - sealedTo > LONGEST_UNSEALED ? broken(sealedTo + 1, Reason.UNSEALED) : null;
        }

        private Verification atEnd() {
            Map.Entry<Long, List<Seal>> beyond = anchors.higherEntry(head.seq());
            if (beyond == null) {
                return anchors.floorEntry(0L) == null ? rootsAtEnd() : broken(1, Reason.SEAL_FORGED);
            }
            boolean genuine = anchors.tailMap(head.seq(), false).values().stream()
                    .flatMap(List::stream)
                    .anyMatch(seals::genuine);
            return genuine ? broken(head.seq() + 1, Reason.TAIL_CUT) : broken(beyond.getKey(), Reason.SEAL_FORGED);
        }

        private Verification rootsAtEnd() {
            Map.Entry<Long, List<Seal>> beyond = exported.higherEntry(head.seq());
            if (beyond == null) {
                return exported.floorEntry(0L) == null
                        ? new Verification(true, head.seq(), null, null)
                        : broken(1, Reason.ROOT_FORGED);
            }
            boolean genuine = exported.tailMap(head.seq(), false).values().stream()
                    .flatMap(List::stream)
                    .anyMatch(seals::genuine);
            return genuine ? broken(head.seq() + 1, Reason.ROLLED_BACK) : broken(beyond.getKey(), Reason.ROOT_FORGED);
        }

        /** There are more documents than links of the chain. */
        private Verification whatIsThereBesides(long all) {
            boolean gap = chain.count(gt("_id", head.seq())) > 0;
            return all < head.seq() || gap
                    ? broken(head.seq() + 1, Reason.REMOVED)
                    : broken(chain.placeOfStranger(), Reason.INSERTED);
        }

        private Verification broken(long seq, Reason reason) {
            return new Verification(false, head.seq(), seq, reason);
        }
    }
}
