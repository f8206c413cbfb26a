package jp.tsunagi.document;

/** A template cannot be used. The message names the file, the line and what to mend, for the office that edits it. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param line from 1 */
    TemplateException(String file, int line, String whatToMend) {
        super(file + " " + line + "行目：" + whatToMend);
    }
}
