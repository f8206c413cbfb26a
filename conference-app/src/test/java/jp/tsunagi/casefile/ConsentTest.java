package jp.tsunagi.casefile;

import static jp.tsunagi.casefile.CasefileFixtures.CENTER;
import static jp.tsunagi.casefile.CasefileFixtures.CHILD_GUIDANCE;
import static jp.tsunagi.casefile.CasefileFixtures.CONSENT_END;
import static jp.tsunagi.casefile.CasefileFixtures.HOSPITAL;
import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SAPPORO;
import static jp.tsunagi.casefile.CasefileFixtures.TODAY;
import static jp.tsunagi.casefile.CasefileFixtures.consent;
import static jp.tsunagi.casefile.CasefileFixtures.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import jp.tsunagi.protection.ConsentScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {

    @ParameterizedTest
    @EnumSource
    void isInForceOnlyOnceASecondOfficerConfirmedIt(Consent.Status status) {
        assertThat(consent().as(status).inForce(TODAY)).isEqualTo(status == Consent.Status.VERIFIED);
    }

    @Test
    void holdsThroughItsLastDayAndNoLonger() {
        Consent consent = verified();

        assertThat(consent.inForce(CONSENT_END)).isTrue();
        assertThat(consent.expired(CONSENT_END)).isFalse();
        assertThat(consent.inForce(CONSENT_END.plusDays(1))).isFalse();
        assertThat(consent.expired(CONSENT_END.plusDays(1))).isTrue();
        assertThat(consent.scopeFor(POLICE, CONSENT_END).covers()).isTrue();
        assertThat(consent.scopeFor(POLICE, CONSENT_END.plusDays(1))).isEqualTo(ConsentScope.NOTHING);
    }

    @Test
    void holdsNinetyDaysWhereNothingElseWasSaid() {
        assertThat(Consent.DEFAULT_DAYS).isEqualTo(90);
        assertThat(ChronoUnit.DAYS.between(TODAY, CONSENT_END)).isEqualTo(90);
    }

    @Test
    void coversTheAgenciesItNamesAndNoOther() {
        assertThat(verified().scopeFor(POLICE, TODAY).covers()).isTrue();
        assertThat(verified().scopeFor(CHILD_GUIDANCE, TODAY).covers()).isTrue();
        assertThat(verified().scopeFor(HOSPITAL, TODAY)).isEqualTo(ConsentScope.NOTHING);
        // They take part without being named; what they see is not measured by the scope.
        assertThat(verified().scopeFor(SAPPORO, TODAY)).isEqualTo(ConsentScope.NOTHING);
        assertThat(verified().scopeFor(CENTER, TODAY)).isEqualTo(ConsentScope.NOTHING);
    }

    @Test
    void takenBackAsAWholeCoversNobody() {
        Consent gone = verified().withdrawn(withdrawal());

        assertThat(gone.status()).isEqualTo(Consent.Status.WITHDRAWN);
        assertThat(gone.inForce(TODAY)).isFalse();
        assertThat(gone.scopeFor(POLICE, TODAY)).isEqualTo(ConsentScope.NOTHING);
    }

    @Test
    void takenBackForOneAgencyGoesOnForTheOthers() {
        Consent narrower = verified().withdrawn(withdrawal(POLICE));

        assertThat(narrower.status()).isEqualTo(Consent.Status.VERIFIED);
        assertThat(narrower.currentRecipients()).containsExactly(CHILD_GUIDANCE);
        assertThat(narrower.recipients()).contains(POLICE);
        assertThat(narrower.scopeFor(POLICE, TODAY)).isEqualTo(ConsentScope.NOTHING);
        assertThat(narrower.scopeFor(CHILD_GUIDANCE, TODAY).covers()).isTrue();
    }

    @Test
    void takenBackTwiceKeepsBothInTheLedger() {
        Consent twice = verified().withdrawn(withdrawal(POLICE)).withdrawn(withdrawal(CHILD_GUIDANCE));

        assertThat(twice.withdrawals()).hasSize(2);
        assertThat(twice.currentRecipients()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "住所, address",
        "address, address",
        "' 住所 ', address",
        "対象者氏名, name kana formerName commonName callName nameAtMeeting",
        "氏名, name kana formerName commonName callName nameAtMeeting",
        "フリガナ, kana",
        "生年月日, birthDate age approximateAge",
        "年齢, birthDate age approximateAge",
        "現在の状況, currentSituation",
        "ケース概要, caseOverview",
        "本人の希望, wishes",
        "協議事項, topics",
        "参集範囲, invitees",
        "caseOverview, caseOverview",
        "topics, topics"
    })
    void withholdsAFieldByItsLabelOrItsName(String item, String fields) {
        ConsentScope scope = withholding(item, List.of()).scopeFor(POLICE, TODAY);

        assertThat(scope.withheldFields()).containsExactlyInAnyOrder(fields.split(" "));
        assertThat(scope.withheldItems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"旧氏, formerName", "' 旧姓 ', formerName", "通称, commonName", "呼び名, callName", "formerName, formerName"})
    void withholdsAnotherNameWhereItStandsAndWhereTheTextsSpeakOfIt(String item, String field) {
        ConsentScope scope = withholding(item, List.of()).scopeFor(POLICE, TODAY);

        assertThat(scope.withheldFields()).containsExactly(field);
        assertThat(scope.withheldItems()).containsExactly(item.strip());
    }

    @Test
    void withholdsWhatIsNoFieldWhereverTheTextsSpeakOfIt() {
        ConsentScope scope = withholding(" 勤務先 ", List.of()).scopeFor(POLICE, TODAY);

        assertThat(scope.withheldFields()).isEmpty();
        assertThat(scope.withheldItems()).containsExactly("勤務先");
    }

    @Test
    void withholdsFromTheAgenciesNamedAlone() {
        Consent consent = withholding("住所", List.of(CHILD_GUIDANCE.value()));

        assertThat(consent.scopeFor(CHILD_GUIDANCE, TODAY).withheldFields()).containsExactly("address");
        assertThat(consent.scopeFor(POLICE, TODAY).withheldFields()).isEmpty();
        assertThat(consent.scopeFor(POLICE, TODAY).covers()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　"})
    void theLocationNeedsAPermissionWithANeed(String empty) {
        assertThat(locationFor(POLICE.value(), "巡回").scopeFor(POLICE, TODAY).location())
                .isTrue();
        assertThat(locationFor(POLICE.value(), empty).scopeFor(POLICE, TODAY).location())
                .isFalse();
    }

    @Test
    void theLocationIsForTheAgencyNamedAloneAndNeverByDefault() {
        assertThat(verified().scopeFor(POLICE, TODAY).location()).isFalse();
        assertThat(locationFor(POLICE.value(), "巡回")
                        .scopeFor(CHILD_GUIDANCE, TODAY)
                        .location())
                .isFalse();
        // A permission for the location alone opens nothing: the agency must be a recipient as well.
        assertThat(locationFor(HOSPITAL.value(), "訪問").scopeFor(HOSPITAL, TODAY))
                .isEqualTo(ConsentScope.NOTHING);
        assertThat(locationFor(POLICE.value(), "巡回")
                        .withdrawn(withdrawal(POLICE))
                        .scopeFor(POLICE, TODAY))
                .isEqualTo(ConsentScope.NOTHING);
    }

    @Test
    void itsConditionsAreMetWhenEachIs() {
        assertThat(withConditions().conditionsMet()).isTrue();
        assertThat(withConditions(new Consent.Condition("通訳", TODAY)).conditionsMet())
                .isTrue();
        assertThat(withConditions(new Consent.Condition("通訳", TODAY), new Consent.Condition("女性の担当", null))
                        .conditionsMet())
                .isFalse();
    }

    @Test
    void coversConferenceSharingAndPlanWhereNobodySaidWhatItIsFor() {
        assertThat(verified().purposes())
                .containsExactlyInAnyOrder(
                        Consent.Purpose.HOLD_CONFERENCE, Consent.Purpose.SHARE, Consent.Purpose.PLAN);
        assertThat(verified().covers(Consent.Purpose.PLAN, CONSENT_END)).isTrue();
        assertThat(verified().covers(Consent.Purpose.PLAN, CONSENT_END.plusDays(1)))
                .isFalse();
        assertThat(verified().covers(Consent.Purpose.STATISTICS, TODAY)).isFalse();
        assertThat(consent().covers(Consent.Purpose.PLAN, TODAY)).isFalse();
    }

    @Test
    void letsNobodyHaveAnythingWhereSheDidNotAgreeToSharing() {
        Consent meeting = CasefileFixtures.forPurposes(consent(), Consent.Purpose.HOLD_CONFERENCE)
                .as(Consent.Status.VERIFIED);

        assertThat(meeting.scopeFor(POLICE, TODAY).covers()).isFalse();
        assertThat(verified().scopeFor(POLICE, TODAY).covers()).isTrue();
        assertThat(meeting.withdrawn(CasefileFixtures.withdrawal()).status()).isEqualTo(Consent.Status.WITHDRAWN);
    }

    @Test
    void keepsThatSheWasToldThatSheMaySayNo() {
        Consent told = CasefileFixtures.forPurposes(consent(), Consent.Purpose.SHARE);

        assertThat(told.refusalExplained()).isTrue();
        assertThat(told.numbered(3)
                        .as(Consent.Status.VERIFIED)
                        .without(Set.of(POLICE))
                        .refusalExplained())
                .isTrue();
        assertThat(consent().refusalExplained()).isNull();
    }

    @Test
    void anEntryNeverChangesBehindItsBack() {
        Set<jp.tsunagi.agency.AgencyCode> recipients = new java.util.HashSet<>(Set.of(POLICE));
        Consent consent = new Consent(
                1,
                Consent.Status.VERIFIED,
                recipients,
                List.of(),
                List.of(),
                List.of(),
                null,
                TODAY,
                null,
                CONSENT_END,
                SAPPORO,
                null,
                null,
                List.of(),
                List.of(),
                Set.of(),
                null);
        recipients.add(HOSPITAL);

        assertThat(consent.recipients()).containsExactly(POLICE);
    }

    private static Consent verified() {
        return consent().as(Consent.Status.VERIFIED);
    }

    private static Consent withholding(String item, List<String> from) {
        return consent(List.of(new Consent.Withheld(item, from)), List.of(), List.of(), POLICE, CHILD_GUIDANCE)
                .as(Consent.Status.VERIFIED);
    }

    private static Consent locationFor(String agency, String need) {
        return consent(
                        List.of(),
                        List.of(),
                        List.of(new Consent.LocationPermission(agency, need)),
                        POLICE,
                        CHILD_GUIDANCE)
                .as(Consent.Status.VERIFIED);
    }

    private static Consent withConditions(Consent.Condition... conditions) {
        return consent(List.of(), List.of(conditions), List.of(), POLICE).as(Consent.Status.VERIFIED);
    }
}
