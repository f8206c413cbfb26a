package jp.tsunagi.conference;

import java.text.Normalizer;
import jp.tsunagi.page.Typed;

/** Kana as offices keep it: full-width katakana, whatever was typed (ui.md B8). Names themselves are never changed. */
final class Kana {

    private static final int TO_KATAKANA = 'ァ' - 'ぁ';

    private Kana() {}

    static Typed inKatakana(Typed typed, String field) {
        return typed.names().contains(field) ? typed.with(field, katakana(typed.text(field))) : typed;
    }

    static String katakana(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + TO_KATAKANA : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
