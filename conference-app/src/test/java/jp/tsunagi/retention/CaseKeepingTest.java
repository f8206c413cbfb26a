package jp.tsunagi.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.EndedCases.Ended;
import jp.tsunagi.retention.KeepingRecord.Ground;
import jp.tsunagi.retention.KeepingRecord.HoldKind;
import jp.tsunagi.shared.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CaseKeepingTest {

    private static final LocalDate ENDED = LocalDate.of(2021, 11, 20);
    private static final LocalDate DUE = ENDED.plusYears(5);
    private static final CaseId CASE = new CaseId("01AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final AgencyCode CENTER = new AgencyCode("C0001");
    private static final Officer STAFF = officer("STAFF", Role.CENTER_STAFF);
    private static final Officer OTHER = officer("OTHER", Role.CENTER_STAFF);
    private static final Officer DIRECTOR = officer("DIRECTOR", Role.DIRECTOR);

    private final CaseKeeping keeping = CaseKeeping.untouched(CASE, "01CCCCCCCCCCCCCCCCCCCCCCCC", "R8-0001");

    @Test
    void onItsLastDayItIsStillKept() {
        refused("retention.not-due", () -> propose(Ground.PERIOD_OVER, STAFF, DUE));
        propose(Ground.PERIOD_OVER, STAFF, DUE.plusDays(1));

        assertThat(keeping.toRecord().proposed()).isTrue();
        assertThat(keeping.toRecord().decided()).isFalse();
    }

    @Test
    void herWishNeedsNoPeriod() {
        propose(Ground.HER_WISH, STAFF, ENDED.plusDays(1));
        keeping.confirm(DUE, command(DIRECTOR, ENDED.plusDays(2)));

        assertThat(keeping.toRecord().decided()).isTrue();
        assertThat(keeping.toRecord().proposed()).isFalse();
    }

    @Test
    void itTakesTwoAndOneIsTheDirector() {
        refused("retention.not-proposed", () -> confirm(DIRECTOR));
        propose(Ground.PERIOD_OVER, STAFF, DUE.plusDays(1));
        refused("retention.same-person", () -> confirm(STAFF));
        refused("retention.director-needed", () -> confirm(OTHER));
        confirm(DIRECTOR);

        assertThat(keeping.decided()).isTrue();
    }

    @Test
    void theDirectorMayBeTheFirstOfTheTwo() {
        propose(Ground.PERIOD_OVER, DIRECTOR, DUE.plusDays(1));
        refused("retention.same-person", () -> confirm(DIRECTOR));
        confirm(OTHER);

        assertThat(keeping.decided()).isTrue();
    }

    @Test
    void aHoldStopsItAndMakesTheProposalFall() {
        propose(Ground.PERIOD_OVER, STAFF, DUE.plusDays(1));
        keeping.hold(HoldKind.LAWSUIT, "架空", command(OTHER, DUE.plusDays(2)));

        refused("retention.not-proposed", () -> confirm(DIRECTOR));
        refused("retention.held", () -> propose(Ground.HER_WISH, STAFF, DUE.plusDays(2)));
        String n = keeping.toRecord().holds().get(0).n();
        keeping.lift(n, "架空", command(STAFF, DUE.plusDays(3)));
        refused("retention.hold-lifted", () -> keeping.lift(n, "架空", command(OTHER, DUE.plusDays(3))));
        propose(Ground.PERIOD_OVER, STAFF, DUE.plusDays(3));
        confirm(DIRECTOR);

        assertThat(keeping.decided()).isTrue();
    }

    @Test
    void onceDecidedThereIsNothingToBeDoneAboutIt() {
        propose(Ground.PERIOD_OVER, STAFF, DUE.plusDays(1));
        confirm(DIRECTOR);

        refused("not-found", () -> keeping.hold(HoldKind.COMPLAINT, "架空", command(OTHER, DUE.plusDays(2))));
        refused("not-found", () -> keeping.refuse(command(OTHER, DUE.plusDays(2))));
    }

    @Test
    void whatGoesByItselfIsToldOnce() {
        assertThat(keeping.announce(PurgeKind.SHEETS, "01C", DUE)).isTrue();
        assertThat(keeping.announce(PurgeKind.SHEETS, "01C", DUE.plusDays(1))).isFalse();
        assertThat(keeping.announce(PurgeKind.NARRATIVES, "01C", DUE.minusDays(1)))
                .isTrue();

        assertThat(keeping.toRecord().purgeOn()).isEqualTo(DUE.minusDays(1));
        assertThat(keeping.toRecord().outbox()).hasSize(2);
        keeping.settled(keeping.toRecord().announced().get(0));
        assertThat(keeping.toRecord().purgeOn()).isEqualTo(DUE);
    }

    private void propose(Ground ground, Officer officer, LocalDate today) {
        Ended ended = new Ended(CASE, ENDED, new ConferenceId("01CCCCCCCCCCCCCCCCCCCCCCCC"), "R8-0001");
        keeping.propose(ground, "架空", ended, DUE, command(officer, today));
    }

    private void confirm(Officer officer) {
        keeping.confirm(DUE, command(officer, DUE.plusDays(4)));
    }

    private static void refused(String rule, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().rule())
                .isEqualTo(rule));
    }

    private static int commands;

    private static Command command(Officer officer, LocalDate day) {
        return new Command("command-" + commands++, "", officer, CENTER, Instant.parse(day + "T01:00:00Z"));
    }

    private static Officer officer(String id, Role role) {
        return new Officer(new AccountId(id), "架空", CENTER, "", Set.of(role), true, false);
    }
}
