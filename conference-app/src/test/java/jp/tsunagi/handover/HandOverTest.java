package jp.tsunagi.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.handover.HandOver.Offer;
import jp.tsunagi.handover.HandOver.Place;
import jp.tsunagi.handover.HandOverRecord.Agreed;
import jp.tsunagi.handover.HandOverRecord.Answer;
import jp.tsunagi.handover.HandOverRecord.Elsewhere;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.BusinessDays;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandOverTest {

    private static final AgencyCode SAPPORO = new AgencyCode("011002");
    private static final AgencyCode ASAHIKAWA = new AgencyCode("012041");
    private static final TeamSection THERE = new TeamSection(ASAHIKAWA, "");
    private static final LocalDate CONSENT_END = LocalDate.of(2027, 2, 18);
    private static final HandOverDays DAYS =
            new HandOverDays(new HandOverSettings(3, 5), new BusinessDays(Set.of(LocalDate.of(2026, 11, 23))));

    private static int commands;

    private static Command on(String day, AgencyCode agency) {
        String id = Ids.derived("command", String.valueOf(commands++));
        Officer officer = new Officer(
                new AccountId("officer-" + agency.value()), "見本 花子", agency, "", Set.of(Role.COUNSELLOR), true, false);
        return new Command(
                id,
                id,
                officer,
                agency,
                LocalDate.parse(day)
                        .atTime(LocalTime.of(10, 0))
                        .atZone(TimeConfiguration.JAPAN)
                        .toInstant());
    }

    private static Handed handed() {
        return new Handed(
                "架空 花子",
                "カクウ ハナコ",
                null,
                LocalDate.of(1988, 4, 12),
                null,
                "000-1111-2222",
                null,
                "北海道架空市",
                List.of("通訳"),
                "〔伏せる：勤務先〕架空商店〔ここまで〕に通う",
                "経過",
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new Handed.Measure("m1", null, null, "付き添う", "札幌市", null, null, null)),
                null);
    }

    private static HandOver offered(@Nullable AgencyCode receiver) {
        Offer offer = new Offer(
                receiver,
                receiver == null ? new Elsewhere("架空県架空市", "窓口", null) : null,
                new Agreed(LocalDate.of(2026, 11, 20), ConsentMethod.PHONE, "見本 花子"),
                List.of(Part.PERSON),
                handed());
        return stored(HandOver.offered(
                new Place(new CaseId("case"), "conference", "R8-0001"),
                "H8-0001",
                offer,
                DAYS,
                CONSENT_END,
                on("2026-11-20", SAPPORO)));
    }

    /** The same as it would be read back, with what it announced since. */
    private static HandOver stored(HandOver handOver) {
        return new HandOver(handOver.toRecord());
    }

    private static List<String> announced(HandOver handOver) {
        return handOver.toRecord().outbox().stream().map(PendingEvent::kind).toList();
    }

    private static void accept(HandOver handOver) {
        handOver.accept(THERE, handed(), 3, null, on("2026-11-24", ASAHIKAWA));
    }

    private static Answer answer() {
        return new Answer(LocalDate.of(2026, 11, 24), "例示 幸子", null, "理由");
    }

    @Test
    void theOneWriteOfTheAcceptanceDecidesWhichCaseIsMade() {
        HandOver handOver = offered(ASAHIKAWA);
        accept(handOver);
        HandOverRecord record = handOver.toRecord();

        assertThat(record.state()).isEqualTo(HandOverState.ACCEPTED);
        assertThat(record.accepted()).isNotNull();
        assertThat(record.accepted().newCase()).isNotNull().isNotEqualTo(record.caseId());
        assertThat(record.accepted().newConference()).isNotEqualTo(record.conferenceId());
        assertThat(record.single()).isEqualTo("case");
        HandOver again = offered(ASAHIKAWA);
        assertThat(again.record().id()).isNotEqualTo(record.id());
        assertThat(announced(handOver)).contains(HandOver.ACCEPTED);
    }

    @Test
    void whatIsAnsweredIsAnsweredOnce() {
        HandOver refused = offered(ASAHIKAWA);
        refused.refuse(answer(), on("2026-11-24", ASAHIKAWA));
        assertRefused(refused, "handover.already-refused");
        HandOver takenBack = offered(ASAHIKAWA);
        takenBack.takeBack(answer(), on("2026-11-24", SAPPORO));
        assertRefused(takenBack, "handover.called-off");
        HandOver lapsed = offered(ASAHIKAWA);
        lapsed.lapse();
        assertRefused(lapsed, "handover.called-off");
        HandOver accepted = offered(ASAHIKAWA);
        accept(accepted);
        assertRefused(accepted, "handover.already-accepted");
        accepted.made();
        assertThat(accepted.state()).isEqualTo(HandOverState.TAKEN_OVER);
        assertThatThrownBy(lapsed::made).isInstanceOf(Refused.class);
    }

    private static void assertRefused(HandOver handOver, String rule) {
        assertThatThrownBy(() -> accept(handOver)).isInstanceOf(Refused.class).hasMessage(rule);
        assertThatThrownBy(() -> handOver.refuse(answer(), on("2026-11-25", ASAHIKAWA)))
                .hasMessage(rule);
        assertThatThrownBy(() -> handOver.takeBack(answer(), on("2026-11-25", SAPPORO)))
                .hasMessage(rule);
    }

    @Test
    void aCaseHasOneOpenHandOverAndAnyNumberThatCameToAnEnd() {
        HandOver handOver = offered(ASAHIKAWA);
        assertThat(handOver.toRecord().single()).isEqualTo("case");
        handOver.refuse(answer(), on("2026-11-24", ASAHIKAWA));
        assertThat(handOver.toRecord().single()).isEqualTo(handOver.record().id());
    }

    @Test
    void remindersGoOutOnceToTheReceiverThenToThoseWhoOffered() {
        HandOver handOver = offered(ASAHIKAWA);
        // The 23rd is a holiday.
        assertThat(handOver.record().answerBy()).isEqualTo("2026-11-30");
        assertThat(handOver.record().lookOn()).isEqualTo("2026-11-26");
        assertThat(handOver.remind(DAYS, LocalDate.of(2026, 11, 25), CONSENT_END))
                .isFalse();
        assertThat(handOver.remind(DAYS, LocalDate.of(2026, 11, 26), CONSENT_END))
                .isTrue();
        handOver = stored(handOver);
        assertThat(handOver.record().lookOn()).isEqualTo("2026-12-01");
        assertThat(handOver.remind(DAYS, LocalDate.of(2026, 12, 1), CONSENT_END))
                .isTrue();
        assertThat(announced(handOver)).containsSubsequence(HandOver.DUE, HandOver.UNANSWERED);
        handOver = stored(handOver);
        assertThat(handOver.record().lookOn()).isEqualTo(CONSENT_END.plusDays(1));
        assertThat(handOver.remind(DAYS, LocalDate.of(2026, 12, 2), CONSENT_END))
                .isFalse();
    }

    @Test
    void elsewhereTheHubRemindsNobodyButThoseWhoOffered() {
        HandOver handOver = offered(null);
        handOver.remind(DAYS, LocalDate.of(2026, 12, 10), CONSENT_END);
        assertThat(announced(handOver)).contains(HandOver.UNANSWERED).doesNotContain(HandOver.DUE);
    }

    @Test
    void whatIsNotCoveredDoesNotGoAlong() {
        ConsentScope scope = new ConsentScope(true, false, Set.of("birthDate", "age"), Set.of("勤務先"));
        Projection gets = HandOverConsent.projection(handed(), scope);

        assertThat(gets.shown())
                .containsEntry("name", "架空 花子")
                .containsEntry("phone", "000-1111-2222")
                .containsEntry("currentSituation", "〔伏せています〕に通う")
                .doesNotContainKeys("address", "birthDate", "caseOverview");
        assertThat(gets.classes()).doesNotContain(FieldClass.LOCATION);
        assertThat(Handed.shown(gets.shown()).measures())
                .extracting(Handed.Measure::measure)
                .containsOnlyNulls();
        assertThat(HandOverConsent.projection(handed(), ConsentScope.NOTHING).shown())
                .isEmpty();
        assertThat(HandOverConsent.projection(handed(), new ConsentScope(true, true, Set.of(), Set.of()))
                        .shown())
                .containsEntry("address", "北海道架空市");
    }

    @Test
    void everyPartNamesFieldsThatThereAre() {
        List<String> fields = Stream.of(Handed.class.getRecordComponents())
                .map(component -> component.getName())
                .toList();
        List<String> named =
                Stream.of(Part.values()).flatMap(part -> part.fields().stream()).toList();
        assertThat(named).doesNotHaveDuplicates();
        assertThat(fields).containsAll(named);
        assertThat(fields).filteredOn(field -> !named.contains(field)).containsExactly("measures", "remarks");
    }

    @Test
    void whatPeopleTypeIsFreeTextSoThatWithheldPassagesAreTakenOut() {
        assertThat(Stream.of(Handed.class.getRecordComponents())
                        .filter(component -> component.getType() == String.class)
                        .filter(component ->
                                !component.getAnnotation(Classified.class).freeText())
                        .map(component -> component.getName()))
                .containsExactlyInAnyOrder("name", "kana", "callName", "phone", "safeContact", "address");
    }
}
