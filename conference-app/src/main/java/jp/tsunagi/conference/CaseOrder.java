package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * In which order a list stands: by plain fields alone, each the second part of an index. What has no value comes last,
 * whichever way it runs, the newest first.
 *
 * @param by the column
 * @param descending as the addresses of pages write it, with a minus
 */
record CaseOrder(By by, boolean descending) {

    /** The newest first. */
    static final CaseOrder NEWEST = new CaseOrder(By.REFERENCE, true);

    /** What is due first. */
    static final CaseOrder DUE = new CaseOrder(By.DUE, false);

    /** A column by which lists can be sorted. */
    enum By {
        REFERENCE(
                "reference", "order", listed -> "%015d".formatted(listed.order().toEpochMilli())),
        AGENCY("agency", "team.agency", Listed::requestingAgency),
        RECEIVED("received", "submittedOn", listed -> text(listed.received())),
        MEETING("meeting", "convening.start", listed -> text(listed.meeting())),
        DUE("due", "dueOn", listed -> text(listed.due()));

        private final String name;
        private final String field;
        private final Function<Listed, @Nullable String> value;

        By(String name, String field, Function<Listed, @Nullable String> value) {
            this.name = name;
            this.field = field;
            this.value = value;
        }

        private static @Nullable String text(@Nullable Object date) {
            return date == null ? null : date.toString();
        }
    }

    /** Reads {@code due} or {@code -due}; the newest first where it says nothing that is known. */
    static CaseOrder parse(@Nullable String text) {
        String wanted = text == null ? "" : text;
        boolean descending = wanted.startsWith("-");
        String name = descending ? wanted.substring(1) : wanted;
        return Arrays.stream(By.values())
                .filter(by -> by.name.equals(name))
                .findFirst()
                .map(by -> new CaseOrder(by, descending))
                .orElse(NEWEST);
    }

    /** As {@link #parse} reads it. */
    String text() {
        return (descending ? "-" : "") + by.name;
    }

    /** Where a click on the head of this column leads. */
    public String next(String column) {
        return by.name.equals(column) && !descending ? "-" + column : column;
    }

    /** As {@code aria-sort} says it of this column. */
    public String aria(String column) {
        if (!by.name.equals(column)) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }

    Comparator<Listed> comparator() {
        Comparator<String> direction = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(by.value, Comparator.nullsLast(direction))
                .thenComparing(Listed::id, Comparator.reverseOrder());
    }

    /** Conferences that fit, from one place on. */
    List<CaseConference> slice(Conferences conferences, Bson filter, int skip, int size) {
        Bson newest = Sorts.descending("order", "_id");
        if (by == By.REFERENCE) {
            return conferences.list(filter, descending ? newest : Sorts.ascending("order", "_id"), skip, size);
        }
        Bson having = and(filter, exists(by.field));
        Bson sorted = Sorts.orderBy(descending ? Sorts.descending(by.field) : Sorts.ascending(by.field), newest);
        List<CaseConference> found = new ArrayList<>(conferences.list(having, sorted, skip, size));
        if (found.size() < size) {
            long before = conferences.count(having);
            found.addAll(conferences.list(
                    and(filter, exists(by.field, false)),
                    newest,
                    (int) Math.max(0, skip - before),
                    size - found.size()));
        }
        return found;
    }
}
