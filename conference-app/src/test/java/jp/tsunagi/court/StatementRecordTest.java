package jp.tsunagi.court;

import static jp.tsunagi.casefile.CasefileFixtures.TODAY;
import static jp.tsunagi.court.CourtFixtures.DIRECTOR;
import static jp.tsunagi.court.CourtFixtures.STAFF;
import static jp.tsunagi.court.CourtFixtures.asked;
import static jp.tsunagi.court.CourtFixtures.by;
import static jp.tsunagi.court.CourtFixtures.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.tsunagi.court.StatementForm.Way;
import jp.tsunagi.court.StatementRecord.VersionState;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.shared.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StatementRecordTest {

    private final StatementRecord written = asked().written(content("一"), "0", by(STAFF));

    @Test
    void aVersionIsNeverChangedAndWhatIsWrittenAnewIsTheNextOne() {
        StatementRecord confirmed = written.submitted(by(STAFF)).confirmed(1, by(DIRECTOR));

        StatementRecord again = confirmed.written(content("二"), "1", by(STAFF));

        assertThat(again.versions()).hasSize(2);
        assertThat(again.version("1")).isEqualTo(confirmed.version("1"));
        assertThat(again.version("1").content().circumstances()).isEqualTo("一");
        assertThat(again.version("2").state()).isEqualTo(VersionState.DRAFT);
        assertThat(again.version("2").confirmed()).isNull();
    }

    @Test
    void theDirectorConfirmsTheNewestThatWasPutBeforeAndNoOther() {
        refused("court.nothing-written", () -> asked().confirmed(1, by(DIRECTOR)));
        refused("court.not-submitted", () -> written.confirmed(1, by(DIRECTOR)));
        StatementRecord rewritten = written.submitted(by(STAFF)).written(content("二"), "1", by(STAFF));
        refused("version.stale", () -> rewritten.confirmed(1, by(DIRECTOR)));
        refused("court.not-submitted", () -> rewritten.confirmed(2, by(DIRECTOR)));
        StatementRecord confirmed = written.submitted(by(STAFF)).confirmed(1, by(DIRECTOR));
        refused("court.already-confirmed", () -> confirmed.confirmed(1, by(DIRECTOR)));
        refused("court.already-submitted", () -> confirmed.submitted(by(STAFF)));
    }

    @Test
    void whoeverWroteFromAnOldVersionIsToldSo() {
        refused("version.stale", () -> written.written(content("二"), "0", by(STAFF)));
        assertThat(written.written(content("二"), null, by(STAFF)).versions()).hasSize(2);
    }

    @Test
    void nothingButAConfirmedVersionGoesToTheCourtAndThenItIsOver() {
        refused("court.not-confirmed", () -> written.submitted(by(STAFF)).handedOver(1, TODAY, Way.POST, by(STAFF)));
        StatementRecord handed =
                written.submitted(by(STAFF)).confirmed(1, by(DIRECTOR)).handedOver(1, TODAY, Way.POST, by(STAFF));

        assertThat(handed.open()).isFalse();
        refused("court.handed-over", () -> handed.written(content("二"), null, by(STAFF)));
        refused("court.handed-over", () -> handed.handedOver(1, TODAY, Way.POST, by(STAFF)));
    }

    @Test
    void whoeverWaitsIsToldWhichOneItIsAndNothingOfIt() {
        StatementRecord submitted = written.submitted(by(STAFF));
        assertThat(written.outbox()).isEmpty();
        assertThat(submitted.outbox()).extracting(PendingEvent::kind).containsExactly("court-statement-submitted");
        assertThat(submitted.outbox()).extracting(PendingEvent::detail).containsExactly(submitted.id());
        assertThat(submitted.confirmed(1, by(DIRECTOR)).outbox())
                .extracting(PendingEvent::kind)
                .contains("court-statement-confirmed");
    }

    private static void refused(String rule, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().rule())
                .isEqualTo(rule));
    }
}
