package jp.tsunagi.complaint;

import static jp.tsunagi.complaint.ComplaintFixtures.about;
import static jp.tsunagi.complaint.ComplaintFixtures.aboutPolice;
import static jp.tsunagi.complaint.ComplaintFixtures.answer;
import static jp.tsunagi.complaint.ComplaintFixtures.days;
import static jp.tsunagi.complaint.ComplaintFixtures.on;
import static jp.tsunagi.complaint.ComplaintFixtures.received;
import static jp.tsunagi.complaint.ComplaintFixtures.review;
import static jp.tsunagi.complaint.ComplaintFixtures.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagi.command.Command;
import jp.tsunagi.complaint.ComplaintForm.Result;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintTest {

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, ANSWER, ANSWERED",
        "RECEIVED, REVIEW, complaint.not-answered",
        "RECEIVED, CLOSE, complaint.not-answered",
        "ANSWERED, ANSWER, complaint.already-answered",
        "ANSWERED, REVIEW, REVIEWED",
        "ANSWERED, CLOSE, CLOSED",
        "REVIEWED, ANSWER, complaint.already-answered",
        "REVIEWED, REVIEW, complaint.already-reviewed",
        "REVIEWED, CLOSE, complaint.already-reviewed",
        "CLOSED, ANSWER, complaint.already-answered",
        "CLOSED, REVIEW, complaint.already-reviewed",
        "CLOSED, CLOSE, complaint.already-reviewed"
    })
    void eachStepLeadsWhereTheTableSaysAndElsewhereIsRefusedByName(
            ComplaintState state, ComplaintStep step, String leadsTo) {
        String found;
        try {
            found = step.from(state).name();
        } catch (Refused refused) {
            found = refused.refusal().rule();
        }

        assertThat(found).isEqualTo(leadsTo);
    }

    @Test
    void isAnsweredWithinTenBusinessDays() {
        assertThat(aboutPolice("2026-11-20").toRecord().due()).isEqualTo("2026-12-07");
    }

    @Test
    void isReviewedAfterItsAnswerAndNotBefore() {
        Complaint complaint = aboutPolice("2026-11-20");
        Command command = on("2026-11-24");
        assertThat(rule(() -> complaint.review(review(Result.CHANGED, command), command)))
                .isEqualTo("complaint.not-answered");

        complaint.answer(answer(command), command);
        complaint.review(review(Result.CHANGED, command), command);

        assertThat(complaint.toRecord().state()).isEqualTo(ComplaintState.REVIEWED);
        assertThat(complaint.toRecord().remindOn()).isNull();
    }

    @Test
    void whereNothingChangesItIsClosed() {
        Complaint complaint = aboutPolice("2026-11-20");
        Command command = on("2026-11-24");
        complaint.answer(answer(command), command);
        complaint.review(review(Result.UNCHANGED, command), command);

        assertThat(complaint.toRecord().state()).isEqualTo(ComplaintState.CLOSED);
        assertThat(rule(() -> complaint.answer(answer(command), command))).isEqualTo("complaint.already-answered");
    }

    @Test
    void aRepeatIsKnownAndItsIdIsTheSame() {
        Command command = on("2026-11-20");
        Complaint complaint =
                received(command.officer(), about(ComplaintFixtures.POLICE, false), Set.of(), "2026-11-20", command);

        assertThat(stored(complaint).has(command)).isTrue();
        assertThat(complaint.toRecord().id()).isEqualTo(Complaint.idOf(command));
        assertThat(complaint.has(on("2026-11-20"))).isFalse();
    }

    @Test
    void remindsTwoBusinessDaysBeforeOnTheDayAndTheDirectorAfterEachOnce() {
        Complaint complaint = aboutPolice("2026-11-20");
        List<String> told = new ArrayList<>();
        for (LocalDate day = LocalDate.parse("2026-11-20");
                day.isBefore(LocalDate.parse("2026-12-31"));
                day = day.plusDays(1)) {
            for (int again = 0; again < 2; again++) {
                complaint = stored(complaint);
                int before = complaint.toRecord().outbox().size();
                complaint.remind(days(), day);
                List<PendingEvent> events = complaint.toRecord().outbox();
                for (PendingEvent event : events.subList(before, events.size())) {
                    told.add(day + " " + event.kind());
                }
            }
        }

        assertThat(told)
                .containsExactly(
                        "2026-12-03 complaint-due", "2026-12-07 complaint-due", "2026-12-08 complaint-overdue");
    }

    @Test
    void afterAnAnswerNobodyIsReminded() {
        Complaint complaint = aboutPolice("2026-11-20");
        Command command = on("2026-11-25");
        complaint.answer(answer(command), command);

        assertThat(stored(complaint).remind(days(), LocalDate.parse("2026-12-10")))
                .isFalse();
    }

    @Test
    void oneThatWasLateWhenItWasWrittenDownIsToldToTheDirector() {
        Complaint complaint = received(
                ComplaintFixtures.RECORDER,
                about(ComplaintFixtures.POLICE, false),
                Set.of(),
                "2026-10-01",
                on("2026-11-20"));

        assertThat(complaint.remind(days(), LocalDate.parse("2026-11-20"))).isTrue();
        assertThat(complaint.toRecord().outbox()).extracting(PendingEvent::kind).containsExactly("complaint-overdue");
    }

    @Test
    void whatIsAnnouncedSaysNothingOfIt() {
        Complaint complaint = received(
                ComplaintFixtures.RECORDER,
                about(ComplaintFixtures.CENTER, true),
                Set.of(),
                "2026-11-20",
                on("2026-11-20"));

        assertThat(complaint.toRecord().outbox()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo("complaint-received");
            assertThat(event.agencies()).isEmpty();
            assertThat(event.detail()).isEqualTo(complaint.toRecord().id());
        });
    }

    private static String rule(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).refusal().rule();
    }
}
