package jp.tsunagi.document;

import com.itextpdf.layout.element.Table;
import java.time.ZonedDateTime;
import java.util.List;
import jp.tsunagi.document.FormTemplate.Section;
import jp.tsunagi.shared.EraDates;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Prints content as a template lays it out, with the marks that all papers of a conference bear. Safe for use by several
 * threads.
 */
final class FormLayout {

    private static final String CONFIDENTIAL = "取扱注意";

    private final PaperFonts fonts;
    private final FormTemplate template;

    /** @throws TemplateException naming the file, the line and what to mend, if the template cannot be used */
    FormLayout(PaperFonts fonts, TemplateFiles files, String name, FormFields fields) {
        this.fonts = fonts;
        this.template = FormTemplateReader.read(files, name, fields, new PrintableCharacters(fonts));
    }

    /** What the template says for a code. */
    String word(String code) {
        return template.word(code);
    }

    @Nullable String wordOrNothing(@Nullable String code) {
        return code == null ? null : template.word(code);
    }

    /**
     * One edition as PDF/A-2a and PDF/UA-1. Title and metadata are the template's: they hold no name.
     *
     * @throws UnprintableCharacterException if a value has a character that no font has; ask {@link PrintableCharacters}
     *     when it is typed
     */
    byte[] print(PaperContent content, Edition edition) {
        ZonedDateTime made = edition.madeAt().withZoneSameInstant(TimeConfiguration.JAPAN);
        String copy = String.join(PaperTexts.GAP, edition.reference(), edition.version());
        String mark = String.join(
                PaperTexts.GAP,
                "通し番号 " + edition.serialNumber(),
                "作成 " + EraDates.format(made.toLocalDate()) + " " + PaperTexts.HOUR_AND_MINUTE.format(made),
                "利用者 " + edition.userMark());
        return print(content, false, CONFIDENTIAL + PaperTexts.GAP + edition.audience(), copy, mark);
    }

    /**
     * The same with other marks.
     *
     * @param readings whether the template's words have their readings above
     * @param topRight empty for a paper that bears no marks
     */
    byte[] print(PaperContent content, boolean readings, String topRight, String... bottomLeft) {
        Typesetter typesetter = new Typesetter(fonts, readings);
        FormTable tables = new FormTable(typesetter);
        PaperDocument paper = new PaperDocument(template.title(), template.size(), typesetter);
        for (Section section : template.sections()) {
            print(section, content, tables, paper);
        }
        return paper.finish(topRight, bottomLeft);
    }

    private static void print(Section section, PaperContent content, FormTable tables, PaperDocument paper) {
        String list = section.list();
        List<PaperContent> lines = list == null ? List.of() : content.lines(list);
        boolean withheld = list != null && content.withholds(list);
        if (list != null && section.optional() && lines.isEmpty() && !withheld) {
            return;
        }
        if (section.apart()) {
            paper.newPage();
        }
        if (section.heading() == null) {
            section.texts().forEach(paper::text);
        } else {
            paper.section(section.heading(), section.texts().toArray(String[]::new));
        }
        String instead = withheld ? PaperContent.WITHHELD : section.empty();
        if (list != null && section.grid() == null) {
            paper.add(tables.list(section.columns(), lines, instead));
        } else if (list != null && lines.isEmpty()) {
            paper.text(instead);
        } else if (section.grid() != null) {
            for (PaperContent part : list == null ? List.of(content) : lines) {
                Table table = tables.grid(section.grid(), part);
                if (table != null) {
                    paper.table(table);
                }
            }
        }
        paper.ruled(section.ruled());
        section.notes().forEach(paper::note);
    }
}
