package jp.tsunagi.document;

/** A text has a character that no font of the papers can print. The paper is not made: it never shows an empty box. */
public final class UnprintableCharacterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PrintableCharacters.Unprintable unprintable;

    UnprintableCharacterException(PrintableCharacters.Unprintable unprintable) {
        super("Not printable: " + unprintable.name());
        this.unprintable = unprintable;
    }

    /** Which character; the exception's message holds its name only, never the text around it. */
    public PrintableCharacters.Unprintable unprintable() {
        return unprintable;
    }
}
