package jp.tsunagi.audit;

import static com.mongodb.client.model.Filters.gt;

import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import jp.tsunagi.audit.Verification.Reason;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole chain and tells whether anyone has touched it: each entry must fit its hash, follow its predecessor
 * and agree with every signed head. Memory does not grow with the chain, but for the seals.
 */
public final class AuditVerifier {

    /** Seals are at most half as far apart, see {@link AuditSettings}; a longer stretch lost its seals. */
    private static final long LONGEST_UNSEALED = 10_000;

    private final Chain chain;
    private final Seals seals;

    AuditVerifier(Chain chain, Seals seals) {
        this.chain = chain;
        this.seals = seals;
    }

    /** May run while entries are written; those written meanwhile may or may not be counted. */
    public Verification verify() {
        return new Walk(seals.all()).verify();
    }

    /** One reading of the chain from its first entry. */
    private final class Walk {

        private final NavigableMap<Long, List<Seal>> anchors;
        private final MessageDigest sha = Entry.sha256();
        private Head head = Head.NONE;
        private long sealedTo;

        Walk(NavigableMap<Long, List<Seal>> anchors) {
            this.anchors = anchors;
        }

        Verification verify() {
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
                return broken(seq, Reason.OUT_OF_ORDER);
            }
            if (!entry.hashFits(sha)) {
                return broken(seq, Reason.CHANGED);
            }
            head = entry.head();
            return againstSeals();
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
                Map.Entry<Long, List<Seal>> before = anchors.floorEntry(0L);
                return before == null ? new Verification(true, head.seq(), null, null) : broken(1, Reason.SEAL_FORGED);
            }
            boolean genuine = anchors.tailMap(head.seq(), false).values().stream()
                    .flatMap(List::stream)
                    .anyMatch(seals::genuine);
            return genuine ? broken(head.seq() + 1, Reason.TAIL_CUT) : broken(beyond.getKey(), Reason.SEAL_FORGED);
        }

        /** There are more documents than links of the chain. */
        private Verification whatIsThereBesides(long all) {
            boolean gap = chain.count(gt("_id", head.seq())) > 0;
            return all < head.seq() || gap ? broken(head.seq() + 1, Reason.REMOVED) : broken(1, Reason.INSERTED);
        }

        private Verification broken(long seq, Reason reason) {
            return new Verification(false, head.seq(), seq, reason);
        }
    }
}
