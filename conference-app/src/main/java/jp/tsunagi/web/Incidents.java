package jp.tsunagi.web;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.shared.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts failures of ours into the log under a number that the caller can quote. The texts of exceptions are left out, for
 * they may hold what was typed: classes and places are enough to find the fault.
 */
final class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    private static final int MOST_FRAMES = 40;
    private static final int LENGTH = 6;

    /** @return the number */
    String noted(Throwable e) {
        String id = Ids.random(Instant.EPOCH);
        String number = id.substring(id.length() - LENGTH);
        LOG.error("A call failed, number {}\n{}", number, trace(e));
        return number;
    }

    void away(Throwable e) {
        LOG.warn(
                "A call was refused because a part is away: {}",
                Causes.of(e).map(cause -> cause.getClass().getName()).collect(Collectors.joining(" <- ")));
    }

    private static String trace(Throwable e) {
        return Causes.of(e)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause.getClass().getName()),
                        Stream.of(cause.getStackTrace()).limit(MOST_FRAMES).map(frame -> "    at " + frame)))
                .collect(Collectors.joining("\n"));
    }
}
