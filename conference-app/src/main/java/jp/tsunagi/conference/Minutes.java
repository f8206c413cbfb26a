package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.conference.MinutesRecord.Answer;
import jp.tsunagi.conference.MinutesRecord.Correction;
import jp.tsunagi.conference.MinutesRecord.Objection;
import jp.tsunagi.conference.MinutesRecord.Place;
import jp.tsunagi.conference.MinutesRecord.Receipt;
import jp.tsunagi.conference.MinutesRecord.Result;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of one conference among those who took part: confirmed, objected to, and corrected without anything that
 * stood there being lost. Whoever calls has asked {@link MinutesDesk} who may.
 */
final class Minutes {

    private static final int MOST_OBJECTIONS = 200;

    private final MinutesRecord stored;
    private final Announcing outbox;
    private @Nullable OutcomeReport corrected;
    private final List<Receipt> receipts;
    private final List<Objection> objections;
    private final List<Correction> corrections;
    private List<SeenCommand> seen;

    Minutes(MinutesRecord stored) {
        this.stored = stored;
        this.outbox = new Announcing(stored.version() + 1, stored.outbox(), stored.sentThrough());
        this.corrected = stored.corrected();
        this.receipts = new ArrayList<>(stored.receipts());
        this.objections = new ArrayList<>(stored.objections());
        this.corrections = new ArrayList<>(stored.corrections());
        this.seen = stored.seen();
    }

    /** Of a conference whose minutes nobody has confirmed or objected to. */
    static Minutes untouched(CaseConference conference) {
        return new Minutes(new MinutesRecord(
                idOf(conference.id()),
                -1,
                conference.caseId(),
                conference.id(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Announcing.NOTHING_SENT));
    }

    /** Not the conference's own id: outboxes are known by the ids of their aggregates. */
    static String idOf(ConferenceId conference) {
        return Ids.derived("minutes", conference.value());
    }

    MinutesRecord toRecord() {
        return new MinutesRecord(
                stored.id(),
                stored.version() + 1,
                stored.caseId(),
                stored.conferenceId(),
                corrected,
                receipts,
                objections,
                corrections,
                seen,
                outbox.entries(),
                !outbox.entries().isEmpty(),
                stored.sentThrough());
    }

    boolean isNew() {
        return stored.version() < 0;
    }

    /** Whether this command has had its effect here. */
    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    /** Somebody has read this version; once for each person and version. @throws jp.tsunagi.shared.Refused {@code minutes.changed} */
    void confirm(int readVersion, Command command) {
        requireCurrent(readVersion);
        Officer officer = command.officer();
        boolean read = receipts.stream()
                .anyMatch(receipt -> receipt.by().equals(officer.id()) && receipt.reportVersion() == reportVersion());
        if (!read) {
            receipts.removeIf(receipt -> receipt.by().equals(officer.id()));
            receipts.add(new Receipt(officer.id(), officer.agency(), command.at(), reportVersion()));
        }
        done(command);
    }

    /**
     * An agency asks for a correction.
     *
     * @param until the last day on which it may
     * @throws jp.tsunagi.shared.Refused {@code minutes.window-closed}, {@code minutes.changed}, {@code minutes.too-many}
     */
    void object(int readVersion, Place place, String wrong, String proposal, LocalDate until, Command command) {
        if (command.today().isAfter(until)) {
            throw Refusal.conflict("minutes.window-closed");
        }
        requireCurrent(readVersion);
        if (objections.size() >= MOST_OBJECTIONS) {
            throw Refusal.conflict("minutes.too-many");
        }
        Officer officer = command.officer();
        objections.add(new Objection(
                objections.size() + 1,
                command.id(),
                officer.id(),
                officer.agency(),
                command.at(),
                reportVersion(),
                place,
                wrong,
                proposal,
                null));
        announce(EventKind.MINUTES_OBJECTED, officer.agency(), "");
        done(command);
    }

    /**
     * The objection is right: the report takes its next version, and the former one stays with who, when and why.
     *
     * @param former the report as it stands
     * @throws jp.tsunagi.shared.Refused as {@link #openTo}, and {@code minutes.changed}
     */
    void accept(int number, int readVersion, OutcomeReport former, OutcomeReport next, String reason, Command command) {
        Objection objection = openTo(number, command);
        requireCurrent(readVersion);
        corrections.add(new Correction(
                reportVersion() + 1,
                number,
                objection.place(),
                former,
                reason,
                command.officer().id(),
                command.officer().agency(),
                command.at()));
        corrected = next;
        answer(objection, Result.ACCEPTED, reason, command);
    }

    /** The report stands. @throws jp.tsunagi.shared.Refused as {@link #openTo} */
    void decline(int number, String reason, Command command) {
        answer(openTo(number, command), Result.DECLINED, reason, command);
    }

    /**
     * The objection that this officer is about to answer.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}, {@code minutes.answered}, {@code minutes.own-objection}
     */
    Objection openTo(int number, Command command) {
        Objection objection = objections.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (!objection.open()) {
            throw Refusal.conflict("minutes.answered");
        }
        if (objection.by().equals(command.officer().id())) {
            throw Refusal.forbidden("minutes.own-objection");
        }
        return objection;
    }

    private void answer(Objection objection, Result result, String reason, Command command) {
        Officer officer = command.officer();
        objections.set(
                objections.indexOf(objection),
                objection.answered(new Answer(result, reason, officer.id(), officer.agency(), command.at())));
        announce(EventKind.MINUTES_ANSWERED, objection.agency(), result.name());
        done(command);
    }

    /** The version of the report, counted from one. */
    int reportVersion() {
        return corrections.size() + 1;
    }

    Optional<OutcomeReport> corrected() {
        return Optional.ofNullable(corrected);
    }

    /** The report as it stands: the one that was sent, unless it was corrected. */
    OutcomeReport report(CaseConference conference) {
        return corrected().or(conference::outcome).orElseThrow();
    }

    /** What stands there since a correction. */
    OutcomeReport after(Correction correction) {
        int next = corrections.indexOf(correction) + 1;
        return next < corrections.size()
                ? corrections.get(next).before()
                : corrected().orElseThrow();
    }

    List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    Optional<Receipt> receiptOf(AgencyCode agency) {
        return receipts.stream()
                .filter(receipt -> receipt.agency().equals(agency))
                .findFirst();
    }

    List<Objection> objections() {
        return List.copyOf(objections);
    }

    List<Correction> corrections() {
        return List.copyOf(corrections);
    }

    /** @throws jp.tsunagi.shared.Refused {@code minutes.changed} where that is not how the report reads now */
    void requireCurrent(int readVersion) {
        if (readVersion != reportVersion()) {
            throw Refusal.conflict("minutes.changed");
        }
    }

    private void announce(EventKind kind, AgencyCode objector, String detail) {
        outbox.announce(kind.wireName(), stored.conferenceId().value(), Set.of(objector.value()), detail);
    }

    private void done(Command command) {
        seen = SeenCommand.with(seen, command);
    }
}
