package jp.tsunagi.document;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A box of a paper, which its template must place exactly once.
 *
 * @param key its name in the template
 * @param flows whether its text may go on on the next page
 * @param choices how many boxes to tick it has; 0 for a field of text
 */
record FormField(String key, boolean flows, int choices) {

    static FormField line(String key) {
        return new FormField(key, false, 0);
    }

    static FormField flowing(String key) {
        return new FormField(key, true, 0);
    }

    static FormField ticked(String key, int choices) {
        return new FormField(key, false, choices);
    }

    static String keys(Collection<FormField> fields) {
        return fields.stream().map(FormField::key).collect(Collectors.joining(", "));
    }
}
