package jp.tsunagi.conference;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.document.AgreedAction;
import jp.tsunagi.document.Edition;
import jp.tsunagi.document.OutcomeRecord;
import jp.tsunagi.document.OutcomeRecordPrinter;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record of the conference (会議記録), from the report on. */
@Component
class OutcomeRecordEdition implements EditionKind {

    private static final Set<String> PARTS = Set.of("attendance", "outcome", "actions", "leadAgency", "recordedBy");

    private final Directory directory;
    private final OutcomeRecordPrinter printer;
    private final MinutesStore minutes;
    private final MinutesTrail trail;

    OutcomeRecordEdition(Directory directory, OutcomeRecordPrinter printer, MinutesStore minutes, MinutesTrail trail) {
        this.directory = directory;
        this.minutes = minutes;
        this.trail = trail;
        this.printer = printer;
    }

    /** A record before the policy. */
    record RecordView(
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.OPERATION) int number,
            @Classified(FieldClass.AGENCY) Request.LegalBasis legalBasis,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate recordedOn,
            @Classified(FieldClass.OUTCOME) @Nullable String recordedBy,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime start,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime end,
            @Classified(FieldClass.MEETING_PLACE) @Nullable String place,
            @Classified(FieldClass.OUTCOME) List<Attendance> attendance,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String outcome,
            @Classified(FieldClass.OUTCOME) List<OutcomeReport.AgreedAction> actions,
            @Classified(FieldClass.OUTCOME) @Nullable String leadAgency) {}

    @Override
    public String kind() {
        return "outcome-record";
    }

    /** @throws jp.tsunagi.shared.Refused {@code outcome-record.not-yet} before the report */
    @Override
    public void require(Ask ask) {
        PaperReaders.requireOutcomeReader(ask.conference(), ask.standing());
    }

    @Override
    public Made make(Ask ask, Edition edition) {
        ConferenceRecord record = ask.conference().current();
        Minutes kept = minutes.of(ask.conference());
        OutcomeReport report = kept.report(ask.conference());
        Grants grants = ask.standing().grants(record.request());
        RecordView view = new RecordView(
                record.reference(),
                record.number(),
                Agendas.basis(record),
                report.recordedOn(),
                report.recordedBy(),
                report.start(),
                report.end(),
                report.place(),
                report.attendance(),
                report.outcome(),
                report.actions(),
                report.leadAgency());
        Projection projection = Projection.of(view, grants);
        Shown shown = Shown.of(projection);
        OutcomeRecord paper = new OutcomeRecord(
                edition,
                shown.count("number"),
                Objects.requireNonNull(shown.code("legalBasis")),
                shown.date("recordedOn"),
                shown.text("recordedBy"),
                shown.time("start"),
                shown.time("end"),
                shown.text("place"),
                shown.list("attendance").stream().map(this::attendance).toList(),
                shown.text("outcome"),
                shown.list("actions").stream().map(this::action).toList(),
                directory.nameOrNothing(shown.text("leadAgency")),
                kept.reportVersion(),
                trail.of(kept, ask.conference().id(), grants).stream()
                        .map(this::correction)
                        .toList(),
                Shown.withheld(projection, PARTS));
        return new Made(printer.print(paper), projection);
    }

    private OutcomeRecord.Correction correction(MinutesTrail.Corrected corrected) {
        return new OutcomeRecord.Correction(
                corrected.version(),
                LocalDate.ofInstant(corrected.at(), TimeConfiguration.JAPAN),
                directory.nameOf(corrected.agency()),
                corrected.kind().name(),
                said(corrected.kind(), corrected.before()),
                said(corrected.kind(), corrected.after()),
                corrected.reason());
    }

    private OutcomeRecord.@Nullable Said said(MinutesRecord.Part part, @Nullable Map<String, Object> values) {
        if (values == null) {
            return null;
        }
        Shown line = new Shown(values);
        return switch (part) {
            case OUTCOME -> new OutcomeRecord.Said(line.text("text"), null, null);
            case ATTENDANCE -> new OutcomeRecord.Said(null, attendance(line), null);
            case ACTION -> new OutcomeRecord.Said(null, null, action(line));
        };
    }

    private AgreedAction action(Shown line) {
        return new AgreedAction(directory.nameOrNothing(line.text("agency")), line.text("what"), line.date("due"));
    }

    private OutcomeRecord.Attendance attendance(Shown line) {
        return new OutcomeRecord.Attendance(
                line.isTrue("person") || line.code("capacity") != null
                        ? null
                        : directory.nameOrNothing(line.text("agency")),
                line.text("name"),
                line.code("presence"),
                line.text("part"),
                line.code("capacity"));
    }
}
