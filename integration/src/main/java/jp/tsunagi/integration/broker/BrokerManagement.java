package jp.tsunagi.integration.broker;

import java.util.List;

/** The few management operations that are used, on an embedded or a remote broker. */
interface BrokerManagement {

    List<String> queueNames();

    /** Makes a durable anycast queue on an address of the same name, where there is none. */
    void createQueue(String name);

    /** How many messages the queue holds, those included that are under way to a consumer. */
    long messageCount(String queue);

    /** Removes what the filter selects. @return how many; 0 where there is no such queue */
    int removeMessages(String queue, String filter);
}
