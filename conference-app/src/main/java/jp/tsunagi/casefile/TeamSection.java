package jp.tsunagi.casefile;

import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;

/**
 * A section whose officers are on the case team. Colleagues of other sections are not, until they are added by name.
 *
 * @param section of that agency; empty where the agency has none
 */
public record TeamSection(
        @Classified(FieldClass.AGENCY) AgencyCode agency, @Classified(FieldClass.AGENCY) String section) {

    public boolean includes(Officer officer) {
        return officer.worksFor(agency) && officer.section().equals(section);
    }
}
