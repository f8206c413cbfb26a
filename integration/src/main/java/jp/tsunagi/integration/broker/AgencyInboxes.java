package jp.tsunagi.integration.broker;

/** Inboxes of agencies on the broker. */
public interface AgencyInboxes {

    /**
     * Makes sure that the agency has an inbox. Cheap where it has one.
     *
     * @throws IllegalArgumentException where the code is not {@value Addresses#CODE_FORMAT}
     * @throws IllegalStateException where the broker cannot make it
     */
    void open(String agencyCode);
}
