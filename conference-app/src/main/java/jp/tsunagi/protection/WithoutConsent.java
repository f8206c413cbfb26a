package jp.tsunagi.protection;

import java.time.Instant;
import java.util.Set;

/**
 * What one agency may have without her consent at one moment (domain.md E3, N8): exactly these classes, on these legal
 * bases, and no longer than this.
 *
 * @param classes none but those chosen; that one may be shown is still for the policy to say
 * @param bases codes of the legal bases, for the views and the audit
 * @param until the moment at which the last of it ends
 */
public record WithoutConsent(Set<FieldClass> classes, Set<String> bases, Instant until) {

    public WithoutConsent {
        classes = Set.copyOf(classes);
        bases = Set.copyOf(bases);
    }
}
