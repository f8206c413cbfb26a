package jp.tsunagi.complaint;

import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;

/**
 * Whom a complaint is about.
 *
 * @param officers of that agency; the agency as a whole where none is named
 * @param kept whether it is kept from them
 */
record About(AgencyCode agency, Set<AccountId> officers, boolean kept) {

    About {
        officers = Set.copyOf(officers);
    }
}
