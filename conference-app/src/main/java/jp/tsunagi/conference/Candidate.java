package jp.tsunagi.conference;

import java.util.List;
import java.util.Objects;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import org.jspecify.annotations.Nullable;

/**
 * An agency of the requested participants (参集範囲), and whether it can be convened.
 *
 * @param code null where it is in no directory
 */
record Candidate(@Nullable String code, String name, Mark mark) {

    enum Mark {
        COVERED,
        /** Takes part without being named: the requesting agency and the Center. */
        TAKES_PART,
        /** Her consent does not name it. */
        NOT_COVERED,
        /** On the Center's list of those who must not take part. */
        BLOCKED,
        /** In no directory. */
        UNKNOWN
    }

    static List<Candidate> of(Desk.Sight sight, Directory directory) {
        return sight.conference().request().invitees().stream()
                .map(invitee -> of(invitee, sight, directory))
                .distinct()
                .toList();
    }

    private static Candidate of(Request.Invitee invitee, Desk.Sight sight, Directory directory) {
        String code = invitee.agency();
        if (code == null || code.isBlank() || !directory.isActive(code)) {
            return new Candidate(
                    null, Objects.requireNonNullElse(invitee.agencyName(), Objects.toString(code, "")), Mark.UNKNOWN);
        }
        return new Candidate(code, directory.nameOf(code), mark(new AgencyCode(code), sight, directory));
    }

    private static Mark mark(AgencyCode agency, Desk.Sight sight, Directory directory) {
        if (agency.equals(sight.conference().requestingAgency()) || agency.equals(directory.center())) {
            return Mark.TAKES_PART;
        }
        boolean blocked = sight.casefile().stream()
                .flatMap(casefile -> casefile.blocked().stream())
                .anyMatch(entry -> agency.value().equals(entry.agency()));
        if (blocked) {
            return Mark.BLOCKED;
        }
        boolean covered = sight.casefile()
                .flatMap(Casefile::consent)
                .filter(consent -> consent.purposes().contains(Consent.Purpose.SHARE))
                .filter(consent -> consent.currentRecipients().contains(agency))
                .isPresent();
        return covered ? Mark.COVERED : Mark.NOT_COVERED;
    }
}
