package jp.tsunagi.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the boxes and lists of one paper, by the names that its template uses. What a viewer must not see has to
 * be gone before: a name that is withheld takes no value, and is printed 「表示できません」.
 */
final class PaperContent {

    static final String WITHHELD = "表示できません";

    private static final Box EMPTY = new Box(null, false, Set.of(), List.of());

    private static final Box HIDDEN = new Box(null, true, Set.of(), List.of());

    private final Set<String> withheld;
    private final Map<String, Box> boxes = new HashMap<>();
    private final Map<String, List<PaperContent>> lists = new HashMap<>();

    /** @param withheld names of boxes and lists whose content this viewer must not see */
    PaperContent(Set<String> withheld) {
        this.withheld = Set.copyOf(withheld);
    }

    /**
     * One box.
     *
     * @param text null where nothing is to be printed
     * @param ticked the choices that are ticked, from 1
     * @param beneath further lines in the same box, with their own rule of disclosure
     */
    record Box(@Nullable String text, boolean withheld, Set<Integer> ticked, List<String> beneath) {

        boolean isEmpty() {
            return (text == null || text.isEmpty()) && !withheld && ticked.isEmpty() && beneath.isEmpty();
        }
    }

    /** A line of a list: nothing in it is withheld by name, or what the policy took out of it. */
    static PaperContent line() {
        return new PaperContent(Set.of());
    }

    PaperContent text(String key, @Nullable String text) {
        return put(key, text, Set.of(), List.of());
    }

    PaperContent text(String key, @Nullable String text, List<String> beneath) {
        return put(key, text, Set.of(), beneath);
    }

    PaperContent ticked(String key, Set<Integer> choices) {
        return put(key, null, choices, List.of());
    }

    PaperContent list(String key, List<PaperContent> lines) {
        if (withheld.contains(key) && !lines.isEmpty()) {
            throw carries(key);
        }
        lists.put(key, List.copyOf(lines));
        return this;
    }

    Box box(FormField field) {
        return boxes.getOrDefault(field.key(), withheld.contains(field.key()) ? HIDDEN : EMPTY);
    }

    List<PaperContent> lines(String list) {
        return lists.getOrDefault(list, List.of());
    }

    boolean withholds(String name) {
        return withheld.contains(name);
    }

    private PaperContent put(String key, @Nullable String text, Set<Integer> choices, List<String> beneath) {
        boolean hidden = withheld.contains(key);
        if (hidden && (text != null || !choices.isEmpty())) {
            throw carries(key);
        }
        boxes.put(key, new Box(text, hidden, choices, List.copyOf(beneath)));
        return this;
    }

    /** Names the field, never the value. */
    private static IllegalArgumentException carries(String key) {
        return new IllegalArgumentException("The field " + key + " is withheld but carries a value");
    }
}
