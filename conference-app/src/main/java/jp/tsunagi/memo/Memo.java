package jp.tsunagi.memo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.conference.ConferenceCircle;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** A memo: sent once, opened by agencies, and taken back by its author for as long as nobody has seen it. */
final class Memo {

    /** For so long a memo can be taken back (ui.md B13). */
    static final Duration REGRET = Duration.ofSeconds(10);

    static final String SENT = "memo-sent";
    static final String UNDONE = "memo-undone";

    private final MemoRecord stored;
    private final Announcing outbox;
    private List<MemoRecord.Opened> opened;
    private List<SeenCommand> seen;
    private @Nullable Instant undoneAt;

    Memo(MemoRecord stored) {
        this.stored = stored;
        this.outbox = new Announcing(stored.version() + 1, stored.outbox(), stored.sentThrough());
        this.opened = stored.opened();
        this.seen = stored.seen();
        this.undoneAt = stored.undoneAt();
    }

    /** The memo that this command makes; the same for a repeat. */
    static String idOf(Command command) {
        return Ids.derived("memo", command.id());
    }

    /** A new one, in no store yet. Whoever calls has asked who may, and whom it may go to. */
    static Memo sent(
            ConferenceCircle.Seat seat,
            String text,
            Set<AgencyCode> audience,
            @Nullable Mention mention,
            List<MemoRecord.Attached> attachments,
            Role role,
            Command command) {
        Memo memo = new Memo(new MemoRecord(
                idOf(command),
                -1,
                seat.caseId(),
                seat.id(),
                seat.reference(),
                new TeamSection(seat.requestingAgency(), seat.section()),
                command.officer().id(),
                command.officer().agency(),
                role,
                text,
                audience,
                mention,
                attachments,
                // As precise as it is kept.
                command.at().truncatedTo(ChronoUnit.MILLIS),
                List.of(),
                false,
                null,
                List.of(),
                List.of(),
                false,
                Announcing.NOTHING_SENT));
        memo.seen = SeenCommand.with(memo.seen, command);
        memo.outbox.announce(SENT, seat.id().value(), Set.of(), "");
        return memo;
    }

    MemoRecord toRecord() {
        return new MemoRecord(
                stored.id(),
                stored.version() + 1,
                stored.caseId(),
                stored.conferenceId(),
                stored.reference(),
                stored.requester(),
                stored.author(),
                stored.agency(),
                stored.role(),
                stored.text(),
                stored.audience(),
                stored.mention(),
                stored.attachments(),
                stored.sentAt(),
                opened,
                undoneAt != null,
                undoneAt,
                seen,
                outbox.entries(),
                !outbox.entries().isEmpty(),
                stored.sentThrough());
    }

    /** What was stored when it was loaded. */
    MemoRecord record() {
        return stored;
    }

    boolean isNew() {
        return stored.version() < 0;
    }

    /** @throws jp.tsunagi.shared.Refused {@code idempotency.key-reused} */
    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    boolean isUndone() {
        return undoneAt != null;
    }

    boolean isBy(Officer officer) {
        return stored.author().equals(officer.id());
    }

    /** Whether it could be taken back now. */
    boolean mayBeUndone(Instant now) {
        return !isUndone() && opened.isEmpty() && !now.isAfter(stored.sentAt().plus(REGRET));
    }

    /** Whether this officer's agency opens it for the first time; the author's own look is none. */
    boolean isNewTo(Officer officer) {
        return !isBy(officer) && opened.stream().noneMatch(mark -> mark.agency().equals(officer.agency()));
    }

    void open(Officer officer, Instant now) {
        List<MemoRecord.Opened> longer = new ArrayList<>(opened);
        longer.add(new MemoRecord.Opened(officer.agency(), now.truncatedTo(ChronoUnit.MILLIS)));
        opened = List.copyOf(longer);
    }

    /** @throws jp.tsunagi.shared.Refused {@code memo.already-read}, {@code memo.undo-late} */
    void undo(Command command) {
        if (!opened.isEmpty()) {
            throw Refusal.conflict("memo.already-read");
        }
        if (!mayBeUndone(command.at())) {
            throw Refusal.conflict("memo.undo-late");
        }
        undoneAt = command.at().truncatedTo(ChronoUnit.MILLIS);
        outbox.announce(UNDONE, stored.conferenceId().value(), Set.of(), "");
        seen = SeenCommand.with(seen, command);
    }
}
