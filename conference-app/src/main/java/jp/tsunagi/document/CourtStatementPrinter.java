package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.flowing;
import static jp.tsunagi.document.FormField.line;

import java.util.Set;

/** Prints the statement to a court; without marks of ours once it is confirmed. Safe for use by several threads. */
public final class CourtStatementPrinter {

    static final String TEMPLATE = "pdf/court-statement.yml";

    private static final String DRAFT = "DRAFT";

    static final FormFields FIELDS = FormFields.of(
                    line("court"),
                    line("caseNumber"),
                    line("applicant"),
                    flowing("circumstances"),
                    flowing("response"),
                    line("day"),
                    line("office"),
                    line("director"))
            .saying(DRAFT);

    private final FormLayout layout;

    CourtStatementPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** PDF/A-2a and PDF/UA-1; a draft says so on every page. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(CourtStatement statement) {
        PaperContent content = new PaperContent(Set.of())
                .text("court", statement.court())
                .text("caseNumber", statement.caseNumber())
                .text("applicant", statement.applicant())
                .text("circumstances", statement.circumstances())
                .text("response", statement.response())
                .text("day", PaperTexts.day(statement.day()))
                .text("office", statement.office())
                .text("director", statement.director());
        return layout.print(content, false, statement.draft() ? layout.word(DRAFT) : "");
    }
}
