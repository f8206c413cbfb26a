package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.line;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who does what by when, a line of the papers that list it.
 *
 * @param what null where it is withheld from the reader
 */
public record AgreedAction(@Nullable String agency, @Nullable String what, @Nullable LocalDate due) {

    static final List<FormField> COLUMNS = List.of(line("agency"), line("what"), line("due"));

    static List<PaperContent> lines(List<AgreedAction> actions) {
        return actions.stream()
                .map(action -> PaperContent.line()
                        .text("agency", action.agency())
                        .text("what", PaperTexts.shown(action.what()))
                        .text("due", PaperTexts.day(action.due())))
                .toList();
    }
}
