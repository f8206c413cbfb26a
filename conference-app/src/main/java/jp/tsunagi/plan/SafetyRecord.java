package jp.tsunagi.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The safety plan of a case as it is stored: all its versions, the oldest first, and who was named to read it.
 *
 * @param author whose officers began it
 * @param readers agencies named one by one, each with what it needs it for
 */
record SafetyRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        TeamSection author,
        List<Version> versions,
        List<Reader> readers,
        List<SeenCommand> seen)
        implements Stored {

    /** Those before are dropped: what she did years ago keeps nobody safe. */
    private static final int VERSIONS_KEPT = 30;

    private static final int MOST_READERS = 20;

    SafetyRecord {
        versions = List.copyOf(versions);
        readers = List.copyOf(readers);
        seen = List.copyOf(seen);
    }

    /** @param number from 1 */
    record Version(
            @Classified(FieldClass.OPERATION) int number,
            @Classified(FieldClass.SAFETY_PLAN) SafetyContent content,
            @Classified(FieldClass.OPERATION) AccountId writtenBy,
            @Classified(FieldClass.SAFETY_PLAN) Instant writtenAt) {}

    /** @param need what the agency needs it for */
    record Reader(
            @Classified(FieldClass.SAFETY_PLAN) String agency,
            @Classified(FieldClass.SAFETY_PLAN) String need,
            @Classified(FieldClass.SAFETY_PLAN) LocalDate since) {}

    static String idOf(CaseId caseId) {
        return Ids.derived("safety-plan", caseId.value());
    }

    static SafetyRecord first(CaseId caseId, TeamSection author, SafetyContent content, Command command) {
        return new SafetyRecord(
                idOf(caseId),
                0,
                caseId,
                author,
                List.of(new Version(1, content, command.officer().id(), command.at())),
                List.of(),
                SeenCommand.with(List.of(), command));
    }

    @Override
    public String keyOwner() {
        return caseId.value();
    }

    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    Version latest() {
        return versions.get(versions.size() - 1);
    }

    Optional<Reader> reader(String agency) {
        return readers.stream().filter(reader -> reader.agency().equals(agency)).findFirst();
    }

    /** @param revision the number of the version it was made from; null to write over whatever is there */
    SafetyRecord written(SafetyContent content, @Nullable String revision, Command command) {
        if (revision != null && !revision.equals(String.valueOf(latest().number()))) {
            throw Refusal.conflict("version.stale");
        }
        List<Version> longer = new ArrayList<>(versions);
        longer.add(new Version(latest().number() + 1, content, command.officer().id(), command.at()));
        return with(longer.subList(Math.max(0, longer.size() - VERSIONS_KEPT), longer.size()), readers, command);
    }

    SafetyRecord named(String agency, String need, Command command) {
        List<Reader> longer = new ArrayList<>(without(agency));
        longer.add(new Reader(agency, need, command.today()));
        if (longer.size() > MOST_READERS) {
            throw Refusal.conflict("safety-plan.too-many-readers");
        }
        return with(versions, longer, command);
    }

    SafetyRecord dismissed(String agency, Command command) {
        return with(versions, without(agency), command);
    }

    private List<Reader> without(String agency) {
        return readers.stream()
                .filter(reader -> !reader.agency().equals(agency))
                .toList();
    }

    private SafetyRecord with(List<Version> newVersions, List<Reader> newReaders, Command command) {
        return new SafetyRecord(
                id, version + 1, caseId, author, newVersions, newReaders, SeenCommand.with(seen, command));
    }
}
