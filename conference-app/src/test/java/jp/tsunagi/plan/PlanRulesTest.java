package jp.tsunagi.plan;

import static jp.tsunagi.casefile.CasefileFixtures.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PlanRulesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Directory DIRECTORY = new DirectoryOfTwo();

    @Test
    void aCompletePlanMayBeSubmitted() {
        assertThat(PlanRules.ofSubmission(PlanFixtures.content(), 1, DIRECTORY, TODAY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            textBlock =
                    """
                    keyPerson, null, required
                    wishes, " ", required
                    participation, null, choose
                    situation, null, required
                    policy, "", required
                    goals, [], at-least-one
                    measures, [], at-least-one
                    nextReview, null, required
                    nextReview, "2027-02-21", not-after
                    nextReview, "2026-11-19", date-past
                    keyPerson, "=1+1", no-name-beginning
                    leadAgency, "X9999", unknown-agency
                    wishes, "☃", unprintable
                    """)
    void findsWhatKeepsAPlanFromBeingSubmitted(String field, String value, String problem) {
        assertThat(problems(with("/" + field, value))).containsExactly(Map.entry(field, problem));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            textBlock =
                    """
                    goals/0, term, null, choose
                    goals/0, text, null, required
                    measures/0, area, null, choose
                    measures/0, measure, null, required
                    measures/0, agency, null, choose
                    measures/0, agency, "X9999", unknown-agency
                    measures/0, due, "2026-11-19", not-before
                    measures/0, contact, "☃", unprintable
                    """)
    void findsWhatIsWrongInALine(String line, String name, String value, String problem) {
        assertThat(problems(with("/" + line + "/" + name, value)))
                .containsExactly(Map.entry(line.replace("/0", "[0]") + "." + name, problem));
    }

    @Test
    void aDraftIsKeptHoweverLittleItSays() {
        PlanContent nothing =
                JSON.readValue("{\"measures\": [{}], \"goals\": [{}], \"deadlines\": [{}]}", PlanContent.class);
        assertThat(PlanRules.ofDraft(nothing, DIRECTORY, TODAY)).isEmpty();
        assertThat(PlanRules.ofSubmission(nothing, 1, DIRECTORY, TODAY)).hasSizeGreaterThan(8);
    }

    @Test
    void aDraftIsRefusedWhatCouldNotBePrintedAndAReviewThatIsTooFarOff() {
        PlanContent wrong = JSON.readValue(
                """
                {"situation": "☃", "wishes": "%s", "nextReview": "2027-02-21", "measures": [{"agency": "X9999"}]}
                """
                        .formatted("あ".repeat(4_001)),
                PlanContent.class);
        assertThat(PlanRules.ofDraft(wrong, DIRECTORY, TODAY).stream().map(FieldProblem::field))
                .containsExactlyInAnyOrder("situation", "wishes", "nextReview", "measures[0].agency");
    }

    @Test
    void theSameLineTwiceIsOneTooMany() {
        ObjectNode twice = json();
        twice.withArray("/measures").add(twice.at("/measures/0"));
        twice.withArray("/goals").add(twice.at("/goals/0"));
        assertThat(problems(twice))
                .isEqualTo(Map.of("measures[1].measure", "line-twice", "goals[1].text", "line-twice"));
    }

    @Test
    void fromTheSecondVersionOnItSaysWhyThereIsAnotherOne() {
        assertThat(PlanRules.ofSubmission(PlanFixtures.content(), 2, DIRECTORY, TODAY))
                .containsExactly(FieldProblem.of("changeReason", "required"));
        PlanContent told = JSON.treeToValue(with("/changeReason", "\"入居先が決まった\""), PlanContent.class);
        assertThat(PlanRules.ofSubmission(told, 2, DIRECTORY, TODAY)).isEmpty();
        assertThat(PlanRules.ofSubmission(told, 1, DIRECTORY, TODAY)).isEmpty();
    }

    @Test
    void theReviewIsThreeMonthsAheadAtMost() {
        ObjectNode last = json();
        last.put("nextReview", LocalDate.of(2027, 2, 20).toString());
        assertThat(problems(last)).isEmpty();
    }

    @Test
    void aMissingSignatureNeverStandsInTheWayButSaysWhy() {
        Confirmation notPossible = new Confirmation(Confirmation.Result.NOT_POSSIBLE, null, TODAY, false, "連絡が取れない");
        PlanRules.checkConfirmation(notPossible, TODAY, DIRECTORY, TODAY);

        assertThat(refused(new Confirmation(Confirmation.Result.NOT_POSSIBLE, null, TODAY, false, " ")))
                .containsExactly("reason");
        assertThat(refused(new Confirmation(Confirmation.Result.AGREED, null, TODAY, true, null)))
                .containsExactly("method");
        assertThat(refused(new Confirmation(null, Confirmation.Method.ORAL, TODAY.plusDays(1), null, null)))
                .containsExactly("confirmation", "confirmedOn", "copyGiven");
        assertThat(refused(new Confirmation(
                        Confirmation.Result.AGREED, Confirmation.Method.SIGNED, TODAY.minusDays(1), true, null)))
                .containsExactly("confirmedOn");
    }

    @Test
    void aReturnSaysWhy() {
        assertThatThrownBy(() -> PlanRules.checkReview(new Review(Review.Verdict.RETURN, ""), DIRECTORY))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> PlanRules.checkReview(new Review(null, null), DIRECTORY))
                .isInstanceOf(Refused.class);
        PlanRules.checkReview(new Review(Review.Verdict.APPROVE, null), DIRECTORY);
    }

    private static List<String> refused(Confirmation told) {
        try {
            PlanRules.checkConfirmation(told, TODAY, DIRECTORY, TODAY);
            return List.of();
        } catch (Refused refused) {
            assertThat(refused.refusal().rule()).isEqualTo("plan.incomplete");
            return refused.refusal().fields().stream().map(FieldProblem::field).toList();
        }
    }

    private static ObjectNode with(String pointer, String value) {
        ObjectNode json = json();
        int last = pointer.lastIndexOf('/');
        JsonNode parent = last == 0 ? json : json.at(pointer.substring(0, last));
        ((ObjectNode) parent).set(pointer.substring(last + 1), JSON.readTree(value));
        return json;
    }

    private static ObjectNode json() {
        return JSON.valueToTree(PlanFixtures.content());
    }

    private static Map<String, String> problems(JsonNode plan) {
        Map<String, String> problems = new TreeMap<>();
        PlanRules.ofSubmission(JSON.treeToValue(plan, PlanContent.class), 1, DIRECTORY, TODAY)
                .forEach(problem -> problems.put(problem.field(), problem.problem()));
        return problems;
    }

    /** Two agencies, and a character that no font has. */
    private static final class DirectoryOfTwo implements Directory {

        @Override
        public boolean isActive(String code) {
            return Set.of("011002", "P0001").contains(code);
        }

        @Override
        public AgencyCode center() {
            return new AgencyCode("C0001");
        }

        @Override
        public boolean reachedByPhoneOnly(AgencyCode agency) {
            return false;
        }

        @Override
        public boolean hasAnotherOfficer(AgencyCode agency, AccountId than) {
            return true;
        }

        @Override
        public String nameOf(String code) {
            return code;
        }

        @Override
        public String firstUnprintable(String text) {
            return text.contains("☃") ? "☃" : "";
        }
    }
}
