package jp.tsunagi.integration.broker;

/**
 * Who may connect to the embedded broker from outside. One user per agency, named by the agency's code.
 *
 * <p>Called on every new connection and, since the broker remembers an answer for ten seconds only, now and then in
 * between. Locking out or slowing down after wrong passwords is the implementation's matter.
 */
@FunctionalInterface
public interface BrokerAccounts {

    /**
     * Whether this is the password of that agency's broker user. Unknown users and wrong passwords take the same time.
     *
     * @param agencyCode as the client gave it; anything at all
     */
    boolean authenticate(String agencyCode, String password);
}
