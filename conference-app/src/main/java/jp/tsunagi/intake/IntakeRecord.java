package jp.tsunagi.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The intake sheet of a case as it is stored. Which sections have something of it is not sealed, so that each finds its own.
 *
 * @param agency whose team keeps it
 * @param divisions sections that something is given to now
 * @param edition how often the parts were written; who writes names the one that was read
 * @param grants what she gave whom, the ended ones included, the oldest first
 * @param listEdition the same of the list
 */
record IntakeRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.AGENCY) AgencyCode agency,
        @Classified(FieldClass.AGENCY) List<String> divisions,
        @Classified(FieldClass.OPERATION) int edition,
        SheetParts parts,
        @Classified(FieldClass.STAFF) @Nullable By writtenBy,
        List<Grant> grants,
        @Classified(FieldClass.OPERATION) int listEdition,
        List<Procedure> procedures,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    /** Who did it, and when. */
    record By(AccountId account, String name, Instant at) {}

    /** @param endedAt when she took it back, or another took its place; null while it holds */
    record Grant(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.AGENCY) String division,
            @Classified(FieldClass.CONSENT) Set<IntakePart> parts,
            @Classified(FieldClass.CONSENT) boolean withName,
            @Classified(FieldClass.CONSENT) LocalDate agreedOn,
            @Classified(FieldClass.CONSENT) String toldBy,
            @Classified(FieldClass.OPERATION) Instant givenAt,
            @Classified(FieldClass.STAFF) By by,
            @Classified(FieldClass.OPERATION) @Nullable Instant endedAt,
            @Classified(FieldClass.STAFF) @Nullable By endedBy) {

        Grant {
            parts = Set.copyOf(parts);
        }

        /** Whether it holds: not ended, and she took back neither everything nor this agency since. */
        boolean holds(Casefile casefile) {
            return endedAt == null
                    && casefile.withdrawals().stream()
                            .filter(withdrawal -> withdrawal.recipients().isEmpty()
                                    || withdrawal.recipients().contains(casefile.requestingAgency()))
                            .allMatch(withdrawal -> withdrawal.recordedAt().isBefore(givenAt));
        }

        Grant ended(By who) {
            return new Grant(id, division, parts, withName, agreedOn, toldBy, givenAt, by, who.at(), who);
        }
    }

    /** A row of the list; see {@link ProceduresForm.Row}. @param done null while it is open */
    record Procedure(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) @Nullable String catalogue,
            @Classified(FieldClass.SCHEDULE) int visit,
            @Classified(FieldClass.NARRATIVE) String procedure,
            @Classified(FieldClass.NARRATIVE) String division,
            @Classified(FieldClass.NARRATIVE) List<String> documents,
            @Classified(FieldClass.NARRATIVE) @Nullable String note,
            @Classified(FieldClass.NARRATIVE) @Nullable String carryWords,
            @Classified(FieldClass.STAFF) @Nullable By done) {

        Procedure {
            documents = List.copyOf(documents);
        }

        Procedure ticked(@Nullable By who) {
            return new Procedure(id, catalogue, visit, procedure, division, documents, note, carryWords, who);
        }
    }

    @Override
    public String keyOwner() {
        return caseId.value();
    }

    /** By which officers of a section know it: it tells neither the case nor its conference. */
    String code() {
        return "S-" + id.substring(id.length() - 6);
    }

    /** What holds for this section now. */
    Optional<Grant> grant(String division, Casefile casefile) {
        return grants.stream()
                .filter(grant -> grant.division().equals(division) && grant.holds(casefile))
                .findFirst();
    }

    List<Procedure> of(String division) {
        return procedures.stream()
                .filter(row -> row.division().equals(division))
                .toList();
    }
}
