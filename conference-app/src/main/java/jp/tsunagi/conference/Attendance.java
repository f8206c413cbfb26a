package jp.tsunagi.conference;

import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * One line of 出席者: an agency, or the person herself with the part she took.
 *
 * @param agency code, or a name where the agency is in no directory; null where {@code person} is true
 * @param name who came, null where not noted
 * @param person true for the person herself (or her family)
 * @param part which part she took, such as the second half
 */
public record Attendance(
        @Classified(FieldClass.OUTCOME) @Nullable String agency,
        @Classified(FieldClass.OUTCOME) @Nullable String name,
        @Classified(FieldClass.OUTCOME) @Nullable Presence presence,
        @Classified(FieldClass.OUTCOME) @Nullable Boolean person,
        @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String part) {

    /** How somebody was there. */
    public enum Presence {
        PRESENT,
        ABSENT,
        SUBSTITUTE,
        OBSERVER
    }

    boolean isPerson() {
        return Boolean.TRUE.equals(person);
    }

    boolean tookPart() {
        return presence != null && presence != Presence.ABSENT;
    }
}
