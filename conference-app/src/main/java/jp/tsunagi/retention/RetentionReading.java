package jp.tsunagi.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.EndedCases;
import jp.tsunagi.conference.EndedCases.Bones;
import jp.tsunagi.conference.EndedCases.Ended;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.retention.KeepingRecord.Announced;
import jp.tsunagi.retention.KeepingRecord.Ground;
import jp.tsunagi.retention.KeepingRecord.Hold;
import jp.tsunagi.retention.KeepingRecord.HoldKind;
import jp.tsunagi.retention.KeepingRecord.Lifting;
import jp.tsunagi.retention.KeepingRecord.Proposal;
import jp.tsunagi.retention.RetentionDesk.Found;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the Center reads about keeping: references, days and reasons of its own officers, nothing of hers. */
@Service
class RetentionReading {

    private static final int MOST_LISTED = 500;
    private static final int PAGE = 50;

    private final RetentionDesk desk;
    private final Keepings keepings;
    private final Erasures erasures;
    private final EndedCases cases;
    private final RetentionPeriods periods;
    private final Acts acts;
    private final Clock clock;

    RetentionReading(
            RetentionDesk desk,
            Keepings keepings,
            Erasures erasures,
            EndedCases cases,
            RetentionPeriods periods,
            Acts acts,
            Clock clock) {
        this.desk = desk;
        this.keepings = keepings;
        this.erasures = erasures;
        this.cases = cases;
        this.periods = periods;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * A case whose period ends soon or is over.
     *
     * @param due whether it may be deleted from now on
     */
    record Line(
            @Classified(FieldClass.OPERATION) String caseId,
            @Classified(FieldClass.OPERATION) String conferenceId,
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate endedOn,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate keptUntil,
            @Classified(FieldClass.OPERATION) boolean due,
            @Classified(FieldClass.OPERATION) boolean held,
            @Classified(FieldClass.OPERATION) boolean proposed) {}

    /** Something that is deleted by itself. */
    record Coming(
            @Classified(FieldClass.OPERATION) String conferenceId,
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.OPERATION) PurgeKind kind,
            @Classified(FieldClass.SCHEDULE) LocalDate on,
            @Classified(FieldClass.OPERATION) boolean held) {}

    /** What is left of a case. */
    record Gone(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.OPERATION) String ground,
            @Classified(FieldClass.SCHEDULE) LocalDate erasedOn,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate takesEffectOn,
            @Classified(FieldClass.OPERATION) boolean complete,
            @Classified(FieldClass.OPERATION) boolean restored,
            List<Bones> conferences,
            @Classified(FieldClass.OPERATION) Map<String, Long> deleted) {}

    /** All that the Center looks at. @param erased the newest of them; {@code erasedTotal} how many there are */
    record Overview(
            RetentionProfile periods,
            List<Line> cases,
            List<Line> held,
            List<Coming> coming,
            List<Gone> erased,
            long erasedTotal) {}

    /** A hold as it is shown. */
    record HoldView(
            @Classified(FieldClass.OPERATION) String n,
            @Classified(FieldClass.OPERATION) HoldKind hold,
            @Classified(FieldClass.OFFICE) String reason,
            @Classified(FieldClass.STAFF) String by,
            @Classified(FieldClass.OPERATION) Instant at,
            @Classified(FieldClass.OFFICE) @Nullable String liftedReason,
            @Classified(FieldClass.STAFF) @Nullable String liftedBy,
            @Classified(FieldClass.OPERATION) @Nullable Instant liftedAt) {

        static HoldView of(Hold hold) {
            Lifting lifted = hold.lifted();
            return new HoldView(
                    hold.n(),
                    hold.kind(),
                    hold.reason(),
                    hold.put().name(),
                    hold.put().at(),
                    lifted == null ? null : lifted.reason(),
                    lifted == null ? null : lifted.by().name(),
                    lifted == null ? null : lifted.by().at());
        }
    }

    /** @param mayConfirm whether the reader could be the second officer */
    record ProposalView(
            @Classified(FieldClass.OPERATION) Ground ground,
            @Classified(FieldClass.OFFICE) @Nullable String reason,
            @Classified(FieldClass.STAFF) String by,
            @Classified(FieldClass.OPERATION) Instant at,
            @Classified(FieldClass.OPERATION) boolean mayConfirm) {}

    /** One case. @param endedOn null while it goes on */
    record One(
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate endedOn,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate keptUntil,
            @Classified(FieldClass.OPERATION) boolean due,
            @Classified(FieldClass.OPERATION) boolean held,
            List<HoldView> holds,
            @Nullable ProposalView proposal,
            List<Coming> coming) {}

    boolean isFor(Officer officer) {
        return desk.isCenter(officer);
    }

    /** Whether there is something to keep of this case, for this officer. */
    boolean isFor(CaseId caseId, Command command) {
        return desk.isCenter(command.officer()) && desk.knows(caseId, command);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} for whoever is not of the Center */
    Overview overview(Command command) {
        desk.requireCenter(command);
        acts.shown(command, "retention.read", null, null, List.of());
        return new Overview(
                periods.profile(),
                due(command),
                keepings.held().stream()
                        .filter(keeping -> knows(keeping, command))
                        .map(keeping -> line(keeping.record().caseId(), Optional.of(keeping)))
                        .toList(),
                keepings.announced().stream()
                        .filter(keeping -> knows(keeping, command))
                        .flatMap(keeping -> coming(keeping).stream())
                        .toList(),
                erasures.list(0, PAGE).stream().map(this::gone).toList(),
                erasures.count());
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} */
    One one(String caseId, Command command) {
        Found found = desk.found(caseId, command);
        acts.shown(command, "retention.read", caseId, null, List.of(FieldClass.OFFICE.name()));
        KeepingRecord record = found.keeping().record();
        LocalDate endedOn = found.ended().map(Ended::endedOn).orElse(null);
        LocalDate until = endedOn == null ? null : periods.until(endedOn);
        return new One(
                found.keeping().toRecord().reference(),
                endedOn,
                until,
                until != null && command.today().isAfter(until),
                found.keeping().held(),
                record.holds().stream().map(HoldView::of).toList(),
                proposal(record.proposal(), command.officer()),
                coming(found.keeping()));
    }

    /** Proposals that wait for this officer as the second one. */
    List<KeepingRecord> toConfirm(Command command) {
        if (!desk.isCenter(command.officer())) {
            return List.of();
        }
        return keepings.proposed().stream()
                .filter(keeping -> knows(keeping, command))
                .map(CaseKeeping::record)
                .filter(record -> mayConfirm(Objects.requireNonNull(record.proposal()), command.officer()))
                .toList();
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is none, or the reader is not of the Center */
    ErasureRecord erasure(String id, Command command) {
        desk.requireCenter(command);
        return erasures.find(id).orElseThrow(Refusal::notFound);
    }

    private List<Line> due(Command command) {
        LocalDate soon = command.today().plusDays(periods.profile().noticeDays());
        Instant began = soon.minusYears(periods.profile().caseYears())
                .plusDays(1)
                .atStartOfDay(TimeConfiguration.JAPAN)
                .toInstant();
        List<Line> lines = new ArrayList<>();
        for (CaseId caseId : cases.begunUntil(began, MOST_LISTED)) {
            Line line = line(caseId, keepings.of(caseId));
            if (line.keptUntil() != null && !line.keptUntil().isAfter(soon) && desk.knows(caseId, command)) {
                lines.add(line);
            }
        }
        for (CaseKeeping keeping : keepings.proposed()) {
            CaseId caseId = keeping.record().caseId();
            if (lines.stream().noneMatch(line -> line.caseId().equals(caseId.value())) && knows(keeping, command)) {
                lines.add(line(caseId, Optional.of(keeping)));
            }
        }
        lines.sort(Comparator.comparing(Line::keptUntil, Comparator.nullsLast(Comparator.naturalOrder())));
        return lines;
    }

    private Line line(CaseId caseId, Optional<CaseKeeping> keeping) {
        Optional<Ended> ended = cases.of(caseId);
        Optional<KeepingRecord> record = keeping.map(CaseKeeping::record);
        LocalDate endedOn = ended.map(Ended::endedOn).orElse(null);
        LocalDate until = endedOn == null ? null : periods.until(endedOn);
        LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
        return new Line(
                caseId.value(),
                ended.map(one -> one.conferenceId().value())
                        .orElseGet(() -> record.orElseThrow().conferenceId()),
                ended.map(Ended::reference).orElseGet(() -> record.orElseThrow().reference()),
                endedOn,
                until,
                until != null && today.isAfter(until),
                record.map(KeepingRecord::held).orElse(false),
                record.map(KeepingRecord::proposed).orElse(false));
    }

    private boolean knows(CaseKeeping keeping, Command command) {
        return desk.knows(keeping.record().caseId(), command);
    }

    private static List<Coming> coming(CaseKeeping keeping) {
        KeepingRecord record = keeping.record();
        return record.announced().stream().map(one -> coming(one, record)).toList();
    }

    private static Coming coming(Announced one, KeepingRecord record) {
        return new Coming(one.conferenceId(), record.reference(), one.kind(), one.on(), record.held());
    }

    private static @Nullable ProposalView proposal(@Nullable Proposal proposal, Officer reader) {
        return proposal == null
                ? null
                : new ProposalView(
                        proposal.ground(),
                        proposal.reason(),
                        proposal.by().name(),
                        proposal.by().at(),
                        mayConfirm(proposal, reader));
    }

    private static boolean mayConfirm(Proposal proposal, Officer officer) {
        return !proposal.by().account().equals(officer.id()) && (proposal.by().director() || officer.is(Role.DIRECTOR));
    }

    private Gone gone(ErasureRecord erasure) {
        return new Gone(
                erasure.id(),
                erasure.reference(),
                erasure.ground(),
                LocalDate.ofInstant(erasure.decidedAt(), TimeConfiguration.JAPAN),
                erasure.takesEffectOn(),
                !erasure.open(),
                erasure.restored(),
                erasure.bones(),
                erasure.deleted());
    }
}
