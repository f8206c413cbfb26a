package jp.tsunagi.plan;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.conference.ConferencesOfCase.Found;
import jp.tsunagi.plan.PlanDesk.Sight;
import jp.tsunagi.protection.Relation;
import org.jspecify.annotations.Nullable;

/**
 * How an officer stands to the safety plan of a case (domain.md E6, "Safety plan"): whoever began it, leads, or is of the
 * Center writes it; an agency that was named reads it while her consent covers it and its attendee has pledged. Nobody else.
 *
 * @param record null before it is begun
 */
record SafetyStanding(Officer officer, Sight sight, @Nullable SafetyRecord record) {

    boolean writes() {
        return person()
                && (center()
                        || leads()
                        || (record == null
                                ? sight.standing().onRequestingTeam()
                                : works() && record.author().includes(officer)));
    }

    boolean reads() {
        return writes() || named();
    }

    /** How the policy is to take the officer. */
    Set<Relation> relations() {
        return reads() ? EnumSet.of(Relation.SAFETY_PLAN_READER) : Set.of();
    }

    private boolean named() {
        PlanStanding standing = sight.standing();
        return record != null
                && person()
                && record.reader(officer.agency().value()).isPresent()
                && standing.scope().covers()
                && standing.conferences().stream().noneMatch(Found::excluded)
                && standing.conferences().stream().anyMatch(c -> c.is(Relation.CLEARED_PARTICIPANT));
    }

    private boolean center() {
        return sight.standing().conferences().stream()
                .anyMatch(c -> c.is(Relation.CENTER) || c.is(Relation.CASE_OFFICER) || c.is(Relation.DIRECTOR));
    }

    /** Of the agency that leads: by the newest version of the plan, else by the result of the newest conference. */
    private boolean leads() {
        PlanStanding standing = sight.standing();
        return sight.plan()
                .latest()
                .map(version -> standing.leads(
                        version.content().leadAgency(), version.basis().conferenceId()))
                .orElseGet(() -> standing.conferences().stream()
                        .filter(Found::reported)
                        .reduce((first, second) -> second)
                        .filter(c -> standing.leads(
                                Objects.requireNonNullElse(
                                        c.leadAgency(), c.requestingAgency().value()),
                                c.id().value()))
                        .isPresent());
    }

    private boolean works() {
        return officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF);
    }

    private boolean person() {
        return officer.person();
    }
}
