package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.line;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints the list of one visit that she carries with her: no mark, no number. Safe for use by several threads. */
public final class OneStopListPrinter {

    static final String TEMPLATE = "pdf/one-stop-list.yml";

    static final FormFields FIELDS = FormFields.of()
            .with(Map.of("lines", List.of(line("visit"), line("words"), line("window"), line("bring"), line("done"))));

    private static final String TO_TICK = "□";

    private final FormLayout layout;

    OneStopListPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** The list, tagged. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(OneStopList list) {
        PaperContent content = new PaperContent(Set.of())
                .list(
                        "lines",
                        list.lines().stream()
                                .map(line -> PaperContent.line()
                                        .text("visit", String.valueOf(line.visit()))
                                        .text("words", line.words())
                                        .text("window", line.window())
                                        .text("bring", String.join("、", line.bring()))
                                        .text("done", TO_TICK))
                                .toList());
        return layout.print(content, false, "");
    }
}
