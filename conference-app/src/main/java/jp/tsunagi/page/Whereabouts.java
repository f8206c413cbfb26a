package jp.tsunagi.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagi.protection.Passages;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.wording.PlaceLike;

/**
 * Asks once more before a text goes to others that may tell where she is (場所がわかる言葉): whoever wrote it leaves it as it
 * is, or withholds those words. Only that is asked; the words are not kept.
 */
public final class Whereabouts {

    /** The rule by which the form is shown again. */
    public static final String RULE = "text.place-like";

    private static final String OPEN = "〔伏せる：" + Passages.WHEREABOUTS + "〕";
    private static final String CLOSE = "〔ここまで〕";

    private Whereabouts() {}

    /**
     * @param texts names of the form's free texts
     * @throws Refused with rule {@code text.place-like} naming them, unless whoever wrote them has looked
     */
    public static void ask(FormPost form, String... texts) {
        if (form.looked()) {
            return;
        }
        List<FieldProblem> problems = new ArrayList<>();
        for (String name : texts) {
            List<String> words = in(form.typed().text(name));
            if (!words.isEmpty()) {
                problems.add(FieldProblem.of(name, "place-like", words.stream().collect(Collectors.joining("、"))));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(RULE, problems);
        }
    }

    /** Words outside of marked passages that may tell where she is. */
    public static List<String> in(String text) {
        return PlaceLike.of(Passages.withoutAll(text));
    }

    /** The same texts with those words marked, so that they are read by those alone who may know where she is. */
    static Typed marked(Typed typed) {
        Typed marked = typed;
        for (String name : typed.names()) {
            String text = typed.text(name);
            if (!in(text).isEmpty()) {
                marked = marked.with(name, PlaceLike.marked(text, OPEN, CLOSE));
            }
        }
        return marked;
    }
}
