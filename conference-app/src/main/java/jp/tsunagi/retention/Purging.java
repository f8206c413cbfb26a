package jp.tsunagi.retention;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.audit.AuditEvent;
import jp.tsunagi.audit.AuditTrail;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.Outdated;
import jp.tsunagi.conference.Outdated.Ripe;
import jp.tsunagi.retention.KeepingRecord.Announced;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What goes by itself (partial purge): found when its day comes near, told beforehand, looked at once more on the day, and
 * entered into the audit with how much it was. Nothing of a case goes while that is held.
 */
@Component
class Purging {

    private static final String ACTION = "retention.purge";

    private final Outdated outdated;
    private final Keepings keepings;
    private final Erasing erasing;
    private final RetentionPeriods periods;
    private final MongoDatabase database;
    private final AuditTrail audit;
    private final Clock clock;

    Purging(
            Outdated outdated,
            Keepings keepings,
            Erasing erasing,
            RetentionPeriods periods,
            MongoDatabase database,
            AuditTrail audit,
            Clock clock) {
        this.outdated = outdated;
        this.keepings = keepings;
        this.erasing = erasing;
        this.periods = periods;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Something whose day comes. @param on its day by the period */
    record Due(Ripe ripe, PurgeKind kind, LocalDate on) {}

    /** All whose day comes within the days in which it is told beforehand. */
    List<Due> near(LocalDate today) {
        RetentionProfile profile = periods.profile();
        LocalDate soon = today.plusDays(profile.noticeDays());
        List<Due> due = new ArrayList<>();
        outdated.withSheets(soon.minusDays(profile.sheetDays())).forEach(ripe -> due.add(due(ripe, PurgeKind.SHEETS)));
        LocalDate untouched = soon.minusDays(profile.draftDays());
        outdated.unsent(false, untouched).forEach(ripe -> due.add(due(ripe, PurgeKind.DRAFT)));
        outdated.unsent(true, untouched).stream()
                // Of a case that has others it is part of the record until somebody takes it back.
                .filter(Ripe::only)
                .forEach(ripe -> due.add(due(ripe, PurgeKind.RETURNED)));
        Integer years = profile.narrativeYears();
        if (years != null) {
            outdated.told(soon.minusYears(years)).forEach(ripe -> due.add(due(ripe, PurgeKind.NARRATIVES)));
        }
        return due;
    }

    /** @return whether it was announced; not where that was done before, the case is held, or somebody writes on it */
    boolean announce(Due due, LocalDate today) {
        Ripe ripe = due.ripe();
        CaseKeeping keeping = keepings.of(ripe.caseId())
                .orElseGet(() -> CaseKeeping.untouched(ripe.caseId(), ripe.id().value(), ripe.reference()));
        LocalDate earliest = today.plusDays(periods.profile().noticeDays());
        LocalDate on = due.on().isBefore(earliest) ? earliest : due.on();
        boolean writing = (due.kind() == PurgeKind.DRAFT || due.kind() == PurgeKind.RETURNED) && isWritten(ripe, today);
        if (keeping.decided()
                || keeping.held()
                || writing
                || !keeping.announce(due.kind(), ripe.id().value(), on)) {
            return false;
        }
        keepings.save(keeping);
        return true;
    }

    /** Deletes what was announced for this day, unless it is held, or was taken up again meanwhile. */
    void purge(CaseKeeping keeping, LocalDate today) {
        if (keeping.held() || keeping.decided()) {
            return;
        }
        for (Announced one : keeping.record().announced()) {
            if (one.on().isAfter(today)) {
                continue;
            }
            Optional<Due> due = again(one).filter(still -> !today.isBefore(still.on()));
            if (due.isPresent() && purge(due.get(), today)) {
                // With the case what was decided about keeping it is gone, too.
                return;
            }
            keeping.settled(one);
        }
        keepings.save(keeping);
    }

    /** Lists that were taken out; whom they are of is not known. */
    void purgeExports() {
        int gone = outdated.forgetExports(clock.instant());
        if (gone > 0) {
            enter(AuditEvent.Phase.OUTCOME, Ids.random(clock.instant()), null, null, "EXPORTS", gone);
        }
    }

    /** @return whether the whole case went */
    private boolean purge(Due due, LocalDate today) {
        Ripe ripe = due.ripe();
        String command = Ids.random(clock.instant());
        String caseId = ripe.caseId().value();
        String conference = ripe.id().value();
        boolean unsent = due.kind() == PurgeKind.DRAFT || due.kind() == PurgeKind.RETURNED;
        if (unsent && isWritten(ripe, today)) {
            return false;
        }
        enter(AuditEvent.Phase.INTENT, command, caseId, conference, due.kind().name(), 0);
        if (unsent && ripe.only()) {
            erasing.abandoned(ripe.caseId(), ripe.reference(), due.kind());
            return true;
        }
        int gone =
                switch (due.kind()) {
                    case SHEETS -> outdated.forgetSheets(ripe.id());
                    case DRAFT, RETURNED -> {
                        outdated.forgetDraft(ripe.id());
                        yield 1;
                    }
                    case NARRATIVES -> {
                        outdated.forgetNarratives(ripe.id());
                        yield 1;
                    }
                };
        enter(AuditEvent.Phase.OUTCOME, command, caseId, conference, due.kind().name(), gone);
        return false;
    }

    private Optional<Due> again(Announced one) {
        ConferenceId id = new ConferenceId(one.conferenceId());
        Optional<Ripe> ripe =
                switch (one.kind()) {
                    case SHEETS -> outdated.withSheets(id);
                    case DRAFT -> outdated.unsent(false, id);
                    case RETURNED -> outdated.unsent(true, id).filter(Ripe::only);
                    case NARRATIVES -> outdated.told(id);
                };
        return ripe.map(found -> due(found, one.kind()));
    }

    private Due due(Ripe ripe, PurgeKind kind) {
        RetentionProfile profile = periods.profile();
        LocalDate on =
                switch (kind) {
                    case SHEETS -> ripe.since().plusDays(profile.sheetDays());
                    case DRAFT, RETURNED -> ripe.since().plusDays(profile.draftDays());
                    case NARRATIVES ->
                        ripe.since()
                                .plusYears(
                                        profile.narrativeYears() == null
                                                ? profile.caseYears()
                                                : profile.narrativeYears());
                };
        return new Due(ripe, kind, on.plusDays(1));
    }

    /** Whether somebody has typed on a form of the case within that time, and not sent it off. */
    private boolean isWritten(Ripe ripe, LocalDate today) {
        Instant since = today.minusDays(periods.profile().draftDays())
                .atStartOfDay(TimeConfiguration.JAPAN)
                .toInstant();
        return database.getCollection("drafts")
                        .find(and(eq("keyOwner", ripe.caseId().value()), gt("savedAt", Date.from(since))))
                        .first()
                != null;
    }

    private void enter(
            AuditEvent.Phase phase,
            String command,
            @Nullable String caseId,
            @Nullable String conference,
            String what,
            int count) {
        boolean done = phase == AuditEvent.Phase.OUTCOME;
        audit.record(new AuditEvent(
                command,
                phase,
                ACTION,
                ErasureRecord.SYSTEM,
                null,
                null,
                caseId,
                conference,
                done ? "done" : null,
                done ? List.of(what, String.valueOf(count)) : List.of(what)));
    }
}
