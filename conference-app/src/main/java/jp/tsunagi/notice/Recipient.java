package jp.tsunagi.notice;

import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.TeamSection;
import org.jspecify.annotations.Nullable;

/**
 * Whose inbox a notice goes into.
 *
 * @param section whose officers see it; null for the agency
 * @param roles who of the agency sees it; everybody who works with cases where empty
 * @param passOnTo the agency that this one is asked to pass the notice on to (関係機関を通じて), null where it is for itself
 * @param onlyFor who of the agency may know of it at all; everybody it is for otherwise where empty
 */
public record Recipient(
        AgencyCode agency,
        @Nullable String section,
        Set<Role> roles,
        @Nullable AgencyCode passOnTo,
        Set<AccountId> onlyFor) {

    public Recipient {
        roles = Set.copyOf(roles);
        onlyFor = Set.copyOf(onlyFor);
    }

    /** All of an agency that work with cases. */
    public static Recipient agency(AgencyCode agency) {
        return new Recipient(agency, null, Set.of(), null, Set.of());
    }

    /** The officers of one section. */
    public static Recipient team(TeamSection team) {
        return new Recipient(team.agency(), team.section(), Set.of(), null, Set.of());
    }

    /** Those of an agency who have one of these roles. */
    public static Recipient roles(AgencyCode agency, Set<Role> roles) {
        return new Recipient(agency, null, roles, null, Set.of());
    }
}
