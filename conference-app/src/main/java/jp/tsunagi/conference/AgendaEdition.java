package jp.tsunagi.conference;

import java.util.Objects;
import java.util.Set;
import jp.tsunagi.document.Agenda;
import jp.tsunagi.document.AgendaPrinter;
import jp.tsunagi.document.AgreedAction;
import jp.tsunagi.document.Edition;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Component;

/** The agenda on paper, from the convening on. */
@Component
class AgendaEdition implements EditionKind {

    private static final Set<String> PARTS = Set.of("openItems", "caseOverview", "topics", "sheets");

    private final Agendas agendas;
    private final Directory directory;
    private final AgendaPrinter printer;

    AgendaEdition(Agendas agendas, Directory directory, AgendaPrinter printer) {
        this.agendas = agendas;
        this.directory = directory;
        this.printer = printer;
    }

    @Override
    public String kind() {
        return "agenda";
    }

    /** @throws jp.tsunagi.shared.Refused {@code agenda.not-yet} before the convening */
    @Override
    public void require(Ask ask) {
        PaperReaders.requireReaderWithConsent(ask.standing());
        PaperReaders.requireCleared(ask.standing());
        if (ask.conference().convening().isEmpty()) {
            throw Refusal.conflict("agenda.not-yet");
        }
    }

    @Override
    public Made make(Ask ask, Edition edition) {
        Convening call = ask.conference().convening().orElseThrow();
        Projection projection = agendas.projection(ask.sight(), call, ask.command());
        Shown shown = Shown.of(projection);
        Agenda agenda = new Agenda(
                edition,
                shown.count("number"),
                Objects.requireNonNull(shown.code("legalBasis")),
                directory.nameOrNothing(shown.text("requestingAgency")),
                shown.time("start"),
                shown.time("end"),
                shown.text("place"),
                directory.nameOrNothing(shown.text("moderator")),
                directory.nameOrNothing(shown.text("recorder")),
                shown.list("openItems").stream().map(this::action).toList(),
                shown.text("caseOverview"),
                shown.text("topics"),
                shown.text("councilItems"),
                shown.list("sheets").stream()
                        .map(sheet -> new Agenda.Sheet(
                                Objects.requireNonNull(sheet.text("agency")),
                                sheet.text("facts"),
                                sheet.text("proposedSupport")))
                        .toList(),
                Shown.withheld(projection, PARTS));
        return new Made(printer.print(agenda), projection);
    }

    private AgreedAction action(Shown line) {
        String what = line.text("what");
        String progress = line.text("progress");
        return new AgreedAction(
                directory.nameOrNothing(line.text("agency")),
                what == null || progress == null ? what : what + "（" + progressText(progress) + "）",
                line.date("due"));
    }

    /** As the paper of the plan says it. */
    private static String progressText(String progress) {
        return switch (progress) {
            case "IN_PROGRESS" -> "実施中";
            case "NOT_DONE" -> "未実施";
            default -> "予定";
        };
    }
}
