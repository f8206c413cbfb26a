package jp.tsunagi.complaint;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.Relation;

/**
 * How one officer stands to the complaints of a case at this moment. Her consent does not matter to them: what she complains
 * about may be just that, and nobody reads one but those to whom it was said and those who see that it is answered.
 *
 * @param accompanies whether the officer goes with her through the case
 * @param center the women's support center
 */
record ComplaintStanding(Officer officer, boolean accompanies, AgencyCode center) {

    /** Whether there may be complaints of this case for the officer at all, and the officer may record one. */
    boolean takesPart() {
        return officer.person() && (accompanies || ofCenter());
    }

    /** What the complaint is to the officer; nothing where it does not exist. */
    Set<Relation> relations(ComplaintRecord complaint) {
        return reads(complaint) ? EnumSet.of(Relation.COMPLAINT_READER) : EnumSet.noneOf(Relation.class);
    }

    boolean reads(ComplaintRecord complaint) {
        return takesPart() && !keptFrom(complaint.about()) && (ofCenter() || received(complaint));
    }

    /** Whether the officer may answer it and write the review down. */
    boolean handles(ComplaintRecord complaint) {
        if (!reads(complaint) || isAbout(complaint)) {
            return false;
        }
        return director()
                || switch (complaint.handler()) {
                    case RECEIVER -> received(complaint);
                    case CENTER -> ofCenter();
                    case DIRECTOR -> false;
                };
    }

    /** Whether the officer is one of those complained about in person. */
    boolean isAbout(ComplaintRecord complaint) {
        return complaint.about().officers().contains(officer.id());
    }

    boolean ofCenter() {
        return director() || (officer.is(Role.CENTER_STAFF) && officer.worksFor(center));
    }

    boolean director() {
        return officer.is(Role.DIRECTOR) && officer.worksFor(center);
    }

    private boolean keptFrom(About about) {
        if (!about.kept()) {
            return false;
        }
        if (!about.officers().isEmpty()) {
            return about.officers().contains(officer.id());
        }
        // Somebody must answer for the Center: the director.
        return officer.worksFor(about.agency()) && !director();
    }

    private boolean received(ComplaintRecord complaint) {
        return accompanies && officer.worksFor(complaint.receiver().agency());
    }
}
