package jp.tsunagi.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What she carries with her (safe-carry, domain.md N12): days, and what she calls it. Nothing else: found by somebody, it is
 * a memo.
 *
 * @param lines in the order in which they are printed
 * @param next when they talk again; null where that is not said
 */
public record Memo(List<Line> lines, @Nullable LocalDate next) {

    public Memo {
        lines = List.copyOf(lines);
    }

    public record Line(@Nullable LocalDate day, String words) {}
}
