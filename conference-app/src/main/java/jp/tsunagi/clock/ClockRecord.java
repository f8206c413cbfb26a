package jp.tsunagi.clock;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a case as it is stored. That there is one tells nothing, since every case with a consent has one; what is in
 * it tells that a court or an office protects her, and is sealed as harm by crime is.
 *
 * @param team whose case it is
 * @param lead who makes the plan with her and is reminded; the same before there is a plan
 * @param remindOn when somebody is to be reminded next, of whatever it is; null where of nothing
 */
record ClockRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        TeamSection team,
        TeamSection lead,
        @Classified(FieldClass.SENSITIVE) List<Entry> entries,
        @Classified(FieldClass.SENSITIVE) List<Followed> followed,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate remindOn,
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
        return Ids.derived("clock", caseId.value());
    }
}
