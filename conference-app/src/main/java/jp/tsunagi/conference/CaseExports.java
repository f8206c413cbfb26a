package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.EraDates;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Service;

/**
 * Lists that officers take out as tables. What is kept, as long as the office has set, is by what a list was found; its owner alone can have it
 * again, with the rows that the policy lets the owner see at that moment. Each file is entered into the audit before it
 * leaves.
 */
@Service
class CaseExports {

    private static final int MOST_LISTED = 200;
    private static final int MOST_CLEARED = 500;

    private final SealedCollection<ExportRecord> records;
    private final CaseLists lists;
    private final CaseTable table;
    private final KeptFor keptFor;
    private final Acts acts;

    CaseExports(MongoDatabase database, CaseKeys keys, CaseLists lists, CaseTable table, KeptFor keptFor, Acts acts) {
        this.records = SealedCollection.of(ExportRecord.class, "exports", database, keys)
                .index("account", "at")
                .index("at");
        this.lists = lists;
        this.table = table;
        this.keptFor = keptFor;
        this.acts = acts;
    }

    /** Notes that the officer takes this list out; a repeat of the same command notes it once. */
    ExportRecord prepare(CaseCriteria wanted, CaseOrder order, boolean notice, Command command) {
        String id = Ids.derived("export", command.id());
        String era = EraDates.formatShort(command.today());
        ExportRecord export = new ExportRecord(
                id,
                0,
                command.officer().id(),
                wanted.kept(),
                order.text(),
                notice,
                era.substring(0, era.indexOf('.')) + "_anken_"
                        + DateTimeFormatter.BASIC_ISO_DATE.format(command.today()) + ".csv",
                command.at());
        return acts.perform(command, "list.export", null, id, () -> {
            clear(command.at());
            return records.find(id).orElseGet(() -> {
                records.insert(export);
                return export;
            });
        });
    }

    /** What the officer took out and is still kept, the newest first. */
    List<ExportRecord> of(Command command) {
        return records.list(
                and(
                        eq("account", command.officer().id().value()),
                        gt("at", Date.from(command.at().minus(keptFor.exports())))),
                Sorts.descending("at", "_id"),
                0,
                MOST_LISTED);
    }

    /** How long one can be had again. */
    Duration kept() {
        return keptFor.exports();
    }

    /** A file to hand out. */
    record File(String name, byte[] content) {}

    /**
     * The list as the officer may see it now.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} for anybody but its owner, and after its time
     */
    File file(String id, Command command) {
        ExportRecord export = records.find(id)
                .filter(found -> found.account().equals(command.officer().id()))
                .filter(found -> found.at().plus(keptFor.exports()).isAfter(command.at()))
                .orElseThrow(Refusal::notFound);
        return acts.perform(command, "list.download", null, id, () -> {
            List<Listed> rows =
                    lists.find(CaseCriteria.of(export.criteria()), CaseOrder.parse(export.order()), command);
            return new File(
                    export.fileName(), table.of(rows, lists.officersOf(rows), export.notice(), command.officer()));
        });
    }

    /**
     * Whoever never comes back leaves nothing behind either.
     *
     * @return how many were deleted
     */
    int clear(Instant now) {
        List<ExportRecord> old = records.list(
                lte("at", Date.from(now.minus(keptFor.exports()))), Sorts.ascending("at"), 0, MOST_CLEARED);
        old.forEach(one -> records.delete(one.id()));
        return old.size();
    }
}
