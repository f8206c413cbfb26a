package jp.tsunagi.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outbox of one aggregate while it changes: drops what is sent, and numbers what is new. */
public final class Announcing {

    /** What an aggregate that is in no store yet says of its watermark: its first version, too, may announce something. */
    public static final long NOTHING_SENT = -1;

    private final long nextVersion;
    private final List<PendingEvent> pending;
    private int ordinal;

    /**
     * @param nextVersion the version that the coming save will write
     * @param stored the entries as loaded
     * @param sentThrough entries up to this version are known to be in the broker
     */
    public Announcing(long nextVersion, List<PendingEvent> stored, long sentThrough) {
        this.nextVersion = nextVersion;
        this.pending = new ArrayList<>(stored.stream()
                .filter(entry -> entry.forVersion() > sentThrough)
                .toList());
    }

    public void announce(String kind, @Nullable String conferenceId, Set<String> agencies, String detail) {
        pending.add(new PendingEvent(nextVersion, ordinal++, kind, conferenceId, agencies, detail));
    }

    public List<PendingEvent> entries() {
        return List.copyOf(pending);
    }
}
