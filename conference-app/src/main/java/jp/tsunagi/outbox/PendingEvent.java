package jp.tsunagi.outbox;

import java.util.Set;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * Something to announce, part of the aggregate's own document. No personal data: it goes through the broker.
 *
 * @param forVersion the aggregate's version when this was written
 * @param ordinal place among the entries of that version
 * @param kind what happened
 * @param conferenceId null where the case as a whole is concerned
 * @param agencies codes of the agencies concerned, empty where that is found out at delivery
 * @param detail a code that the handling needs, such as a number or a state; empty where none
 */
public record PendingEvent(
        @Classified(FieldClass.OPERATION) long forVersion,
        @Classified(FieldClass.OPERATION) int ordinal,
        @Classified(FieldClass.OPERATION) String kind,
        @Classified(FieldClass.OPERATION) @Nullable String conferenceId,
        @Classified(FieldClass.AGENCY) Set<String> agencies,
        @Classified(FieldClass.OPERATION) String detail) {

    public PendingEvent {
        agencies = Set.copyOf(agencies);
    }
}
