package jp.tsunagi.plan;

import static jp.tsunagi.casefile.CasefileFixtures.ASAHIKAWA;
import static jp.tsunagi.casefile.CasefileFixtures.CENTER;
import static jp.tsunagi.casefile.CasefileFixtures.CHILD_GUIDANCE;
import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SAPPORO;
import static jp.tsunagi.casefile.CasefileFixtures.SHELTER;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static jp.tsunagi.casefile.CasefileFixtures.confirmed;
import static jp.tsunagi.casefile.CasefileFixtures.inSection;
import static jp.tsunagi.casefile.CasefileFixtures.machine;
import static jp.tsunagi.casefile.CasefileFixtures.officer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.ConferencesOfCase.Found;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reads which version, in every state, against {@code tables/plan-readers.txt}; and who makes one. */
class PlanStandingTest {

    private static final TextTable TABLE = TextTable.read("plan-readers.txt");
    private static final ConsentScope COVERED = new ConsentScope(true, false, Set.of(), Set.of());

    static Set<String> who() {
        return TABLE.rows();
    }

    @Test
    void theTableNamesEveryState() {
        assertThat(TABLE.columns()).containsExactlyElementsOf(TextTable.names(PlanState.values()));
        assertThat(TABLE.rows().stream()
                        .flatMap(row -> TABLE.columns().stream().map(state -> TABLE.cell(row, state)))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("whole", "part", "own", "gone", "-");
    }

    @ParameterizedTest
    @MethodSource("who")
    void seesInEachStateWhatTheTableSays(String who) {
        for (PlanState state : PlanState.values()) {
            assertThat(told(who, state)).as(who + " " + state).isEqualTo(TABLE.cell(who, state.name()));
        }
    }

    @Test
    void theRequestingTeamMakesItWhereItsAgencyLeads() {
        PlanStanding team = standing(SUBMITTER, found(Relation.REQUESTING_TEAM), COVERED);
        assertThat(team.leads(SAPPORO.value(), PlanFixtures.CONFERENCE)).isTrue();
        assertThat(team.leads(ASAHIKAWA.value(), PlanFixtures.CONFERENCE)).isFalse();
        Officer otherSection = inSection(officer("other", SAPPORO, Role.COUNSELLOR), "戸籍住民課");
        assertThat(standing(otherSection, found(), COVERED).leads(SAPPORO.value(), PlanFixtures.CONFERENCE))
                .isFalse();
    }

    @Test
    void anotherAgencyMakesItByThoseWhoPledgedForThatConference() {
        Officer asahikawa = officer("asahikawa", ASAHIKAWA, Role.COUNSELLOR);
        PlanStanding pledged = standing(asahikawa, found(true, false, Relation.CLEARED_PARTICIPANT), COVERED);
        assertThat(pledged.leads(ASAHIKAWA.value(), PlanFixtures.CONFERENCE)).isTrue();
        assertThat(pledged.leads(ASAHIKAWA.value(), "conference-2")).isFalse();
        assertThat(standing(asahikawa, found(Relation.INVITED), COVERED)
                        .leads(ASAHIKAWA.value(), PlanFixtures.CONFERENCE))
                .isFalse();
        assertThat(standing(asahikawa, found(true, false, Relation.UNINVITED), ConsentScope.NOTHING)
                        .leads(ASAHIKAWA.value(), PlanFixtures.CONFERENCE))
                .as("she took her consent back from the agency that leads")
                .isFalse();
    }

    @Test
    void theCenterMakesItByItsStaffAndNotByItsDirector() {
        assertThat(standing(officer("center", CENTER, Role.CENTER_STAFF), found(Relation.CENTER), COVERED)
                        .leads(CENTER.value(), PlanFixtures.CONFERENCE))
                .isTrue();
        assertThat(standing(officer("director", CENTER, Role.DIRECTOR), found(Relation.DIRECTOR), COVERED)
                        .leads(CENTER.value(), PlanFixtures.CONFERENCE))
                .isFalse();
    }

    private static String told(String row, PlanState state) {
        String who = row.split("/")[0];
        String but = row.contains("/") ? row.split("/")[1] : "";
        boolean blocked = but.contains("blocked");
        ConsentScope scope = but.contains("no consent") ? ConsentScope.NOTHING : COVERED;
        PlanContent content = but.contains("measure") || who.contains("measure")
                ? PlanFixtures.measureOf(CHILD_GUIDANCE)
                : PlanFixtures.content();
        PlanStanding standing =
                switch (who) {
                    case "requesting team" -> standing(SUBMITTER, found(Relation.REQUESTING_TEAM), scope);
                    case "requesting agency, another section" ->
                        standing(inSection(officer("o", SAPPORO, Role.COUNSELLOR), "戸籍住民課"), found(), scope);
                    case "lead agency, pledged" ->
                        standing(officer("a", ASAHIKAWA, Role.COUNSELLOR), found(true, false), scope);
                    case "lead agency, not pledged" ->
                        standing(officer("a", ASAHIKAWA, Role.COUNSELLOR), found(Relation.INVITED), scope);
                    case "center staff" ->
                        standing(officer("c", CENTER, Role.CENTER_STAFF), found(Relation.CENTER), scope);
                    case "director" -> standing(PlanFixtures.DIRECTOR, found(Relation.DIRECTOR), scope);
                    case "participant" ->
                        standing(
                                officer("p", POLICE, Role.PARTICIPANT),
                                scope.covers() && !blocked
                                        ? found(true, false, Relation.CLEARED_PARTICIPANT)
                                        : found(!blocked, blocked, Relation.UNINVITED),
                                scope);
                    case "invited, not cleared" ->
                        standing(
                                officer("j", CHILD_GUIDANCE, Role.PARTICIPANT),
                                found(false, blocked, Relation.INVITED),
                                scope);
                    case "agency that is with her" ->
                        standing(officer("s", SHELTER, Role.COUNSELLOR), found(Relation.CONTACT_TEAM), scope);
                    case "auditor" -> standing(officer("u", CENTER, Role.AUDITOR), found(Relation.AUDITOR), scope);
                    case "administrator with a measure" ->
                        standing(officer("z", CHILD_GUIDANCE, Role.ADMINISTRATOR), found(), scope);
                    case "gateway with a measure" ->
                        standing(machine(CHILD_GUIDANCE, Role.PARTICIPANT), found(Relation.INVITED), scope);
                    case "stranger" -> standing(officer("x", new AgencyCode("X1234"), Role.COUNSELLOR), found(), scope);
                    default -> throw new IllegalArgumentException(who);
                };
        AgencyCode lead = who.startsWith("lead agency") ? ASAHIKAWA : SAPPORO;
        VersionRecord version = version(
                state,
                content.with(content.basedOn(), lead.value(), content.policy(), content.measures()),
                standing.officer().agency());
        PlanStanding.Seat seat = standing.seat(version);
        if (standing.gone(version)) {
            assertThat(seat.known()).isFalse();
            return "gone";
        }
        if (!seat.known()) {
            return "-";
        }
        if (seat.ownMeasuresOnly()) {
            return "own";
        }
        return seat.is(Relation.CLEARED_PARTICIPANT) ? "part" : "whole";
    }

    /** As it was approved while her consent covered this agency. */
    private static VersionRecord version(PlanState state, PlanContent content, AgencyCode shared) {
        SupportPlan plan = PlanFixtures.in(state == PlanState.DRAFT ? PlanState.DRAFT : PlanState.SUBMITTED, content);
        if (Set.of(PlanState.APPROVED, PlanState.CONFIRMED, PlanState.SUPERSEDED)
                .contains(state)) {
            plan.approve(1, null, 1, Set.of(shared), PlanFixtures.by(PlanFixtures.DIRECTOR));
            if (state != PlanState.APPROVED) {
                plan.confirm(1, PlanFixtures.agreed(), PlanFixtures.by(SUBMITTER));
            }
        }
        VersionRecord version = plan.version(1).orElseThrow();
        return state == PlanState.SUPERSEDED ? version.superseded() : version;
    }

    private static PlanStanding standing(Officer officer, Found conference, ConsentScope scope) {
        return new PlanStanding(officer, confirmed(), List.of(conference), scope, CENTER);
    }

    private static Found found(Relation... relations) {
        return found(false, false, relations);
    }

    private static Found found(boolean pledged, boolean excluded, Relation... relations) {
        return new Found(
                new ConferenceId(PlanFixtures.CONFERENCE),
                "R8-0001",
                1,
                true,
                true,
                LocalDate.of(2026, 11, 18),
                SAPPORO,
                SAPPORO.value(),
                Stream.of(relations).collect(Collectors.toSet()),
                pledged,
                excluded);
    }
}
