package jp.tsunagi.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * One version of a plan as it is stored. Its content is frozen once it is submitted.
 *
 * @param number from 1
 * @param revision the write of the whole plan that changed this version last; a draft is replaced only by naming it
 * @param team whose officers opened it; they are told of the director's answer
 * @param lastWriter who wrote the content as it stands
 * @param returnReason why the director gave it back, null where that did not happen or it was submitted again
 * @param former what stood there before another text took its place, the oldest first
 */
record VersionRecord(
        @Classified(FieldClass.OPERATION) int number,
        @Classified(FieldClass.OPERATION) PlanState state,
        @Classified(FieldClass.OPERATION) long revision,
        @Classified(FieldClass.OPERATION) String openedBy,
        TeamSection team,
        Signature created,
        Basis basis,
        PlanContent content,
        @Classified(FieldClass.OPERATION) AccountId lastWriter,
        @Nullable Signature submitted,
        @Nullable Approval approval,
        @Classified(FieldClass.OFFICE) @Nullable String returnReason,
        @Nullable Confirmed confirmed,
        List<Former> former,
        List<Line> history) {

    VersionRecord {
        former = List.copyOf(former);
        history = List.copyOf(history);
    }

    /** The conference it follows. */
    record Basis(
            @Classified(FieldClass.OPERATION) String conferenceId,
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.OPERATION) int number,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate heldOn) {}

    /** Who did it, and when. */
    record Signature(
            @Classified(FieldClass.OPERATION) AccountId account,
            @Classified(FieldClass.STAFF) String name,
            @Classified(FieldClass.SCHEDULE) LocalDate on) {}

    /**
     * The director's approval.
     *
     * @param deputy whether the deputy approved in the deputy's period (代決)
     * @param consentNumber the entry of the ledger at that time
     * @param sharedWith the agencies that her consent covered then
     */
    record Approval(
            @Classified(FieldClass.OPERATION) AccountId account,
            @Classified(FieldClass.STAFF) String name,
            @Classified(FieldClass.OPERATION) boolean deputy,
            @Classified(FieldClass.SCHEDULE) LocalDate on,
            @Classified(FieldClass.OFFICE) @Nullable String reason,
            @Classified(FieldClass.OPERATION) int consentNumber,
            @Classified(FieldClass.AGENCY) Set<AgencyCode> sharedWith) {

        Approval {
            sharedWith = Set.copyOf(sharedWith);
        }
    }

    /** What she said to it; see {@link Confirmation}. */
    record Confirmed(
            @Classified(FieldClass.OUTCOME) Confirmation.Result confirmation,
            @Classified(FieldClass.OUTCOME) Confirmation.@Nullable Method method,
            @Classified(FieldClass.SCHEDULE) LocalDate confirmedOn,
            @Classified(FieldClass.CONSENT) boolean copyGiven,
            @Classified(FieldClass.CONSENT) @Nullable String reason,
            @Classified(FieldClass.OPERATION) AccountId account,
            @Classified(FieldClass.STAFF) String recordedBy) {}

    record Former(
            PlanContent content,
            @Classified(FieldClass.OPERATION) AccountId writer,
            @Classified(FieldClass.OPERATION) Instant replacedAt) {}

    record Line(
            @Classified(FieldClass.OFFICE) String step,
            @Classified(FieldClass.OFFICE) PlanState reached,
            @Classified(FieldClass.OFFICE) Instant at,
            @Classified(FieldClass.OFFICE) @Nullable String reason) {}

    VersionRecord replaced(PlanContent next, Basis nextBasis, AccountId writer, List<Former> kept) {
        return new VersionRecord(
                number,
                state,
                revision,
                openedBy,
                team,
                created,
                nextBasis,
                next,
                writer,
                submitted,
                approval,
                returnReason,
                confirmed,
                kept,
                history);
    }

    VersionRecord submitted(Signature by) {
        return in(PlanState.SUBMITTED, by, null, null, null);
    }

    VersionRecord approved(Approval by) {
        return in(PlanState.APPROVED, submitted, by, null, null);
    }

    VersionRecord returned(String reason) {
        return in(PlanState.DRAFT, submitted, null, reason, null);
    }

    VersionRecord confirmed(Confirmed by) {
        return in(PlanState.CONFIRMED, submitted, approval, null, by);
    }

    VersionRecord superseded() {
        return in(PlanState.SUPERSEDED, submitted, approval, null, confirmed);
    }

    private VersionRecord in(
            PlanState next,
            @Nullable Signature newSubmitted,
            @Nullable Approval newApproval,
            @Nullable String newReturnReason,
            @Nullable Confirmed newConfirmed) {
        return new VersionRecord(
                number,
                next,
                revision,
                openedBy,
                team,
                created,
                basis,
                content,
                lastWriter,
                newSubmitted,
                newApproval,
                newReturnReason,
                newConfirmed,
                former,
                history);
    }

    /** Written by this write of the plan. */
    VersionRecord touched(long write, Line line) {
        List<Line> longer = new ArrayList<>(history);
        longer.add(line);
        return new VersionRecord(
                number,
                state,
                write,
                openedBy,
                team,
                created,
                basis,
                content,
                lastWriter,
                submitted,
                approval,
                returnReason,
                confirmed,
                former,
                longer);
    }
}
