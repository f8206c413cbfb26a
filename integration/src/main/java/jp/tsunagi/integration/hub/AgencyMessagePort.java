package jp.tsunagi.integration.hub;

import org.jspecify.annotations.Nullable;

/**
 * Takes what agencies send: requests, consent answers, attendance replies, information sheets and outcome reports.
 *
 * <p>Delivery is at least once. The application keeps (sender, message id) in the same write as the effect and answers a
 * repeat like the first time, without a second effect. Messages of one group ({@code Envelope.group}) come in order;
 * others come on several threads at a time.
 */
public interface AgencyMessagePort {

    /**
     * Handles one message. When it returns, the effect is durable.
     *
     * @throws MessageRefused where a rule or the content forbids it for good; told to the sender and parked
     * @throws HubUnavailable where the store is away; the route waits and asks again, nothing is counted
     * @throws RuntimeException anything else: rolled back, delivered again a few times, then parked
     */
    Accepted accept(AgencyMessage message);

    /**
     * What the acknowledgement tells the sender.
     *
     * @param reference the reference number, where one is given already
     * @param state the conference's state by name
     */
    record Accepted(String conferenceId, @Nullable String reference, @Nullable String state) {}
}
