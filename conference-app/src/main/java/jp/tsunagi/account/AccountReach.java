package jp.tsunagi.account;

import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Whose accounts an administrator looks after.
 *
 * @param agency whose accounts alone; null for an administrator of the Center, who looks after all
 */
public record AccountReach(@Nullable AgencyCode agency) {

    /** @throws jp.tsunagi.shared.Refused {@code not-found} for whoever is no administrator */
    public static AccountReach of(Officer officer) {
        if (officer.is(Role.ADMINISTRATOR)) {
            return new AccountReach(null);
        }
        if (officer.is(Role.AGENCY_ADMINISTRATOR)) {
            return new AccountReach(officer.agency());
        }
        throw Refusal.notFound();
    }

    public static boolean isAdministrator(Officer officer) {
        return officer.is(Role.ADMINISTRATOR) || officer.is(Role.AGENCY_ADMINISTRATOR);
    }

    public boolean covers(AgencyCode other) {
        return agency == null || agency.equals(other);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found}, as for an account that never was */
    public AccountEntry require(AccountEntry entry) {
        if (!covers(new AgencyCode(entry.agency()))) {
            throw Refusal.notFound();
        }
        return entry;
    }
}
