package jp.tsunagi.clock;

import static jp.tsunagi.clock.ClockFixtures.TEAM;
import static jp.tsunagi.clock.ClockFixtures.basedOn;
import static jp.tsunagi.clock.ClockFixtures.clock;
import static jp.tsunagi.clock.ClockFixtures.facts;
import static jp.tsunagi.clock.ClockFixtures.measure;
import static jp.tsunagi.clock.ClockFixtures.on;
import static jp.tsunagi.clock.ClockFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.clock.Entry.State;
import jp.tsunagi.outbox.PendingEvent;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CaseClockTest {

    private final CaseClock clock = clock();

    @Test
    void aProtectionOrderLastsAYearFromTheDayOnWhichItTakesEffect() {
        int order = clock.enter(order("2026-11-20"), on("2026-11-21"));

        assertThat(until(order)).isEqualTo("2027-11-19");
    }

    @Test
    void ordersThatAreBasedOnAnotherEndWithItWheneverTheyWereIssued() {
        int order = clock.enter(order("2026-11-20"), on("2026-11-21"));
        int calls = clock.enter(basedOn(order, Procedure.CALLS_ORDER, "2027-05-10"), on("2027-05-11"));
        assertThat(until(calls)).isEqualTo("2027-11-19");

        clock.change(order, order("2026-11-24"), "送達の日の誤り", null, on("2027-05-12"));
        assertThat(until(calls)).isEqualTo("2027-11-23");

        clock.end(order, LocalDate.parse("2027-06-01"), "取消し", on("2027-06-02"));
        assertThat(state(order)).isEqualTo(State.ENDED);
        assertThat(state(calls)).isEqualTo(State.ENDED_WITH_ORDER);
        assertThat(clock.entry(calls).orElseThrow().ending().on()).isEqualTo("2027-06-01");
    }

    @Test
    void anOrderToLeaveLastsTwoMonthsOrSix() {
        int two = clock.enter(facts(Procedure.EVICTION_ORDER, "2026-12-31", null, 2, null), on("2027-01-05"));
        int six = clock.enter(facts(Procedure.EVICTION_ORDER, "2026-12-31", null, 6, null), on("2027-01-05"));

        assertThat(until(two)).isEqualTo("2027-02-28");
        assertThat(until(six)).isEqualTo("2027-06-30");
    }

    @Test
    void theRegisterMeasureIsRenewedFromTheDayAfterAndNotBeforeItsLastMonth() {
        int measure = clock.enter(measure("2026-11-20"), on("2026-11-20"));
        assertThat(until(measure)).isEqualTo("2027-11-19");

        refused("deadline.renewal-too-early", () -> renew(measure, "2027-10-18"));
        renew(measure, "2027-10-19");

        assertThat(until(measure)).isEqualTo("2028-11-19");
        assertThat(clock.entry(measure).orElseThrow().facts().from()).isEqualTo("2027-11-20");
        refused("deadline.renewal-too-late", () -> renew(measure, "2028-11-20"));
    }

    @Test
    void theRegisterMeasureAloneEndsWhenSheMovesOut() {
        int order = clock.enter(order("2026-11-20"), on("2026-11-21"));
        int measure = clock.enter(measure("2026-11-20"), on("2026-11-20"));

        clock.moveOut(measure, LocalDate.parse("2027-03-28"), on("2027-04-01"));

        assertThat(state(measure)).isEqualTo(State.MOVED_OUT);
        refused(
                "deadline.not-of-a-municipality",
                () -> clock.moveOut(order, LocalDate.parse("2027-03-28"), on("2027-04-01")));
        refused("deadline.ended", () -> renew(measure, "2027-11-01"));
    }

    @Test
    void aTemporaryProtectionIsExtendedToTheDayThatTheCenterDecides() {
        int protection = clock.enter(
                facts(Procedure.TEMPORARY_PROTECTION, "2026-11-20", "2026-12-03", null, null), on("2026-11-20"));

        clock.renew(
                protection,
                LocalDate.parse("2026-12-17"),
                LocalDate.parse("2026-12-02"),
                "住まいが決まらない",
                on("2026-12-02"));

        assertThat(until(protection)).isEqualTo("2026-12-17");
        assertThat(clock.entry(protection).orElseThrow().facts().from()).isEqualTo("2026-11-20");
        refused(
                "deadline.not-renewable",
                () -> renew(clock.enter(order("2026-11-20"), on("2026-11-21")), "2027-11-01"));
    }

    @Test
    void whatWasDoneStaysInTheHistory() {
        int order = clock.enter(order("2026-11-20"), on("2026-11-21"));
        clock.change(order, order("2026-11-24"), "送達の日の誤り", "1", on("2026-11-25"));

        assertThat(clock.entry(order).orElseThrow().history())
                .extracting(Entry.Line::step, line -> line.until().toString(), Entry.Line::reason)
                .containsExactly(
                        tuple(Entry.Step.ENTERED, "2027-11-19", null),
                        tuple(Entry.Step.CHANGED, "2027-11-23", "送達の日の誤り"));
        refused("version.stale", () -> clock.change(order, order("2026-11-25"), "再訂正", "1", on("2026-11-26")));
    }

    @Test
    void remindsOnceOfEachTimeHoweverOftenItIsLookedAt() {
        CaseClock current = clock;
        current.enter(order("2026-11-20"), on("2026-11-21"));
        int announced = 0;
        for (LocalDate day = LocalDate.parse("2026-11-21"); day.getYear() < 2029; day = day.plusDays(1)) {
            for (int again = 0; again < 2; again++) {
                if (current.remind(day)) {
                    announced++;
                }
                current = new CaseClock(current.toRecord(), ClockFixtures.reminders());
            }
        }

        assertThat(announced).isEqualTo(3);
        assertThat(current.toRecord().outbox()).hasSize(3).allSatisfy(event -> assertThat(event)
                .returns(CaseClock.NEAR, PendingEvent::kind)
                .returns("", PendingEvent::detail));
        assertThat(current.remindOn()).isEmpty();
    }

    @Test
    void whatWasMissedWhileTheHubWasDownIsOneReminder() {
        clock.enter(order("2026-11-20"), on("2026-11-21"));

        assertThat(clock.remind(LocalDate.parse("2027-10-25"))).isTrue();

        assertThat(clock.toRecord().outbox()).hasSize(1);
        assertThat(clock.remindOn()).contains(LocalDate.parse("2027-11-12"));
    }

    @Test
    void whatWasOverBeforeAnybodyLookedIsDoneWith() {
        clock.enter(order("2026-11-20"), on("2026-11-21"));

        assertThat(clock.remind(LocalDate.parse("2027-12-01"))).isFalse();
        assertThat(clock.remindOn()).isEmpty();
    }

    @Test
    void remindsOfNothingThatHasEnded() {
        int order = clock.enter(order("2026-11-20"), on("2026-11-21"));
        clock.end(order, LocalDate.parse("2026-12-01"), "取消し", on("2026-12-01"));

        assertThat(clock.remind(LocalDate.parse("2027-11-15"))).isFalse();
        assertThat(clock.remindOn()).isEmpty();
    }

    @Test
    void isSetAnewByWhatItFollows() {
        TeamSection other = new TeamSection(new AgencyCode("012041"), "");
        LocalDate today = LocalDate.parse("2026-11-20");
        assertThat(clock.follow(TEAM, TEAM, null, null, today)).isFalse();
        assertThat(clock.follow(TEAM, other, LocalDate.parse("2027-02-18"), LocalDate.parse("2027-01-20"), today))
                .isTrue();
        assertThat(clock.remindOn()).contains(LocalDate.parse("2027-01-06"));
        assertThat(clock.remind(LocalDate.parse("2027-01-06"))).isTrue();
        assertThat(clock.toRecord().outbox().get(0).agencies()).containsExactly("012041");

        assertThat(clock.follow(TEAM, other, null, LocalDate.parse("2027-01-20"), today))
                .isTrue();
        assertThat(clock.remindOn()).contains(LocalDate.parse("2027-01-20"));
        assertThat(clock.followed()).extracting(Followed::procedure).containsExactly(Procedure.PLAN_REVIEW);
    }

    private void renew(int number, String decidedOn) {
        clock.renew(number, null, LocalDate.parse(decidedOn), null, on(decidedOn));
    }

    private String until(int number) {
        return clock.entry(number).orElseThrow().until().toString();
    }

    private State state(int number) {
        return clock.entry(number).orElseThrow().state(LocalDate.parse("2027-06-03"));
    }

    private static void refused(String rule, ThrowingCallable step) {
        assertThatThrownBy(step).hasMessage(rule);
    }
}
