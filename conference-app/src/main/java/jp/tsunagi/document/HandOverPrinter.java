package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.flowing;
import static jp.tsunagi.document.FormField.line;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.document.HandOverPaper.Person;
import jp.tsunagi.document.HandOverPaper.Story;
import org.jspecify.annotations.Nullable;

/** Prints what is handed over. Safe for use by several threads. */
public final class HandOverPrinter {

    static final String TEMPLATE = "pdf/hand-over.yml";

    static final FormFields FIELDS = FormFields.of(
                    line("reference"),
                    line("from"),
                    line("to"),
                    line("day"),
                    line("agreed"),
                    line("name"),
                    line("kana"),
                    line("callName"),
                    line("birthDate"),
                    line("approximateAge"),
                    line("address"),
                    line("phone"),
                    flowing("safeContact"),
                    flowing("needs"),
                    flowing("currentSituation"),
                    flowing("caseOverview"),
                    flowing("wishes"),
                    flowing("outcome"),
                    flowing("policy"),
                    flowing("children"),
                    flowing("remarks"))
            .with(Map.of(
                    "deadlines",
                    List.of(line("procedure"), line("until"), line("note")),
                    "measures",
                    List.of(line("area"), line("what"), line("agency"), line("due"))))
            .saying(
                    "SAFETY",
                    "HOUSING",
                    "LIVELIHOOD",
                    "HEALTH",
                    "WORK",
                    "CHILDREN",
                    "LEGAL",
                    "DISABILITY_AGE_LANGUAGE",
                    "BELONGING",
                    "WATCH_OVER",
                    "PROTECTION_ORDER",
                    "EVICTION_ORDER",
                    "RESIDENT_REGISTER_PROTECTION",
                    "TEMPORARY_PROTECTION",
                    "OTHER");

    private final FormLayout layout;

    HandOverPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** One edition as PDF/A-2a and PDF/UA-1. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(HandOverPaper paper) {
        Person person = paper.person();
        Story story = paper.story();
        PaperContent content = new PaperContent(Set.of())
                .text("reference", paper.edition().reference())
                .text("from", paper.from())
                .text("to", paper.to())
                .text("day", PaperTexts.day(paper.day()))
                .text("agreed", paper.agreed())
                .text("name", person.name())
                .text("kana", person.kana())
                .text("callName", person.callName())
                .text("birthDate", PaperTexts.day(person.birthDate()))
                .text("approximateAge", age(person.approximateAge()))
                .text("address", person.address())
                .text("phone", person.phone())
                .text("safeContact", person.safeContact())
                .text("needs", PaperTexts.lines(person.needs().stream()))
                .text("currentSituation", story.currentSituation())
                .text("caseOverview", story.caseOverview())
                .text("wishes", story.wishes())
                .text("outcome", story.outcome())
                .text("policy", story.policy())
                .text("children", story.children())
                .text("remarks", story.remarks())
                .list(
                        "deadlines",
                        paper.deadlines().stream()
                                .map(deadline -> PaperContent.line()
                                        .text("procedure", layout.wordOrNothing(deadline.procedure()))
                                        .text("until", PaperTexts.day(deadline.until()))
                                        .text("note", deadline.note()))
                                .toList())
                .list(
                        "measures",
                        paper.measures().stream()
                                .map(measure -> PaperContent.line()
                                        .text("area", layout.wordOrNothing(measure.area()))
                                        .text("what", measure.what())
                                        .text("agency", measure.agency())
                                        .text("due", PaperTexts.day(measure.due())))
                                .toList());
        return layout.print(content, paper.edition());
    }

    private static @Nullable String age(@Nullable Integer years) {
        return years == null ? null : years + "歳くらい";
    }
}
