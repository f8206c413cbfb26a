package jp.tsunagi.childcouncil;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.childcouncil.NotificationRecord.By;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * That a conference is held together with the council, what the council brings to its agenda, and the council's own record.
 * The record of the conference has nothing of it.
 *
 * @param items all that was written of them, the newest last
 * @param entries of the council's record; added, never changed
 */
record JointRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) String conferenceId,
        @Classified(FieldClass.AGENCY) AgencyCode council,
        @Classified(FieldClass.AGENDA) List<Item> items,
        @Classified(FieldClass.COUNCIL) List<Entry> entries,
        List<SeenCommand> seen)
        implements Stored {

    private static final int MOST = 100;

    JointRecord {
        items = List.copyOf(items);
        entries = List.copyOf(entries);
        seen = List.copyOf(seen);
    }

    record Item(String text, By by) {}

    record Entry(String text, By by) {}

    static String idOf(String conferenceId) {
        return Ids.derived("joint-conference", conferenceId);
    }

    static JointRecord of(CaseId caseId, String conferenceId, AgencyCode council, String items, Command command) {
        return new JointRecord(
                idOf(conferenceId),
                0,
                caseId,
                conferenceId,
                council,
                List.of(new Item(items, By.of(command))),
                List.of(),
                SeenCommand.with(List.of(), command));
    }

    @Override
    public String keyOwner() {
        return caseId.value();
    }

    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    String newestItems() {
        return items.get(items.size() - 1).text();
    }

    /** @param base which writing of the items it was made from, counted from 1; null to write over whatever is there */
    JointRecord with(AgencyCode now, String text, @Nullable String base, Command command) {
        if (base != null && !base.equals(String.valueOf(items.size()))) {
            throw Refusal.conflict("version.stale");
        }
        return new JointRecord(
                id,
                version + 1,
                caseId,
                conferenceId,
                now,
                plus(items, new Item(text, By.of(command))),
                entries,
                SeenCommand.with(seen, command));
    }

    JointRecord recorded(String text, Command command) {
        return new JointRecord(
                id,
                version + 1,
                caseId,
                conferenceId,
                council,
                items,
                plus(entries, new Entry(text, By.of(command))),
                SeenCommand.with(seen, command));
    }

    private static <T> List<T> plus(List<T> some, T one) {
        if (some.size() >= MOST) {
            throw Refusal.conflict("joint.too-many");
        }
        List<T> longer = new ArrayList<>(some);
        longer.add(one);
        return longer;
    }
}
