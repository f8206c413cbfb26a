package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.line;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Prints the memo that she carries with her: no mark, no number, no name of any office. Safe for use by several threads. */
public final class MemoPrinter {

    static final String TEMPLATE = "pdf/memo.yml";

    static final FormFields FIELDS =
            FormFields.of().with(Map.of("lines", List.of(line("day"), line("words")), "next", List.of(line("day"))));

    private final FormLayout layout;

    MemoPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** The memo, tagged. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(Memo memo) {
        PaperContent content = new PaperContent(Set.of())
                .list(
                        "lines",
                        memo.lines().stream()
                                .map(line -> PaperContent.line()
                                        .text("day", PaperTexts.dayWithWeekday(line.day()))
                                        .text("words", line.words()))
                                .toList())
                .list(
                        "next",
                        Stream.ofNullable(memo.next())
                                .map(day -> PaperContent.line().text("day", PaperTexts.dayWithWeekday(day)))
                                .toList());
        return layout.print(content, false, "");
    }
}
