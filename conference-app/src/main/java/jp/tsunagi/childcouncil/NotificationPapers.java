package jp.tsunagi.childcouncil;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.childcouncil.ChildDesk.Seen;
import jp.tsunagi.childcouncil.NotificationRecord.Content;
import jp.tsunagi.childcouncil.NotificationRecord.Made;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.delivery.Deliveries;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.document.ChildNotification;
import jp.tsunagi.document.ChildNotificationPrinter;
import jp.tsunagi.document.FinishedPaper;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.wording.TellingWords;
import org.springframework.stereotype.Service;

/** The notification on paper, marked as a draft until it was made. */
@Service
class NotificationPapers {

    private static final String KIND = "child-notification";

    private final ChildDesk desk;
    private final ChildWords words;
    private final ChildNotificationPrinter printer;
    private final Directory directory;
    private final Deliveries deliveries;
    private final Acts acts;

    NotificationPapers(
            ChildDesk desk,
            ChildWords words,
            ChildNotificationPrinter printer,
            Directory directory,
            Deliveries deliveries,
            Acts acts) {
        this.desk = desk;
        this.words = words;
        this.printer = printer;
        this.directory = directory;
        this.deliveries = deliveries;
        this.acts = acts;
    }

    /** @param fileName neutral */
    record Paper(byte[] pdf, String fileName) {}

    /**
     * What was written last.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code child-notification.telling} where the finished paper says
     *     where they are
     */
    Paper paper(String caseId, String n, Command command) {
        Seen seen = desk.seen(caseId, n, command);
        NotificationRecord record = seen.record();
        Content last = record.latest();
        Made made = record.made();
        String serial = Ids.random(command.at());
        byte[] pdf = printer.print(new ChildNotification(
                serial,
                last.matter().name(),
                directory.nameOf(last.recipient().value()),
                last.childrenWho(),
                last.childrenSituation(),
                last.childrenNow(),
                last.replyTo(),
                made == null ? null : made.on()));
        TellingWords telling = words.of(seen.sight().caseId());
        List<String> said = new ArrayList<>(ChildWords.family(seen.sight()));
        said.add(directory.nameOf(last.recipient().value()));
        if (FinishedPaper.says(pdf).stream()
                .anyMatch(text -> telling.word(text, said).isPresent())) {
            throw Refusal.conflict("child-notification.telling");
        }
        acts.shown(command, "document." + KIND, caseId, n, List.of(FieldClass.CHILDREN.name()));
        deliveries.enter(new Delivery(
                serial,
                0,
                caseId,
                record.conferenceId(),
                command.officer().agency(),
                command.officer().id(),
                KIND,
                seen.sight().casefile().consentNumber(),
                command.at(),
                FinishedPaper.sha256(pdf),
                null));
        desk.seen(caseId, n, command);
        return new Paper(pdf, KIND + ".pdf");
    }
}
