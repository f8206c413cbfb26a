package jp.tsunagi.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jp.tsunagi.audit.AuditEvent;
import jp.tsunagi.audit.AuditLog;
import jp.tsunagi.audit.AuditTrail;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.conference.EndedCases;
import jp.tsunagi.integration.broker.QueuedNotices;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.ShreddedLedger;
import jp.tsunagi.retention.KeepingRecord.By;
import jp.tsunagi.retention.KeepingRecord.Proposal;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shreds cases. Each step may be repeated, and each leaves what the next one needs, so that whatever stops between two of
 * them, the next run goes on: first what will be left of it, then the ledger, the key and its pad, all documents, and once no
 * node can hold the key any more, whatever was written with it meanwhile.
 */
@Component
class Erasing {

    private static final String ACTION = "retention.erased";
    private static final int ENTRIES_LOOKED_AT = 100;

    private final Erasures erasures;
    private final EndedCases cases;
    private final CaseSweep sweep;
    private final CaseKeys keys;
    private final ShreddedLedger ledger;
    private final QueuedNotices queued;
    private final RetentionPeriods periods;
    private final AuditTrail audit;
    private final AuditLog log;
    private final Clock clock;

    Erasing(
            Erasures erasures,
            EndedCases cases,
            CaseSweep sweep,
            CaseKeys keys,
            ShreddedLedger ledger,
            QueuedNotices queued,
            RetentionPeriods periods,
            AuditTrail audit,
            AuditLog log,
            Clock clock) {
        this.erasures = erasures;
        this.cases = cases;
        this.sweep = sweep;
        this.keys = keys;
        this.ledger = ledger;
        this.queued = queued;
        this.periods = periods;
        this.audit = audit;
        this.log = log;
        this.clock = clock;
    }

    /** What two officers decided. @return what is left of the case */
    ErasureRecord begin(KeepingRecord record) {
        Proposal proposal = Objects.requireNonNull(record.proposal());
        By second = Objects.requireNonNull(record.confirmed());
        ErasureRecord erasure = left(
                record.caseId(),
                record.reference(),
                proposal.ground().name(),
                proposal.by().account().value(),
                proposal.by().name(),
                proposal.by().at(),
                second.account().value(),
                second.name(),
                second.at(),
                proposal.endedOn(),
                record.seen().get(record.seen().size() - 1).commandId(),
                false);
        return carryOn(erasures.add(erasure));
    }

    /** What the office's period decides alone: a request that nobody submitted, and nothing besides. */
    ErasureRecord abandoned(CaseId caseId, String reference, PurgeKind kind) {
        return carryOn(erasures.add(left(
                caseId,
                reference,
                kind.name(),
                ErasureRecord.SYSTEM,
                null,
                null,
                ErasureRecord.SYSTEM,
                null,
                clock.instant(),
                null,
                null,
                false)));
    }

    /** Goes on where an earlier attempt stopped, as far as it is time. */
    ErasureRecord carryOn(ErasureRecord erasure) {
        ErasureRecord now = erasure;
        if (now.keyDestroyedAt() == null) {
            now = destroy(now);
        }
        Instant sure = Objects.requireNonNull(now.keyDestroyedAt()).plus(keys.cachedFor());
        if (now.open() && clock.instant().isAfter(sure)) {
            now = sweepAgain(now);
        }
        return now;
    }

    /** A copy of the database from before brought it back: it is gone again before anybody can ask. */
    void replay(ShreddedLedger.Line line) {
        CaseId caseId = new CaseId(line.caseId());
        if (erasures.find(ErasureRecord.idOf(caseId)).isEmpty()) {
            erasures.add(left(
                            caseId,
                            line.reference(),
                            line.rule().toUpperCase(Locale.ROOT).replace('-', '_'),
                            line.proposedBy(),
                            null,
                            null,
                            line.confirmedBy(),
                            null,
                            line.at(),
                            null,
                            null,
                            true)
                    .keyDestroyed(clock.instant(), effect(line.at())));
        }
        keys.destroy(line.caseId());
        sweep.delete(line.caseId());
    }

    private ErasureRecord destroy(ErasureRecord erasure) {
        String caseId = erasure.erasedCase();
        Instant now = clock.instant();
        ledger.enter(new ShreddedLedger.Line(
                caseId,
                erasure.reference(),
                now,
                erasure.ground().toLowerCase(Locale.ROOT).replace('_', '-'),
                erasure.proposedBy(),
                erasure.confirmedBy()));
        keys.destroy(caseId);
        sweep.delete(caseId);
        ErasureRecord destroyed = erasure.keyDestroyed(now, effect(now));
        erasures.replace(destroyed);
        return destroyed;
    }

    /** Nobody holds the key any more: what was begun with it meanwhile is deleted, and nothing can follow. */
    private ErasureRecord sweepAgain(ErasureRecord erasure) {
        String caseId = erasure.erasedCase();
        queued.removeAllOfCase(caseId);
        sweep.delete(caseId);
        keys.swept(caseId);
        ErasureRecord done = erasure.done(entry(erasure));
        erasures.replace(done);
        return done;
    }

    /** Enters that it was carried out, once; the number of that entry stands on the certificate. */
    private long entry(ErasureRecord erasure) {
        Long before = entered(erasure);
        if (before != null) {
            return before;
        }
        audit.record(new AuditEvent(
                erasure.id(),
                AuditEvent.Phase.OUTCOME,
                ACTION,
                ErasureRecord.SYSTEM,
                null,
                null,
                erasure.erasedCase(),
                erasure.id(),
                "done",
                List.of(erasure.ground())));
        return Objects.requireNonNull(entered(erasure));
    }

    private @Nullable Long entered(ErasureRecord erasure) {
        AuditLog.Query ofCase = new AuditLog.Query(erasure.erasedCase(), null, null, null);
        return log.find(ofCase, 0, ENTRIES_LOOKED_AT).items().stream()
                .filter(line -> line.event().action().equals(ACTION))
                .map(AuditLog.Line::seq)
                .findFirst()
                .orElse(null);
    }

    private LocalDate effect(Instant destroyed) {
        return LocalDate.ofInstant(destroyed, TimeConfiguration.JAPAN)
                .plusDays(periods.profile().keyBackupDays());
    }

    private ErasureRecord left(
            CaseId caseId,
            String reference,
            String ground,
            String proposedBy,
            @Nullable String proposedByName,
            @Nullable Instant proposedAt,
            String confirmedBy,
            @Nullable String confirmedByName,
            Instant decidedAt,
            @Nullable LocalDate endedOn,
            @Nullable String confirmCommand,
            boolean restored) {
        return new ErasureRecord(
                ErasureRecord.idOf(caseId),
                0,
                caseId.value(),
                reference,
                true,
                ground,
                proposedBy,
                proposedByName,
                proposedAt,
                confirmedBy,
                confirmedByName,
                decidedAt,
                endedOn,
                cases.bones(caseId.value()),
                sweep.count(caseId.value()),
                null,
                null,
                null,
                confirmCommand,
                restored);
    }
}
