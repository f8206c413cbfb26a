package jp.tsunagi.document;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.document.SupportPlanForm.Edition;
import jp.tsunagi.document.SupportPlanTemplate.Grid;
import jp.tsunagi.document.SupportPlanTemplate.Row;
import jp.tsunagi.document.SupportPlanTemplate.Section;
import jp.tsunagi.shared.EraDates;

/**
 * Prints the plan 個別支援計画 as its template lays it out, in the edition for agencies. Safe for use by several threads.
 *
 * <p>Title and metadata hold no name. A section of which the viewer may see nothing is not there.
 */
public final class SupportPlanPrinter {

    static final String TEMPLATE = "pdf/support-plan.yml";

    private static final String CONFIDENTIAL = "取扱注意";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final PaperFonts fonts;
    private final SupportPlanTemplate template;

    /** @throws TemplateException naming the file, the line and what to mend, if the template cannot be used */
    SupportPlanPrinter(PaperFonts fonts, TemplateFiles files) {
        this.fonts = fonts;
        this.template = SupportPlanTemplate.read(files, TEMPLATE, new PrintableCharacters(fonts));
    }

    /**
     * One edition as PDF/A-2a and PDF/UA-1.
     *
     * @throws UnprintableCharacterException if a value has a character that no font has; ask {@link
     *     PrintableCharacters} when it is typed
     */
    public byte[] print(SupportPlanForm form) {
        Typesetter typesetter = new Typesetter(fonts);
        SupportPlanTables tables = new SupportPlanTables(typesetter, form, template);
        PaperDocument paper = new PaperDocument(template.title(), typesetter);
        for (Section section : template.sections()) {
            List<Row> rows = section.rows().stream()
                    .filter(row -> !form.hidden().contains(row.field()))
                    .toList();
            Grid grid = section.grid();
            if (grid != null ? form.hidden().contains(grid.field()) : rows.isEmpty()) {
                continue;
            }
            paper.section(section.heading());
            paper.add(grid == null ? tables.fields(rows) : tables.grid(grid));
            if (section.note() != null) {
                paper.note(section.note());
            }
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
