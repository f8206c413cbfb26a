package jp.tsunagi.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A notification about children to another agency, with as little of them as is needed.
 *
 * @param serial of this copy
 * @param matter code: ABUSE or INFORMATION
 * @param madeOn null for a draft
 */
public record ChildNotification(
        String serial,
        String matter,
        String recipient,
        String who,
        String situation,
        @Nullable String now,
        String replyTo,
        @Nullable LocalDate madeOn) {}
