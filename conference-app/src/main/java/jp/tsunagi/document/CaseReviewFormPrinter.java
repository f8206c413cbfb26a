package jp.tsunagi.document;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.tsunagi.document.CaseReviewForm.Edition;
import jp.tsunagi.document.FormTemplate.Section;
import jp.tsunagi.shared.EraDates;

/**
 * Prints the form 個別ケース検討会議資料 as its template lays it out. Safe for use by several threads.
 *
 * <p>Title and metadata hold no name. Both sections are always there.
 */
public final class CaseReviewFormPrinter {

    static final String TEMPLATE = "pdf/case-review-form.yml";

    private static final String CONFIDENTIAL = "取扱注意";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final PaperFonts fonts;
    private final FormTemplate template;

    /** @throws TemplateException naming the file, the line and what to mend, if the template cannot be used */
    CaseReviewFormPrinter(PaperFonts fonts, TemplateFiles files) {
        this.fonts = fonts;
        this.template = FormTemplateReader.read(files, TEMPLATE, new PrintableCharacters(fonts));
    }

    /**
     * One edition as PDF/A-2a and PDF/UA-1.
     *
     * @throws UnprintableCharacterException if a value has a character that no font has; ask {@link
     *     PrintableCharacters} when it is typed
     */
    public byte[] print(CaseReviewForm form) {
        Typesetter typesetter = new Typesetter(fonts);
        FormTable tables = new FormTable(typesetter, new CaseReviewFormTexts(form));
        PaperDocument paper = new PaperDocument(template.title(), typesetter);
        for (Section section : template.sections()) {
            paper.section(section.heading());
            paper.add(tables.build(section));
            section.notes().forEach(paper::note);
        }
        Edition edition = form.edition();
        return paper.finish(CONFIDENTIAL + "　" + edition.audience(), copy(edition));
    }

    private static String copy(Edition edition) {
        ZonedDateTime made = edition.madeAt().withZoneSameInstant(JAPAN);
        return String.join(
                "　",
                edition.reference(),
                edition.version(),
                "通し番号 " + edition.serialNumber(),
                "作成 " + EraDates.format(made.toLocalDate()) + " " + TIME.format(made));
    }
}
