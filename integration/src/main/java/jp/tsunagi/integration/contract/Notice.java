package jp.tsunagi.integration.contract;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A claim check: it tells an agency that there is something to fetch, and holds no personal data whatever its kind. The
 * content is decided when it is fetched.
 *
 * @param noticeId the same for every repeat of the same notice
 * @param kind what it is about, as the hub names it, e.g. {@code convening}
 * @param deadline local to Japan
 * @param consentVersion the version of the consent on which the notice rests
 * @param path where to fetch it, relative to the hub's URL, starting with a slash
 */
public record Notice(
        String noticeId,
        String kind,
        String conferenceId,
        String reference,
        @Nullable LocalDateTime deadline,
        int consentVersion,
        String path) {}
