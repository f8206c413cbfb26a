package jp.tsunagi.conference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first text of a case's next conference: what is known of her is not asked again; what changed is. */
final class NextRequest {

    private NextRequest() {}

    /** For the agency that asked before: all that it wrote itself, but the dates and the consent. */
    static Request of(Request previous) {
        return copy(previous, previous.address(), previous.phone(), previous.safeContact());
    }

    /** For another agency that leads now: without where she is and how she is reached. */
    static Request forLeadAgency(Request previous) {
        return copy(previous, null, null, null);
    }

    private static Request copy(
            Request previous, @Nullable String address, @Nullable String phone, @Nullable String safeContact) {
        return new Request(
                previous.guidelineItem(),
                previous.name(),
                previous.kana(),
                previous.callName(),
                previous.birthDate(),
                previous.approximateAge(),
                address,
                previous.addressHandling(),
                phone,
                safeContact,
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
}
