package jp.tsunagi.conference;

import java.time.Instant;
import java.util.List;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;

/** The information sheet of one agency for one meeting: raw material, kept 30 days after the report (domain.md E5). */
record SheetRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) ConferenceId conferenceId,
        @Classified(FieldClass.AGENCY) AgencyCode agency,
        @Classified(FieldClass.AGENCY_OPINION) String facts,
        @Classified(FieldClass.AGENCY_OPINION) String proposedSupport,
        @Classified(FieldClass.OPERATION) AccountId sentBy,
        @Classified(FieldClass.OPERATION) Instant sentAt,
        @Classified(FieldClass.AGENCY_OPINION) List<Former> former,
        List<SeenCommand> seen)
        implements Stored {

    SheetRecord {
        former = List.copyOf(former);
    }

    /** What the sheet said before it was sent again. */
    record Former(
            @Classified(FieldClass.AGENCY_OPINION) String facts,
            @Classified(FieldClass.AGENCY_OPINION) String proposedSupport,
            @Classified(FieldClass.AGENCY_OPINION) Instant sentAt) {}

    @Override
    public String keyOwner() {
        return caseId.value();
    }
}
