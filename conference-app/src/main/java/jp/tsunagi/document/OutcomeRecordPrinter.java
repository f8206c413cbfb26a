package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.flowing;
import static jp.tsunagi.document.FormField.line;

import java.util.List;
import java.util.Map;
import jp.tsunagi.document.OutcomeRecord.Attendance;
import jp.tsunagi.document.OutcomeRecord.Correction;
import jp.tsunagi.document.OutcomeRecord.Said;
import org.jspecify.annotations.Nullable;

/** Prints the record of a conference. Safe for use by several threads. */
public final class OutcomeRecordPrinter {

    static final String TEMPLATE = "pdf/outcome-record.yml";

    static final FormFields FIELDS = FormFields.of(
                    line("number"),
                    line("legalBasis"),
                    line("held"),
                    line("place"),
                    line("recordedOn"),
                    line("recordedBy"),
                    flowing("outcome"),
                    line("leadAgency"),
                    line("version"),
                    line("secrecy"))
            .with(Map.of(
                    "attendance",
                    List.of(line("agency"), line("name"), line("presence")),
                    "actions",
                    AgreedAction.COLUMNS,
                    "corrections",
                    List.of(
                            line("version"),
                            line("on"),
                            line("by"),
                            line("part"),
                            flowing("before"),
                            flowing("after"),
                            flowing("reason"))))
            .saying(LegalBasisWords.withSecrecyAnd(
                    "PERSON",
                    "ATTENDING_DOCTOR",
                    "INTERPRETER",
                    "SUPPORTER",
                    "OTHER",
                    "PRESENT",
                    "ABSENT",
                    "SUBSTITUTE",
                    "OBSERVER",
                    "ATTENDANCE",
                    "OUTCOME",
                    "ACTION"));

    private final FormLayout layout;

    OutcomeRecordPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** One edition as PDF/A-2a and PDF/UA-1. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(OutcomeRecord outcome) {
        PaperContent content = new PaperContent(outcome.withheld())
                .text("number", PaperTexts.ordinal(outcome.number()))
                .text("legalBasis", layout.word(outcome.legalBasis()))
                .text("held", PaperTexts.meeting(outcome.start(), outcome.end()))
                .text("place", outcome.place())
                .text("recordedOn", PaperTexts.day(outcome.recordedOn()))
                .text("recordedBy", outcome.recordedBy())
                .text("outcome", outcome.outcome())
                .text("leadAgency", outcome.leadAgency())
                .text("secrecy", layout.word(LegalBasisWords.secrecy(outcome.legalBasis())))
                .list(
                        "attendance",
                        outcome.attendance().stream().map(this::attendance).toList())
                .list("actions", AgreedAction.lines(outcome.actions()))
                .text("version", outcome.version() > 1 ? version(outcome.version()) : null)
                .list(
                        "corrections",
                        outcome.corrections().stream().map(this::correction).toList());
        return layout.print(content, outcome.edition());
    }

    private PaperContent correction(Correction correction) {
        return PaperContent.line()
                .text("version", version(correction.version()))
                .text("on", PaperTexts.day(correction.on()))
                .text("by", correction.agency())
                .text("part", layout.word(correction.part()))
                .text("before", PaperTexts.shown(said(correction.before())))
                .text("after", PaperTexts.shown(said(correction.after())))
                .text("reason", PaperTexts.shown(correction.reason()));
    }

    private @Nullable String said(@Nullable Said said) {
        if (said == null) {
            return null;
        }
        if (said.attendance() != null) {
            Attendance entry = said.attendance();
            String presence = layout.wordOrNothing(entry.presence());
            return PaperTexts.joined(
                    who(entry), entry.name(), (presence == null ? "" : presence) + PaperTexts.inBrackets(entry.part()));
        }
        if (said.action() != null) {
            AgreedAction action = said.action();
            return PaperTexts.joined(action.agency(), PaperTexts.shown(action.what()), PaperTexts.day(action.due()));
        }
        return said.text();
    }

    private static String version(int number) {
        return "第" + number + "版";
    }

    private String who(Attendance entry) {
        if (entry.agency() != null) {
            return entry.agency();
        }
        return layout.word(entry.capacity() == null ? "PERSON" : entry.capacity());
    }

    private PaperContent attendance(Attendance entry) {
        String presence = layout.wordOrNothing(entry.presence());
        return PaperContent.line()
                .text("agency", who(entry))
                .text("name", entry.name())
                .text("presence", (presence == null ? "" : presence) + PaperTexts.inBrackets(entry.part()));
    }
}
