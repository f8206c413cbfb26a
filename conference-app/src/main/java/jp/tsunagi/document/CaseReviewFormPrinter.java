package jp.tsunagi.document;

/**
 * Prints the form 個別ケース検討会議資料 as its template lays it out. Safe for use by several threads.
 *
 * <p>Title and metadata hold no name. Both sections are always there.
 */
public final class CaseReviewFormPrinter {

    static final String TEMPLATE = "pdf/case-review-form.yml";

    private final FormLayout layout;

    /** @throws TemplateException naming the file, the line and what to mend, if the template cannot be used */
    CaseReviewFormPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, CaseReviewFormTexts.FIELDS);
    }

    /**
     * One edition as PDF/A-2a and PDF/UA-1.
     *
     * @throws UnprintableCharacterException if a value has a character that no font has; ask {@link
     *     PrintableCharacters} when it is typed
     */
    public byte[] print(CaseReviewForm form) {
        return layout.print(CaseReviewFormTexts.of(form), form.edition());
    }
}
