package jp.tsunagi.intake;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.intake.IntakeRecord.By;
import jp.tsunagi.intake.IntakeRecord.Grant;
import jp.tsunagi.intake.IntakeRecord.Procedure;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The intake sheet of a case. Each method is one step: it refuses by the rule's name. Whoever calls has asked who may, and
 * has found the words right. Parts and list are counted apart, so that ticking off stands in nobody's way who writes.
 */
final class IntakeSheet {

    /** What is announced; the name travels through the broker and never changes. */
    static final String GIVEN = "intake-given";

    private static final int GRANTS_KEPT = 200;

    private final IntakeRecord stored;
    private final Announcing outbox;
    private int edition;
    private SheetParts parts;
    private @Nullable By writtenBy;
    private final List<Grant> grants;
    private int listEdition;
    private List<Procedure> procedures;
    private List<SeenCommand> seen;

    IntakeSheet(IntakeRecord stored) {
        this.stored = stored;
        this.outbox = new Announcing(stored.version() + 1, stored.outbox(), stored.sentThrough());
        this.edition = stored.edition();
        this.parts = stored.parts();
        this.writtenBy = stored.writtenBy();
        this.grants = new ArrayList<>(stored.grants());
        this.listEdition = stored.listEdition();
        this.procedures = stored.procedures();
        this.seen = stored.seen();
    }

    static String idOf(CaseId caseId) {
        return Ids.derived("intake-sheet", caseId.value());
    }

    /** One with nothing in it, in no store yet. */
    static IntakeSheet begun(CaseId caseId, AgencyCode agency) {
        return new IntakeSheet(new IntakeRecord(
                idOf(caseId),
                -1,
                caseId,
                agency,
                List.of(),
                0,
                SheetParts.EMPTY,
                null,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                false,
                Announcing.NOTHING_SENT));
    }

    IntakeRecord toRecord() {
        return new IntakeRecord(
                stored.id(),
                stored.version() + 1,
                stored.caseId(),
                stored.agency(),
                grants.stream()
                        .filter(grant -> grant.endedAt() == null)
                        .map(Grant::division)
                        .distinct()
                        .sorted()
                        .toList(),
                edition,
                parts,
                writtenBy,
                List.copyOf(grants.subList(Math.max(0, grants.size() - GRANTS_KEPT), grants.size())),
                listEdition,
                procedures,
                seen,
                outbox.entries(),
                !outbox.entries().isEmpty(),
                stored.sentThrough());
    }

    /** What was stored when it was loaded. */
    IntakeRecord record() {
        return stored;
    }

    boolean isNew() {
        return stored.version() < 0;
    }

    /** @throws jp.tsunagi.shared.Refused {@code idempotency.key-reused} */
    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    /** @param read the edition it was made from; null to write over whatever is there */
    void write(SheetParts told, @Nullable String read, Command command) {
        requireNewest(edition, read);
        edition++;
        parts = told;
        writtenBy = by(command);
        done(command);
    }

    /** Gives a section what she agreed to, and tells it that there is something; ends what it had before. */
    void give(GivingForm form, Command command) {
        String division = Objects.requireNonNull(form.division());
        end(division, command);
        Set<IntakePart> given = EnumSet.noneOf(IntakePart.class);
        given.addAll(Objects.requireNonNullElse(form.parts(), List.of()));
        By who = by(command);
        Grant grant = new Grant(
                Ids.derived("intake-grant", command.id()),
                division,
                given,
                Boolean.TRUE.equals(form.withName()),
                Objects.requireNonNull(form.agreedOn()),
                Objects.requireNonNull(form.toldBy()),
                who.at(),
                who,
                null,
                null);
        grants.add(grant);
        outbox.announce(GIVEN, null, Set.of(), stored.id() + ":" + grant.id());
        done(command);
    }

    /** She takes back what this section has: it ends now. */
    void takeBack(String grantId, Command command) {
        Grant ended = grants.stream()
                .filter(grant -> grant.id().equals(grantId) && grant.endedAt() == null)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        end(ended.division(), command);
        done(command);
    }

    /** @param read the edition of the list it was made from; null to write over whatever is there */
    void list(List<ProceduresForm.Row> rows, @Nullable String read, Command command) {
        requireNewest(listEdition, read);
        List<Procedure> changed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ProceduresForm.Row row = rows.get(i);
            Procedure former = procedures.stream()
                    .filter(one -> one.id().equals(row.id()))
                    .findFirst()
                    .orElse(null);
            changed.add(new Procedure(
                    former == null ? Ids.derived("intake-procedure", command.id(), String.valueOf(i)) : former.id(),
                    orNull(row.catalogue()),
                    Objects.requireNonNull(row.visit()),
                    Objects.requireNonNull(row.procedure()),
                    Objects.requireNonNull(row.division()),
                    Objects.requireNonNullElse(row.documents(), List.of()),
                    orNull(row.note()),
                    orNull(row.carryWords()),
                    former == null ? null : former.done()));
        }
        listEdition++;
        procedures = List.copyOf(changed);
        done(command);
    }

    /**
     * Ticks a row off, or takes that back.
     *
     * @param division whose row it has to be; null for the team
     */
    void tick(String row, boolean off, @Nullable String division, Command command) {
        Procedure found = procedures.stream()
                .filter(one -> one.id().equals(row))
                .filter(one -> division == null || one.division().equals(division))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if ((found.done() != null) == off) {
            throw Refusal.conflict(off ? "intake.already-done" : "intake.not-done");
        }
        Procedure ticked = found.ticked(off ? by(command) : null);
        procedures = procedures.stream().map(one -> one == found ? ticked : one).toList();
        done(command);
    }

    private void end(String division, Command command) {
        By who = by(command);
        grants.replaceAll(
                grant -> grant.endedAt() == null && grant.division().equals(division) ? grant.ended(who) : grant);
    }

    private static void requireNewest(int edition, @Nullable String read) {
        if (read != null && !read.equals(String.valueOf(edition))) {
            throw Refusal.conflict("version.stale");
        }
    }

    private void done(Command command) {
        seen = SeenCommand.with(seen, command);
    }

    private static By by(Command command) {
        return new By(
                command.officer().id(), command.officer().name(), command.at().truncatedTo(ChronoUnit.MILLIS));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return FieldCheck.isBlank(text) ? null : text;
    }
}
