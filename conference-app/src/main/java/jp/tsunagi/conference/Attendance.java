package jp.tsunagi.conference;

import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * One line of 出席者: an agency, the person herself with the part she took, or somebody who came for no agency.
 *
 * @param agency code, or a name where the agency is in no directory; null where {@code person} is true, or {@code capacity}
 *     says as what somebody came
 * @param name who came, null where not noted
 * @param person true for the person herself (or her family)
 * @param part which part she took, such as the second half
 * @param capacity of somebody who came for no agency, null of all others
 */
public record Attendance(
        @Classified(FieldClass.OUTCOME) @Nullable String agency,
        @Classified(FieldClass.OUTCOME) @Nullable String name,
        @Classified(FieldClass.OUTCOME) @Nullable Presence presence,
        @Classified(FieldClass.OUTCOME) @Nullable Boolean person,
        @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String part,
        @Classified(FieldClass.OUTCOME) @Nullable Capacity capacity) {

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

    boolean isAgency() {
        return !isPerson() && capacity == null;
    }

    boolean tookPart() {
        return presence != null && presence != Presence.ABSENT;
    }
}
