package jp.tsunagi.memo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceCircle.Seat;
import jp.tsunagi.conference.ConferenceCircle.Sharer;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sending a memo, and taking it back. */
@Service
class MemoSending {

    static final int MOST_FILES = 5;
    static final int LONGEST_TEXT = 4_000;

    private static final String SEND = "memo.send";
    private static final String UNDO = "memo.undo";

    private final MemoDesk desk;
    private final Memos memos;
    private final Attachments attachments;
    private final Directory directory;
    private final Acts acts;
    private final OutboxNudge nudge;

    MemoSending(
            MemoDesk desk, Memos memos, Attachments attachments, Directory directory, Acts acts, OutboxNudge nudge) {
        this.desk = desk;
        this.memos = memos;
        this.attachments = attachments;
        this.directory = directory;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** A memo that could be sent. */
    record Checked(
            String text,
            Set<AgencyCode> audience,
            @Nullable Mention mention,
            List<MemoRecord.Attached> attachments,
            List<Sharer> readers) {

        Checked {
            readers = List.copyOf(readers);
        }

        @Override
        public String toString() {
            return "Checked";
        }
    }

    /**
     * Sends it. Whom it may go to is asked at that moment.
     *
     * @return its id; for a repeat the same
     * @throws jp.tsunagi.shared.Refused {@code memo.incomplete}, and as {@link MemoDesk#writer}
     */
    String send(String id, MemoBody body, Command command) {
        Seat before = desk.writer(id, SEND, command);
        String memoId = Memo.idOf(command);
        acts.perform(command, SEND, before.caseId().value(), before.id().value(), () -> {
            Optional<Memo> there = memos.find(memoId);
            if (there.isPresent() && there.get().has(command)) {
                return memoId;
            }
            Seat now = desk.writer(id, SEND, command);
            Checked checked = check(now, body, command);
            memos.save(Memo.sent(
                    now,
                    checked.text(),
                    checked.audience(),
                    checked.mention(),
                    checked.attachments(),
                    MemoDesk.role(now).orElseThrow(),
                    command));
            return memoId;
        });
        nudge.nudge();
        return memoId;
    }

    /** Looks whether it could be sent. @throws jp.tsunagi.shared.Refused as {@link #send} */
    Checked check(String id, MemoBody body, Command command) {
        return check(desk.writer(id, SEND, command), body, command);
    }

    /**
     * Takes it back: nobody sees it any more. The text is the author's again.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}, {@code step.not-permitted} for whoever may read it and did not
     *     write it, {@code memo.already-read}, {@code memo.undo-late}
     */
    MemoRecord undo(String id, String memoId, Command command) {
        Seat seat = desk.seat(id, command);
        Memo found = own(seat, memoId, command);
        if (found.isUndone()) {
            return found.record();
        }
        return acts.perform(command, UNDO, seat.caseId().value(), seat.id().value(), () -> {
            Memo memo = own(seat, memoId, command);
            if (!memo.isUndone()) {
                memo.undo(command);
                memos.save(memo);
                nudge.nudge();
            }
            return memo.record();
        });
    }

    private Memo own(Seat seat, String memoId, Command command) {
        Memo memo = memos.find(memoId)
                .filter(m -> m.record().conferenceId().equals(seat.id()))
                .orElseThrow(Refusal::notFound);
        if (memo.isBy(command.officer())) {
            return memo;
        }
        throw MemoDesk.mayRead(seat, memo, command.officer())
                ? Refusal.forbidden("step.not-permitted")
                : Refusal.notFound();
    }

    private Checked check(Seat seat, MemoBody body, Command command) {
        FieldCheck fields = new FieldCheck(directory);
        String text = Objects.requireNonNullElse(body.text(), "");
        fields.required("text", text);
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST_TEXT) {
            fields.add("text", "too-long", LONGEST_TEXT, length);
        }
        AgencyCode own = command.officer().agency();
        Map<String, Sharer> others = desk.others(seat, command).stream()
                .collect(Collectors.toMap(sharer -> sharer.agency().value(), Function.identity()));
        Set<AgencyCode> audience = new LinkedHashSet<>(List.of(own));
        List<Sharer> readers = new ArrayList<>();
        List<String> wanted =
                body.audience() == null ? List.of(directory.center().value()) : body.audience();
        for (String code : wanted) {
            Sharer sharer = others.get(code);
            if (sharer != null && audience.add(sharer.agency())) {
                readers.add(sharer);
            } else if (sharer == null && !own.value().equals(code)) {
                // The same for an agency that is in no directory: who is not in the circle is not told apart.
                fields.add("audience", "not-sharing");
            }
        }
        Mention mention = body.mention();
        if (mention != null && !audience.contains(agencyOf(mention, seat))) {
            fields.add("mention", "not-in-audience");
        }
        fields.atMost("files", body.files(), MOST_FILES);
        List<MemoRecord.Attached> files = new ArrayList<>();
        for (String file : new LinkedHashSet<>(body.files())) {
            Optional<MemoRecord.Attached> found = attachments.ready(file, seat.id(), command);
            if (found.isPresent()) {
                files.add(found.get());
            } else {
                fields.add("files", "file-gone");
            }
        }
        fields.refuseUnder("memo.incomplete");
        return new Checked(text, audience, mention, files, readers);
    }

    private AgencyCode agencyOf(Mention mention, Seat seat) {
        return switch (mention) {
            case REQUESTER -> seat.requestingAgency();
            case CENTER_STAFF, DIRECTOR -> directory.center();
        };
    }
}
