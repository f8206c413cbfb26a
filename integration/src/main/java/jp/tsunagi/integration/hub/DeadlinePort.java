package jp.tsunagi.integration.hub;

/** Looks at what is due. */
public interface DeadlinePort {

    /**
     * Called on every node at the interval of {@code tsunagi.hub.deadline-interval}, never twice at a time on one node.
     * The application takes a lease in the database and returns at once where another node has it.
     *
     * @throws RuntimeException logged by its class; the next call comes all the same
     */
    void tick();
}
