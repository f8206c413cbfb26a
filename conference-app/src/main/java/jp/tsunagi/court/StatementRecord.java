package jp.tsunagi.court;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.court.ConsultationRecord.By;
import jp.tsunagi.court.StatementForm.Way;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * That a court asked, and all versions of what it is answered, the oldest first. A version is never changed: what is written
 * anew is the next one. The director confirms the newest; what is handed over is what was confirmed.
 *
 * @param conferenceId by which the Center finds the case
 * @param open whether the court still waits
 */
record StatementRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) String conferenceId,
        @Classified(FieldClass.OPERATION) String reference,
        @Classified(FieldClass.OPERATION) boolean open,
        @Classified(FieldClass.SCHEDULE) LocalDate answerBy,
        @Classified(FieldClass.COURT_STATEMENT) Asked asked,
        List<Version> versions,
        @Classified(FieldClass.COURT_STATEMENT) @Nullable Handed handed,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    /** What is announced; the names travel through the broker and never change. */
    static final String SUBMITTED = "court-statement-submitted";

    static final String CONFIRMED = "court-statement-confirmed";

    private static final int MOST_VERSIONS = 100;

    StatementRecord {
        versions = List.copyOf(versions);
        seen = List.copyOf(seen);
        outbox = List.copyOf(outbox);
    }

    /** What the court asked. */
    record Asked(String court, String caseNumber, LocalDate on, By by) {}

    /** When and how it went to the court. @param version the one that went */
    record Handed(int version, LocalDate on, Way way, By by) {}

    /** What a version says. @param entries numbers of the entries that it is made from */
    record Content(String applicant, List<Integer> entries, String circumstances, String response) {

        Content {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One version.
     *
     * @param submitted who put it before the director; null where nobody has
     * @param confirmed the director who confirmed it; null where none has
     */
    record Version(
            @Classified(FieldClass.OPERATION) int number,
            @Classified(FieldClass.OPERATION) VersionState state,
            @Classified(FieldClass.COURT_STATEMENT) Content content,
            @Classified(FieldClass.COURT_STATEMENT) By written,
            @Classified(FieldClass.COURT_STATEMENT) @Nullable By submitted,
            @Classified(FieldClass.COURT_STATEMENT) @Nullable By confirmed) {}

    /** How far a version has come; stored by name. */
    enum VersionState {
        DRAFT,
        SUBMITTED,
        CONFIRMED
    }

    /** The one that this command records; the same for a repeat. */
    static String idOf(Command command) {
        return Ids.derived("court-statement", command.id());
    }

    static StatementRecord asked(
            CaseId caseId, String conferenceId, String reference, Asked asked, LocalDate answerBy, Command command) {
        return new StatementRecord(
                idOf(command),
                0,
                caseId,
                conferenceId,
                reference,
                true,
                answerBy,
                asked,
                List.of(),
                null,
                SeenCommand.with(List.of(), command),
                List.of(),
                false,
                Announcing.NOTHING_SENT);
    }

    @Override
    public String keyOwner() {
        return caseId.value();
    }

    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    Optional<Version> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where none has this number */
    Version version(String number) {
        return versions.stream()
                .filter(one -> String.valueOf(one.number()).equals(number))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** @param base number of the version it was made from, 0 for none; null to go on from whatever is there */
    StatementRecord written(Content content, @Nullable String base, Command command) {
        requireOpen();
        int last = latest().map(Version::number).orElse(0);
        if (base != null && !base.equals(String.valueOf(last))) {
            throw Refusal.conflict("version.stale");
        }
        if (last >= MOST_VERSIONS) {
            throw Refusal.conflict("court.too-many-versions");
        }
        Version next = new Version(last + 1, VersionState.DRAFT, content, By.of(command), null, null);
        return with(plus(versions, next), handed, command, null);
    }

    StatementRecord submitted(Command command) {
        requireOpen();
        Version last = latest().orElseThrow(() -> Refusal.conflict("court.nothing-written"));
        if (last.state() != VersionState.DRAFT) {
            throw Refusal.conflict("court.already-submitted");
        }
        Version next = new Version(
                last.number(), VersionState.SUBMITTED, last.content(), last.written(), By.of(command), null);
        return with(replaced(next), handed, command, SUBMITTED);
    }

    StatementRecord confirmed(int number, Command command) {
        requireOpen();
        Version last = latest().orElseThrow(() -> Refusal.conflict("court.nothing-written"));
        if (last.number() != number) {
            throw Refusal.conflict("version.stale");
        }
        if (last.state() != VersionState.SUBMITTED) {
            throw Refusal.conflict(
                    last.state() == VersionState.DRAFT ? "court.not-submitted" : "court.already-confirmed");
        }
        Version next = new Version(
                number, VersionState.CONFIRMED, last.content(), last.written(), last.submitted(), By.of(command));
        return with(replaced(next), handed, command, CONFIRMED);
    }

    StatementRecord handedOver(int number, LocalDate on, Way way, Command command) {
        requireOpen();
        if (version(String.valueOf(number)).state() != VersionState.CONFIRMED) {
            throw Refusal.conflict("court.not-confirmed");
        }
        return with(versions, new Handed(number, on, way, By.of(command)), command, null);
    }

    private void requireOpen() {
        if (!open) {
            throw Refusal.conflict("court.handed-over");
        }
    }

    private List<Version> replaced(Version last) {
        return plus(versions.subList(0, versions.size() - 1), last);
    }

    private static List<Version> plus(List<Version> some, Version one) {
        List<Version> longer = new ArrayList<>(some);
        longer.add(one);
        return longer;
    }

    private StatementRecord with(
            List<Version> now, @Nullable Handed to, Command command, @Nullable String announcement) {
        Announcing announcing = new Announcing(version + 1, outbox, sentThrough);
        if (announcement != null) {
            // Which one, and nothing of it: it goes through the broker.
            announcing.announce(announcement, conferenceId, Set.of(), id);
        }
        return new StatementRecord(
                id,
                version + 1,
                caseId,
                conferenceId,
                reference,
                to == null,
                answerBy,
                asked,
                now,
                to,
                SeenCommand.with(seen, command),
                announcing.entries(),
                !announcing.entries().isEmpty(),
                sentThrough);
    }
}
