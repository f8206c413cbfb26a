package jp.tsunagi.complaint;

import java.util.Collection;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;

/** With whom an answer lies. The director may always give one, but to a complaint about the director. */
enum Handler {
    /** The agency that received it. */
    RECEIVER,
    /** The Center. */
    CENTER,
    /** The director alone. */
    DIRECTOR;

    /**
     * Nobody answers for those complained about: for the Center's staff the director does, for the director the staff, and
     * for an agency that may not know of it the Center.
     *
     * @param named the officers complained about
     */
    static Handler of(About about, Collection<Officer> named, AgencyCode receiver, AgencyCode center) {
        if (about.agency().equals(center)) {
            return named.stream().anyMatch(officer -> officer.is(Role.DIRECTOR)) ? CENTER : DIRECTOR;
        }
        boolean keptFromReceiver =
                about.kept() && about.officers().isEmpty() && about.agency().equals(receiver);
        return receiver.equals(center) || keptFromReceiver ? CENTER : RECEIVER;
    }
}
