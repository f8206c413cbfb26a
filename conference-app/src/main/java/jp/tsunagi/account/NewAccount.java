package jp.tsunagi.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters for a new account.
 *
 * @param login 2 to 40 of a-z, digits, dot, hyphen, underscore, beginning with a letter; capitals are lowered
 * @param name as printed on papers
 * @param agency code
 * @param section of that agency; its first where absent
 * @param password in clear; never logged, kept only as its hash
 */
public record NewAccount(
        @Nullable String login,
        @Nullable String name,
        @Nullable String agency,
        @Nullable String section,
        @Nullable Set<Role> roles,
        @Nullable String password) {

    @Override
    public String toString() {
        return "NewAccount";
    }
}
