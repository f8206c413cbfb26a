package jp.tsunagi.plan;

import java.util.List;
import jp.tsunagi.document.Furigana;
import org.springframework.stereotype.Component;

/** Texts with readings, for templates ({@code @readings}). */
@Component("readings")
public class Readings {

    /** The pieces of a text as an office wrote it, such as 計画《けいかく》. */
    public List<Furigana.Piece> of(String written) {
        return Furigana.written(written);
    }
}
