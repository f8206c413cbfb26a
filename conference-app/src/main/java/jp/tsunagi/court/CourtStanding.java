package jp.tsunagi.court;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.court.ConsultationRecord.Entry;
import jp.tsunagi.protection.Relation;

/**
 * How one officer stands to what is written down for a court at this moment. Those who write are the requesting agency's
 * team and the Center, persons alone. While her consent holds, each reads what the other wrote; without it each agency reads
 * what it wrote itself. What the Center owes a court it owes by law, whatever she consented to.
 *
 * @param onTeam of the requesting agency, of this case or of a later conference of it
 * @param ofCenter staff of the Center, or the director
 * @param consentInForce today
 */
record CourtStanding(Officer officer, boolean onTeam, boolean ofCenter, boolean consentInForce) {

    boolean takesPart() {
        return officer.person() && (onTeam || ofCenter);
    }

    /** Whether the officer prepares what a court asked for. */
    boolean states() {
        return officer.person() && ofCenter;
    }

    /** Whether the officer confirms it: the director, or the deputy in the deputy's period. */
    boolean confirms() {
        return states() && officer.is(Role.DIRECTOR);
    }

    boolean reads(Entry entry) {
        return takesPart()
                && (consentInForce
                        || entry.by().agency().equals(officer.agency().value()));
    }

    /** How the policy is to take the officer. */
    Set<Relation> relations() {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        if (takesPart()) {
            relations.add(Relation.CONSULTATION_READER);
        }
        if (states()) {
            relations.add(Relation.STATEMENT_READER);
        }
        return relations;
    }
}
