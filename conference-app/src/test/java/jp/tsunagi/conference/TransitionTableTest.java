package jp.tsunagi.conference;

import static jp.tsunagi.casefile.CasefileFixtures.CENTER;
import static jp.tsunagi.casefile.CasefileFixtures.CHILD_GUIDANCE;
import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SAPPORO;
import static jp.tsunagi.casefile.CasefileFixtures.SECOND;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static jp.tsunagi.casefile.CasefileFixtures.command;
import static jp.tsunagi.casefile.CasefileFixtures.machine;
import static jp.tsunagi.casefile.CasefileFixtures.officer;
import static jp.tsunagi.conference.ConferenceFixtures.AFTER_MEETING;
import static jp.tsunagi.conference.ConferenceFixtures.DEADLINES;
import static jp.tsunagi.conference.ConferenceFixtures.DIRECTOR;
import static jp.tsunagi.conference.ConferenceFixtures.DIRECTORY;
import static jp.tsunagi.conference.ConferenceFixtures.MEETING;
import static jp.tsunagi.conference.ConferenceFixtures.STAFF;
import static jp.tsunagi.conference.ConferenceFixtures.announced;
import static jp.tsunagi.conference.ConferenceFixtures.convening;
import static jp.tsunagi.conference.ConferenceFixtures.held;
import static jp.tsunagi.conference.ConferenceFixtures.in;
import static jp.tsunagi.conference.ConferenceFixtures.report;
import static jp.tsunagi.conference.ConferenceFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.CasefileFixtures;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.shared.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state, every step, every relation and every role against the two tables that people of the field keep
 * ({@code tables/steps-by-state.txt}, {@code tables/steps-by-officer.txt}).
 */
class TransitionTableTest {

    private static final TextTable BY_STATE = TextTable.read("steps-by-state.txt");
    private static final TextTable BY_OFFICER = TextTable.read("steps-by-officer.txt");
    private static final String NEVER = "-";
    private static final String ANOTHER = "new";

    private static final Map<ConferenceState, ConferenceRecord> RECORDS = new EnumMap<>(ConferenceState.class);

    static {
        for (ConferenceState state : ConferenceState.values()) {
            RECORDS.put(state, in(state).toRecord());
        }
    }

    @Test
    void theTablesNameEveryStateStepRelationAndRole() {
        assertThat(BY_STATE.columns()).containsExactlyElementsOf(TextTable.names(ConferenceState.values()));
        assertThat(BY_STATE.rows().stream().map(TransitionTableTest::step).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Step.values());
        assertThat(BY_OFFICER.rows()).containsExactlyInAnyOrderElementsOf(TextTable.names(Step.values()));
        List<String> who = new ArrayList<>(TextTable.names(Relation.values()));
        Stream.of(Role.values()).forEach(role -> who.add("role " + role));
        assertThat(BY_OFFICER.columns()).containsExactlyInAnyOrderElementsOf(who);
    }

    @Test
    void everyStateIsReachedByTheStepsAndHasItsName() {
        RECORDS.forEach((state, record) -> assertThat(record.state()).isEqualTo(state));
        Set<String> reached = new LinkedHashSet<>(Set.of(ConferenceState.DRAFT.name()));
        BY_STATE.rows().forEach(row -> BY_STATE.columns().forEach(state -> reached.add(BY_STATE.cell(row, state))));
        assertThat(reached).containsAll(TextTable.names(ConferenceState.values()));
    }

    @ParameterizedTest
    @EnumSource
    void theStepIsPossibleInTheStatesOfTheTableAlone(Step step) {
        for (ConferenceState state : ConferenceState.values()) {
            Set<Boolean> said = BY_STATE.rows().stream()
                    .filter(row -> step(row) == step)
                    .map(row -> !BY_STATE.cell(row, state.name()).equals(NEVER))
                    .collect(Collectors.toSet());
            assertThat(said).as(step + " in " + state).containsExactly(step.possibleIn(state));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theStepLeadsFromEachStateToTheStateOfTheTable(String row) {
        for (ConferenceState state : ConferenceState.values()) {
            assertThat(takenBy(row, state, whoMay(step(row))))
                    .as(row + " in " + state)
                    .isEqualTo(expected(row, state));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRefusedStepChangesNothingAndAnnouncesNothing(String row) {
        for (ConferenceState state : ConferenceState.values()) {
            if (BY_STATE.cell(row, state.name()).equals(NEVER)) {
                CaseConference conference = load(row, state);
                ConferenceRecord before = conference.toRecord();
                try {
                    take(row, conference, whoMay(step(row)));
                } catch (Refused e) {
                    assertThat(e.refusal().rule()).isEqualTo("state.not-possible");
                }
                assertThat(conference.toRecord()).as(row + " in " + state).isEqualTo(before);
                assertThat(announced(conference)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anotherStateFollowsNoOtherStepButItsOwnAndIsInTheHistory(String row) {
        for (ConferenceState state : ConferenceState.values()) {
            String cell = BY_STATE.cell(row, state.name());
            if (cell.equals(NEVER) || cell.equals(ANOTHER)) {
                continue;
            }
            CaseConference conference = load(row, state);
            int steps = conference.toRecord().history().size();
            take(row, conference, whoMay(step(row)));
            List<Milestone> history = conference.toRecord().history();
            assertThat(history).hasSize(steps + 1);
            assertThat(history.get(steps).step()).isEqualTo(step(row));
            assertThat(history.get(steps).reached().name()).isEqualTo(cell);
        }
    }

    /** 13 states × 22 steps × 21 relations × 7 roles. */
    @ParameterizedTest
    @MethodSource("rows")
    void onlyWhoMayTakesTheStepAndOnlyWhereItIsPossible(String row) {
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (ConferenceState state : ConferenceState.values()) {
            for (Relation relation : Relation.values()) {
                for (Role role : Role.values()) {
                    String found = asked(row, state, relation, role);
                    String expected = expected(row, state, relation, role);
                    walked++;
                    if (!found.equals(expected)) {
                        wrong.add(state + " " + relation + " " + role + ": " + found + " instead of " + expected);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(walked).isEqualTo(13 * 22 * 7);
    }

    @ParameterizedTest
    @EnumSource
    void anOfficerWithSeveralRelationsMayWhatAnyOfThemMay(Step step) {
        Officer everything = officer("all", SAPPORO, Role.values());
        for (Relation one : Relation.values()) {
            for (Relation other : Relation.values()) {
                boolean expected = says(step, one.name()) || says(step, other.name());
                assertThat(Permission.allows(step, everything, standing(one, other)))
                        .as(step + " " + one + " " + other)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void onlyTheDirectorDecidesAndTheDeputyHasTheRoleWithinThePeriod() {
        for (Role role : Role.values()) {
            assertThat(Permission.allows(Step.DECIDE, officer("x", CENTER, role), standing(Relation.values())))
                    .as(role.name())
                    .isEqualTo(role == Role.DIRECTOR);
        }
        Officer deputy = new Officer(
                STAFF.id(),
                STAFF.name(),
                CENTER,
                STAFF.section(),
                Set.of(Role.CENTER_STAFF, Role.DIRECTOR),
                true,
                true);
        CaseConference conference = load(ConferenceState.UNDER_REVIEW);
        Permission.require(Step.DECIDE, deputy, standing(Relation.CENTER, Relation.DIRECTOR));
        conference.decide(Decision.Verdict.HOLD, null, null, CasefileFixtures.confirmed(), command(deputy));
        assertThat(conference.toRecord().decision().deputy()).isTrue();

        assertThatThrownBy(() -> Permission.require(Step.DECIDE, STAFF, standing(Relation.CENTER)))
                .hasMessage("decision.director-only");
    }

    @Test
    void whoSubmittedDoesNotDecideWhateverTheRole() {
        Officer both = officer(SUBMITTER.id().value(), CENTER, Role.CENTER_STAFF, Role.DIRECTOR);

        assertRefused("decision.self-approval", () -> load(ConferenceState.UNDER_REVIEW)
                .decide(Decision.Verdict.HOLD, null, null, CasefileFixtures.confirmed(), command(both)));
        assertRefused("decision.self-approval", () -> load(ConferenceState.UNDER_REVIEW)
                .decide(Decision.Verdict.NOT_HOLD, "理由", null, CasefileFixtures.confirmed(), command(both)));
    }

    @Test
    void aMachineDoesNotDecide() {
        assertRefused("decision.self-approval", () -> load(ConferenceState.UNDER_REVIEW)
                .decide(
                        Decision.Verdict.HOLD,
                        null,
                        null,
                        CasefileFixtures.confirmed(),
                        command(machine(CENTER, Role.DIRECTOR))));
    }

    static Set<String> rows() {
        return BY_STATE.rows();
    }

    private static CaseConference load(ConferenceState state) {
        return new CaseConference(RECORDS.get(state), DEADLINES);
    }

    /** As {@link #load(ConferenceState)}, where it matters by the way the row supposes. */
    private static CaseConference load(String row, ConferenceState state) {
        boolean again = row.equals("RECALL/again") && Step.RECALL.possibleIn(state);
        if (!again) {
            return load(state);
        }
        CaseConference conference = load(state);
        conference.giveBack("理由", List.of(), command(STAFF));
        conference.submit(() -> "-", false, null, command(SUBMITTER));
        if (state == ConferenceState.CONSENT_CHECK) {
            conference.startConsentCheck(command(STAFF));
        }
        return ConferenceFixtures.reloaded(conference);
    }

    private static Step step(String row) {
        return Step.valueOf(row.split("/")[0]);
    }

    /** What the table says of the state alone. */
    private static String expected(String row, ConferenceState state) {
        String cell = BY_STATE.cell(row, state.name());
        if (cell.equals(NEVER)) {
            return step(row) == Step.START_CONSENT_CHECK ? state.name() : "state.not-possible";
        }
        return cell.equals(ANOTHER) ? state.name() : cell;
    }

    private static String expected(String row, ConferenceState state, Relation relation, Role role) {
        if (relation == Relation.NONE) {
            return "not-found";
        }
        if (!says(step(row), relation.name()) || !says(step(row), "role " + role)) {
            return step(row) == Step.DECIDE ? "decision.director-only" : "step.not-permitted";
        }
        return expected(row, state);
    }

    private static boolean says(Step step, String column) {
        String cell = BY_OFFICER.cell(step.name(), column);
        assertThat(cell).isIn("x", NEVER);
        return cell.equals("x");
    }

    private static String asked(String row, ConferenceState state, Relation relation, Role role) {
        Officer officer = officer("walker", SAPPORO, role);
        try {
            Permission.require(step(row), officer, relation == Relation.NONE ? Standing.NONE : standing(relation));
        } catch (Refused e) {
            return e.refusal().rule();
        }
        return takenBy(row, state, officer);
    }

    private static Standing standing(Relation... relations) {
        Set<Relation> all = Set.copyOf(List.of(relations));
        return new Standing(all, all, ConsentScope.NOTHING);
    }

    private static String takenBy(String row, ConferenceState state, Officer officer) {
        CaseConference conference = load(row, state);
        try {
            take(row, conference, officer);
            return conference.state().name();
        } catch (Refused e) {
            return e.refusal().rule();
        }
    }

    private static Officer whoMay(Step step) {
        return switch (step) {
            case DECIDE -> DIRECTOR;
            case RETURN, REFER, ASSIGN, ASK_AGAIN, CONVENE, RESCHEDULE, CALL_OFF, RECORD_HOLDING -> STAFF;
            case ANSWER_CONSENT, WITHDRAW_CONSENT -> SECOND;
            case REPLY, SEND_SHEET -> ConferenceFixtures.ATTENDEE;
            case REPLACE, SUBMIT, RECALL, START_CONSENT_CHECK, REPORT_OUTCOME, CLOSE, WITHDRAW_REQUEST, OPEN_NEXT ->
                SUBMITTER;
        };
    }

    private static void take(String row, CaseConference conference, Officer officer) {
        Casefile casefile = CasefileFixtures.confirmed();
        Command now = command(officer);
        Command later = command(officer, AFTER_MEETING);
        switch (row) {
            case "REPLACE" -> conference.replace(request().build(), now);
            case "SUBMIT" -> conference.submit(() -> "R8-0002", false, null, now);
            case "START_CONSENT_CHECK" -> conference.startConsentCheck(now);
            case "ANSWER_CONSENT/consented" -> conference.consentConfirmed(now);
            case "ANSWER_CONSENT/refused" -> conference.consentRefused(now);
            case "ANSWER_CONSENT/unreachable" -> conference.personUnreachable(now);
            case "ASK_AGAIN" -> conference.askAgain(now);
            case "RECALL/first", "RECALL/again" ->
                conference.recall(CasefileFixtures.submitted(CasefileFixtures.consent()), now);
            case "RETURN" -> conference.giveBack("理由", List.of(), now);
            case "REFER" -> conference.refer(now);
            case "DECIDE/hold" -> conference.decide(Decision.Verdict.HOLD, null, null, casefile, now);
            case "DECIDE/not-hold" -> conference.decide(Decision.Verdict.NOT_HOLD, "理由", "伝えた", casefile, now);
            case "CONVENE" -> conference.convene(convening(), casefile, DIRECTORY, now);
            case "RESCHEDULE" ->
                conference.reschedule(
                        new Convening.Rescheduling(
                                MEETING.plusDays(1), MEETING.plusDays(1).plusHours(1), null, "理由"),
                        casefile,
                        DIRECTORY,
                        now);
            case "CALL_OFF" -> conference.callOff("理由", now);
            case "REPLY" -> conference.replied(POLICE, "ACCEPT", now);
            case "SEND_SHEET" -> conference.sheetReceived(POLICE, now);
            case "RECORD_HOLDING" ->
                conference.recordHolding(
                        held(),
                        conference.state() == ConferenceState.CANCELLED_NO_CONSENT ? takenBackLater() : casefile,
                        DIRECTORY,
                        later);
            case "REPORT_OUTCOME" -> conference.report(report(), DIRECTORY, later);
            case "CLOSE" -> conference.close(ConferenceFixtures.closing("伝えた", null), null, later);
            case "WITHDRAW_REQUEST" -> conference.withdrawRequest("理由", now);
            case "WITHDRAW_CONSENT/whole" -> conference.consentWithdrawn(Set.of(), now);
            case "WITHDRAW_CONSENT/one-agency" -> conference.consentWithdrawn(Set.of(CHILD_GUIDANCE), now);
            case "ASSIGN" -> conference.assign(STAFF.id(), now);
            // Another conference comes of it; this one is asked whether it may be continued.
            case "OPEN_NEXT" -> {
                if (!Step.OPEN_NEXT.possibleIn(conference.state())) {
                    throw jp.tsunagi.shared.Refusal.conflict("state.not-possible");
                }
            }
            default -> throw new AssertionError("Nobody knows how to take " + row);
        }
    }

    /** Her consent held for the meeting, and she took it back when that was over. */
    private static Casefile takenBackLater() {
        return CasefileFixtures.withdrawn(
                CasefileFixtures.consent(), CasefileFixtures.withdrawal(MEETING.toLocalDate(), AFTER_MEETING));
    }

    private static void assertRefused(String rule, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().rule()).isEqualTo(rule));
    }
}
