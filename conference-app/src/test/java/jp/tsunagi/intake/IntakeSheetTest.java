package jp.tsunagi.intake;

import static jp.tsunagi.casefile.CasefileFixtures.NOW;
import static jp.tsunagi.casefile.CasefileFixtures.SAPPORO;
import static jp.tsunagi.casefile.CasefileFixtures.SECOND;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static jp.tsunagi.casefile.CasefileFixtures.command;
import static jp.tsunagi.casefile.CasefileFixtures.confirmed;
import static jp.tsunagi.casefile.CasefileFixtures.inSection;
import static jp.tsunagi.casefile.CasefileFixtures.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.CasefileFixtures;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.shared.Refused;
import org.junit.jupiter.api.Test;

/** The sheet, what is given of it and its list, without anything around. */
class IntakeSheetTest {

    private static final CaseId CASE = new CaseId("case");
    private static final String HOUSING = "住宅課";
    private static final LocalDate TODAY = CasefileFixtures.TODAY;

    private final IntakeSheet sheet = told(IntakeSheet.begun(CASE, SAPPORO));

    private static IntakeSheet told(IntakeSheet sheet) {
        sheet.write(
                new SheetParts("昼に電話", "海辺の家", "手当", "小学生", "通院〔伏せる：勤務先〕工場の医師〔ここまで〕", "工場", "調停", "夫"),
                null,
                command(SUBMITTER));
        return stored(sheet);
    }

    private static IntakeSheet stored(IntakeSheet sheet) {
        return new IntakeSheet(sheet.toRecord());
    }

    private static GivingForm giving(String division, boolean name, IntakePart... parts) {
        return new GivingForm(division, List.of(parts), name, TODAY, "見本");
    }

    private static ProceduresForm.Row row(String id, int visit, String division) {
        return new ProceduresForm.Row(id, null, visit, "申込み", division, List.of("印鑑"), null, null);
    }

    private static Map<String, Object> seen(IntakeSheet sheet, Officer officer, Casefile casefile) {
        IntakeStanding standing = new IntakeStanding(officer, casefile, sheet.record(), false);
        return Projection.of(sheet.record().parts(), RedactionPolicy.decide(standing.relations(), parts(standing)))
                .shown();
    }

    /** As of the view, whose parts lie one level deeper. */
    private static jp.tsunagi.protection.ConsentScope parts(IntakeStanding standing) {
        var scope = standing.scope();
        return new jp.tsunagi.protection.ConsentScope(
                scope.covers(),
                scope.location(),
                scope.withheldFields().stream()
                        .map(field -> field.replace("parts.", ""))
                        .collect(java.util.stream.Collectors.toSet()),
                scope.withheldItems());
    }

    @Test
    void nobodyHasAnythingUntilItIsGiven() {
        assertThat(sheet.record().divisions()).isEmpty();
        assertThat(seen(sheet, inSection(SECOND, HOUSING), confirmed())).isEmpty();
    }

    @Test
    void aSectionHasThePartsItWasGivenAndNoOther() {
        sheet.give(giving(HOUSING, false, IntakePart.HOUSING, IntakePart.LEGAL), command(SUBMITTER));
        IntakeSheet given = stored(sheet);

        assertThat(seen(given, inSection(SECOND, HOUSING), confirmed())).containsOnlyKeys("housing", "legal");
        assertThat(seen(given, inSection(SECOND, "保険年金課"), confirmed())).isEmpty();
        assertThat(seen(
                        given,
                        inSection(CasefileFixtures.officer("x", CasefileFixtures.ASAHIKAWA), HOUSING),
                        confirmed()))
                .isEmpty();
        assertThat(given.record().divisions()).containsExactly(HOUSING);
    }

    @Test
    void whereSheIsGoesOnlyWithAPartThatIsAboutThat() {
        sheet.give(giving(HOUSING, false, IntakePart.LEGAL), command(SUBMITTER));
        IntakeStanding standing = new IntakeStanding(
                inSection(SECOND, HOUSING), confirmed(), stored(sheet).record(), false);

        assertThat(RedactionPolicy.decide(standing.relations(), standing.scope())
                        .shown())
                .contains(FieldClass.NARRATIVE)
                .doesNotContain(FieldClass.LOCATION, FieldClass.CONTACT, FieldClass.CONSENT, FieldClass.STAFF);
    }

    @Test
    void aMarkedPassageStaysOutOfAPartThatIsGiven() {
        sheet.give(giving(HOUSING, false, IntakePart.HEALTH), command(SUBMITTER));

        assertThat(seen(stored(sheet), inSection(SECOND, HOUSING), confirmed())).containsEntry("health", "通院〔伏せています〕");
    }

    @Test
    void givingAgainTakesThePlaceOfWhatItHad() {
        sheet.give(giving(HOUSING, true, IntakePart.HOUSING), command(SUBMITTER));
        IntakeSheet again = stored(sheet);
        again.give(giving(HOUSING, false, IntakePart.WORK), command(SUBMITTER));
        IntakeSheet now = stored(again);

        assertThat(seen(now, inSection(SECOND, HOUSING), confirmed())).containsOnlyKeys("work");
        assertThat(now.record().grants()).hasSize(2);
    }

    @Test
    void whatIsTakenBackEndsAtOnce() {
        sheet.give(giving(HOUSING, false, IntakePart.HOUSING), command(SUBMITTER));
        IntakeSheet given = stored(sheet);
        String grant = given.record().grants().get(0).id();
        given.takeBack(grant, command(SUBMITTER));
        IntakeSheet ended = stored(given);

        assertThat(seen(ended, inSection(SECOND, HOUSING), confirmed())).isEmpty();
        assertThat(ended.record().divisions()).isEmpty();
        assertThat(catchThrowableOfType(Refused.class, () -> ended.takeBack(grant, command(SUBMITTER)))
                        .refusal()
                        .rule())
                .isEqualTo("not-found");
    }

    @Test
    void aWithdrawalOfEverythingEndsItAndAnAgreementAfterThatHolds() {
        sheet.give(giving(HOUSING, false, IntakePart.HOUSING), command(SUBMITTER));
        IntakeSheet given = stored(sheet);
        Casefile casefile = confirmed();
        casefile.withdraw(withdrawal(TODAY, NOW.plusSeconds(1)), command(SUBMITTER));

        assertThat(seen(given, inSection(SECOND, HOUSING), casefile)).isEmpty();
        given.give(giving(HOUSING, false, IntakePart.HOUSING), command(SUBMITTER, NOW.plusSeconds(2)));
        assertThat(seen(stored(given), inSection(SECOND, HOUSING), casefile)).containsKey("housing");
    }

    @Test
    void whoMustNotComeNearTheCaseFindsNothing() {
        sheet.give(giving(HOUSING, false, IntakePart.HOUSING), command(SUBMITTER));

        assertThat(new IntakeStanding(
                                inSection(SECOND, HOUSING),
                                confirmed(),
                                stored(sheet).record(),
                                true)
                        .relations())
                .isEmpty();
    }

    @Test
    void twoWhoWriteAtOnceAreToldAndTickingOffStandsInNobodysWay() {
        assertThat(catchThrowableOfType(Refused.class, () -> sheet.write(SheetParts.EMPTY, "0", command(SECOND)))
                        .refusal()
                        .rule())
                .isEqualTo("version.stale");
        sheet.list(List.of(row(null, 1, HOUSING)), "0", command(SUBMITTER));
        IntakeSheet listed = stored(sheet);
        listed.tick(listed.record().procedures().get(0).id(), true, HOUSING, command(SECOND));
        IntakeSheet ticked = stored(listed);

        ticked.write(SheetParts.EMPTY, "1", command(SUBMITTER));
        ticked.list(
                List.of(
                        row(null, 2, "保険年金課"),
                        row(ticked.record().procedures().get(0).id(), 1, HOUSING)),
                "1",
                command(SUBMITTER));

        assertThat(stored(ticked).record().procedures())
                .extracting(one -> one.done() != null)
                .containsExactly(false, true);
    }

    @Test
    void aSectionTicksOffItsOwnRowsAloneAndEachOnce() {
        sheet.list(List.of(row(null, 1, HOUSING)), null, command(SUBMITTER));
        IntakeSheet listed = stored(sheet);
        String id = listed.record().procedures().get(0).id();

        assertThat(rule(() -> listed.tick(id, true, "保険年金課", command(SECOND)))).isEqualTo("not-found");
        assertThat(rule(() -> listed.tick(id, false, HOUSING, command(SECOND)))).isEqualTo("intake.not-done");
        listed.tick(id, true, HOUSING, command(SECOND));
        assertThat(rule(() -> stored(listed).tick(id, true, null, command(SECOND))))
                .isEqualTo("intake.already-done");
    }

    private static String rule(Runnable step) {
        return catchThrowableOfType(Refused.class, step::run).refusal().rule();
    }
}
