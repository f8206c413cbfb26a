package jp.tsunagi.conference;

import static jp.tsunagi.casefile.CasefileFixtures.SECOND;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static jp.tsunagi.conference.ConferenceFixtures.AFTER_MEETING;
import static jp.tsunagi.conference.ConferenceFixtures.ATTENDEE;
import static jp.tsunagi.conference.ConferenceFixtures.DEADLINES;
import static jp.tsunagi.conference.ConferenceFixtures.DIRECTORY;
import static jp.tsunagi.conference.ConferenceFixtures.STAFF;
import static jp.tsunagi.conference.ConferenceFixtures.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.MinutesRecord.Part;
import jp.tsunagi.conference.MinutesRecord.Place;
import jp.tsunagi.conference.MinutesRecord.Result;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MinutesTest {

    private static final Place FIRST = new Place(Part.OUTCOME, 0);
    private static final LocalDate UNTIL = LocalDate.of(2026, 12, 10);
    private static final Instant LATER = Instant.parse("2026-12-04T01:00:00Z");

    private final CaseConference conference = in(ConferenceState.REPORTED);
    private int commands;

    @Test
    void fiveBusinessDaysAfterTheReportHolidaysNotCounted() {
        // Friday; Monday the 23rd is a holiday.
        assertThat(DEADLINES.objectionsUntil(LocalDate.of(2026, 11, 20))).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(DEADLINES.objectionsUntil(LocalDate.of(2026, 12, 3))).isEqualTo(UNTIL);
    }

    @Test
    void whoeverReadThemIsOnRecordOnceWithTheVersion() {
        Minutes minutes = Minutes.untouched(conference);
        minutes.confirm(1, by(ATTENDEE));
        minutes.confirm(1, by(ATTENDEE));

        assertThat(minutes.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.by()).isEqualTo(ATTENDEE.id());
            assertThat(receipt.agency()).isEqualTo(ATTENDEE.agency());
            assertThat(receipt.reportVersion()).isEqualTo(1);
            assertThat(receipt.at()).isEqualTo(LATER);
        });
        assertThat(minutes.receiptOf(ATTENDEE.agency())).isPresent();
        assertThat(minutes.receiptOf(STAFF.agency())).isEmpty();
    }

    @Test
    void anObjectionIsAnnouncedWithoutWhatItSays() {
        Minutes minutes = objected();

        List<PendingEvent> events = minutes.toRecord().outbox();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(EventKind.MINUTES_OBJECTED.wireName());
            assertThat(event.agencies()).containsExactly("P0001");
            assertThat(event.detail()).isEmpty();
        });
    }

    @Test
    void theWholeOfTheLastDayIsStillInTime() {
        Minutes.untouched(conference).object(1, FIRST, "違う", "正しい", UNTIL, at("2026-12-10T14:59:59Z", ATTENDEE));

        refuses("minutes.window-closed", () -> Minutes.untouched(conference)
                .object(1, FIRST, "違う", "正しい", UNTIL, at("2026-12-10T15:00:00Z", ATTENDEE)));
    }

    @Test
    void acceptedTheFormerTextStaysWithWhoWhenAndWhy() {
        Minutes minutes = objected();
        OutcomeReport former = minutes.report(conference);
        OutcomeReport next = corrected(former, FIRST, text("四か所を見学する。"));
        minutes.accept(1, 1, former, next, "聞き違い", by(SECOND));

        assertThat(minutes.reportVersion()).isEqualTo(2);
        assertThat(minutes.report(conference).outcome()).isEqualTo("四か所を見学する。");
        assertThat(minutes.corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.before()).isEqualTo(former);
            assertThat(minutes.after(correction)).isEqualTo(next);
            assertThat(correction.by()).isEqualTo(SECOND.id());
            assertThat(correction.at()).isEqualTo(LATER);
            assertThat(correction.reason()).isEqualTo("聞き違い");
        });
        assertThat(minutes.objections().get(0).answer().result()).isEqualTo(Result.ACCEPTED);
        assertThat(minutes.toRecord().outbox()).extracting(PendingEvent::detail).containsExactly("", "ACCEPTED");
    }

    @Test
    void declinedTheReportStandsAndTheReasonIsKept() {
        Minutes minutes = objected();
        minutes.decline(1, "録音で確かめた", by(STAFF));

        assertThat(minutes.reportVersion()).isEqualTo(1);
        assertThat(minutes.corrected()).isEmpty();
        assertThat(minutes.objections().get(0).answer().reason()).isEqualTo("録音で確かめた");
    }

    @Test
    void onlyOneOfTwoAnswersCounts() {
        Minutes minutes = objected();
        minutes.decline(1, "理由", by(STAFF));

        refuses("minutes.answered", () -> minutes.decline(1, "別の理由", by(SECOND)));
        refuses("not-found", () -> minutes.decline(2, "理由", by(SECOND)));
    }

    @Test
    void nobodyAnswersTheirOwnObjection() {
        Minutes minutes = Minutes.untouched(conference);
        minutes.object(1, FIRST, "違う", "正しい", UNTIL, by(SUBMITTER));

        refuses("minutes.own-objection", () -> minutes.decline(1, "理由", by(SUBMITTER)));
        minutes.decline(1, "理由", by(SECOND));
    }

    @Test
    void whatWasReadBeforeACorrectionIsReadAgain() {
        Minutes minutes = objected();
        minutes.object(1, FIRST, "ほかにも違う", "正しい", UNTIL, by(STAFF));
        OutcomeReport former = minutes.report(conference);
        OutcomeReport next = corrected(former, FIRST, text("四か所を見学する。"));
        minutes.accept(1, 1, former, next, "聞き違い", by(SECOND));

        refuses("minutes.changed", () -> minutes.confirm(1, by(ATTENDEE)));
        refuses("minutes.changed", () -> minutes.object(1, FIRST, "違う", "正しい", UNTIL, by(ATTENDEE)));
        refuses("minutes.changed", () -> minutes.accept(2, 1, next, former, "理由", by(SECOND)));
    }

    @Test
    void aRepeatIsKnown() {
        Minutes minutes = Minutes.untouched(conference);
        Command command = by(ATTENDEE);
        minutes.object(1, FIRST, "違う", "正しい", UNTIL, command);

        assertThat(new Minutes(minutes.toRecord()).has(command)).isTrue();
        assertThat(new Minutes(minutes.toRecord()).has(by(ATTENDEE))).isFalse();
    }

    @Test
    void theConferenceTakesOverWhatWasCorrectedHoweverOftenItIsTold() {
        OutcomeReport next = corrected(conference.outcome().orElseThrow(), FIRST, text("四か所を見学する。"));
        conference.outcomeCorrected(next);
        conference.outcomeCorrected(next);

        assertThat(conference.outcome()).contains(next);
        assertThat(conference.state()).isEqualTo(ConferenceState.REPORTED);
    }

    @Test
    void aCorrectionSaysSomethingElseInThatParagraph() {
        OutcomeReport report = conference.outcome().orElseThrow();

        assertThat(problems(report, FIRST, text(null))).containsExactly("corrected required");
        assertThat(problems(report, FIRST, text(report.outcome()))).containsExactly("corrected unchanged");
        assertThat(problems(report, FIRST, text("一\n\n二"))).containsExactly("corrected one-paragraph");
        assertThat(problems(
                        report,
                        new Place(Part.ATTENDANCE, 0),
                        attendance(new Attendance(null, null, null, null, null, null))))
                .contains("attendance.agency choose", "attendance.presence choose");
    }

    @Test
    void aCorrectionKeepsTheMarksOfWhatSheWithholds() {
        OutcomeReport marked = with("〔伏せる：勤務先〕甲社〔ここまで〕を休む");

        assertThat(problems(marked, FIRST, text("乙社を休む"))).containsExactly("corrected marks-kept");
        assertThat(corrected(marked, FIRST, text("〔伏せる：勤務先〕乙社〔ここまで〕を休む")).outcome())
                .isEqualTo("〔伏せる：勤務先〕乙社〔ここまで〕を休む");
    }

    @Test
    void whoWasThereCannotBecomeSomebodyElseThanTheLineIsOf() {
        OutcomeReport report = conference.outcome().orElseThrow();
        Attendance first = report.attendance().get(0);
        OutcomeReport next = corrected(
                report,
                new Place(Part.ATTENDANCE, 0),
                attendance(new Attendance(first.agency(), "架空 別子", Attendance.Presence.SUBSTITUTE, true, null, null)));

        assertThat(next.attendance().get(0))
                .isEqualTo(new Attendance(
                        first.agency(), "架空 別子", Attendance.Presence.SUBSTITUTE, first.person(), null, null));
        assertThat(next.attendance().subList(1, next.attendance().size()))
                .isEqualTo(report.attendance().subList(1, report.attendance().size()));
    }

    private Minutes objected() {
        Minutes minutes = Minutes.untouched(conference);
        minutes.object(1, FIRST, "違う", "正しい", UNTIL, by(ATTENDEE));
        return minutes;
    }

    private Command by(Officer officer) {
        return new Command("command-" + commands++, "digest", officer, officer.agency(), LATER);
    }

    private Command at(String instant, Officer officer) {
        return new Command("command-" + commands++, "digest", officer, officer.agency(), Instant.parse(instant));
    }

    private OutcomeReport with(String outcome) {
        OutcomeReport report = conference.outcome().orElseThrow();
        return new OutcomeReport(
                report.recordedOn(),
                report.recordedBy(),
                report.start(),
                report.end(),
                report.place(),
                report.attendance(),
                outcome,
                report.actions(),
                report.leadAgency());
    }

    private static MinutesSteps.Answer text(String corrected) {
        return new MinutesSteps.Answer(Result.ACCEPTED, 1, corrected, null, null, "理由");
    }

    private static MinutesSteps.Answer attendance(Attendance attendance) {
        return new MinutesSteps.Answer(Result.ACCEPTED, 1, null, null, attendance, "理由");
    }

    private static OutcomeReport corrected(OutcomeReport report, Place place, MinutesSteps.Answer answer) {
        LocalDateTime now = LocalDateTime.ofInstant(AFTER_MEETING, jp.tsunagi.shared.TimeConfiguration.JAPAN)
                .plusDays(1);
        return new MinutesCorrection(DIRECTORY, now).of(report, place, answer);
    }

    private static Set<String> problems(OutcomeReport report, Place place, MinutesSteps.Answer answer) {
        try {
            corrected(report, place, answer);
            return Set.of();
        } catch (Refused refused) {
            assertThat(refused.refusal().rule()).isEqualTo("minutes.incomplete");
            return refused.refusal().fields().stream()
                    .map((FieldProblem problem) -> problem.field() + " " + problem.problem())
                    .collect(java.util.stream.Collectors.toSet());
        }
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
    }
}
