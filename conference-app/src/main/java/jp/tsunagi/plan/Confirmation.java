package jp.tsunagi.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the person said to the plan (domain.md E4, 14). A missing signature never stands in the way: then {@code reason}
 * says why.
 *
 * @param copyGiven false also where a copy in her hands would be dangerous
 */
public record Confirmation(
        @Nullable Result confirmation,
        @Nullable Method method,
        @Nullable LocalDate confirmedOn,
        @Nullable Boolean copyGiven,
        @Nullable String reason) {

    /** What she said. */
    public enum Result {
        AGREED,
        PARTLY,
        NOT_AGREED,
        NOT_POSSIBLE
    }

    /** How she said it. */
    public enum Method {
        SIGNED,
        ORAL
    }
}
