package jp.tsunagi.memo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceCircle.Seat;
import jp.tsunagi.delivery.Deliveries;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Paging;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What an officer reads of the memos around a conference; audit, read mark and ledger before it leaves. */
@Service
class MemoReading {

    private static final int ATTEMPTS = 5;
    private static final String READ = "memo.read";

    private final MemoDesk desk;
    private final Memos memos;
    private final Attachments attachments;
    private final Deliveries deliveries;
    private final Acts acts;

    MemoReading(MemoDesk desk, Memos memos, Attachments attachments, Deliveries deliveries, Acts acts) {
        this.desk = desk;
        this.memos = memos;
        this.attachments = attachments;
        this.deliveries = deliveries;
        this.acts = acts;
    }

    /** @param undoable whether this officer wrote it and could still take it back */
    record Shown(Projection projection, boolean undoable) {}

    /**
     * A page of memos, the newest first.
     *
     * @param mayWrite whether this officer may send one
     */
    record Page(List<Shown> items, int page, long total, boolean mayWrite) {

        Page {
            items = List.copyOf(items);
        }
    }

    /** A file on its way out. */
    record Download(byte[] content, AttachmentType type, String fileName) {

        @Override
        public String toString() {
            return "Download";
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the conference does not exist for this officer */
    Page page(String id, Paging paging, Command command) {
        Seat seat = desk.seat(id, command);
        boolean mayWrite = MemoDesk.mayWrite(seat, command.officer());
        if (!MemoDesk.mayRead(seat)) {
            return new Page(List.of(), paging.page(), 0, mayWrite);
        }
        Memos.Page found = memos.of(seat.id(), command.officer().agency(), paging);
        return new Page(shown(seat, found.items(), command), paging.page(), found.total(), mayWrite);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where it does not exist for this officer */
    Shown one(String id, String memoId, Command command) {
        Seat seat = desk.seat(id, command);
        List<Memo> found = memos.find(memoId).filter(memo -> readable(seat, memo, command)).stream()
                .toList();
        return shown(seat, found, command).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /**
     * A file of a memo.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} where memo or file do not exist for this officer
     */
    Download attachment(String id, String memoId, String number, Command command) {
        Seat seat = desk.seat(id, command);
        Memo memo = memos.find(memoId)
                .filter(m -> readable(seat, m, command))
                .flatMap(m -> opened(seat, m, command))
                .orElseThrow(Refusal::notFound);
        MemoRecord.Attached file = file(seat, memo, number, command);
        acts.shown(
                command,
                "memo.attachment",
                seat.caseId().value(),
                seat.id().value(),
                List.of(FieldClass.NARRATIVE.name()));
        byte[] content = attachments.content(file.file()).orElseThrow(Refusal::notFound);
        entered(seat, memo, "memo-attachment", Ids.random(command.at()), Attachments.fingerprint(content), command);
        // Her consent may have gone while it was put together.
        if (!readable(desk.seat(id, command), memo, command)) {
            throw Refusal.notFound();
        }
        return new Download(
                content,
                file.type(),
                memo.record().reference() + "_添付_" + number + "." + file.type().extension());
    }

    private static MemoRecord.Attached file(Seat seat, Memo memo, String number, Command command) {
        boolean shown = MemoViews.of(memo.record(), seat.grants(), command.officer())
                .shown()
                .containsKey(MemoView.ATTACHMENTS);
        List<MemoRecord.Attached> files = memo.record().attachments();
        for (int i = 0; shown && i < files.size(); i++) {
            if (String.valueOf(i + 1).equals(number)) {
                return files.get(i);
            }
        }
        throw Refusal.notFound();
    }

    private static boolean readable(Seat seat, Memo memo, Command command) {
        return MemoDesk.mayRead(seat, memo, command.officer());
    }

    private List<Shown> shown(Seat seat, List<Memo> found, Command command) {
        if (found.isEmpty()) {
            return List.of();
        }
        Set<FieldClass> classes = EnumSet.noneOf(FieldClass.class);
        found.forEach(memo -> classes.addAll(
                MemoViews.of(memo.record(), seat.grants(), command.officer()).classes()));
        acts.shown(
                command,
                READ,
                seat.caseId().value(),
                seat.id().value(),
                classes.stream().map(FieldClass::name).toList());
        List<Shown> shown = new ArrayList<>();
        for (Memo memo : found) {
            Optional<Memo> opened = opened(seat, memo, command);
            if (opened.isPresent()) {
                Memo now = opened.get();
                String agency = command.officer().agency().value();
                // Asked for each time: the process may have died between the mark and the entry.
                String entry = Ids.derived("memo", now.record().id(), agency, String.valueOf(seat.consentNumber()));
                entered(seat, now, "memo", entry, null, command);
                shown.add(new Shown(
                        MemoViews.of(now.record(), seat.grants(), command.officer()),
                        now.isBy(command.officer()) && now.mayBeUndone(command.at())));
            }
        }
        return shown;
    }

    /**
     * Notes that the officer's agency has it, before it does: whoever takes a memo back knows that nobody saw it.
     *
     * @return the memo as it may be shown; empty where it was taken back first
     */
    private Optional<Memo> opened(Seat seat, Memo memo, Command command) {
        Memo now = memo;
        for (int attempt = 1; ; attempt++) {
            if (!now.isNewTo(command.officer())) {
                return Optional.of(now);
            }
            now.open(command.officer(), command.at());
            try {
                memos.save(now);
                return Optional.of(new Memo(now.toRecord()));
            } catch (SealedCollection.Stale e) {
                if (attempt == ATTEMPTS) {
                    throw Refusal.conflict("version.stale");
                }
            }
            Optional<Memo> again = memos.find(memo.record().id()).filter(m -> readable(seat, m, command));
            if (again.isEmpty()) {
                return Optional.empty();
            }
            now = again.get();
        }
    }

    /** What a participant reads was shared; her own helpers' reading was not, nor that of one's own words. */
    private void entered(Seat seat, Memo memo, String kind, String entry, @Nullable String sha256, Command command) {
        Officer officer = command.officer();
        boolean shared = seat.relations().contains(Relation.CLEARED_PARTICIPANT)
                && !memo.record().agency().equals(officer.agency());
        if (!shared) {
            return;
        }
        try {
            deliveries.enter(new Delivery(
                    entry,
                    0,
                    seat.caseId().value(),
                    seat.id().value(),
                    officer.agency(),
                    officer.id(),
                    kind,
                    seat.consentNumber(),
                    command.at(),
                    sha256,
                    null));
        } catch (SealedCollection.AlreadyThere e) {
            // It is known already that the agency had it on this consent.
            return;
        }
    }
}
