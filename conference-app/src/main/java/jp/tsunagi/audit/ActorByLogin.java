package jp.tsunagi.audit;

import java.util.Optional;

/** Knows whose account a sign-in name is. */
@FunctionalInterface
public interface ActorByLogin {

    /** Id of the account, active or not. */
    Optional<String> actorOf(String login);
}
