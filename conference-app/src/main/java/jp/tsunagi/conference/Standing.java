package jp.tsunagi.conference;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import jp.tsunagi.casefile.NameAtMeeting;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.protection.WithoutConsent;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

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

    /**
     * The same without what is disclosed without her consent: that is read in a few places alone, and everywhere else it is
     * as if there were none.
     */
    Standing byConsent() {
        if (!isDisclosedTo()) {
            return this;
        }
        return new Standing(
                without(relations),
                without(actsAs),
                new ConsentScope(scope.covers(), scope.location(), scope.withheldFields(), scope.withheldItems()));
    }

    /** Whether something is disclosed without her consent to the officer's agency, pledged or not. */
    boolean isDisclosedTo() {
        return is(Relation.DISCLOSURE_NAMED) || is(Relation.DISCLOSURE_RECIPIENT);
    }

    /** Whether the officer knows the conference by a disclosure alone, or is not invited to it any more. */
    boolean byDisclosureAlone() {
        return isDisclosedTo() && EnumSet.of(Relation.UNINVITED).containsAll(without(relations));
    }

    private static Set<Relation> without(Set<Relation> some) {
        Set<Relation> left = EnumSet.noneOf(Relation.class);
        left.addAll(some);
        left.remove(Relation.DISCLOSURE_NAMED);
        left.remove(Relation.DISCLOSURE_RECIPIENT);
        return left;
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
     * goes before a permission for it, and before a disclosure without her consent; of her names besides her own, whoever is
     * shown her name gets the one that is used at the meeting.
     */
    Grants grants(Request request) {
        Set<String> fields = new HashSet<>(scope.withheldFields());
        fields.addAll(NameAtMeeting.unused(request.nameAtMeeting()));
        boolean withhold = request.addressHandling() == Request.AddressHandling.WITHHOLD;
        return RedactionPolicy.decide(
                relations,
                new ConsentScope(
                        scope.covers(),
                        scope.location() && !withhold,
                        fields,
                        scope.withheldItems(),
                        withhold ? withoutLocation(scope.withoutConsent()) : scope.withoutConsent()));
    }

    private static @Nullable WithoutConsent withoutLocation(@Nullable WithoutConsent disclosed) {
        if (disclosed == null) {
            return null;
        }
        Set<FieldClass> classes = new HashSet<>(disclosed.classes());
        classes.remove(FieldClass.LOCATION);
        return new WithoutConsent(classes, disclosed.bases(), disclosed.until());
    }
}
