package jp.tsunagi.conference;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Passages;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;

/**
 * How an officer stands to a conference at this moment: the relations, and what her consent lets the officer's agency
 * have.
 *
 * @param relations all that hold; none where the conference does not exist for this officer
 * @param actsAs the relations, and those of an agency that only has telephone and fax and that the officer acts for; they
 *     let act, never see
 * @param scope what consent lets the officer's agency have
 */
record Standing(Set<Relation> relations, Set<Relation> actsAs, ConsentScope scope) {

    /** Nobody. */
    static final Standing NONE = new Standing(Set.of(), Set.of(), ConsentScope.NOTHING);

    Standing {
        relations = Set.copyOf(relations);
        actsAs = Set.copyOf(actsAs);
    }

    /** @throws jp.tsunagi.shared.Refused as for nothing, where the conference does not exist for this officer */
    Standing known() {
        if (relations.isEmpty()) {
            throw Refusal.notFound();
        }
        return this;
    }

    boolean is(Relation relation) {
        return relations.contains(relation);
    }

    boolean actsAsAny(Set<Relation> some) {
        return some.stream().anyMatch(actsAs::contains);
    }

    /** What the officer may see of the conference, by the one policy. */
    Grants grants(Request request) {
        boolean marked = Passages.marked(
                scope.withheldItems(),
                Stream.of(request.currentSituation(), request.caseOverview(), request.topics(), request.wishes())
                        .filter(Objects::nonNull)
                        .toList());
        return RedactionPolicy.decide(relations, scope, marked);
    }
}
