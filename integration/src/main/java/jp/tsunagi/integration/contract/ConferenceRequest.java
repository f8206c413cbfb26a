package jp.tsunagi.integration.contract;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to hold a case conference (開催要請): the first section of the case review form. The schema requires
 * guideline item, name, current situation, case overview, topics, one invitee and the consent with its tick.
 *
 * @param guidelineItem 1 or 2: which item of article 5 of the guideline applies
 * @param birthDate absent where unknown
 */
public record ConferenceRequest(
        int guidelineItem,
        String name,
        @Nullable String kana,
        @Nullable LocalDate birthDate,
        @Nullable String address,
        String currentSituation,
        String caseOverview,
        String topics,
        @Nullable String wishes,
        List<String> factors,
        List<Invitee> invitees,
        List<PreferredSlot> preferredSlots,
        @Nullable String preferredPlace,
        Consent consent,
        boolean urgent)
        implements AgencyBody {

    public ConferenceRequest {
        factors = Lists.orEmpty(factors);
        invitees = Lists.orEmpty(invitees);
        preferredSlots = Lists.orEmpty(preferredSlots);
    }

    /** An agency to invite: by its code, or by name where the directory does not know it. */
    public record Invitee(
            @Nullable String agency,
            @Nullable String agencyName,
            @Nullable String section,
            @Nullable String person,
            @Nullable String reason) {}

    /** A wish for the date; date or note is present. Times are local to Japan. */
    public record PreferredSlot(
            @Nullable LocalDate date, @Nullable LocalTime start, @Nullable LocalTime end, @Nullable String note) {}

    /** Her consent as the requesting agency recorded it. */
    public record Consent(
            boolean confirmed,
            @Nullable String method,
            @Nullable String confirmedBy,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate validUntil,
            List<String> recipients,
            @Nullable String contactAgency,
            List<Withheld> withheld,
            List<Condition> conditions,
            @Nullable List<String> purposes,
            @Nullable Boolean refusalExplained) {

        public Consent {
            recipients = Lists.orEmpty(recipients);
            withheld = Lists.orEmpty(withheld);
            conditions = Lists.orEmpty(conditions);
        }
    }

    /** Something she does not want told: left out for the recipients named, or for all where none is named. */
    public record Withheld(String item, List<String> exceptRecipients) {

        public Withheld {
            exceptRecipients = Lists.orEmpty(exceptRecipients);
        }
    }

    /** A condition of her consent, and when it was met. */
    public record Condition(String text, @Nullable LocalDate metOn) {}
}
