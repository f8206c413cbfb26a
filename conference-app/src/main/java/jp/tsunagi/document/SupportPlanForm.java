package jp.tsunagi.document;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One edition of the plan 個別支援計画, with values that are already redacted for the viewer it is made for.
 *
 * <p>What is hidden is not on the paper at all, label included; what is shown and empty is printed blank.
 *
 * @param edition for whom and when this edition was made
 * @param texts by field; a field with words of the template has the name of one of them, such as {@code DRAFT}
 * @param roles what each agency has to do, one line per agency
 * @param versions the history of the plan, the oldest first
 * @param hidden what this viewer must not see
 */
public record SupportPlanForm(
        Edition edition,
        Map<Field, String> texts,
        List<Goal> goals,
        List<Measure> measures,
        List<Role> roles,
        List<Deadline> deadlines,
        List<Version> versions,
        Set<Field> hidden) {

    /**
     * @throws IllegalArgumentException if a hidden field carries a value: what a viewer must not see has to be gone before a
     *     paper is made. The message names fields, never values
     */
    public SupportPlanForm {
        texts = texts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(texts));
        goals = List.copyOf(goals);
        measures = List.copyOf(measures);
        roles = List.copyOf(roles);
        deadlines = List.copyOf(deadlines);
        versions = List.copyOf(versions);
        hidden = hidden.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(hidden));
        for (Field field : hidden) {
            boolean carries =
                    switch (field) {
                        case GOALS -> !goals.isEmpty();
                        case MEASURES -> !measures.isEmpty();
                        case ROLES -> !roles.isEmpty();
                        case DEADLINES -> !deadlines.isEmpty();
                        case VERSIONS -> !versions.isEmpty();
                        default -> texts.containsKey(field);
                    };
            if (carries) {
                throw new IllegalArgumentException("The field " + field.key() + " is hidden but carries a value");
            }
        }
    }

    /** What stands on the paper, each of which a template must place exactly once. */
    public enum Field {
        NUMBER("number"),
        STATE("state", "DRAFT", "SUBMITTED", "APPROVED", "CONFIRMED", "SUPERSEDED"),
        CREATED("created"),
        LEAD_AGENCY("leadAgency"),
        KEY_PERSON("keyPerson"),
        BASIS("basis"),
        NAME("name"),
        BIRTH_DATE("birthDate"),
        FAMILY("family"),
        CHILDREN_SITUATION("childrenSituation"),
        CHILDREN_SUPPORT("childrenSupport"),
        WISHES("wishes"),
        OTHERS_VIEWS("othersViews"),
        PARTICIPATION("participation", "ATTENDED", "SUPPORTER", "DECLINED", "UNSAFE"),
        PARTICIPATION_NOTE("participationNote"),
        SITUATION("situation"),
        STRENGTHS("strengths"),
        URGENCY("urgency", "HIGH", "MEDIUM", "LOW"),
        POLICY("policy"),
        GOALS("goals", List.of("term", "text", "by"), "LONG", "SHORT"),
        MEASURES(
                "measures",
                List.of("area", "issue", "measure", "agency", "byPerson", "period", "progress"),
                "SAFETY",
                "HOUSING",
                "LIVELIHOOD",
                "HEALTH",
                "WORK",
                "CHILDREN",
                "LEGAL",
                "DISABILITY_AGE_LANGUAGE",
                "BELONGING",
                "WATCH_OVER",
                "PLANNED",
                "IN_PROGRESS",
                "DONE",
                "NO_LONGER_POSSIBLE",
                "DECLINED_BY_PERSON",
                "NOT_DONE",
                "HANDED_OVER"),
        ROLES("roles", List.of("agency", "tasks")),
        DEADLINES(
                "deadlines",
                List.of("procedure", "until", "note"),
                "PROTECTION_ORDER",
                "EVICTION_ORDER",
                "RESIDENT_REGISTER_PROTECTION",
                "TEMPORARY_PROTECTION",
                "OTHER"),
        SAFETY_PLAN("safetyPlan", "YES", "NO"),
        NEXT_REVIEW("nextReview"),
        REVIEW_METHOD("reviewMethod"),
        REVIEW_FREQUENCY("reviewFrequency"),
        RECIPIENTS("recipients"),
        WITHHELD("withheld"),
        CONFIRMATION("confirmation", "AGREED", "PARTLY", "NOT_AGREED", "NOT_POSSIBLE"),
        CONFIRMATION_METHOD("confirmationMethod", "SIGNED", "ORAL"),
        CONFIRMED_ON("confirmedOn"),
        COPY("copy", "YES", "NO"),
        CONFIRMATION_REASON("confirmationReason"),
        SUBMITTED("submitted"),
        APPROVED("approved"),
        CHANGE_REASON("changeReason"),
        VERSIONS(
                "versions",
                List.of("version", "day", "state", "reason"),
                "DRAFT",
                "SUBMITTED",
                "APPROVED",
                "CONFIRMED",
                "SUPERSEDED");

        private final String key;
        private final List<String> columns;
        private final List<String> words;

        Field(String key, String... words) {
            this(key, List.of(), words);
        }

        Field(String key, List<String> columns, String... words) {
            this.key = key;
            this.columns = columns;
            this.words = List.of(words);
        }

        /** Its name in a template. */
        String key() {
            return key;
        }

        /** The columns of a table; empty for a single field. */
        List<String> columns() {
            return columns;
        }

        /** The names of which a template says what is printed; empty for free text. */
        public List<String> words() {
            return words;
        }

        boolean isTable() {
            return !columns.isEmpty();
        }

        static Optional<Field> of(String key) {
            return Arrays.stream(values())
                    .filter(field -> field.key.equals(key))
                    .findFirst();
        }
    }

    /**
     * For whom and when an edition was made. None of it may hold a person's name.
     *
     * @param reference the number of the conference it is based on
     * @param audience for whom, such as 「旭川市 用」
     * @param version such as 第2版
     * @param serialNumber the number of this copy
     * @param madeAt when it was made, in Japan's time
     */
    public record Edition(
            String reference, String audience, String version, String serialNumber, ZonedDateTime madeAt) {}

    public record Goal(@Nullable String term, @Nullable String text, @Nullable String by) {}

    /** @param agency as printed, with its officer and telephone in {@code contact} */
    public record Measure(
            @Nullable String area,
            @Nullable String issue,
            @Nullable String measure,
            @Nullable String agency,
            @Nullable String contact,
            @Nullable String byPerson,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            @Nullable String progress) {}

    public record Role(String agency, List<String> tasks) {
        public Role {
            tasks = List.copyOf(tasks);
        }
    }

    public record Deadline(@Nullable String procedure, @Nullable LocalDate until, @Nullable String note) {}

    /**
     * @param day when it was begun
     * @param reason why there is another version
     */
    public record Version(int number, LocalDate day, String state, @Nullable String reason) {}
}
