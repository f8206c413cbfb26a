package jp.tsunagi.plan;

import org.jspecify.annotations.Nullable;

/**
 * The director's answer to a submitted plan.
 *
 * @param reason needed to return it
 */
public record Review(@Nullable Verdict decision, @Nullable String reason) {

    /** Whether it stands. */
    public enum Verdict {
        APPROVE,
        RETURN
    }
}
