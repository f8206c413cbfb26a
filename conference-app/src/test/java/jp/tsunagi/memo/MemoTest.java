package jp.tsunagi.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceCircle.Seat;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refused;
import org.junit.jupiter.api.Test;

class MemoTest {

    private static final Instant NOON = Instant.parse("2026-11-20T03:00:00Z");
    private static final AgencyCode SAPPORO = new AgencyCode("011002");
    private static final AgencyCode POLICE = new AgencyCode("P0001");
    private static final Officer AUTHOR = officer("author", SAPPORO);
    private static final Officer COLLEAGUE = officer("colleague", SAPPORO);
    private static final Officer CONSTABLE = officer("constable", POLICE);
    private static final Grants ALL = new Grants(Set.of(FieldClass.values()), Set.of(), Set.of(), true);

    @Test
    void isTakenBackByItsAuthorWithinTenSeconds() {
        Memo memo = sent();

        assertThat(memo.mayBeUndone(NOON.plusSeconds(10))).isTrue();
        memo.undo(command(AUTHOR, NOON.plusSeconds(10)));

        assertThat(memo.isUndone()).isTrue();
        assertThat(memo.toRecord().undone()).isTrue();
        assertThat(memo.toRecord().outbox()).extracting(PendingEvent::kind).endsWith(Memo.UNDONE);
        assertThat(MemoDesk.mayRead(seat(ALL), memo, AUTHOR)).isFalse();
    }

    @Test
    void staysAfterTenSeconds() {
        Memo memo = sent();

        assertThat(memo.mayBeUndone(NOON.plusMillis(10_001))).isFalse();
        assertRefused(memo, NOON.plusMillis(10_001), "memo.undo-late");
    }

    @Test
    void staysOnceSomebodyElseHasIt() {
        Memo memo = sent();
        assertThat(memo.isNewTo(AUTHOR)).isFalse();
        assertThat(memo.isNewTo(COLLEAGUE)).isTrue();

        memo.open(COLLEAGUE, NOON.plusSeconds(1));

        assertThat(memo.isNewTo(officer("third", SAPPORO))).isFalse();
        assertThat(memo.isNewTo(CONSTABLE)).isTrue();
        assertThat(memo.mayBeUndone(NOON.plusSeconds(2))).isFalse();
        assertRefused(memo, NOON.plusSeconds(2), "memo.already-read");
    }

    @Test
    void isForItsAudienceAloneAndOnlyWhileThePolicyShowsWhatIsWritten() {
        Memo memo = sent();
        Grants nothing = new Grants(Set.of(FieldClass.OPERATION, FieldClass.AGENCY), Set.of(), Set.of(), false);

        assertThat(MemoDesk.mayRead(seat(ALL), memo, CONSTABLE)).isTrue();
        assertThat(MemoDesk.mayRead(seat(nothing), memo, CONSTABLE)).isFalse();
        assertThat(MemoDesk.mayRead(seat(ALL), memo, officer("other", new AgencyCode("J0001"))))
                .isFalse();
    }

    @Test
    void showsNoFileToWhomSomethingIsWithheldFromAndAllToTheOwnAgency() {
        Memo memo = sent();
        Grants withholding = new Grants(Set.of(FieldClass.values()), Set.of(), Set.of("勤務先"), false);

        Projection police = MemoViews.of(memo.record(), withholding, CONSTABLE);
        Projection own = MemoViews.of(memo.record(), withholding, COLLEAGUE);

        assertThat(police.withheld()).containsExactly("text", MemoView.ATTACHMENTS);
        assertThat(own.shown()).containsEntry("text", "店の話です").containsKey(MemoView.ATTACHMENTS);
        assertThat(own.withheld()).isEmpty();
    }

    private static Memo sent() {
        return Memo.sent(
                seat(ALL),
                "店の話です",
                Set.of(SAPPORO, POLICE),
                Mention.REQUESTER,
                List.of(new MemoRecord.Attached(Ids.derived("file"), AttachmentType.PDF, 5)),
                Role.COUNSELLOR,
                command(AUTHOR, NOON));
    }

    private static void assertRefused(Memo memo, Instant at, String rule) {
        assertThatThrownBy(() -> memo.undo(command(AUTHOR, at)))
                .satisfies(e -> assertThat(((Refused) e).refusal().rule()).isEqualTo(rule));
        assertThat(memo.isUndone()).isFalse();
    }

    private static Seat seat(Grants grants) {
        return new Seat(
                new ConferenceId(Ids.derived("conference")),
                new CaseId(Ids.derived("case")),
                "R8-0001",
                true,
                SAPPORO,
                "",
                Set.of(Relation.REQUESTING_TEAM),
                grants,
                1);
    }

    private static Command command(Officer officer, Instant at) {
        return new Command(Ids.derived("command", at.toString()), "digest", officer, officer.agency(), at);
    }

    private static Officer officer(String id, AgencyCode agency) {
        return new Officer(new AccountId(id), "架空", agency, "", Set.of(Role.COUNSELLOR), true, false);
    }
}
