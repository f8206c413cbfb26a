package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.flowing;
import static jp.tsunagi.document.FormField.line;

import java.util.Set;

/** Prints information sheets. Safe for use by several threads. */
public final class InformationSheetPrinter {

    static final String TEMPLATE = "pdf/information-sheet.yml";

    static final FormFields FIELDS = FormFields.of(
            line("reference"),
            line("agency"),
            line("number"),
            line("held"),
            line("due"),
            line("sentOn"),
            flowing("facts"),
            flowing("proposedSupport"));

    private final FormLayout layout;

    InformationSheetPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** One edition as PDF/A-2a and PDF/UA-1. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(InformationSheet sheet) {
        PaperContent content = new PaperContent(Set.of())
                .text("reference", sheet.edition().reference())
                .text("agency", sheet.agency())
                .text("number", PaperTexts.ordinal(sheet.number()))
                .text("held", PaperTexts.meeting(sheet.start(), sheet.end()))
                .text("due", PaperTexts.dayWithWeekday(sheet.due()))
                .text("sentOn", PaperTexts.day(sheet.sentOn()))
                .text("facts", sheet.facts())
                .text("proposedSupport", sheet.proposedSupport());
        return layout.print(content, sheet.edition());
    }
}
