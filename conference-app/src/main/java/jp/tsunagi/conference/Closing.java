package jp.tsunagi.conference;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How a conference is closed (domain.md E2, step 12).
 *
 * @param personInformed how she was told of the result, or why not
 * @param watchOver who looks after her from now on; needed where support by a plan ends with it
 * @param mustDoReason why it ends although something that must be done has not
 */
record Closing(
        @Nullable String personInformed,
        @Nullable String reason,
        @Nullable WatchOver watchOver,
        @Nullable String mustDoReason) {

    /**
     * The arrangement after the end (見守り体制), or why there is none.
     *
     * @param who agencies or people
     * @param watchFor what is to be reported, and to whom
     */
    record WatchOver(
            @Classified(FieldClass.OFFICE) @Nullable String who,
            @Classified(FieldClass.OFFICE) @Nullable String howOften,
            @Classified(FieldClass.OFFICE) @Nullable String watchFor,
            @Classified(FieldClass.OFFICE) @Nullable String noneReason) {

        boolean isEmpty() {
            return Stream.of(who, howOften, watchFor, noneReason).allMatch(FieldCheck::isBlank);
        }
    }

    /**
     * What is kept of the end of the support.
     *
     * @param planVersion the last one in force, null where there was no plan
     * @param states how far its measures had come
     */
    record Kept(
            @Classified(FieldClass.OFFICE) @Nullable WatchOver watchOver,
            @Classified(FieldClass.OFFICE) @Nullable String mustDoReason,
            @Classified(FieldClass.OFFICE) @Nullable Integer planVersion,
            @Classified(FieldClass.OFFICE) List<SupportLeft.State> states) {

        Kept {
            states = List.copyOf(states);
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code request.incomplete} with what cannot be kept or is missing */
    void check(Directory directory) {
        Requesting.requireText("personInformed", personInformed);
        FieldCheck fields = new FieldCheck(directory);
        fields.text("personInformed", personInformed, Requesting.LONGEST_REASON);
        fields.text("reason", reason, Requesting.LONGEST_REASON);
        fields.text("mustDoReason", mustDoReason, Requesting.LONGEST_REASON);
        if (watchOver != null) {
            fields.text("watchOver.who", watchOver.who(), Requesting.LONGEST_REASON);
            fields.text("watchOver.howOften", watchOver.howOften(), Requesting.LONGEST_REASON);
            fields.text("watchOver.watchFor", watchOver.watchFor(), Requesting.LONGEST_REASON);
            fields.text("watchOver.noneReason", watchOver.noneReason(), Requesting.LONGEST_REASON);
        }
        fields.refuseUnder("request.incomplete");
    }

    /**
     * Where the support by a plan ends with it.
     *
     * @throws jp.tsunagi.shared.Refused {@code plan.must-do-open}; {@code closing.watch-over}
     */
    void requireEndOf(SupportLeft.Left left) {
        if (left.mustDoOpen() > 0 && FieldCheck.isBlank(mustDoReason)) {
            throw Refusal.invalid("plan.must-do-open", FieldProblem.of("mustDoReason", "required"));
        }
        WatchOver watch = watchOver;
        if (watch == null || watch.isEmpty()) {
            throw Refusal.invalid("closing.watch-over", FieldProblem.of("watchOver.who", "required"));
        }
        if (FieldCheck.isBlank(watch.noneReason())) {
            List<FieldProblem> missing = Stream.of(
                            missing("watchOver.who", watch.who()),
                            missing("watchOver.howOften", watch.howOften()),
                            missing("watchOver.watchFor", watch.watchFor()))
                    .flatMap(List::stream)
                    .toList();
            if (!missing.isEmpty()) {
                throw Refusal.invalid("closing.watch-over", missing);
            }
        }
    }

    Kept kept(SupportLeft.@Nullable Left left) {
        return new Kept(
                watchOver == null || watchOver.isEmpty() ? null : watchOver,
                mustDoReason,
                left == null ? null : left.version(),
                left == null ? List.of() : left.states());
    }

    private static List<FieldProblem> missing(String field, @Nullable String value) {
        return FieldCheck.isBlank(value) ? List.of(FieldProblem.of(field, "required")) : List.of();
    }
}
