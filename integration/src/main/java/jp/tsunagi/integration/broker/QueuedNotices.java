package jp.tsunagi.integration.broker;

import java.util.Set;

/**
 * Takes back notices that lie in agencies' inboxes and were not fetched.
 *
 * <p>What a client has prefetched is out of reach: gateways read with {@code consumerWindowSize=0}, and the content is
 * refused at fetch time in any case.
 */
public interface QueuedNotices {

    /**
     * Removes the recallable notices of a case.
     *
     * @param caseId letters, digits and hyphens
     * @param agencies whose inboxes; all where empty
     * @return how many were removed
     * @throws IllegalArgumentException where an id could be more than an id
     */
    int removeOfCase(String caseId, Set<String> agencies);

    /** Removes all notices of a case, whether a withdrawal would take them back or not: the case is gone. */
    int removeAllOfCase(String caseId);

    /** The same as {@link #removeOfCase} for one conference of a case. */
    int removeOfConference(String conferenceId, Set<String> agencies);
}
