package jp.tsunagi.handover;

import java.time.LocalDate;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * An offer as the API tells it to the agency it was made to, before the policy: from whom, its own number, by when. Nothing of
 * her, and no number of the case.
 *
 * @param conferenceId of the case that was made of it, for those whose case it is
 */
record OfferView(
        @Classified(FieldClass.OPERATION) String n,
        @Classified(FieldClass.OPERATION) String reference,
        @Classified(FieldClass.OPERATION) Standing state,
        @Classified(FieldClass.AGENCY) String from,
        @Classified(FieldClass.SCHEDULE) LocalDate offeredOn,
        @Classified(FieldClass.SCHEDULE) LocalDate answerBy,
        @Classified(FieldClass.OPERATION) @Nullable String conferenceId) {

    /** What the agency may know of where it stands: why it is off is not for it to know. */
    enum Standing {
        OFFERED,
        /** The case is being made. */
        ACCEPTED,
        TAKEN_OVER,
        REFUSED,
        CALLED_OFF
    }

    /** @param covered whether her consent still covers it */
    static Standing standing(HandOverRecord of, boolean covered) {
        return switch (of.state()) {
            case OFFERED -> covered ? Standing.OFFERED : Standing.CALLED_OFF;
            case ACCEPTED -> Standing.ACCEPTED;
            case TAKEN_OVER -> Standing.TAKEN_OVER;
            case REFUSED -> Standing.REFUSED;
            case TAKEN_BACK, LAPSED -> Standing.CALLED_OFF;
        };
    }
}
