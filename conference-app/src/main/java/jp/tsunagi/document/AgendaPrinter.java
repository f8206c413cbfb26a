package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.flowing;
import static jp.tsunagi.document.FormField.line;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Prints the agenda. Safe for use by several threads. */
public final class AgendaPrinter {

    static final String TEMPLATE = "pdf/agenda.yml";

    static final FormFields FIELDS = FormFields.of(
                    line("number"),
                    line("legalBasis"),
                    line("requestingAgency"),
                    line("held"),
                    line("place"),
                    line("moderator"),
                    line("recorder"),
                    line("secrecy"),
                    flowing("caseOverview"),
                    flowing("topics"))
            .with(Map.of(
                    "openItems",
                    AgreedAction.COLUMNS,
                    "council",
                    List.of(flowing("items")),
                    "sheets",
                    List.of(line("agency"), flowing("facts"), flowing("proposedSupport"))))
            .saying(LegalBasisWords.withSecrecyAnd());

    private final FormLayout layout;

    AgendaPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** One edition as PDF/A-2a and PDF/UA-1. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(Agenda agenda) {
        PaperContent content = new PaperContent(agenda.withheld())
                .text("number", PaperTexts.ordinal(agenda.number()))
                .text("legalBasis", layout.word(agenda.legalBasis()))
                .text("requestingAgency", agenda.requestingAgency())
                .text("held", PaperTexts.meeting(agenda.start(), agenda.end()))
                .text("place", agenda.place())
                .text("moderator", agenda.moderator())
                .text("recorder", agenda.recorder())
                .text("secrecy", layout.word(LegalBasisWords.secrecy(agenda.legalBasis())))
                .text("caseOverview", agenda.caseOverview())
                .text("topics", agenda.topics())
                .list("openItems", AgreedAction.lines(agenda.openItems()))
                .list(
                        "council",
                        Stream.ofNullable(agenda.councilItems())
                                .map(items -> PaperContent.line().text("items", items))
                                .toList())
                .list(
                        "sheets",
                        agenda.sheets().stream()
                                .map(sheet -> PaperContent.line()
                                        .text("agency", sheet.agency())
                                        .text("facts", PaperTexts.shown(sheet.facts()))
                                        .text("proposedSupport", PaperTexts.shown(sheet.proposedSupport())))
                                .toList());
        return layout.print(content, agenda.edition());
    }
}
