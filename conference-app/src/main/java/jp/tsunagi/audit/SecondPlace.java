package jp.tsunagi.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the second place that signed heads of the chain are exported to.
 *
 * @param reachable whether the folder is there and can be written
 * @param roots how many lie there
 * @param newestAt when the newest was made, null where there is none
 * @param newestEntry number of the entry that it covers last
 * @param unreadable files that are no root, such as one cut short
 */
public record SecondPlace(boolean reachable, int roots, @Nullable Instant newestAt, long newestEntry, int unreadable) {}
