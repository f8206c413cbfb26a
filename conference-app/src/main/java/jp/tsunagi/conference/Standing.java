package jp.tsunagi.conference;

import java.util.HashSet;
import java.util.Set;
import jp.tsunagi.casefile.NameAtMeeting;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Grants;
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

    /**
     * What the officer may see of the conference, by the one policy. That the requesting agency wishes the address withheld
     * goes before a permission for it; of her names besides her own, participants get the one that is used at the meeting.
     */
    Grants grants(Request request) {
        Set<String> fields = new HashSet<>(scope.withheldFields());
        fields.addAll(NameAtMeeting.unused(request.nameAtMeeting()));
        boolean location = scope.location() && request.addressHandling() != Request.AddressHandling.WITHHOLD;
        return RedactionPolicy.decide(
                relations, new ConsentScope(scope.covers(), location, fields, scope.withheldItems()));
    }
}
