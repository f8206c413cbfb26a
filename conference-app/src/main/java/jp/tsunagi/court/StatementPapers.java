package jp.tsunagi.court;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.court.ConsultationRecord.By;
import jp.tsunagi.court.StatementRecord.Version;
import jp.tsunagi.court.StatementRecord.VersionState;
import jp.tsunagi.court.Stating.Found;
import jp.tsunagi.delivery.Deliveries;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.document.CourtStatement;
import jp.tsunagi.document.CourtStatementPrinter;
import jp.tsunagi.document.FinishedPaper;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import jp.tsunagi.wording.TellingWords;
import org.springframework.stereotype.Service;

/**
 * The statement on paper. Until the director confirmed it, it is marked as a draft on every page. It bears no number of ours:
 * the number of a conference would tell that there was one.
 */
@Service
class StatementPapers {

    private static final String KIND = "court-statement";

    private final Stating stating;
    private final CourtWords words;
    private final CourtStatementPrinter printer;
    private final Directory directory;
    private final Deliveries deliveries;
    private final Acts acts;

    StatementPapers(
            Stating stating,
            CourtWords words,
            CourtStatementPrinter printer,
            Directory directory,
            Deliveries deliveries,
            Acts acts) {
        this.stating = stating;
        this.words = words;
        this.printer = printer;
        this.directory = directory;
        this.deliveries = deliveries;
        this.acts = acts;
    }

    /** @param fileName neutral */
    record Paper(byte[] pdf, String fileName) {}

    /**
     * One version: the final paper where it is confirmed, else a draft.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code step.not-permitted}; {@code court.telling} where the
     *     finished paper says what it must not; {@code court.entries-gone}
     */
    Paper paper(String caseId, String n, String version, Command command) {
        Found found = stating.found(caseId, n, command);
        Version made = found.record().version(version);
        stating.requireEntries(found.sight(), made.content());
        boolean confirmed = made.state() == VersionState.CONFIRMED;
        byte[] pdf = printer.print(content(found, made));
        TellingWords telling = words.of(found.sight().caseId());
        if (FinishedPaper.says(pdf).stream()
                .anyMatch(said ->
                        telling.word(said, List.of(made.content().applicant())).isPresent())) {
            throw Refusal.conflict("court.telling");
        }
        acts.shown(
                command,
                "document." + KIND + (confirmed ? "" : "-draft"),
                caseId,
                n,
                List.of(FieldClass.COURT_STATEMENT.name()));
        if (confirmed) {
            deliveries.enter(new Delivery(
                    Ids.random(command.at()),
                    0,
                    caseId,
                    found.record().conferenceId(),
                    command.officer().agency(),
                    command.officer().id(),
                    KIND,
                    found.sight().casefile().consentNumber(),
                    command.at(),
                    FinishedPaper.sha256(pdf),
                    null));
        }
        // Her consent may have gone while it was made, and with it entries of another agency.
        stating.requireEntries(stating.found(caseId, n, command).sight(), made.content());
        return new Paper(pdf, KIND + (confirmed ? "" : "-draft") + "-" + version + ".pdf");
    }

    private CourtStatement content(Found found, Version version) {
        By confirmed = version.confirmed();
        return new CourtStatement(
                found.record().asked().court(),
                found.record().asked().caseNumber(),
                version.content().applicant(),
                version.content().circumstances(),
                version.content().response(),
                directory.nameOf(directory.center().value()),
                confirmed == null ? null : confirmed.name(),
                confirmed == null ? null : LocalDate.ofInstant(confirmed.at(), TimeConfiguration.JAPAN));
    }
}
