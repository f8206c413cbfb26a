package jp.tsunagi.integration.contract;

import org.jspecify.annotations.Nullable;

/**
 * An invited agency's answer to the convening notice.
 *
 * @param reply ACCEPT, DECLINE or SUBSTITUTE
 * @param attendee who comes; the schema requires it unless the agency declines
 * @param pledge whether the attendee has taken the pledge of secrecy
 * @param relationToOtherParty NONE, RELATIVE, ACQUAINTANCE, WORK or OTHER
 */
public record AttendanceReply(
        String conferenceId,
        String reply,
        @Nullable String attendee,
        boolean pledge,
        @Nullable String relationToOtherParty)
        implements AgencyBody {}
