package jp.tsunagi.protection;

import static jp.tsunagi.casefile.CasefileFixtures.CHILD_GUIDANCE;
import static jp.tsunagi.casefile.CasefileFixtures.CONSENT_END;
import static jp.tsunagi.casefile.CasefileFixtures.HOSPITAL;
import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SECOND;
import static jp.tsunagi.casefile.CasefileFixtures.TODAY;
import static jp.tsunagi.casefile.CasefileFixtures.attempt;
import static jp.tsunagi.casefile.CasefileFixtures.command;
import static jp.tsunagi.casefile.CasefileFixtures.confirmed;
import static jp.tsunagi.casefile.CasefileFixtures.consent;
import static jp.tsunagi.casefile.CasefileFixtures.submitted;
import static jp.tsunagi.casefile.CasefileFixtures.withdrawal;
import static jp.tsunagi.casefile.CasefileFixtures.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.shared.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every relation, every class of field and every state of her consent against {@code tables/redaction.txt} (E6). */
class RedactionMatrixTest {

    private static final TextTable MATRIX = TextTable.read("redaction.txt");

    /** How her consent can stand towards the police. */
    enum ConsentState {
        COVERS(true, false, false),
        COVERS_ON_ITS_LAST_DAY(true, false, false),
        COVERS_WITH_LOCATION(true, true, false),
        LOCATION_FOR_ANOTHER_AGENCY(true, false, false),
        LOCATION_WITHOUT_A_NEED(true, false, false),
        FIELD_WITHHELD(true, false, false),
        ITEM_WITHHELD(true, false, true),
        ITEM_WITHHELD_FROM_ANOTHER_AGENCY(true, false, false),
        NOT_CONFIRMED(false, false, false),
        REFUSED(false, false, false),
        EXPIRED(false, false, false),
        EXPIRED_WITH_LOCATION(false, false, false),
        WITHDRAWN(false, false, false),
        RECIPIENT_WITHDRAWN(false, false, false),
        ANOTHER_RECIPIENT_WITHDRAWN(true, false, false),
        NEVER_NAMED(false, false, false);

        private final boolean covers;
        private final boolean location;
        private final boolean itemWithheld;

        ConsentState(boolean covers, boolean location, boolean itemWithheld) {
            this.covers = covers;
            this.location = location;
            this.itemWithheld = itemWithheld;
        }

        ConsentScope scope() {
            return casefile().scopeFor(POLICE, day());
        }

        private LocalDate day() {
            return switch (this) {
                case EXPIRED, EXPIRED_WITH_LOCATION -> CONSENT_END.plusDays(1);
                case COVERS_ON_ITS_LAST_DAY -> CONSENT_END;
                default -> TODAY;
            };
        }

        private Casefile casefile() {
            return switch (this) {
                case COVERS, COVERS_ON_ITS_LAST_DAY, EXPIRED -> confirmed();
                case COVERS_WITH_LOCATION, EXPIRED_WITH_LOCATION -> locationFor("P0001", "巡回の範囲を決める");
                case LOCATION_FOR_ANOTHER_AGENCY -> locationFor("J0001", "面接");
                case LOCATION_WITHOUT_A_NEED -> locationFor("P0001", " ");
                case FIELD_WITHHELD -> withheld("住所", List.of());
                case ITEM_WITHHELD -> withheld("勤務先", List.of("P0001"));
                case ITEM_WITHHELD_FROM_ANOTHER_AGENCY -> withheld("勤務先", List.of("J0001"));
                case NOT_CONFIRMED -> submitted(consent());
                case REFUSED -> {
                    Casefile asked = submitted(consent());
                    asked.attempted(attempt(true), command(SECOND));
                    yield asked;
                }
                case WITHDRAWN -> withdrawn();
                case RECIPIENT_WITHDRAWN -> withdrawn(POLICE);
                case ANOTHER_RECIPIENT_WITHDRAWN -> withdrawn(CHILD_GUIDANCE);
                case NEVER_NAMED -> confirmed(consent(List.of(), List.of(), List.of(), HOSPITAL));
            };
        }

        private static Casefile locationFor(String agency, String need) {
            return confirmed(
                    consent(List.of(), List.of(), List.of(new Consent.LocationPermission(agency, need)), POLICE));
        }

        private static Casefile withheld(String item, List<String> from) {
            return confirmed(consent(List.of(new Consent.Withheld(item, from)), List.of(), List.of(), POLICE));
        }

        private boolean shows(String cell) {
            return switch (cell) {
                case "o" -> true;
                case "-" -> false;
                case "c" -> covers;
                case "l" -> covers && location;
                // Nothing is disclosed without her consent, whatever that is.
                case "d", "D" -> false;
                default -> throw new AssertionError("Nobody knows what " + cell + " means");
            };
        }
    }

    @Test
    void theMatrixNamesEveryClassAndEveryRelation() {
        assertThat(MATRIX.rows()).containsExactlyInAnyOrderElementsOf(TextTable.names(FieldClass.values()));
        assertThat(MATRIX.columns()).containsExactlyInAnyOrderElementsOf(TextTable.names(Relation.values()));
    }

    @ParameterizedTest
    @EnumSource
    void theStatesOfConsentAreWhatTheirNamesSay(ConsentState consent) {
        assertThat(consent.scope().covers()).isEqualTo(consent.covers);
        assertThat(consent.scope().location()).isEqualTo(consent.location);
        assertThat(consent.scope().withheldItems().isEmpty()).isEqualTo(!consent.itemWithheld);
    }

    static Stream<Arguments> cells() {
        return Stream.of(Relation.values())
                .flatMap(relation -> Stream.of(ConsentState.values()).map(consent -> Arguments.of(relation, consent)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void showsWhatTheMatrixSays(Relation relation, ConsentState consent) {
        Grants grants = RedactionPolicy.decide(Set.of(relation), consent.scope());

        List<String> wrong = new ArrayList<>();
        for (FieldClass fieldClass : FieldClass.values()) {
            boolean expected = consent.shows(MATRIX.cell(fieldClass.name(), relation.name()));
            if (grants.shows(fieldClass) != expected) {
                wrong.add(fieldClass + (expected ? " is hidden" : " is shown"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void twoRelationsShowWhatEitherShows(ConsentState consent) {
        for (Relation one : Relation.values()) {
            for (Relation other : Relation.values()) {
                Set<Relation> both = EnumSet.of(one, other);
                Grants grants = RedactionPolicy.decide(both, consent.scope());
                for (FieldClass fieldClass : FieldClass.values()) {
                    boolean expected = both.stream()
                            .anyMatch(relation -> consent.shows(MATRIX.cell(fieldClass.name(), relation.name())));
                    assertThat(grants.shows(fieldClass))
                            .as(both + " " + fieldClass)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void toWhomItIsDisclosedIsShownWhatWasChosenAndNothingElseWhateverHerConsentSays(ConsentState consent) {
        for (FieldClass chosen : FieldClass.values()) {
            WithoutConsent disclosed =
                    new WithoutConsent(Set.of(chosen), Set.of("LIFE_OR_BODY"), Instant.parse("2026-11-23T01:00:00Z"));
            ConsentScope scope = consent.casefile().scopeFor(POLICE, consent.day(), disclosed);

            for (Relation relation : List.of(Relation.DISCLOSURE_NAMED, Relation.DISCLOSURE_RECIPIENT)) {
                Grants grants = RedactionPolicy.decide(Set.of(relation), scope);
                for (FieldClass fieldClass : FieldClass.values()) {
                    boolean expected =
                            switch (MATRIX.cell(fieldClass.name(), relation.name())) {
                                case "o", "d" -> true;
                                case "D" -> fieldClass == chosen;
                                default -> false;
                            };
                    assertThat(grants.shows(fieldClass))
                            .as(relation + " " + fieldClass + ", chosen " + chosen)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDisclosureGivesNobodyElseAnythingMore(ConsentState consent) {
        WithoutConsent all = new WithoutConsent(
                Set.of(FieldClass.values()), Set.of("LIFE_OR_BODY"), Instant.parse("2026-11-23T01:00:00Z"));
        ConsentScope scope = consent.casefile().scopeFor(POLICE, consent.day(), all);
        for (Relation relation : Relation.values()) {
            if (relation != Relation.DISCLOSURE_RECIPIENT) {
                assertThat(RedactionPolicy.decide(Set.of(relation), scope).shown())
                        .as(relation.name())
                        .isEqualTo(RedactionPolicy.decide(Set.of(relation), consent.scope())
                                .shown());
            }
        }
    }

    @Test
    void whatSheWithholdsStaysWithheldFromWhomItIsDisclosedAlsoAfterSheTookAllBack() {
        WithoutConsent disclosed = new WithoutConsent(
                Set.of(FieldClass.LOCATION, FieldClass.NARRATIVE),
                Set.of("LIFE_OR_BODY"),
                Instant.parse("2026-11-23T01:00:00Z"));
        Consent given = consent(
                List.of(new Consent.Withheld("住所", List.of()), new Consent.Withheld("勤務先", List.of("J0001"))),
                List.of(),
                List.of(),
                POLICE,
                CHILD_GUIDANCE);
        Casefile casefile = withdrawn(given, withdrawal());

        Grants police = RedactionPolicy.decide(
                Set.of(Relation.DISCLOSURE_RECIPIENT), casefile.scopeFor(POLICE, TODAY, disclosed));
        Grants childGuidance = RedactionPolicy.decide(
                Set.of(Relation.DISCLOSURE_RECIPIENT), casefile.scopeFor(CHILD_GUIDANCE, TODAY, disclosed));
        Grants hospital = RedactionPolicy.decide(
                Set.of(Relation.DISCLOSURE_RECIPIENT), casefile.scopeFor(HOSPITAL, TODAY, disclosed));

        assertThat(police.withheldFields()).containsExactly("address");
        assertThat(police.withheldItems()).isEmpty();
        assertThat(childGuidance.withheldItems()).containsExactly("勤務先");
        // She never named it, and could not say it of that agency.
        assertThat(hospital.withheldItems()).containsExactly("勤務先");
        assertThat(hospital.withheldFields()).containsExactly("address");
        assertThat(police.marksShown()).isFalse();
    }

    @Test
    void nobodyAtAllIsShownNothing() {
        for (ConsentState consent : ConsentState.values()) {
            assertThat(RedactionPolicy.decide(Set.of(), consent.scope()).shown())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatSheWithholdsIsWithheldFromParticipantsAndWhoeverTakesOverAndFromNobodyElse(Relation relation) {
        Grants field = RedactionPolicy.decide(Set.of(relation), ConsentState.FIELD_WITHHELD.scope());
        Grants item = RedactionPolicy.decide(Set.of(relation), ConsentState.ITEM_WITHHELD.scope());

        if (Set.of(
                        Relation.CLEARED_PARTICIPANT,
                        Relation.TAKING_OVER,
                        Relation.DISCLOSURE_RECIPIENT,
                        Relation.INTAKE_DIVISION,
                        Relation.EMERGENCY_READER)
                .contains(relation)) {
            assertThat(field.withheldFields()).containsExactly("address");
            assertThat(item.withheldItems()).containsExactly("勤務先");
        } else {
            assertThat(field.withheldFields()).isEmpty();
            assertThat(item.withheldItems()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMarksAreShownToThoseAloneWhoWriteAndExamineTheTexts(Relation relation) {
        for (ConsentState consent : ConsentState.values()) {
            assertThat(RedactionPolicy.decide(Set.of(relation), consent.scope()).marksShown())
                    .isEqualTo(
                            Set.of(Relation.REQUESTING_TEAM, Relation.CENTER, Relation.CASE_OFFICER, Relation.DIRECTOR)
                                    .contains(relation));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLocationHasACallOfItsOwnForTheCaseOfficerAndTheDirectorAlone(Relation relation) {
        assertThat(RedactionPolicy.mayViewLocation(Set.of(relation)))
                .isEqualTo(relation == Relation.CASE_OFFICER || relation == Relation.DIRECTOR);
    }
}
