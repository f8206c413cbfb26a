package jp.tsunagi.conference;

import java.util.List;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Passages;
import org.jspecify.annotations.Nullable;

/** The first text of a case's next conference: what is known of her is not asked again; what changed is. */
final class NextRequest {

    private NextRequest() {}

    /** For the agency that asked before: all that it wrote itself, but the dates and the consent. */
    static Request of(Request previous) {
        return new Request(
                previous.guidelineItem(),
                previous.name(),
                previous.kana(),
                previous.callName(),
                previous.birthDate(),
                previous.approximateAge(),
                previous.address(),
                previous.addressHandling(),
                previous.phone(),
                previous.safeContact(),
                previous.needs(),
                previous.currentSituation(),
                previous.caseOverview(),
                null,
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

    /**
     * For another agency that leads now: of what it may see of her, and never where she is and how she is reached. What
     * she withholds from it stays withheld.
     */
    static Request forLeadAgency(Request previous, Grants seen) {
        Request own = of(previous);
        return new Request(
                own.guidelineItem(),
                text(seen, FieldClass.IDENTITY, "name", own.name()),
                text(seen, FieldClass.IDENTITY, "kana", own.kana()),
                text(seen, FieldClass.IDENTITY, "callName", own.callName()),
                seen(seen, FieldClass.IDENTITY, "birthDate", own.birthDate()),
                seen(seen, FieldClass.IDENTITY, "approximateAge", own.approximateAge()),
                null,
                null,
                null,
                null,
                seen.shows(FieldClass.SENSITIVE) ? own.needs() : List.of(),
                text(seen, FieldClass.NARRATIVE, "currentSituation", own.currentSituation()),
                text(seen, FieldClass.NARRATIVE, "caseOverview", own.caseOverview()),
                null,
                text(seen, FieldClass.NARRATIVE, "wishes", own.wishes()),
                seen.shows(FieldClass.SENSITIVE) ? own.factors() : List.of(),
                hides(seen, FieldClass.PARTICIPANTS, "invitees") ? List.of() : own.invitees(),
                List.of(),
                text(seen, FieldClass.MEETING_PLACE, "preferredPlace", own.preferredPlace()),
                null,
                null,
                own.legalBasis(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable String text(Grants seen, FieldClass fieldClass, String name, @Nullable String value) {
        return value == null || hides(seen, fieldClass, name) ? null : Passages.without(seen.withheldItems(), value);
    }

    private static <T> @Nullable T seen(Grants seen, FieldClass fieldClass, String name, @Nullable T value) {
        return hides(seen, fieldClass, name) ? null : value;
    }

    private static boolean hides(Grants seen, FieldClass fieldClass, String name) {
        return !seen.shows(fieldClass) || seen.withheldFields().contains(name);
    }
}
