package jp.tsunagi.document;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the template of one paper must place, each exactly once.
 *
 * @param boxes the paper's own boxes
 * @param lists by name, the boxes or columns of each line of a list
 * @param words codes that the template says in words
 */
record FormFields(List<FormField> boxes, Map<String, List<FormField>> lists, Set<String> words) {

    static FormFields of(FormField... boxes) {
        return new FormFields(List.of(boxes), Map.of(), Set.of());
    }

    FormFields with(Map<String, List<FormField>> theseLists) {
        return new FormFields(boxes, theseLists, words);
    }

    FormFields saying(String... codes) {
        return new FormFields(boxes, lists, Set.of(codes));
    }
}
