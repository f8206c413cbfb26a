package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of a version as the API tells it, before the policy.
 *
 * @param revision to be named when the draft is replaced
 */
record PlanFrame(
        @Classified(FieldClass.OPERATION) String caseId,
        @Classified(FieldClass.OPERATION) int version,
        @Classified(FieldClass.OPERATION) PlanState state,
        @Classified(FieldClass.AGENCY) long revision,
        Conference conference,
        @Classified(FieldClass.SCHEDULE) LocalDate createdOn,
        @Classified(FieldClass.STAFF) String createdBy,
        @Classified(FieldClass.AGENCY) String createdByAgency,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate submittedOn,
        @Classified(FieldClass.STAFF) @Nullable String submittedBy,
        @Nullable Approval approval,
        @Classified(FieldClass.OFFICE) @Nullable String returnReason,
        @Nullable Confirmed confirmation,
        @Classified(FieldClass.OFFICE) List<VersionRecord.Line> history) {

    /** The conference it is based on. */
    record Conference(
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.AGENCY) int number,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate heldOn) {}

    record Approval(
            @Classified(FieldClass.SCHEDULE) LocalDate approvedOn,
            @Classified(FieldClass.STAFF) String approvedBy,
            @Classified(FieldClass.AGENCY) boolean deputy,
            @Classified(FieldClass.OFFICE) @Nullable String reason) {}

    record Confirmed(
            @Classified(FieldClass.OUTCOME) Confirmation.Result confirmation,
            @Classified(FieldClass.OUTCOME) Confirmation.@Nullable Method method,
            @Classified(FieldClass.SCHEDULE) LocalDate confirmedOn,
            @Classified(FieldClass.CONSENT) boolean copyGiven,
            @Classified(FieldClass.CONSENT) @Nullable String reason,
            @Classified(FieldClass.STAFF) String recordedBy) {}

    static PlanFrame of(String caseId, VersionRecord version) {
        VersionRecord.Basis basis = version.basis();
        VersionRecord.Approval approval = version.approval();
        VersionRecord.Confirmed confirmed = version.confirmed();
        return new PlanFrame(
                caseId,
                version.number(),
                version.state(),
                version.revision(),
                new Conference(basis.reference(), basis.number(), basis.heldOn()),
                version.created().on(),
                version.created().name(),
                version.team().agency().value(),
                version.submitted() == null ? null : version.submitted().on(),
                version.submitted() == null ? null : version.submitted().name(),
                approval == null
                        ? null
                        : new Approval(approval.on(), approval.name(), approval.deputy(), approval.reason()),
                version.returnReason(),
                confirmed == null
                        ? null
                        : new Confirmed(
                                confirmed.confirmation(),
                                confirmed.method(),
                                confirmed.confirmedOn(),
                                confirmed.copyGiven(),
                                confirmed.reason(),
                                confirmed.recordedBy()),
                version.history());
    }
}
