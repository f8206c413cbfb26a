package jp.tsunagi.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters for an agency. Absent sections become the one that this kind of agency usually has; an
 * absent way of reaching it becomes {@link Reach#ONLINE}.
 *
 * @param version of the entry that was read before a change; absent, the change overwrites whatever is there
 */
public record AgencyDraft(
        @Nullable String code,
        @Nullable String name,
        @Nullable String kana,
        @Nullable AgencyKind kind,
        @Nullable List<String> sections,
        @Nullable String contactWindow,
        @Nullable String subprefecture,
        @Nullable Reach reachableBy,
        @Nullable Boolean runsGateway,
        @Nullable Boolean active,
        @Nullable Long version) {

    /** The least that makes an agency. */
    public static AgencyDraft of(String code, String name, String kana, AgencyKind kind) {
        return new AgencyDraft(code, name, kana, kind, null, null, null, null, null, null, null);
    }
}
