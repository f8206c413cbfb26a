package jp.tsunagi.conference;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.casefile.NameAtMeeting;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * The request section of the case review form (要請時記入項目, domain.md E1), as typed; a draft may lack anything. Frozen when
 * it is submitted.
 *
 * @param guidelineItem 1 or 2: item of article 5 of the guideline
 * @param formerName an earlier name or surname (旧氏)
 * @param commonName a name she is known by besides (通称)
 * @param nameAtMeeting which of her names is used there; null for {@code callName}, or her own where she has none
 * @param factors of the ten target factors; for statistics, not printed
 * @param addressHandling whether the requesting agency wishes the address withheld (the default), shown or left out
 * @param legalBasis of the conference; the women's support act where absent
 * @param retrospective an emergency meeting that was already held; {@code held} tells when
 */
public record Request(
        @Classified(FieldClass.AGENDA) @Nullable Integer guidelineItem,
        @Classified(FieldClass.IDENTITY) @Nullable String name,
        @Classified(FieldClass.IDENTITY) @Nullable String kana,
        @Classified(FieldClass.IDENTITY) @Nullable String formerName,
        @Classified(FieldClass.IDENTITY) @Nullable String commonName,
        @Classified(FieldClass.IDENTITY) @Nullable String callName,
        @Classified(FieldClass.IDENTITY) @Nullable NameAtMeeting nameAtMeeting,
        @Classified(FieldClass.IDENTITY) @Nullable LocalDate birthDate,
        @Classified(FieldClass.IDENTITY) @Nullable Integer approximateAge,
        @Classified(FieldClass.LOCATION) @Nullable String address,
        @Classified(FieldClass.LOCATION) @Nullable AddressHandling addressHandling,
        @Classified(FieldClass.CONTACT) @Nullable String phone,
        @Classified(FieldClass.CONTACT) @Nullable String safeContact,
        @Classified(FieldClass.SENSITIVE) List<String> needs,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String currentSituation,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String caseOverview,
        @Classified(value = FieldClass.AGENDA, freeText = true) @Nullable String topics,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String wishes,
        @Classified(FieldClass.SENSITIVE) List<Factor> factors,
        @Classified(FieldClass.PARTICIPANTS) List<Invitee> invitees,
        @Classified(FieldClass.AGENDA) List<PreferredSlot> preferredSlots,
        @Classified(FieldClass.MEETING_PLACE) @Nullable String preferredPlace,
        @Classified(FieldClass.CONSENT) @Nullable RequestedConsent consent,
        @Classified(FieldClass.OPERATION) @Nullable Boolean urgent,
        @Classified(FieldClass.OPERATION) @Nullable LegalBasis legalBasis,
        @Classified(FieldClass.STAFF) @Nullable String contactPerson,
        @Classified(FieldClass.STAFF) @Nullable String contactPhone,
        @Classified(FieldClass.OFFICE) @Nullable String onBehalfOf,
        @Classified(FieldClass.OFFICE) @Nullable String source,
        @Classified(FieldClass.OPERATION) @Nullable Boolean retrospective,
        @Classified(FieldClass.OUTCOME) @Nullable Holding held) {

    public Request {
        needs = Lists.given(needs);
        factors = Lists.given(factors);
        invitees = Lists.given(invitees);
        preferredSlots = Lists.given(preferredSlots);
    }

    /** The ten target factors (対象ケース) of the outline. */
    public enum Factor {
        FAMILY_RELATIONS,
        HEALTH_DISABILITY_AGE,
        DV_ABUSE,
        STALKING,
        SEXUAL_VIOLENCE,
        ECONOMIC,
        NOWHERE_TO_RETURN,
        NO_PLACE,
        ISOLATION,
        OTHER
    }

    /** What the requesting agency wishes done with the address. Sharing it needs her positive permission besides. */
    public enum AddressHandling {
        WITHHOLD,
        SHOW_PARTICIPANTS,
        NOT_ENTERED
    }

    /** The law a conference rests on (domain.md E10). */
    public enum LegalBasis {
        /** 女性支援法 15条. */
        WOMENS_SUPPORT_ACT_15,
        /** DV Act council, for men too. */
        DV_ACT_COUNCIL,
        /** 児童福祉法 25条の2. */
        CHILD_WELFARE_ACT_25_2
    }

    /**
     * One line of 参集範囲: an agency of the directory by {@code agency}, or any other by {@code agencyName}, which the
     * Center resolves when it convenes.
     */
    public record Invitee(
            @Classified(FieldClass.PARTICIPANTS) @Nullable String agency,
            @Classified(FieldClass.PARTICIPANTS) @Nullable String agencyName,
            @Classified(FieldClass.PARTICIPANTS) @Nullable String section,
            @Classified(FieldClass.PARTICIPANTS) @Nullable String person,
            @Classified(value = FieldClass.PARTICIPANTS, freeText = true) @Nullable String reason) {}

    /** A wish for the meeting: a date in the future with times, or a note such as "as soon as possible". */
    public record PreferredSlot(
            @Classified(FieldClass.AGENDA) @Nullable LocalDate date,
            @Classified(FieldClass.AGENDA) @Nullable LocalTime start,
            @Classified(FieldClass.AGENDA) @Nullable LocalTime end,
            @Classified(value = FieldClass.AGENDA, freeText = true) @Nullable String note) {}

    /**
     * Her consent as the requesting agency heard it; {@code confirmed} is the tick on the form.
     *
     * @param purposes null where nobody told them: then it covers what {@link Consent#WITHOUT_PURPOSES} says
     * @param refusalExplained null where nobody recorded it
     */
    public record RequestedConsent(
            @Classified(FieldClass.CONSENT) @Nullable Boolean confirmed,
            @Classified(FieldClass.CONSENT) @Nullable ConsentMethod method,
            @Classified(FieldClass.CONSENT) @Nullable String confirmedBy,
            @Classified(FieldClass.CONSENT) @Nullable LocalDate confirmedOn,
            @Classified(FieldClass.CONSENT) @Nullable LocalDate validUntil,
            @Classified(FieldClass.CONSENT) List<String> recipients,
            @Classified(FieldClass.CONSENT) @Nullable String contactAgency,
            @Classified(FieldClass.CONSENT) List<Consent.Withheld> withheld,
            @Classified(FieldClass.CONSENT) List<Consent.Condition> conditions,
            @Classified(FieldClass.CONSENT) List<Consent.LocationPermission> locationRecipients,
            @Classified(FieldClass.CONSENT) @Nullable List<Consent.Purpose> purposes,
            @Classified(FieldClass.CONSENT) @Nullable Boolean refusalExplained) {

        public RequestedConsent {
            purposes = purposes == null ? null : Lists.given(purposes);
            recipients = Lists.given(recipients);
            withheld = Lists.given(withheld);
            conditions = Lists.given(conditions);
            locationRecipients = Lists.given(locationRecipients);
        }
    }

    public boolean isUrgent() {
        return Boolean.TRUE.equals(urgent);
    }

    public boolean isRetrospective() {
        return Boolean.TRUE.equals(retrospective);
    }

    boolean tellsAtLength() {
        return currentSituation != null || caseOverview != null || wishes != null;
    }

    /** The same without what is told at length. */
    Request withoutNarratives() {
        return new Request(
                guidelineItem,
                name,
                kana,
                formerName,
                commonName,
                callName,
                nameAtMeeting,
                birthDate,
                approximateAge,
                address,
                addressHandling,
                phone,
                safeContact,
                needs,
                null,
                null,
                topics,
                null,
                factors,
                invitees,
                preferredSlots,
                preferredPlace,
                consent,
                urgent,
                legalBasis,
                contactPerson,
                contactPhone,
                onBehalfOf,
                source,
                retrospective,
                held);
    }
}
