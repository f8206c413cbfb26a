package jp.tsunagi.conference;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Relation;

/** What can be done to minutes, and by whom of those who may read them. */
enum MinutesStep {
    CONFIRM("minutes.confirm"),
    OBJECT("minutes.object"),
    ANSWER("minutes.answer");

    private static final Set<Relation> WITH_THE_OFFICE = EnumSet.of(Relation.REQUESTING_TEAM, Relation.CENTER);

    private final String action;

    MinutesStep(String action) {
        this.action = action;
    }

    /** Its name in the audit. */
    String action() {
        return action;
    }

    /** A gateway may read; that somebody has read it only a person can say. */
    boolean allowed(Officer officer, Desk.Sight sight) {
        Standing standing = sight.standing();
        if (!officer.person()) {
            return false;
        }
        return switch (this) {
            case CONFIRM, OBJECT ->
                standing.grants(sight.conference().request()).shows(FieldClass.OUTCOME);
            case ANSWER ->
                standing.actsAsAny(WITH_THE_OFFICE) && (officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF));
        };
    }
}
