package jp.tsunagi.conference;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.document.AgreedAction;
import jp.tsunagi.document.Edition;
import jp.tsunagi.document.OutcomeRecord;
import jp.tsunagi.document.OutcomeRecordPrinter;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record of the conference (会議記録), from the report on. */
@Component
class OutcomeRecordEdition implements EditionKind {

    private static final Set<String> PARTS = Set.of("attendance", "outcome", "actions", "leadAgency", "recordedBy");

    private final Directory directory;
    private final OutcomeRecordPrinter printer;

    OutcomeRecordEdition(Directory directory, OutcomeRecordPrinter printer) {
        this.directory = directory;
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
        PaperReaders.requireReaderWithConsent(ask.standing());
        PaperReaders.requireCleared(ask.standing());
        if (ask.conference().outcome().isEmpty()) {
            throw Refusal.conflict("outcome-record.not-yet");
        }
    }

    @Override
    public Made make(Ask ask, Edition edition) {
        ConferenceRecord record = ask.conference().current();
        OutcomeReport report = Objects.requireNonNull(record.outcome());
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
        Projection projection = Projection.of(view, ask.standing().grants(record.request()));
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
                shown.list("actions").stream()
                        .map(action -> new AgreedAction(
                                directory.nameOrNothing(action.text("agency")),
                                action.text("what"),
                                action.date("due")))
                        .toList(),
                directory.nameOrNothing(shown.text("leadAgency")),
                Shown.withheld(projection, PARTS));
        return new Made(printer.print(paper), projection);
    }

    private OutcomeRecord.Attendance attendance(Shown line) {
        return new OutcomeRecord.Attendance(
                line.isTrue("person") ? null : directory.nameOrNothing(line.text("agency")),
                line.text("name"),
                line.code("presence"),
                line.text("part"));
    }
}
