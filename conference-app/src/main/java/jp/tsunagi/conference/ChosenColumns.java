package jp.tsunagi.conference;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.account.Officer;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Repository;

/** Which columns each officer wants to see in lists: kept here, so that another PC shows the same. */
@Repository
class ChosenColumns {

    private static final List<CaseColumn> USUAL = List.of(CaseColumn.AGENCY, CaseColumn.RECEIVED, CaseColumn.MEETING);

    private final SealedCollection<Choice> choices;

    ChosenColumns(MongoDatabase database, CaseKeys keys) {
        this.choices = SealedCollection.of(Choice.class, "listColumns", database, keys);
    }

    /** @param id the officer's account */
    record Choice(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.OPERATION) List<CaseColumn> columns)
            implements Stored {

        Choice {
            columns = List.copyOf(columns);
        }

        @Override
        public String keyOwner() {
            return CaseKeys.HUB;
        }
    }

    List<CaseColumn> of(Officer officer) {
        return choices.find(officer.id().value()).map(Choice::columns).orElse(USUAL);
    }

    /** @throws jp.tsunagi.shared.Refused {@code list.too-many-columns} */
    void choose(Officer officer, List<CaseColumn> columns) {
        List<CaseColumn> wanted = columns.stream().distinct().sorted().toList();
        if (wanted.size() > CaseColumn.MOST) {
            throw Refusal.invalid("list.too-many-columns", FieldProblem.of("columns", "too-many", CaseColumn.MOST));
        }
        String id = officer.id().value();
        Optional<Choice> before = choices.find(id);
        try {
            if (before.isPresent()) {
                choices.replace(new Choice(id, before.get().version() + 1, wanted));
            } else {
                choices.insert(new Choice(id, 0, wanted));
            }
        } catch (SealedCollection.Stale | SealedCollection.AlreadyThere e) {
            // The same officer chose in another window in this very moment: that one came later.
            return;
        }
    }
}
