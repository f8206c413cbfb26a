package jp.tsunagi.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.document.Edition;
import jp.tsunagi.document.InformationSheet;
import jp.tsunagi.document.InformationSheetPrinter;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The information sheet (情報提供シート) as its agency wrote it, or empty where it has sent none: the agency's own, and for the
 * Center that of any convened agency. What others get of it stands on the agenda.
 */
@Component
class InformationSheetEdition implements EditionKind {

    private final MeetingPapers papers;
    private final Directory directory;
    private final InformationSheetPrinter printer;

    InformationSheetEdition(MeetingPapers papers, Directory directory, InformationSheetPrinter printer) {
        this.papers = papers;
        this.directory = directory;
        this.printer = printer;
    }

    /** A sheet before the policy. */
    record SheetView(
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.OPERATION) int number,
            @Classified(FieldClass.AGENCY) String agency,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime start,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime end,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate due,
            @Classified(FieldClass.OPERATION) @Nullable Instant sentAt,
            @Classified(value = FieldClass.AGENCY_OPINION, freeText = true) @Nullable String facts,
            @Classified(value = FieldClass.AGENCY_OPINION, freeText = true) @Nullable String proposedSupport) {}

    @Override
    public String kind() {
        return "information-sheet";
    }

    /**
     * @throws jp.tsunagi.shared.Refused {@code information-sheet.not-yet} before the convening; {@code
     *     information-sheet.not-yours} for the sheet of another agency, be it there or not; {@code
     *     information-sheet.agency-needed} for the Center where it names none that is convened
     */
    @Override
    public void require(Ask ask) {
        PaperReaders.requireReaderWithConsent(ask.standing());
        PaperReaders.requireCleared(ask.standing());
        boolean center = PaperReaders.ofTheCenter(ask.standing());
        boolean own = ask.otherAgency() == null && ask.standing().is(Relation.CLEARED_PARTICIPANT);
        if (!center && !own) {
            throw Refusal.forbidden("information-sheet.not-yours");
        }
        if (ask.conference().convening().isEmpty()) {
            throw Refusal.conflict("information-sheet.not-yet");
        }
        if (!own && !ask.conference().invitedOnce().contains(whose(ask))) {
            throw Refusal.invalid("information-sheet.agency-needed", FieldProblem.of("agency", "not-participating"));
        }
    }

    @Override
    public Made make(Ask ask, Edition edition) {
        ConferenceRecord record = ask.conference().current();
        Convening call = Objects.requireNonNull(record.convening());
        AgencyCode whose = whose(ask);
        Optional<SheetRecord> sheet = papers.sheet(ask.conference().id(), whose);
        SheetView view = new SheetView(
                record.reference(),
                record.number(),
                whose.value(),
                call.start(),
                call.end(),
                record.state() == ConferenceState.CONVENED ? record.dueOn() : null,
                sheet.map(SheetRecord::sentAt).orElse(null),
                sheet.map(SheetRecord::facts).orElse(null),
                sheet.map(SheetRecord::proposedSupport).orElse(null));
        // As typed, marks included: the Center examines it, and nobody is kept from its own words.
        Projection projection =
                Projection.of(view, ask.standing().grants(record.request()).asTyped());
        Shown shown = Shown.of(projection);
        LocalDateTime sentAt = shown.moment("sentAt");
        InformationSheet paper = new InformationSheet(
                edition,
                directory.nameOf(whose.value()),
                shown.count("number"),
                shown.time("start"),
                shown.time("end"),
                shown.date("due"),
                sentAt == null ? null : sentAt.toLocalDate(),
                shown.text("facts"),
                shown.text("proposedSupport"));
        return new Made(printer.print(paper), projection);
    }

    private static AgencyCode whose(Ask ask) {
        AgencyCode other = ask.otherAgency();
        return other == null ? ask.command().officer().agency() : other;
    }
}
