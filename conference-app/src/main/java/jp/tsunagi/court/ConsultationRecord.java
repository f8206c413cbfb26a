package jp.tsunagi.court;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.court.ConsultationForm.Channel;
import jp.tsunagi.court.ConsultationForm.Office;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * All that is written down of one case for Art. 12, one document. Entries are added, never changed: what was wrong stays
 * beside its correction.
 */
record ConsultationRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.CONSULTATION) List<Entry> entries,
        List<SeenCommand> seen)
        implements Stored {

    static final int MOST_ENTRIES = 300;

    ConsultationRecord {
        entries = List.copyOf(entries);
        seen = List.copyOf(seen);
    }

    /**
     * One time she asked for help.
     *
     * @param number from 1
     * @param officeName as the paper names it
     * @param corrects number of the entry that this one takes the place of; null for none
     */
    record Entry(
            int number,
            LocalDate on,
            @Nullable LocalTime at,
            Office office,
            String officeName,
            Channel channel,
            String asked,
            String taken,
            @Nullable Integer corrects,
            @Nullable String correctionReason,
            By by) {}

    /** Who wrote it, and when. */
    record By(AccountId account, String name, String agency, Instant at) {

        static By of(Command command) {
            return new By(
                    command.officer().id(),
                    command.officer().name(),
                    command.officer().agency().value(),
                    command.at().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    static String idOf(CaseId caseId) {
        return Ids.derived("consultations", caseId.value());
    }

    /** One without entries, in no store yet. */
    static ConsultationRecord of(CaseId caseId) {
        return new ConsultationRecord(idOf(caseId), -1, caseId, List.of(), List.of());
    }

    @Override
    public String keyOwner() {
        return caseId.value();
    }

    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    Optional<Entry> entry(int number) {
        return entries.stream().filter(entry -> entry.number() == number).findFirst();
    }

    /** Whether another entry has taken its place. */
    boolean corrected(Entry entry) {
        return entries.stream().anyMatch(other -> Objects.equals(other.corrects(), entry.number()));
    }

    /** The same with one entry more. */
    ConsultationRecord with(ConsultationForm form, String officeName, Command command) {
        if (entries.size() >= MOST_ENTRIES) {
            throw Refusal.conflict("consultation.too-many");
        }
        List<Entry> longer = new ArrayList<>(entries);
        longer.add(new Entry(
                entries.size() + 1,
                Objects.requireNonNull(form.consultedOn()),
                form.consultedAt(),
                Objects.requireNonNull(form.office()),
                officeName,
                Objects.requireNonNull(form.channel()),
                Objects.requireNonNull(form.asked()),
                Objects.requireNonNull(form.taken()),
                form.corrects(),
                form.corrects() == null ? null : form.correctionReason(),
                By.of(command)));
        return new ConsultationRecord(id, version + 1, caseId, longer, SeenCommand.with(seen, command));
    }
}
