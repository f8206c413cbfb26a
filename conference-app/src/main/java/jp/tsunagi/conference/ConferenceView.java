package jp.tsunagi.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.casefile.NameAtMeeting;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * A conference as the API tells it, before the policy: every component has its class, and only what the viewer may see
 * leaves. The names are the contract's.
 *
 * @param returnReason until it is submitted again, as {@code returnFields}; the reply from then on
 * @param withoutConsent for those alone to whom it is disclosed without her consent
 * @param consentCovers that her consent is in force today: the one line of it that participants may know
 */
record ConferenceView(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) String reference,
        @Classified(FieldClass.OPERATION) String caseId,
        @Classified(FieldClass.AGENCY) int number,
        @Classified(FieldClass.OPERATION) String state,
        @Classified(FieldClass.OPERATION) @Nullable DisclosedView withoutConsent,
        @Classified(FieldClass.AGENCY) long version,
        @Classified(FieldClass.AGENCY) String requestingAgency,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate submittedOn,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate due,
        @Classified(FieldClass.AGENCY) boolean urgent,
        @Classified(FieldClass.AGENCY) Request.LegalBasis legalBasis,
        @Classified(FieldClass.AGENCY) boolean retrospective,
        @Classified(FieldClass.AGENDA) @Nullable Integer guidelineItem,
        @Classified(FieldClass.IDENTITY) @Nullable String name,
        @Classified(FieldClass.IDENTITY) @Nullable String kana,
        @Classified(FieldClass.IDENTITY) @Nullable String formerName,
        @Classified(FieldClass.IDENTITY) @Nullable String commonName,
        @Classified(FieldClass.IDENTITY) @Nullable String callName,
        @Classified(FieldClass.IDENTITY) @Nullable NameAtMeeting nameAtMeeting,
        @Classified(FieldClass.IDENTITY) @Nullable LocalDate birthDate,
        @Classified(FieldClass.IDENTITY) @Nullable Integer age,
        @Classified(FieldClass.IDENTITY) @Nullable Integer approximateAge,
        @Classified(FieldClass.LOCATION) @Nullable String address,
        @Classified(FieldClass.LOCATION) Request.@Nullable AddressHandling addressHandling,
        @Classified(FieldClass.CONTACT) @Nullable String phone,
        @Classified(FieldClass.CONTACT) @Nullable String safeContact,
        @Classified(FieldClass.SENSITIVE) List<String> needs,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String currentSituation,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String caseOverview,
        @Classified(value = FieldClass.AGENDA, freeText = true) @Nullable String topics,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String wishes,
        @Classified(FieldClass.SENSITIVE) List<Request.Factor> factors,
        @Classified(FieldClass.PARTICIPANTS) List<Request.Invitee> invitees,
        @Classified(FieldClass.AGENDA) List<Request.PreferredSlot> preferredSlots,
        @Classified(FieldClass.MEETING_PLACE) @Nullable String preferredPlace,
        @Classified(FieldClass.CONSENT) @Nullable ConsentView consent,
        @Classified(FieldClass.AGENCY) boolean consentCovers,
        @Classified(FieldClass.STAFF) @Nullable String contactPerson,
        @Classified(FieldClass.STAFF) @Nullable String contactPhone,
        @Classified(FieldClass.OFFICE) @Nullable String onBehalfOf,
        @Classified(FieldClass.OFFICE) @Nullable String source,
        @Classified(FieldClass.CENTER_ONLY) boolean similarExists,
        @Classified(FieldClass.OFFICE) @Nullable String officer,
        @Classified(FieldClass.OFFICE) @Nullable String returnReason,
        @Classified(FieldClass.OFFICE) List<Returned.FieldReason> returnFields,
        @Classified(FieldClass.OFFICE) @Nullable String returnReply,
        @Classified(FieldClass.OFFICE) boolean referred,
        @Nullable DecisionView decision,
        @Nullable ConveningView convening,
        @Classified(FieldClass.PARTICIPANTS) List<ParticipantView> participants,
        @Classified(FieldClass.OTHER_PARTY) List<DeclaredRelation> declaredRelations,
        @Nullable HoldingView holding,
        @Nullable OutcomeReport outcome,
        @Classified(FieldClass.OFFICE) @Nullable String endReason,
        @Classified(FieldClass.OFFICE) @Nullable String personInformed,
        @Classified(FieldClass.OFFICE) Closing.@Nullable Kept closing,
        @Classified(FieldClass.OFFICE) List<HistoryLine> history) {

    /** What participants are shown instead of why a meeting is not for them any more (開催見合わせ). */
    static final String CALLED_OFF = "CALLED_OFF";

    /** What a conference that is disclosed without her consent is told as to whom it is disclosed. */
    static final String DISCLOSED = "DISCLOSED";

    /** That it is not her consent that lets the viewer read this, by which rule it does, and until when. */
    record DisclosedView(
            @Classified(FieldClass.OPERATION) List<String> bases, @Classified(FieldClass.OPERATION) Instant until) {}

    /** The consent that counts, for those who may read it. */
    record ConsentView(
            @Classified(FieldClass.CONSENT) int number,
            @Classified(FieldClass.CONSENT) String status,
            @Classified(FieldClass.CONSENT) boolean confirmed,
            @Classified(FieldClass.CONSENT) @Nullable ConsentMethod method,
            @Classified(FieldClass.CONSENT) @Nullable String confirmedBy,
            @Classified(FieldClass.CONSENT) @Nullable LocalDate confirmedOn,
            @Classified(FieldClass.CONSENT) @Nullable LocalDate validUntil,
            @Classified(FieldClass.CONSENT) List<String> recipients,
            @Classified(FieldClass.CONSENT) String contactAgency,
            @Classified(FieldClass.CONSENT) List<Consent.Withheld> withheld,
            @Classified(FieldClass.CONSENT) List<Consent.Condition> conditions,
            @Classified(FieldClass.CONSENT) List<Consent.LocationPermission> locationRecipients,
            @Classified(FieldClass.CONSENT) List<Consent.Purpose> purposes,
            @Classified(FieldClass.CONSENT) @Nullable Boolean refusalExplained) {}

    record DecisionView(
            @Classified(FieldClass.AGENCY) Decision.Verdict decision,
            @Classified(FieldClass.OFFICE) @Nullable String reason,
            @Classified(FieldClass.STAFF) String decidedBy,
            @Classified(FieldClass.AGENCY) boolean deputy,
            @Classified(FieldClass.AGENCY) Instant decidedAt) {}

    record ConveningView(
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime start,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime end,
            @Classified(FieldClass.MEETING_PLACE) @Nullable String place,
            @Classified(FieldClass.SCHEDULE) boolean online,
            @Classified(FieldClass.AGENCY) @Nullable String moderator,
            @Classified(FieldClass.AGENCY) @Nullable String recorder,
            @Classified(FieldClass.PARTICIPANTS) List<Convening.Companion> companions) {}

    record HoldingView(
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime start,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime end,
            @Classified(FieldClass.MEETING_PLACE) @Nullable String place,
            @Classified(FieldClass.OUTCOME) List<Attendance> attendance,
            @Classified(FieldClass.MINUTES) @Nullable MeetingNotes notes) {}

    record ParticipantView(
            @Classified(FieldClass.PARTICIPANTS) String agency,
            @Classified(FieldClass.PARTICIPANTS) @Nullable String via,
            @Classified(FieldClass.PARTICIPANTS) @Nullable String reply,
            @Classified(FieldClass.PARTICIPANTS) @Nullable String attendee,
            @Classified(FieldClass.PARTICIPANTS) boolean sheetSent) {}

    /** What attendees declared, and whether the Center's block list matched; the Center's alone. */
    record DeclaredRelation(
            @Classified(FieldClass.OTHER_PARTY) String agency,
            @Classified(FieldClass.OTHER_PARTY) @Nullable String relationToOtherParty,
            @Classified(FieldClass.OTHER_PARTY) boolean blocked,
            @Classified(FieldClass.OTHER_PARTY) boolean cleared) {}

    record HistoryLine(
            @Classified(FieldClass.OFFICE) Step step,
            @Classified(FieldClass.OFFICE) ConferenceState reached,
            @Classified(FieldClass.OFFICE) Instant at,
            @Classified(FieldClass.OFFICE) @Nullable String reason) {}
}
