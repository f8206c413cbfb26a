package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.line;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.shared.EraDates;

/** Prints who saw her record. Safe for use by several threads. */
public final class RecordViewsPrinter {

    static final String TEMPLATE = "pdf/record-views.yml";

    static final FormFields FIELDS = FormFields.of(line("reference"), line("more"))
            .with(Map.of("views", List.of(line("when"), line("agency"), line("what"), line("why"))))
            .saying(
                    "PLACE",
                    "NAME",
                    "STORY",
                    "RESULT",
                    "OTHER",
                    "PROGRESS",
                    "AUDIT",
                    "BECAUSE_HELPER",
                    "BECAUSE_CENTER",
                    "BECAUSE_PARTICIPANT",
                    "BECAUSE_DISCLOSED",
                    "BECAUSE_EMERGENCY",
                    "BECAUSE_AUDIT",
                    "BECAUSE_OTHER",
                    "ALL_OF_IT",
                    "MORE");

    private final FormLayout layout;

    RecordViewsPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** One edition as PDF/A-2a and PDF/UA-1. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(RecordViewsPaper paper) {
        PaperContent content = new PaperContent(Set.of())
                .text("reference", paper.edition().reference())
                .text("more", layout.word(paper.more() ? "MORE" : "ALL_OF_IT"))
                .list("views", paper.views().stream().map(this::seen).toList());
        return layout.print(content, paper.edition());
    }

    private PaperContent seen(RecordViewsPaper.View view) {
        String times = view.times() == 1 ? "" : "　" + view.times() + "回";
        return PaperContent.line()
                .text("when", EraDates.format(view.day()) + times)
                .text("agency", view.section().isEmpty() ? view.agency() : view.agency() + "\n" + view.section())
                .text("what", view.things().stream().map(layout::word).collect(Collectors.joining("\n")))
                .text("why", layout.word("BECAUSE_" + view.why()));
    }
}
