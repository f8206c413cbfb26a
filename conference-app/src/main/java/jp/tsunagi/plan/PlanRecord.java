package jp.tsunagi.plan;

import java.util.List;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a case as it is stored: all versions, the oldest first, and what follows the confirmed one.
 *
 * @param followed nothing in a document that was written before it was kept
 */
record PlanRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        List<VersionRecord> versions,
        @Nullable Followed followed,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    @Override
    public String keyOwner() {
        return caseId.value();
    }

    /** Not the case's own id: outboxes are known by the ids of their aggregates. */
    static String idOf(CaseId caseId) {
        return Ids.derived("plan", caseId.value());
    }
}
