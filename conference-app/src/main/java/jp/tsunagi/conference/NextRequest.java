package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.casefile.NameAtMeeting;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;

/** The first text of a case's next conference: what is known of her is not asked again; what changed is, and what is left is to be spoken of. */
final class NextRequest {

    private NextRequest() {}

    /** For the agency that asked before: all that it wrote itself, but the dates and the consent. */
    static Request of(Request previous, @Nullable String topics) {
        return new Request(
                previous.guidelineItem(),
                previous.name(),
                previous.kana(),
                previous.formerName(),
                previous.commonName(),
                previous.callName(),
                previous.nameAtMeeting(),
                previous.birthDate(),
                previous.approximateAge(),
                previous.address(),
                previous.addressHandling(),
                previous.phone(),
                previous.safeContact(),
                previous.needs(),
                previous.currentSituation(),
                previous.caseOverview(),
                topics,
                previous.wishes(),
                previous.factors(),
                previous.invitees(),
                List.of(),
                previous.preferredPlace(),
                null,
                null,
                previous.legalBasis(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** For another agency that leads now: what its officer may see of her and the case, passages withheld taken out. */
    static Request ofSeen(Projection seen, @Nullable String topics) {
        return new Request(
                (Integer) seen.shown().get("guidelineItem"),
                text(seen, "name"),
                text(seen, "kana"),
                text(seen, "formerName"),
                text(seen, "commonName"),
                text(seen, "callName"),
                nameAtMeeting(seen),
                (LocalDate) seen.shown().get("birthDate"),
                (Integer) seen.shown().get("approximateAge"),
                null,
                null,
                null,
                null,
                List.of(),
                text(seen, "currentSituation"),
                text(seen, "caseOverview"),
                topics,
                text(seen, "wishes"),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The choice goes with the name that was chosen: alone it could not be submitted. */
    private static @Nullable NameAtMeeting nameAtMeeting(Projection seen) {
        NameAtMeeting chosen = (NameAtMeeting) seen.shown().get("nameAtMeeting");
        return chosen == null || text(seen, chosen.field()) == null ? null : chosen;
    }

    private static @Nullable String text(Projection seen, String name) {
        return (String) seen.shown().get(name);
    }
}
