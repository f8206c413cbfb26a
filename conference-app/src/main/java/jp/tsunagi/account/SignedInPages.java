package jp.tsunagi.account;

import java.util.List;

/**
 * Path patterns that a module opens for whoever is signed in. What no module names is denied to everybody, so each module
 * with pages declares a bean of this type; {@code /api/v1/**} needs none.
 *
 * @param patterns such as {@code /c/**}
 */
public record SignedInPages(List<String> patterns) {

    public SignedInPages {
        patterns = List.copyOf(patterns);
    }

    public static SignedInPages of(String... patterns) {
        return new SignedInPages(List.of(patterns));
    }
}
