package jp.tsunagi.integration.hub;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in an aggregate, as it comes back from {@code hub.events}.
 *
 * @param eventId {@code aggregateId:version:ordinal}, the same for every repeat
 * @param kind the application's name for it; {@value #CONSENT_WITHDRAWN} is known here too
 * @param caseId events of one case come in order
 * @param agencies whom it concerns; for a withdrawal those whose undelivered notices are removed, all where empty
 * @param payload whatever the application put there; no personal data, since a broker keeps it
 */
public record HubEvent(
        String eventId,
        String kind,
        String caseId,
        @Nullable String conferenceId,
        Set<String> agencies,
        String payload) {

    /** The kind on which undelivered notices are removed from the broker. */
    public static final String CONSENT_WITHDRAWN = "consent-withdrawn";

    public HubEvent {
        agencies = agencies == null ? Set.of() : Set.copyOf(agencies);
    }
}
