package jp.tsunagi.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * Which page of a list is asked for.
 *
 * @param page from zero
 * @param size 1 to 100
 */
public record Paging(int page, int size) {

    private static final int LARGEST = 100;
    private static final int LAST = 1_000_000;

    /** @throws Refused {@code paging.out-of-range} naming the fields */
    public static Paging of(int page, int size) {
        List<FieldProblem> problems = new ArrayList<>();
        if (page < 0 || page > LAST) {
            problems.add(FieldProblem.of("page", "between", 0, LAST));
        }
        if (size < 1 || size > LARGEST) {
            problems.add(FieldProblem.of("size", "between", 1, LARGEST));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid("paging.out-of-range", problems);
        }
        return new Paging(page, size);
    }
}
