package jp.tsunagi.court;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.court.ConsultationRecord.By;
import jp.tsunagi.court.ConsultationRecord.Entry;
import jp.tsunagi.court.CourtDesk.Sight;
import jp.tsunagi.court.StatementRecord.Version;
import jp.tsunagi.court.Stating.Found;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Service;

/** What officers read of it, by the policy; entered into the audit before it leaves. */
@Service
class CourtReading {

    private static final Comparator<Entry> BY_DAY = Comparator.comparing(Entry::on)
            .thenComparing(Entry::at, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Entry::number);

    private final CourtDesk desk;
    private final Stating stating;
    private final Consultations consultations;
    private final Statements statements;
    private final CourtWords words;
    private final Acts acts;

    CourtReading(
            CourtDesk desk,
            Stating stating,
            Consultations consultations,
            Statements statements,
            CourtWords words,
            Acts acts) {
        this.desk = desk;
        this.stating = stating;
        this.consultations = consultations;
        this.statements = statements;
        this.words = words;
        this.acts = acts;
    }

    static List<Entry> ordered(List<Entry> entries) {
        return entries.stream().sorted(BY_DAY).toList();
    }

    /**
     * What was written down of the case that the officer may read, the latest day first.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}
     */
    List<Map<String, Object>> consultations(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        ConsultationRecord record = consultations.of(sight.caseId());
        List<Entry> latestFirst = new ArrayList<>(ordered(record.entries()));
        Collections.reverse(latestFirst);
        acts.shown(command, "consultation.read", caseId, record.id(), List.of(FieldClass.CONSULTATION.name()));
        return latestFirst.stream()
                .filter(entry -> sight.standing().reads(entry))
                .map(entry -> shown(view(entry, record, command), sight))
                .toList();
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the officer reads no entry of this number */
    Map<String, Object> consultation(String caseId, String number, Command command) {
        return consultations(caseId, command).stream()
                .filter(entry -> String.valueOf(entry.get("number")).equals(number))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * What courts asked of the case, what waits first.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code step.not-permitted} for whoever is not of the Center
     */
    List<Map<String, Object>> statements(String caseId, Command command) {
        Sight sight = desk.center(caseId, command);
        List<StatementRecord> all = statements.ofCase(sight.caseId());
        acts.shown(command, "court-statement.read", caseId, caseId, List.of(FieldClass.COURT_STATEMENT.name()));
        return all.stream()
                .sorted((a, b) -> Boolean.compare(b.open(), a.open()))
                .map(record -> shown(view(record, sight, command), sight))
                .toList();
    }

    /** @throws jp.tsunagi.shared.Refused as {@link #statements} */
    Map<String, Object> statement(String caseId, String n, Command command) {
        Found found = stating.found(caseId, n, command);
        acts.shown(command, "court-statement.read", caseId, n, List.of(FieldClass.COURT_STATEMENT.name()));
        return shown(view(found.record(), found.sight(), command), found.sight());
    }

    /** Whether there is anything of it for this officer. */
    boolean isFor(CaseId caseId, Command command) {
        try {
            desk.sight(caseId.value(), command);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    /** Whether the officer answers courts. */
    boolean states(String caseId, Command command) {
        return desk.sight(caseId, command).standing().states();
    }

    /** Whoever reads it reads all of it, as it was typed. */
    private static Map<String, Object> shown(Record view, Sight sight) {
        return Projection.of(
                        view,
                        RedactionPolicy.decide(sight.standing().relations(), ConsentScope.NOTHING)
                                .asTyped())
                .shown();
    }

    private static CourtViews.Consultation view(Entry entry, ConsultationRecord record, Command command) {
        return new CourtViews.Consultation(
                entry.number(),
                entry.on(),
                entry.at(),
                entry.office(),
                entry.officeName(),
                entry.channel(),
                entry.asked(),
                entry.taken(),
                entry.corrects(),
                entry.correctionReason(),
                record.corrected(entry),
                entry.by().agency().equals(command.officer().agency().value()),
                entry.by().name(),
                entry.by().agency(),
                entry.by().at());
    }

    private CourtViews.Statement view(StatementRecord record, Sight sight, Command command) {
        StatementRecord.Handed handed = record.handed();
        return new CourtViews.Statement(
                record.id(),
                record.open(),
                record.open() && command.today().isAfter(record.answerBy()),
                sight.standing().confirms(),
                record.latest().map(Version::state).orElse(null),
                record.answerBy(),
                record.asked().court(),
                record.asked().caseNumber(),
                record.asked().on(),
                record.versions().stream().map(CourtReading::view).toList(),
                record.latest()
                        .map(last -> words.marks(
                                record.caseId(),
                                last.content().circumstances() + "\n"
                                        + last.content().response()))
                        .orElse(List.of()),
                handed == null
                        ? null
                        : new CourtViews.Handed(
                                handed.version(),
                                handed.on(),
                                handed.way(),
                                handed.by().name()));
    }

    private static CourtViews.Version view(Version version) {
        By confirmed = version.confirmed();
        return new CourtViews.Version(
                version.number(),
                version.state(),
                version.content().applicant(),
                version.content().entries(),
                version.content().circumstances(),
                version.content().response(),
                version.written().name(),
                version.written().at(),
                confirmed == null ? null : confirmed.name(),
                confirmed == null ? null : confirmed.at());
    }
}
