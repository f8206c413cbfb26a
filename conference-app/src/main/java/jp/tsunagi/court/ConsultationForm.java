package jp.tsunagi.court;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What Art. 12 asks of one time she asked for help, as it is typed.
 *
 * @param consultedAt the hour, where it is known
 * @param office at what kind of office
 * @param officeName its name; the Center's own where absent, since that tells nothing of where she is
 * @param channel how she came to it; a place is never named
 * @param asked what she consulted about, or what help she asked for
 * @param taken what was done about it
 * @param corrects number of the entry that this one corrects; null for a new one
 * @param correctionReason why; asked where it corrects one
 */
record ConsultationForm(
        @Nullable LocalDate consultedOn,
        @Nullable LocalTime consultedAt,
        @Nullable Office office,
        @Nullable String officeName,
        @Nullable Channel channel,
        @Nullable String asked,
        @Nullable String taken,
        @Nullable Integer corrects,
        @Nullable String correctionReason) {

    /** The offices that Art. 12 (1) no. 5 names. */
    enum Office {
        /** 配偶者暴力相談支援センター. */
        DV_CENTER,
        /** 警察. */
        POLICE
    }

    /** How she reached the office. A visit elsewhere is not told apart: the place could be where she is. */
    enum Channel {
        AT_OFFICE,
        PHONE,
        ONLINE,
        ELSEWHERE
    }

    ConsultationForm correcting(int number) {
        return new ConsultationForm(
                consultedOn, consultedAt, office, officeName, channel, asked, taken, number, correctionReason);
    }
}
