package jp.tsunagi.casefile;

import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who must not be in the room (N10): the other party, relatives, employers. Visible to the Center only.
 *
 * @param name as known
 * @param agency code of an agency that must not take part at all, null where only the person is blocked
 */
public record BlockedPerson(
        @Classified(FieldClass.OTHER_PARTY) String name, @Classified(FieldClass.OTHER_PARTY) @Nullable String agency) {}
