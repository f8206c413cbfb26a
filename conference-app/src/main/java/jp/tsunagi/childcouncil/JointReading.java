package jp.tsunagi.childcouncil;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.childcouncil.JointDesk.Sight;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What officers read of a joint meeting, by the policy; entered into the audit before it leaves. */
@Service
class JointReading {

    private final JointDesk desk;
    private final ConferencesOfCase conferences;
    private final Acts acts;

    JointReading(JointDesk desk, ConferencesOfCase conferences, Acts acts) {
        this.desk = desk;
        this.conferences = conferences;
        this.acts = acts;
    }

    /**
     * A joint meeting before the policy.
     *
     * @param version how often its items were written; 0 where it is no joint one
     * @param mayMark whether the reader may say that it is one, now
     * @param mayRecord whether the reader may add to the council's record, now
     */
    record View(
            @Classified(FieldClass.OPERATION) int version,
            @Classified(FieldClass.OPERATION) boolean mayMark,
            @Classified(FieldClass.OPERATION) boolean mayRecord,
            @Classified(FieldClass.COUNCIL) @Nullable String council,
            @Classified(value = FieldClass.COUNCIL, freeText = true) @Nullable String councilItems,
            @Classified(FieldClass.COUNCIL) List<EntryView> entries) {}

    record EntryView(
            @Classified(value = FieldClass.COUNCIL, freeText = true) String councilRecord,
            @Classified(FieldClass.COUNCIL) String by,
            @Classified(FieldClass.COUNCIL) String agency,
            @Classified(FieldClass.COUNCIL) Instant at) {}

    /** @throws jp.tsunagi.shared.Refused {@code not-found} */
    Map<String, Object> of(String conference, Command command) {
        Sight sight = desk.sight(conference, command);
        acts.shown(
                command, "joint.read", sight.seat().caseId().value(), conference, List.of(FieldClass.COUNCIL.name()));
        // Its readers are those whose record it is: they read it as it was typed.
        return Projection.of(
                        view(sight),
                        RedactionPolicy.decide(Set.of(Relation.COUNCIL_READER), ConsentScope.NOTHING)
                                .asTyped())
                .shown();
    }

    /** Whether there is a joint meeting of the case for this officer, or one could be made. */
    boolean isFor(CaseId caseId, Command command) {
        return conferences.of(caseId, command).stream()
                .filter(one -> one.submitted() && !one.relations().isEmpty())
                .anyMatch(one -> {
                    try {
                        Sight sight = desk.sight(one.id().value(), command);
                        return sight.record() != null
                                || (sight.marks() && conferences.call(one.id()).coming());
                    } catch (Refused refused) {
                        return false;
                    }
                });
    }

    private View view(Sight sight) {
        ConferencesOfCase.Call call = conferences.call(sight.seat().id());
        JointRecord record = sight.record();
        boolean mayMark = sight.marks() && call.coming();
        return record == null
                ? new View(0, mayMark, false, null, null, List.of())
                : new View(
                        record.items().size(),
                        mayMark,
                        sight.records() && call.held(),
                        record.council().value(),
                        record.newestItems(),
                        record.entries().stream()
                                .map(entry -> new EntryView(
                                        entry.text(),
                                        entry.by().name(),
                                        entry.by().agency().value(),
                                        entry.by().at()))
                                .toList());
    }
}
