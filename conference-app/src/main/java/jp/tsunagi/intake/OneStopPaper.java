package jp.tsunagi.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.document.FinishedPaper;
import jp.tsunagi.document.OneStopList;
import jp.tsunagi.document.OneStopListPrinter;
import jp.tsunagi.intake.IntakeDesk.Kept;
import jp.tsunagi.intake.IntakeRecord.Procedure;
import jp.tsunagi.plan.SafeToCarry;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Service;

/** The list of one visit as a paper that she carries (domain.md N12): what would tell on her when it is found is not on it. */
@Service
class OneStopPaper {

    /** Tells as little on her telephone as the paper does on her table. */
    static final String FILE = "list.pdf";

    private final IntakeDesk desk;
    private final OneStopListPrinter printer;
    private final SafeToCarry safe;
    private final Acts acts;

    OneStopPaper(IntakeDesk desk, OneStopListPrinter printer, SafeToCarry safe, Acts acts) {
        this.desk = desk;
        this.printer = printer;
        this.safe = safe;
        this.acts = acts;
    }

    /** What the paper says, and what is not on it. @param leftOut in words, for the officer alone */
    record Carried(OneStopList list, List<String> leftOut) {}

    /** The paper as it would be printed now. */
    Carried carried(String caseId, Command command) {
        Kept kept = desk.kept(caseId, command);
        entered("intake-sheet.read", kept, command);
        return carried(kept);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found}; {@code plan.memo-telling} where the finished paper would tell */
    byte[] print(String caseId, Command command) {
        Kept kept = desk.kept(caseId, command);
        byte[] pdf = printer.print(carried(kept).list());
        if (safe.telling(FinishedPaper.says(pdf)).stream().anyMatch(Optional::isPresent)) {
            throw Refusal.conflict("plan.memo-telling");
        }
        entered("document.one-stop-list", kept, command);
        return pdf;
    }

    private Carried carried(Kept kept) {
        List<OneStopList.Line> lines = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        kept.sheet().record().procedures().stream()
                .filter(row -> row.done() == null)
                .sorted(Comparator.comparingInt(Procedure::visit))
                .forEach(row -> {
                    String words = row.carryWords();
                    if (words == null || tells(words)) {
                        leftOut.add(row.procedure());
                        return;
                    }
                    List<String> bring = silent(row.documents());
                    row.documents().stream().filter(one -> !bring.contains(one)).forEach(leftOut::add);
                    lines.add(new OneStopList.Line(
                            row.visit(), words, tells(row.division()) ? "" : row.division(), bring));
                });
        return new Carried(new OneStopList(lines), leftOut);
    }

    private boolean tells(String text) {
        return safe.telling(List.of(text)).get(0).isPresent();
    }

    private List<String> silent(List<String> texts) {
        List<Optional<String>> telling = safe.telling(texts);
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (telling.get(i).isEmpty()) {
                silent.add(Objects.requireNonNull(texts.get(i)));
            }
        }
        return silent;
    }

    private void entered(String action, Kept kept, Command command) {
        acts.shown(
                command,
                action,
                kept.casefile().id().value(),
                kept.sheet().record().id(),
                List.of(FieldClass.NARRATIVE.name()));
    }
}
