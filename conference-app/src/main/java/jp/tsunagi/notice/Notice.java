package jp.tsunagi.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A notice to an agency: that something happened to a conference, and by when to act. Nothing personal; whoever follows
 * it is asked by the policy again.
 *
 * @param id derived from event and agency, so that a repeat is the same notice
 * @param section whose officers see it; null for the agency
 * @param roles who of the agency sees it; everybody who works with cases where empty
 * @param passOnTo the agency that this one is asked to pass the notice on to (関係機関を通じて), null where it is for itself
 * @param recallable whether it goes when consent is withdrawn
 * @param recalled whether it was taken back before it was read
 * @param onlyFor who of the agency may know of it at all; everybody it is for otherwise where empty
 */
public record Notice(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.AGENCY) AgencyCode agency,
        @Classified(FieldClass.AGENCY) @Nullable String section,
        @Classified(FieldClass.OPERATION) Set<Role> roles,
        @Classified(FieldClass.AGENCY) @Nullable AgencyCode passOnTo,
        @Classified(FieldClass.OPERATION) String kind,
        @Classified(FieldClass.OPERATION) String caseId,
        @Classified(FieldClass.OPERATION) String conferenceId,
        @Classified(FieldClass.OPERATION) String reference,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate deadline,
        @Classified(FieldClass.OPERATION) int consentNumber,
        @Classified(FieldClass.OPERATION) Instant at,
        @Classified(FieldClass.OPERATION) boolean recallable,
        @Classified(FieldClass.OPERATION) boolean recalled,
        @Classified(FieldClass.OPERATION) boolean read,
        @Classified(FieldClass.OPERATION) @Nullable AccountId readBy,
        @Classified(FieldClass.OPERATION) @Nullable Instant readAt,
        @Classified(FieldClass.OPERATION) Set<AccountId> onlyFor)
        implements Stored {

    /** How the kinds of notices begin that are about the plan of the case. */
    private static final String OF_A_PLAN = "plan-";
    /** And those about one of its measures. */
    private static final String OF_A_MEASURE = "plan-measure-";

    /** The same for those about a contact memo. */
    private static final String OF_A_MEMO = "memo";

    /** How those begin that are about a period which the agency keeps. */
    private static final String OF_A_DEADLINE = "deadline-";

    /** The same for those about a complaint. */
    private static final String OF_A_COMPLAINT = "complaint-";

    /** The same for what a court asked. */
    private static final String OF_A_COURT = "court-";

    /** And about a disclosure without her consent. */
    private static final String OF_A_DISCLOSURE = "disclosure-";

    /** And about how long the case is kept. */
    private static final String OF_RETENTION = "retention-";

    /** And those about handing the case over. */
    private static final String OF_A_HAND_OVER = "hand-over-";

    /** Those to the agency that it is offered to: it knows the offer by its own id, and no case. */
    private static final String OF_AN_OFFER = "offered-hand-over";

    /** How those begin that give a section parts of an intake sheet; their {@code conferenceId} is the sheet's own id. */
    private static final String OF_AN_INTAKE_SHEET = "intake-";

    /** That papers are asked back, to the agency that holds them; the {@code conferenceId} is the request's own id. */
    private static final String PAPERS_ASKED = "papers-back-asked";

    /** And what became of them, to whoever asked. */
    private static final String PAPERS_ANSWERED = "papers-back-answered";

    public Notice {
        roles = Set.copyOf(roles);
        onlyFor = Set.copyOf(onlyFor);
    }

    /**
     * What a notice is about.
     *
     * @param consentNumber of her consent as it is when the notice is written, 0 where there is none
     */
    public record About(String caseId, String conferenceId, String reference, int consentNumber) {}

    /** A new one, without a day by which to act, that goes whatever becomes of her consent. */
    public static Notice to(Recipient recipient, String id, String kind, About about, Instant at) {
        return new Notice(
                id,
                0,
                recipient.agency(),
                recipient.section(),
                recipient.roles(),
                recipient.passOnTo(),
                kind,
                about.caseId(),
                about.conferenceId(),
                about.reference(),
                null,
                about.consentNumber(),
                at,
                false,
                false,
                false,
                null,
                null,
                recipient.onlyFor());
    }

    /** The same with the day by which to act. */
    public Notice due(@Nullable LocalDate day) {
        return with(version, day, recallable, recalled, read, readBy, readAt);
    }

    /** The same, saying whether it goes when consent is withdrawn. */
    public Notice recallable(boolean byConsent) {
        return with(version, deadline, byConsent, recalled, read, readBy, readAt);
    }

    @Override
    public String keyOwner() {
        return CaseKeys.HUB;
    }

    /** The agency that it concerns: the one it is for, or the one it is to be passed on to. */
    public AgencyCode subject() {
        return passOnTo == null ? agency : passOnTo;
    }

    /** Where to look, relative to the hub. */
    public String path() {
        if (kind.startsWith(OF_AN_OFFER)) {
            return "/api/v1/hand-overs/" + conferenceId;
        }
        if (kind.startsWith(OF_A_HAND_OVER)) {
            return "/api/v1/cases/" + caseId + "/hand-overs";
        }
        if (isAboutIntakeSheet()) {
            return "/api/v1/intake-sheets/" + conferenceId;
        }
        if (kind.equals(PAPERS_ASKED)) {
            return "/api/v1/recoveries/" + conferenceId;
        }
        if (kind.equals(PAPERS_ANSWERED)) {
            return "/api/v1/conferences/" + conferenceId + "/recoveries";
        }
        if (isAboutDeadline()) {
            return "/api/v1/cases/" + caseId + "/deadlines";
        }
        if (isAboutComplaint()) {
            return "/api/v1/cases/" + caseId + "/complaints";
        }
        if (isAboutCourt()) {
            return "/api/v1/cases/" + caseId + "/court-statements";
        }
        if (isAboutDisclosure()) {
            return "/api/v1/cases/" + caseId + "/disclosures";
        }
        if (kind.startsWith(OF_RETENTION)) {
            return "/api/v1/cases/" + caseId + "/retention";
        }
        return isAboutPlan()
                ? "/api/v1/cases/" + caseId + "/plans"
                : "/api/v1/conferences/" + conferenceId + (isAboutMemo() ? "/memos" : "");
    }

    /** The page on which to go on. */
    String page() {
        if (isAboutIntakeSheet()) {
            return "/intake/" + conferenceId;
        }
        if (kind.equals(PAPERS_ASKED)) {
            return "/recoveries/" + conferenceId;
        }
        return kind.startsWith(OF_AN_OFFER) ? "/handovers/" + conferenceId : "/c/" + conferenceId + tab();
    }

    private boolean isAboutPlan() {
        return kind.startsWith(OF_A_PLAN);
    }

    boolean isAboutMemo() {
        return kind.startsWith(OF_A_MEMO);
    }

    /** Where on the conference it is, as its path goes on; empty for the overview. */
    private String tab() {
        if (kind.startsWith(OF_A_MEASURE)) {
            return "/plan/progress";
        }
        if (kind.equals(PAPERS_ANSWERED)) {
            return "/recovery";
        }
        if (isAboutDeadline()) {
            return "/deadlines";
        }
        if (isAboutComplaint()) {
            return "/complaints";
        }
        if (isAboutCourt()) {
            return "/consultations";
        }
        if (isAboutDisclosure()) {
            return "/disclosures";
        }
        if (kind.startsWith(OF_A_HAND_OVER)) {
            return "/handovers";
        }
        if (kind.startsWith(OF_RETENTION)) {
            return "/retention";
        }
        return isAboutPlan() ? "/plan" : isAboutMemo() ? "/memos" : "";
    }

    private boolean isAboutDeadline() {
        return kind.startsWith(OF_A_DEADLINE);
    }

    /** Whether it tells an agency that something is disclosed to it without her consent. */
    public boolean opensDisclosure() {
        return kind.equals("disclosure-opened");
    }

    private boolean isAboutDisclosure() {
        return kind.startsWith(OF_A_DISCLOSURE);
    }

    private boolean isAboutIntakeSheet() {
        return kind.startsWith(OF_AN_INTAKE_SHEET);
    }

    private boolean isAboutComplaint() {
        return kind.startsWith(OF_A_COMPLAINT);
    }

    private boolean isAboutCourt() {
        return kind.startsWith(OF_A_COURT);
    }

    boolean isFor(Officer officer) {
        boolean role = roles.isEmpty()
                ? officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF) || officer.is(Role.PARTICIPANT)
                : roles.stream().anyMatch(officer::is);
        boolean named = onlyFor.isEmpty() || onlyFor.contains(officer.id());
        return role && named && officer.worksFor(agency) && (section == null || section.equals(officer.section()));
    }

    Notice readBy(AccountId account, Instant now) {
        return with(version + 1, deadline, recallable, recalled, true, account, now);
    }

    Notice takenBack() {
        return with(version + 1, deadline, recallable, true, read, readBy, readAt);
    }

    private Notice with(
            long number,
            @Nullable LocalDate day,
            boolean byConsent,
            boolean gone,
            boolean seen,
            @Nullable AccountId by,
            @Nullable Instant when) {
        return new Notice(
                id,
                number,
                agency,
                section,
                roles,
                passOnTo,
                kind,
                caseId,
                conferenceId,
                reference,
                day,
                consentNumber,
                at,
                byConsent,
                gone,
                seen,
                by,
                when,
                onlyFor);
    }
}
