package jp.tsunagi.account;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account as administrators see it. */
public record AccountEntry(
        String id,
        String login,
        String name,
        String agency,
        String section,
        Set<Role> roles,
        boolean active,
        Instant created,
        @Nullable Instant lastSignIn) {

    static AccountEntry of(Account account) {
        return new AccountEntry(
                account.id(),
                account.login(),
                account.name(),
                account.agency().value(),
                account.section(),
                account.roles(),
                account.active(),
                account.created(),
                account.lastSignIn());
    }
}
