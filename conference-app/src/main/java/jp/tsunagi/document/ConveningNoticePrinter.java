package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.line;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints the notice of convening. Safe for use by several threads. */
public final class ConveningNoticePrinter {

    static final String TEMPLATE = "pdf/convening-notice.yml";

    static final FormFields FIELDS = FormFields.of(
                    line("recipient"),
                    line("via"),
                    line("reference"),
                    line("number"),
                    line("legalBasis"),
                    line("held"),
                    line("place"),
                    line("online"),
                    line("moderator"),
                    line("recorder"),
                    line("due"),
                    line("secrecy"))
            .with(Map.of("participants", List.of(line("agency"))))
            .saying(LegalBasisWords.withSecrecyAnd("ONLINE"));

    private final FormLayout layout;

    ConveningNoticePrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** One edition as PDF/A-2a and PDF/UA-1. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(ConveningNotice notice) {
        PaperContent content = new PaperContent(Set.of())
                .text("recipient", notice.recipient())
                .text("via", notice.via())
                .text("reference", notice.edition().reference())
                .text("number", PaperTexts.ordinal(notice.number()))
                .text("legalBasis", layout.word(notice.legalBasis()))
                .text("held", PaperTexts.meeting(notice.start(), notice.end()))
                .text("place", notice.place())
                .text("online", notice.online() ? layout.word("ONLINE") : null)
                .text("moderator", notice.moderator())
                .text("recorder", notice.recorder())
                .text("due", PaperTexts.dayWithWeekday(notice.due()))
                .text("secrecy", layout.word(LegalBasisWords.secrecy(notice.legalBasis())))
                .list(
                        "participants",
                        notice.participants().stream()
                                .map(agency -> PaperContent.line().text("agency", agency))
                                .toList());
        return layout.print(content, notice.edition());
    }
}
