package jp.tsunagi.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which characters a paper can show. To be asked when a text is typed, so that nobody learns it on the day the paper is
 * printed.
 *
 * <p>Printable is what the fonts in {@code templates/fonts} draw without shaping: Japanese with variation sequences
 * (IVS), Han, Hangul, Latin with Vietnamese, Greek, Cyrillic; a combining mark where it composes with the character
 * before it. Line ends and tabs are allowed. Not printable: Arabic, Hebrew, Thai and other scripts that need shaping,
 * emoji, control, direction and zero-width characters, private use. Safe for use by several threads.
 */
public final class PrintableCharacters {

    private final PaperFonts fonts;

    PrintableCharacters(PaperFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * One character that no paper can show.
     *
     * @param characters the character, with its variation selector or combining marks
     * @param name how a message calls it: U+1F600, or U+8FBB U+E0110
     * @param index where it begins, counted in code points from 0
     */
    public record Unprintable(String characters, String name, int index) {

        static Unprintable of(String characters, int index) {
            String name = characters
                    .codePoints()
                    .mapToObj(codePoint -> String.format("U+%04X", codePoint))
                    .collect(Collectors.joining(" "));
            return new Unprintable(characters, name, index);
        }

        /** Whether the character shows nothing on a screen, so that a message gives its name alone. */
        public boolean invisible() {
            return characters.codePoints().noneMatch(codePoint -> switch (Character.getType(codePoint)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SPACE_SEPARATOR,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED -> false;
                default -> true;
            });
        }
    }

    /** The characters of a text that cannot be printed, in its order, each as often as it occurs; empty if none. */
    public List<Unprintable> check(String text) {
        List<Unprintable> found = new ArrayList<>();
        int index = 0;
        for (String sign : Signs.split(text)) {
            if (!Signs.isLineEnd(sign) && !fonts.canPrint(sign)) {
                found.add(Unprintable.of(sign, index));
            }
            index += sign.codePointCount(0, sign.length());
        }
        return List.copyOf(found);
    }
}
