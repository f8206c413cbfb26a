package jp.tsunagi.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters to change an account: all of it anew.
 *
 * @param name as printed on papers
 * @param agency code
 * @param section of that agency; its first where absent
 */
public record AccountChange(
        @Nullable String name, @Nullable String agency, @Nullable String section, @Nullable Set<Role> roles) {

    @Override
    public String toString() {
        return "AccountChange";
    }
}
