package jp.tsunagi.schedule;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.command.Command;

/**
 * A module that knows of things to do, or of days on which something is: it declares a bean of this type. Both are asked at
 * every page, so each answer costs a few queries, whatever their number; and by the policy of that moment.
 */
public interface ScheduleSource {

    /** What the officer could do now; in any order. */
    default List<Task> tasks(Command command) {
        return List.of();
    }

    /** What is from the first day to the last, both included, as far as the officer may know; in any order. */
    default List<Entry> entries(Command command, LocalDate first, LocalDate last) {
        return List.of();
    }
}
