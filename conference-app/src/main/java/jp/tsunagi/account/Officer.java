package jp.tsunagi.account;

import java.util.Set;
import jp.tsunagi.agency.AgencyCode;

/**
 * A person at work, as far as rules need to know: who acts, for which section of which agency, in which roles.
 *
 * @param id the account; for a gateway the machine's own, which never counts as a person where two persons are asked for
 * @param name as printed on papers; never logged
 * @param agency where the officer works
 * @param section of that agency; empty where it has none
 * @param roles held today, {@link Role#DIRECTOR} included for a deputy within the deputy's period
 * @param person false for a machine principal
 * @param deputy whether the director's role is held as deputy (代決) today
 */
public record Officer(
        AccountId id, String name, AgencyCode agency, String section, Set<Role> roles, boolean person, boolean deputy) {

    public Officer {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean worksFor(AgencyCode other) {
        return agency.equals(other);
    }
}
