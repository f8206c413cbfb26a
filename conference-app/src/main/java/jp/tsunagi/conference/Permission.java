package jp.tsunagi.conference;

import static jp.tsunagi.protection.Relation.CENTER;
import static jp.tsunagi.protection.Relation.CLEARED_PARTICIPANT;
import static jp.tsunagi.protection.Relation.CONTACT_TEAM;
import static jp.tsunagi.protection.Relation.CONTACT_WITHOUT_CONSENT;
import static jp.tsunagi.protection.Relation.DIRECTOR;
import static jp.tsunagi.protection.Relation.INVITED;
import static jp.tsunagi.protection.Relation.RECORDER;
import static jp.tsunagi.protection.Relation.REQUESTING_TEAM;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;

/**
 * Who may take which step (design.md, HTTP API): by relation to the conference and by role. The second half of the
 * transition table; states and consent are the aggregate's.
 */
final class Permission {

    /** The agency that is with her also after she said no: it may repeat its answer. */
    private static final Set<Relation> WITH_HER =
            EnumSet.of(CONTACT_TEAM, CONTACT_WITHOUT_CONSENT, REQUESTING_TEAM, CENTER);

    private static final Map<Step, Set<Relation>> RELATIONS = new EnumMap<>(Step.class);

    static {
        allow(
                REQUESTING_TEAM,
                Step.REPLACE,
                Step.SUBMIT,
                Step.RECALL,
                Step.WITHDRAW_REQUEST,
                Step.REPORT_OUTCOME,
                Step.OPEN_NEXT);
        RELATIONS.put(Step.ANSWER_CONSENT, WITH_HER);
        RELATIONS.put(Step.RETURN, EnumSet.of(CENTER, DIRECTOR));
        RELATIONS.put(Step.REFER, EnumSet.of(CENTER));
        RELATIONS.put(Step.ASSIGN, EnumSet.of(CENTER));
        RELATIONS.put(Step.ASK_AGAIN, EnumSet.of(CENTER));
        RELATIONS.put(Step.DECIDE, EnumSet.of(DIRECTOR));
        RELATIONS.put(Step.CONVENE, EnumSet.of(CENTER, DIRECTOR));
        RELATIONS.put(Step.RESCHEDULE, EnumSet.of(CENTER, DIRECTOR));
        RELATIONS.put(Step.CALL_OFF, EnumSet.of(CENTER, DIRECTOR));
        RELATIONS.put(Step.REPLY, EnumSet.of(INVITED, CLEARED_PARTICIPANT));
        RELATIONS.put(Step.SEND_SHEET, EnumSet.of(CLEARED_PARTICIPANT));
        RELATIONS.put(Step.RECORD_HOLDING, EnumSet.of(CENTER, RECORDER));
        RELATIONS.put(Step.CLOSE, EnumSet.of(REQUESTING_TEAM, CENTER, DIRECTOR));
        RELATIONS.put(
                Step.WITHDRAW_CONSENT,
                EnumSet.of(
                        REQUESTING_TEAM,
                        CONTACT_TEAM,
                        CONTACT_WITHOUT_CONSENT,
                        CENTER,
                        DIRECTOR,
                        INVITED,
                        CLEARED_PARTICIPANT));
        RELATIONS.put(Step.START_CONSENT_CHECK, EnumSet.noneOf(Relation.class));
    }

    private Permission() {}

    /** Whether the relations and roles allow the step at all, whatever the state. */
    static boolean allows(Step step, Officer officer, Standing standing) {
        return standing.actsAsAny(RELATIONS.getOrDefault(step, Set.of())) && roleAllows(step, officer);
    }

    /**
     * Refuses who may not: as for nothing where the conference does not exist for this officer.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}, {@code decision.director-only}, {@code step.not-permitted}
     */
    static void require(Step step, Officer officer, Standing standing) {
        standing.known();
        if (!allows(step, officer, standing)) {
            throw Refusal.forbidden(step == Step.DECIDE ? "decision.director-only" : "step.not-permitted");
        }
    }

    private static boolean roleAllows(Step step, Officer officer) {
        return switch (step) {
            case DECIDE -> officer.is(Role.DIRECTOR);
            case REFER, ASSIGN, ASK_AGAIN -> officer.is(Role.CENTER_STAFF);
            case RETURN, CONVENE, RESCHEDULE, CALL_OFF -> officer.is(Role.CENTER_STAFF) || officer.is(Role.DIRECTOR);
            case REPLY, SEND_SHEET, RECORD_HOLDING, WITHDRAW_CONSENT ->
                officer.is(Role.COUNSELLOR)
                        || officer.is(Role.CENTER_STAFF)
                        || officer.is(Role.DIRECTOR)
                        || officer.is(Role.PARTICIPANT);
            case REPLACE, SUBMIT, RECALL, WITHDRAW_REQUEST, REPORT_OUTCOME, OPEN_NEXT, ANSWER_CONSENT ->
                officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF);
            case CLOSE -> officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF) || officer.is(Role.DIRECTOR);
            case START_CONSENT_CHECK -> false;
        };
    }

    private static void allow(Relation relation, Step... steps) {
        for (Step step : steps) {
            RELATIONS.put(step, EnumSet.of(relation));
        }
    }
}
