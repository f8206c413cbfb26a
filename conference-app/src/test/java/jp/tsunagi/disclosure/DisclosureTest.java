package jp.tsunagi.disclosure;

import static jp.tsunagi.casefile.CasefileFixtures.CENTER;
import static jp.tsunagi.casefile.CasefileFixtures.CHILD_GUIDANCE;
import static jp.tsunagi.casefile.CasefileFixtures.HOSPITAL;
import static jp.tsunagi.casefile.CasefileFixtures.NOW;
import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SECOND;
import static jp.tsunagi.casefile.CasefileFixtures.attempt;
import static jp.tsunagi.casefile.CasefileFixtures.command;
import static jp.tsunagi.casefile.CasefileFixtures.confirmed;
import static jp.tsunagi.casefile.CasefileFixtures.consent;
import static jp.tsunagi.casefile.CasefileFixtures.officer;
import static jp.tsunagi.casefile.CasefileFixtures.submitted;
import static jp.tsunagi.casefile.CasefileFixtures.withdrawal;
import static jp.tsunagi.casefile.CasefileFixtures.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.command.Command;
import jp.tsunagi.disclosure.DisclosureForm.Necessary;
import jp.tsunagi.disclosure.DisclosureForm.Relationship;
import jp.tsunagi.disclosure.DisclosureForm.Told;
import jp.tsunagi.disclosure.DisclosureRecord.Pledge;
import jp.tsunagi.disclosure.DisclosureRecord.Proposal;
import jp.tsunagi.disclosure.DisclosureRecord.Review;
import jp.tsunagi.disclosure.DisclosureRecord.Share;
import jp.tsunagi.disclosure.DisclosureRecord.Telling;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.shared.BusinessDays;
import jp.tsunagi.shared.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static final Officer STAFF = officer("center", CENTER, Role.CENTER_STAFF);
    private static final Officer STAFF2 = officer("center2", CENTER, Role.CENTER_STAFF);
    private static final Officer DIRECTOR = officer("director", CENTER, Role.DIRECTOR);
    private static final Officer CONSTABLE = officer("police", POLICE, Role.PARTICIPANT);
    private static final Instant END = NOW.plus(Duration.ofHours(72));

    /** NOW is Friday 20 November; 72 hours later it is Monday, a holiday. */
    private static final AfterDays DAYS = new AfterDays(new BusinessDays(Set.of(LocalDate.of(2026, 11, 23))));

    private final Casefile casefile = confirmed();

    private static Disclosure proposed(Casefile casefile) {
        Command command = command(STAFF);
        Proposal proposal = new Proposal(
                "LIFE_OR_BODY",
                null,
                "刃物を持って探している（架空）",
                "連絡がつかない（架空）",
                false,
                List.of(new Share(POLICE, List.of(Category.IDENTITY), "顔を知らない（架空）", null)),
                Disclosure.by(command));
        return stored(Disclosure.proposed(
                new CaseId("case-1"),
                "conference-1",
                "R8-0001",
                proposal,
                casefile.timesSaidNo(Set.of(POLICE)),
                command));
    }

    private Disclosure inForce() {
        Disclosure disclosure = proposed(casefile);
        disclosure.confirm(false, Set.of(), casefile, command(STAFF));
        disclosure.confirm(true, Set.of(), casefile, command(DIRECTOR));
        return stored(disclosure);
    }

    /** Over by the clock, and noted as such. */
    private Disclosure over() {
        Disclosure disclosure = inForce();
        assertThat(disclosure.wake(END, casefile, DAYS)).isTrue();
        return stored(disclosure);
    }

    private static Disclosure stored(Disclosure disclosure) {
        return new Disclosure(disclosure.toRecord());
    }

    private static String refused(ThrowingCallable step) {
        return catchThrowableOfType(Refused.class, step).refusal().rule();
    }

    private static List<String> announced(Disclosure disclosure) {
        return disclosure.toRecord().outbox().stream().map(PendingEvent::kind).toList();
    }

    @Test
    void isVisibleToNobodyBeforeTwoOfficersConfirmedIt() {
        Disclosure disclosure = proposed(casefile);
        assertThat(disclosure.stage(NOW, casefile)).isEqualTo(Stage.PROPOSED);

        disclosure.confirm(true, Set.of(), casefile, command(DIRECTOR));
        assertThat(disclosure.stage(NOW, casefile)).isEqualTo(Stage.PROPOSED);
        assertThat(disclosure.toRecord().effectiveAt()).isNull();

        disclosure.confirm(false, Set.of(), casefile, command(STAFF));
        assertThat(disclosure.stage(NOW, casefile)).isEqualTo(Stage.IN_FORCE);
        assertThat(announced(disclosure)).last().isEqualTo("disclosure-opened");
    }

    @Test
    void neitherTheDirectorTwiceNorTheSamePersonInTwoRolesWillDo() {
        Disclosure disclosure = proposed(casefile);
        disclosure.confirm(true, Set.of(), casefile, command(DIRECTOR));
        Officer both =
                new Officer(DIRECTOR.id(), "見本", CENTER, "", Set.of(Role.DIRECTOR, Role.CENTER_STAFF), true, false);

        assertThat(refused(() -> disclosure.confirm(true, Set.of(), casefile, command(DIRECTOR))))
                .isEqualTo("disclosure.same-person");
        assertThat(refused(() -> disclosure.confirm(false, Set.of(), casefile, command(both))))
                .isEqualTo("disclosure.same-person");
        assertThat(disclosure.stage(NOW, casefile)).isEqualTo(Stage.PROPOSED);
    }

    @Test
    void oneOfTheTwoIsTheDirector() {
        Disclosure disclosure = proposed(casefile);
        disclosure.confirm(false, Set.of(), casefile, command(STAFF));

        assertThat(refused(() -> disclosure.confirm(false, Set.of(), casefile, command(STAFF2))))
                .isEqualTo("disclosure.director-needed");
    }

    @Test
    void whoAskedForTheConferenceOrForHerConsentIsNoneOfTheTwo() {
        Disclosure disclosure = proposed(casefile);

        assertThat(refused(() -> disclosure.confirm(true, Set.of(DIRECTOR.id()), casefile, command(DIRECTOR))))
                .isEqualTo("disclosure.involved");
    }

    @Test
    void endsBySeventyTwoHoursAfterTheSecondHandToTheMillisecond() {
        Disclosure disclosure = inForce();

        assertThat(disclosure.stage(END.minusMillis(1), casefile)).isEqualTo(Stage.IN_FORCE);
        assertThat(disclosure.stage(END, casefile)).isEqualTo(Stage.OVER);
        assertThat(disclosure.wake(END.minusMillis(1), casefile, DAYS)).isFalse();
    }

    @Test
    void aProposalOnWhichNobodyDecidesLapsesTooAndCannotBeRevived() {
        Disclosure disclosure = proposed(casefile);

        assertThat(disclosure.stage(END, casefile)).isEqualTo(Stage.LAPSED);
        assertThat(refused(() -> disclosure.confirm(true, Set.of(), casefile, command(DIRECTOR, END))))
                .isEqualTo("disclosure.lapsed");
        assertThat(disclosure.wake(END, casefile, DAYS)).isTrue();
        assertThat(disclosure.toRecord().open()).isFalse();
        assertThat(stored(disclosure).stage(NOW, casefile)).isEqualTo(Stage.LAPSED);
    }

    @Test
    void aNoOfHersEndsItAtOnceAndAProposalToo() {
        Disclosure disclosure = inForce();
        Disclosure waiting = proposed(casefile);
        casefile.withdraw(withdrawal(), command(SECOND));

        assertThat(disclosure.stage(NOW, casefile)).isEqualTo(Stage.OVER);
        assertThat(refused(() -> waiting.confirm(true, Set.of(), casefile, command(DIRECTOR))))
                .isEqualTo("disclosure.lapsed");
        assertThat(disclosure.wake(NOW.plusSeconds(5), casefile, DAYS)).isTrue();
        assertThat(disclosure.toRecord().endsAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(announced(disclosure)).last().isEqualTo("disclosure-ended");
    }

    @Test
    void aNoThatConcernsAnotherAgencyDoesNot() {
        Disclosure disclosure = inForce();
        casefile.withdraw(withdrawal(CHILD_GUIDANCE), command(SECOND));

        assertThat(disclosure.stage(NOW, casefile)).isEqualTo(Stage.IN_FORCE);
    }

    @Test
    void oneProposedInTheKnowledgeOfHerNoOutlastsItUntilTheNext() {
        Casefile said = withdrawn();
        Disclosure disclosure = proposed(said);
        disclosure.confirm(false, Set.of(), said, command(STAFF));
        disclosure.confirm(true, Set.of(), said, command(DIRECTOR));

        assertThat(disclosure.stage(NOW, said)).isEqualTo(Stage.IN_FORCE);
        said.withdraw(withdrawal(), command(SECOND));
        assertThat(disclosure.stage(NOW, said)).isEqualTo(Stage.OVER);
    }

    @Test
    void sheSaysNoAsLongAsThatIsTheLastThatShesaid() {
        assertThat(confirmed().saysNo(Set.of(POLICE))).isFalse();
        assertThat(submitted(consent()).saysNo(Set.of(POLICE))).isFalse();
        assertThat(withdrawn().saysNo(Set.of(POLICE))).isTrue();
        assertThat(withdrawn(POLICE).saysNo(Set.of(POLICE))).isTrue();
        assertThat(withdrawn(POLICE).saysNo(Set.of(HOSPITAL))).isFalse();
        Casefile refused = submitted(consent());
        refused.attempted(attempt(true), command(SECOND));
        assertThat(refused.saysNo(Set.of(POLICE))).isTrue();
        Casefile unreachable = submitted(consent());
        unreachable.attempted(attempt(false), command(SECOND));
        assertThat(unreachable.saysNo(Set.of(POLICE))).isFalse();
    }

    @Test
    void canBeRefusedAndThenNothingFollows() {
        Disclosure disclosure = proposed(casefile);
        disclosure.refuse("待てる（架空）", casefile, command(DIRECTOR));

        assertThat(disclosure.stage(NOW, casefile)).isEqualTo(Stage.REFUSED);
        assertThat(refused(() -> disclosure.confirm(true, Set.of(), casefile, command(DIRECTOR))))
                .isEqualTo("disclosure.not-proposed");
        assertThat(disclosure.toRecord().open()).isFalse();
    }

    @Test
    void canBeEndedEarlyAndTheProposalTakenBack() {
        Disclosure disclosure = inForce();
        disclosure.revoke("見つかった（架空）", casefile, DAYS, command(DIRECTOR, NOW.plusSeconds(60)));

        assertThat(disclosure.stage(NOW.plusSeconds(60), casefile)).isEqualTo(Stage.OVER);
        assertThat(refused(() -> disclosure.revoke("もう一度", casefile, DAYS, command(DIRECTOR))))
                .isEqualTo("disclosure.not-in-force");
        Disclosure waiting = proposed(casefile);
        waiting.revoke("間違い（架空）", casefile, DAYS, command(STAFF));
        assertThat(waiting.stage(NOW, casefile)).isEqualTo(Stage.DROPPED);
    }

    @Test
    void nobodyPledgesForWhatIsOver() {
        Disclosure disclosure = inForce();
        Command late = command(CONSTABLE, END);

        assertThat(refused(() ->
                        disclosure.pledge(new Pledge(POLICE, Relationship.NONE, Disclosure.by(late)), casefile, late)))
                .isEqualTo("disclosure.not-in-force");
        Command early = command(CONSTABLE);
        disclosure.pledge(new Pledge(POLICE, Relationship.WORK, Disclosure.by(early)), casefile, early);
        assertThat(disclosure.pledged(true)).isEmpty();
        assertThat(disclosure.pledged(false)).containsExactly(CONSTABLE.id());
        assertThat(announced(disclosure)).last().isEqualTo("disclosure-to-examine");
    }

    @Test
    void theReviewAndTheTellingAreDueOnTheBusinessDayAfterTheEndAndStayUntilTheyAreRecorded() {
        Disclosure inForce = inForce();
        assertThat(inForce.reviewDue(DAYS)).isEqualTo("2026-11-24");
        assertThat(inForce.tellDue(DAYS)).isEqualTo("2026-11-24");
        assertThat(refused(() -> inForce.review(review(), casefile, DAYS, command(DIRECTOR))))
                .isEqualTo("disclosure.not-over");

        Disclosure over = over();
        Command later = command(DIRECTOR, END.plusSeconds(1));
        over.review(review(), casefile, DAYS, later);
        assertThat(over.reviewDue(DAYS)).isNull();
        assertThat(refused(() -> over.review(review(), casefile, DAYS, later)))
                .isEqualTo("disclosure.already-reviewed");
        assertThat(over.stage(END, casefile)).isEqualTo(Stage.OVER);
        over.tell(telling(Told.NOT_SAFE, LocalDate.of(2026, 12, 10)), casefile, DAYS, later);
        assertThat(over.tellDue(DAYS)).isEqualTo("2026-12-10");
        assertThat(over.toRecord().open()).isTrue();
        over.tell(telling(Told.ORAL, null), casefile, DAYS, later);
        assertThat(over.stage(END, casefile)).isEqualTo(Stage.SETTLED);
        assertThat(over.toRecord().open()).isFalse();
        assertThat(over.toRecord().wakeAt()).isNull();
        assertThat(refused(() -> over.tell(telling(Told.ORAL, null), casefile, DAYS, later)))
                .isEqualTo("disclosure.already-told");
    }

    @Test
    void remindsOnceOnTheDayAndOnceWhenItIsLate() {
        Disclosure over = over();
        Instant due = Happening.morning(LocalDate.of(2026, 11, 24));
        assertThat(over.toRecord().wakeAt()).isEqualTo(due);

        assertThat(over.wake(due, casefile, DAYS)).isTrue();
        assertThat(announced(over)).endsWith("disclosure-review-due", "disclosure-telling-due");
        Disclosure again = stored(over);
        assertThat(again.wake(due.plusSeconds(60), casefile, DAYS)).isFalse();
        Command command = command(DIRECTOR, due.plusSeconds(60));
        again.review(review(), casefile, DAYS, command);
        Disclosure late = stored(again);
        assertThat(late.wake(Happening.morning(LocalDate.of(2026, 11, 25)), casefile, DAYS))
                .isTrue();
        assertThat(announced(late)).last().isEqualTo("disclosure-telling-late");
        assertThat(announced(late)).doesNotContain("disclosure-review-late");
    }

    @Test
    void aRepeatIsKnown() {
        Disclosure disclosure = proposed(casefile);
        Command command = command(DIRECTOR);
        disclosure.confirm(true, Set.of(), casefile, command);

        assertThat(stored(disclosure).has(command)).isTrue();
        assertThat(stored(disclosure).has(command(DIRECTOR))).isFalse();
    }

    private static Review review() {
        return new Review(Necessary.YES, "切迫していた", true, "氏名だけ", "なし", Disclosure.by(command(DIRECTOR)));
    }

    private static Telling telling(Told told, LocalDate again) {
        return new Telling(told, null, again == null ? null : "同居している", again, Disclosure.by(command(STAFF)));
    }
}
