package jp.tsunagi.conference;

import static jp.tsunagi.casefile.CasefileFixtures.CENTER;
import static jp.tsunagi.casefile.CasefileFixtures.CHILD_GUIDANCE;
import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SAPPORO;
import static jp.tsunagi.casefile.CasefileFixtures.SECOND;
import static jp.tsunagi.casefile.CasefileFixtures.SECTION;
import static jp.tsunagi.casefile.CasefileFixtures.SHELTER;
import static jp.tsunagi.casefile.CasefileFixtures.command;
import static jp.tsunagi.casefile.CasefileFixtures.confirmed;
import static jp.tsunagi.conference.ConferenceFixtures.DIRECTORY;
import static jp.tsunagi.conference.ConferenceFixtures.MEETING;
import static jp.tsunagi.conference.ConferenceFixtures.STAFF;
import static jp.tsunagi.conference.ConferenceFixtures.in;
import static jp.tsunagi.conference.ConferenceFixtures.reloaded;
import static jp.tsunagi.conference.ConferenceFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Role;
import jp.tsunagi.conference.NoticeRecipients.Recipient;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.shared.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeRecipientsTest {

    private static final TextTable TABLE = TextTable.read("notices.txt");
    private static final NoticeRecipients RECIPIENTS = new NoticeRecipients(DIRECTORY);

    static Set<String> events() {
        return TABLE.rows();
    }

    @Test
    void theTableNamesEveryEvent() {
        assertThat(TABLE.rows().stream().map(row -> row.split("/")[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(TextTable.names(EventKind.values()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void tellsWhomTheTableNamesAndNobodyElse(String row) {
        EventKind kind = EventKind.valueOf(row.split("/")[0]);
        String detail = row.contains("/") ? row.split("/")[1] : "";
        CaseConference conference = in(ConferenceState.valueOf(TABLE.cell(row, "in state")));

        List<Recipient> told = RECIPIENTS.of(kind, event(kind, conference, detail), conference);

        assertThat(said(told, CENTER, Set.of(Role.CENTER_STAFF))).isEqualTo(TABLE.cell(row, "center staff"));
        assertThat(said(told, CENTER, Set.of(Role.DIRECTOR))).isEqualTo(TABLE.cell(row, "director"));
        assertThat(said(told, CENTER, Set.of(Role.CENTER_STAFF, Role.DIRECTOR)))
                .isEqualTo(TABLE.cell(row, "both of the center"));
        assertThat(said(told, SAPPORO, Set.of())).isEqualTo(TABLE.cell(row, "requesting section"));
        assertThat(said(told, POLICE, Set.of())).isEqualTo(TABLE.cell(row, "invited"));
        assertThat(said(told, CHILD_GUIDANCE, Set.of())).isEqualTo(TABLE.cell(row, "invited"));
        assertThat(told).allSatisfy(one -> assertThat(one.agency()).isIn(CENTER, SAPPORO, POLICE, CHILD_GUIDANCE));
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatAnInvitedAgencyIsToldNeedsHerConsentUnlessItIsThatNothingTakesPlace(String row) {
        EventKind kind = EventKind.valueOf(row.split("/")[0]);
        CaseConference conference = in(ConferenceState.valueOf(TABLE.cell(row, "in state")));

        assertThat(RECIPIENTS.of(kind, event(kind, conference, "HOLD"), conference))
                .allSatisfy(one -> assertThat(one.byConsent())
                        .isEqualTo(Set.of(POLICE, CHILD_GUIDANCE).contains(one.subject())
                                && !one.kind().equals("called-off")));
    }

    @Test
    void theConsentCheckGoesToTheAgencyThatIsWithHer() {
        CaseConference other = in(
                ConferenceState.SUBMITTED,
                request().with("consent.contactAgency", "S0001").build());

        List<Recipient> told =
                RECIPIENTS.of(EventKind.REQUEST_SUBMITTED, event(EventKind.REQUEST_SUBMITTED, other, ""), other);

        assertThat(told)
                .filteredOn(one -> one.kind().equals("consent-check"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.agency()).isEqualTo(SHELTER);
                    assertThat(one.section()).isNull();
                });
    }

    @Test
    void withinTheRequestingAgencyOnlyItsSectionIsTold() {
        CaseConference own = in(ConferenceState.SUBMITTED);

        assertThat(RECIPIENTS.of(EventKind.REQUEST_SUBMITTED, event(EventKind.REQUEST_SUBMITTED, own, ""), own))
                .filteredOn(one -> one.agency().equals(SAPPORO))
                .extracting(Recipient::section)
                .containsOnly(SECTION);
    }

    @Test
    void aNoticeIsPassedOnWhereTheCenterAskedForThat() {
        CaseConference conference = in(ConferenceState.APPROVED);
        conference.convene(
                new Convening(
                        MEETING,
                        MEETING.plusHours(1),
                        "オンライン",
                        true,
                        "C0001",
                        "011002",
                        List.of(new Convening.Invited("P0001", null), new Convening.Invited("J0001", "P0001")),
                        List.of()),
                confirmed(),
                DIRECTORY,
                command(STAFF));
        CaseConference convened = reloaded(conference);

        assertThat(RECIPIENTS.of(EventKind.CONVENED, event(EventKind.CONVENED, convened, ""), convened))
                .filteredOn(one -> one.subject().equals(CHILD_GUIDANCE))
                .singleElement()
                .satisfies(one -> assertThat(one.agency()).isEqualTo(POLICE));
    }

    @Test
    void anAgencyWhoseConsentWentIsNotRemindedNorSentTheOutcome() {
        CaseConference conference = in(ConferenceState.CONVENED);
        conference.consentWithdrawn(Set.of(POLICE), command(SECOND));
        CaseConference left = reloaded(conference);

        for (EventKind kind : List.of(
                EventKind.CONVENED,
                EventKind.RESCHEDULED,
                EventKind.SHEET_RECEIVED,
                EventKind.REPORTED,
                EventKind.DUE)) {
            assertThat(RECIPIENTS.of(kind, event(kind, left, ""), left))
                    .as(kind.name())
                    .noneMatch(one -> one.subject().equals(POLICE));
        }
    }

    @Test
    void aWithdrawalIsToldToAllWhoWereEverInvitedWithoutAReason() {
        CaseConference conference = in(ConferenceState.CONVENED);

        List<Recipient> told = RECIPIENTS.ofWithdrawal(conference, Set.of());

        assertThat(told)
                .filteredOn(one -> Set.of(POLICE, CHILD_GUIDANCE).contains(one.agency()))
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.kind()).isEqualTo("called-off");
                    assertThat(one.byConsent()).isFalse();
                    assertThat(one.deadline()).isNull();
                });
        assertThat(told)
                .filteredOn(one -> one.kind().equals("consent-withdrawn"))
                .extracting(Recipient::agency)
                .containsExactlyInAnyOrder(CENTER, SAPPORO);
    }

    @Test
    void aWithdrawalForOneAgencyIsToldToNoOtherInvitedOne() {
        assertThat(RECIPIENTS.ofWithdrawal(in(ConferenceState.CONVENED), Set.of("P0001")))
                .extracting(Recipient::agency)
                .containsExactlyInAnyOrder(POLICE, CENTER, SAPPORO);
    }

    @Test
    void aWithdrawalOfADraftIsToldToNobody() {
        assertThat(RECIPIENTS.ofWithdrawal(in(ConferenceState.DRAFT), Set.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aReminderGoesToWhomeverIsAwaited(ConferenceState state) {
        CaseConference conference = in(state);

        Set<Object> told =
                Set.copyOf(RECIPIENTS.of(EventKind.DUE, event(EventKind.DUE, conference, ""), conference).stream()
                        .map(one -> (Object) (one.agency() + " " + one.roles()))
                        .toList());

        assertThat(told)
                .isEqualTo(
                        switch (state) {
                            case SUBMITTED, CONSENT_CHECK, RETURNED, HELD -> Set.of("011002 []");
                            case UNDER_REVIEW -> Set.of("C0001 [DIRECTOR]");
                            case APPROVED -> Set.of("C0001 [CENTER_STAFF]");
                            case CONVENED -> Set.of("P0001 []", "J0001 []", "011002 []");
                            case DRAFT, NOT_HELD, REPORTED, CLOSED, WITHDRAWN, CANCELLED_NO_CONSENT -> Set.of();
                        });
    }

    private static HubEvent event(EventKind kind, CaseConference conference, String detail) {
        return new HubEvent(
                "event-1", kind.wireName(), "case-1", conference.id().value(), Set.of("P0001", "J0001"), detail);
    }

    private static String said(List<Recipient> told, jp.tsunagi.agency.AgencyCode agency, Set<Role> roles) {
        return told.stream()
                .filter(one -> one.agency().equals(agency) && one.roles().equals(roles))
                .map(Recipient::kind)
                .sorted()
                .reduce((one, other) -> one + " " + other)
                .orElse("-");
    }
}
