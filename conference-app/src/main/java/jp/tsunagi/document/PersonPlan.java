package jp.tsunagi.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the plan says to the person herself (domain.md E6, "Person herself"): what is hers and nothing of others. Paper and
 * screen show the same. It has no place for the views of agencies, for her relatives, or for what offices note.
 *
 * @param version of the plan
 * @param state code, such as {@code CONFIRMED}
 * @param measures what is done for her, and what she chose to do
 * @param recipients with whom it is shared today; null where whoever made this may not know
 * @param withheld what she keeps from others; null as above
 * @param children what concerns her children; null where it was not asked for or there is nothing
 * @param lead the agency that makes the plan with her
 * @param center the women's support center
 */
public record PersonPlan(
        int version,
        String state,
        LocalDate createdOn,
        @Nullable String keyPerson,
        @Nullable String wishes,
        @Nullable String policy,
        List<Goal> goals,
        List<Measure> measures,
        List<Deadline> deadlines,
        @Nullable LocalDate nextReview,
        @Nullable List<Window> recipients,
        @Nullable List<Withheld> withheld,
        @Nullable Children children,
        @Nullable Window lead,
        Window center) {

    public PersonPlan {
        goals = List.copyOf(goals);
        measures = List.copyOf(measures);
        deadlines = List.copyOf(deadlines);
        recipients = recipients == null ? null : List.copyOf(recipients);
        withheld = withheld == null ? null : List.copyOf(withheld);
    }

    /** @param term code, such as {@code LONG} */
    public record Goal(@Nullable String term, @Nullable String text, @Nullable String by) {}

    /**
     * @param id of the measure in all versions
     * @param by who does it
     * @param byPerson what she does; only what she chose
     * @param withheld whether she keeps it from others
     */
    public record Measure(
            String id,
            @Nullable String text,
            @Nullable Window by,
            @Nullable LocalDate due,
            @Nullable String byPerson,
            boolean withheld) {}

    /** @param procedure code, such as {@code PROTECTION_ORDER} */
    public record Deadline(@Nullable String procedure, @Nullable LocalDate until, @Nullable String note) {}

    /** An agency and the telephone of its front gate, empty where it has none. */
    public record Window(String agency, String telephone) {}

    /**
     * Something she keeps from others.
     *
     * @param item in words; for a part of the plan its name, such as {@code wishes}
     * @param part whether the item is such a name
     * @param from the agencies that do not get it; null for all but who keeps the plan, its Center and who does it
     */
    public record Withheld(String item, boolean part, @Nullable List<String> from) {}

    public record Children(@Nullable String situation, @Nullable String support) {}
}
