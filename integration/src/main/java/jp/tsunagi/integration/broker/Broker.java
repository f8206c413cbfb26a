package jp.tsunagi.integration.broker;

import jakarta.jms.ConnectionFactory;

/** The broker that the hub uses, embedded or remote. Starts before the routes and stops after them. */
public interface Broker extends AgencyInboxes, AutoCloseable {

    /** Connects, or starts, and makes sure that every address and every inbox is there. */
    void start();

    /** A new factory of connections of the hub's own user, each call another object. */
    ConnectionFactory newConnectionFactory();

    /** The user whom the broker writes on the hub's own messages. */
    String hubUser();

    /** Takes notices back. */
    QueuedNotices queuedNotices();

    /**
     * How many messages lie at an address of the hub's own, those included that are just being handled.
     *
     * @throws IllegalStateException where the broker does not answer
     */
    long waiting(String address);

    /** Whether messages are taken and delivered just now. Does not wait long. */
    boolean isUp();

    @Override
    void close();
}
