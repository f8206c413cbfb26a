package jp.tsunagi.conference;

import static jp.tsunagi.casefile.CasefileFixtures.ASAHIKAWA;
import static jp.tsunagi.casefile.CasefileFixtures.CENTER;
import static jp.tsunagi.casefile.CasefileFixtures.CHILD_GUIDANCE;
import static jp.tsunagi.casefile.CasefileFixtures.CONSENT_END;
import static jp.tsunagi.casefile.CasefileFixtures.HOSPITAL;
import static jp.tsunagi.casefile.CasefileFixtures.NOW;
import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SAPPORO;
import static jp.tsunagi.casefile.CasefileFixtures.SECOND;
import static jp.tsunagi.casefile.CasefileFixtures.SHELTER;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static jp.tsunagi.casefile.CasefileFixtures.TODAY;
import static jp.tsunagi.casefile.CasefileFixtures.attempt;
import static jp.tsunagi.casefile.CasefileFixtures.command;
import static jp.tsunagi.casefile.CasefileFixtures.confirmed;
import static jp.tsunagi.casefile.CasefileFixtures.consent;
import static jp.tsunagi.casefile.CasefileFixtures.officer;
import static jp.tsunagi.casefile.CasefileFixtures.opened;
import static jp.tsunagi.casefile.CasefileFixtures.submitted;
import static jp.tsunagi.casefile.CasefileFixtures.until;
import static jp.tsunagi.casefile.CasefileFixtures.withdrawal;
import static jp.tsunagi.casefile.CasefileFixtures.withdrawn;
import static jp.tsunagi.conference.ConferenceFixtures.AFTER_MEETING;
import static jp.tsunagi.conference.ConferenceFixtures.DIRECTOR;
import static jp.tsunagi.conference.ConferenceFixtures.DIRECTORY;
import static jp.tsunagi.conference.ConferenceFixtures.MEETING;
import static jp.tsunagi.conference.ConferenceFixtures.STAFF;
import static jp.tsunagi.conference.ConferenceFixtures.announced;
import static jp.tsunagi.conference.ConferenceFixtures.attendance;
import static jp.tsunagi.conference.ConferenceFixtures.convening;
import static jp.tsunagi.conference.ConferenceFixtures.held;
import static jp.tsunagi.conference.ConferenceFixtures.in;
import static jp.tsunagi.conference.ConferenceFixtures.reloaded;
import static jp.tsunagi.conference.ConferenceFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.BlockedPerson;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.CasefileFixtures;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaseConferenceTest {

    private static final Instant DAY_AFTER = AFTER_MEETING.plus(Duration.ofDays(1));

    /** Cases whose consent lets nothing happen, and the rule that says so. */
    static Stream<Arguments> withoutConsent() {
        Casefile refused = submitted(consent());
        refused.attempted(attempt(true), command(SECOND));
        return Stream.of(
                Arguments.of("never asked", opened(), "consent.not-valid"),
                Arguments.of("not confirmed by a second officer", submitted(consent()), "consent.not-valid"),
                Arguments.of("refused", refused, "consent.not-valid"),
                Arguments.of("taken back", withdrawn(), "consent.not-valid"),
                Arguments.of("ended yesterday", confirmed(until(consent(), TODAY.minusDays(1))), "consent.expired"));
    }

    @Nested
    class AtTheRequest {

        @Test
        void getsItsReferenceOnceAndKeepsItWhenItComesBack() {
            CaseConference conference = in(ConferenceState.DRAFT);
            assertThat(conference.reference()).startsWith("draft:");

            conference.submit(() -> "R8-0001", false, null, command(SUBMITTER));
            conference.giveBack("理由", List.of(), command(STAFF));
            conference.submit(() -> "R8-0002", false, null, command(SECOND));

            assertThat(conference.reference()).isEqualTo("R8-0001");
            assertThat(conference.submittedBy()).contains(SECOND.id());
            assertThat(conference.current().returned().open()).isFalse();
        }

        @Test
        void theAgencyThatIsWithHerIsTheRequestingOneWhereNoneIsNamed() {
            assertThat(in(ConferenceState.SUBMITTED).contactAgency()).isEqualTo(SAPPORO);
            assertThat(in(
                                    ConferenceState.SUBMITTED,
                                    request()
                                            .with("consent.contactAgency", "S0001")
                                            .build())
                            .contactAgency())
                    .isEqualTo(SHELTER);
        }

        @Test
        void anotherTextMayNameAnotherContactAgency() {
            CaseConference conference = in(ConferenceState.RETURNED);
            conference.replace(request().with("consent.contactAgency", "S0001").build(), command(SUBMITTER));

            assertThat(conference.contactAgency()).isEqualTo(SHELTER);
        }

        @Test
        void aDraftIsNotAnnounced() {
            assertThat(in(ConferenceState.DRAFT).toRecord().outbox()).isEmpty();
            CaseConference conference = in(ConferenceState.DRAFT);
            conference.withdrawRequest("理由", command(SUBMITTER));
            assertThat(conference.toRecord().outbox()).isEmpty();
        }

        @Test
        void comesBackWithReasonsAtItsFieldsAndKeepsWhatWasSubmittedBesideTheReply() {
            CaseConference conference = in(ConferenceState.UNDER_REVIEW);
            List<Returned.FieldReason> reasons = List.of(new Returned.FieldReason("topics", "分けて書く"));

            conference.giveBack("全体の理由", reasons, command(STAFF));
            conference.replace(request().with("topics", "直した協議事項").build(), command(SUBMITTER));
            conference.submit(() -> "-", false, "分けました", command(SUBMITTER));

            Returned returned = conference.current().returned();
            assertThat(returned.reason()).isEqualTo("全体の理由");
            assertThat(returned.fields()).isEqualTo(reasons);
            assertThat(returned.request().topics()).isEqualTo("住まいの確保");
            assertThat(returned.reply()).isEqualTo("分けました");
            assertThat(returned.open()).isFalse();
        }

        @Test
        void isNotGivenBackByADirectorWhoSubmittedIt() {
            Officer both = officer(SUBMITTER.id().value(), CENTER, Role.CENTER_STAFF, Role.DIRECTOR);

            assertRefused("decision.self-approval", () -> in(ConferenceState.UNDER_REVIEW)
                    .giveBack("理由", List.of(), command(both)));
            CaseConference conference = in(ConferenceState.UNDER_REVIEW);
            conference.giveBack("理由", List.of(), command(DIRECTOR));
            assertThat(announced(conference)).containsExactly("request-returned");
        }

        @Test
        void isRecalledToADraftThatNobodyBeyondTheTeamKnowsOf() {
            CaseConference conference = in(ConferenceState.CONSENT_CHECK);

            conference.recall(submitted(consent()), command(SECOND));

            assertThat(conference.state()).isEqualTo(ConferenceState.DRAFT);
            assertThat(conference.submittedBy()).isEmpty();
            assertThat(conference.current().submittedOn()).isNull();
            assertThat(conference.current().dueOn()).isNull();
            assertThat(conference.reference()).isEqualTo("R8-0001");
            assertThat(announced(conference)).containsExactly("request-recalled");
            assertThat(last(conference).detail()).isEqualTo(SAPPORO.value());
        }

        @Test
        void keepsWhatWasSubmittedWhereARecalledRequestIsWrittenAnew() {
            CaseConference conference = in(ConferenceState.CONSENT_CHECK);
            conference.recall(submitted(consent()), command(SUBMITTER));

            conference.replace(request().with("topics", "別の協議事項").build(), command(SUBMITTER));

            assertThat(conference.current().formerRequests())
                    .extracting(former -> former.request().topics())
                    .containsExactly("住まいの確保");
        }

        @Test
        void isNotRecalledOnceTheCenterHasReadIt() {
            CaseConference conference = in(ConferenceState.CONSENT_CHECK);
            assertThat(conference.openedByCenter()).isTrue();
            assertThat(conference.openedByCenter()).isFalse();

            assertRefused("recall.opened", () -> conference.recall(submitted(consent()), command(SUBMITTER)));
            assertThat(conference.state()).isEqualTo(ConferenceState.CONSENT_CHECK);
            assertThat(in(ConferenceState.UNDER_REVIEW).openedByCenter()).isFalse();
        }

        @Test
        void isNotRecalledOnceSheWasAsked() {
            Casefile unreachable = submitted(consent());
            unreachable.attempted(CasefileFixtures.attempt(false), command(SECOND));

            assertRefused(
                    "recall.answered", () -> in(ConferenceState.CONSENT_CHECK).recall(unreachable, command(SUBMITTER)));
            assertRefused(
                    "recall.answered", () -> in(ConferenceState.CONSENT_CHECK).recall(confirmed(), command(SUBMITTER)));
        }

        @Test
        void canBeRecalledAgainAfterItCameInAgain() {
            CaseConference conference = in(ConferenceState.CONSENT_CHECK);
            conference.openedByCenter();
            conference.giveBack("理由", List.of(), command(STAFF));
            conference.submit(() -> "-", false, "返事", command(SUBMITTER));

            conference.recall(submitted(consent()), command(SUBMITTER));

            assertThat(conference.state()).isEqualTo(ConferenceState.RETURNED);
            assertThat(conference.current().returned().open()).isTrue();
            assertThat(conference.submittedBy()).contains(SUBMITTER.id());
        }

        @Test
        void theHistoryKeepsTheReason() {
            List<Milestone> history = in(ConferenceState.RETURNED).current().history();

            assertThat(history.get(history.size() - 1).reason()).isEqualTo("理由");
        }
    }

    @Nested
    class AtTheDecision {

        @Test
        void needsThatSheAgreedToAConference() {
            Casefile planOnly =
                    confirmed(CasefileFixtures.forPurposes(consent(), Consent.Purpose.PLAN, Consent.Purpose.SHARE));

            assertRefused("consent.not-for-conference", () -> in(ConferenceState.UNDER_REVIEW)
                    .decide(Decision.Verdict.HOLD, null, null, planOnly, command(DIRECTOR)));
            assertRefused("consent.not-for-conference", () -> in(ConferenceState.APPROVED)
                    .convene(convening(), planOnly, DIRECTORY, command(STAFF)));
        }

        @Test
        void sharesWithNobodyWhereSheAgreedToAConferenceAlone() {
            Casefile meeting = confirmed(CasefileFixtures.forPurposes(consent(), Consent.Purpose.HOLD_CONFERENCE));

            assertRefused("consent.recipient-not-covered", () -> in(ConferenceState.APPROVED)
                    .convene(convening(), meeting, DIRECTORY, command(STAFF)));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("jp.tsunagi.conference.CaseConferenceTest#withoutConsent")
        void nothingIsHeldWithoutHerConsent(String how, Casefile casefile, String rule) {
            CaseConference conference = in(ConferenceState.UNDER_REVIEW);

            assertRefused(
                    rule, () -> conference.decide(Decision.Verdict.HOLD, null, null, casefile, command(DIRECTOR)));
            assertThat(conference.state()).isEqualTo(ConferenceState.UNDER_REVIEW);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("jp.tsunagi.conference.CaseConferenceTest#withoutConsent")
        void notToHoldItIsDecidedWithOrWithoutHerConsent(String how, Casefile casefile, String rule) {
            CaseConference conference = in(ConferenceState.UNDER_REVIEW);
            conference.decide(Decision.Verdict.NOT_HOLD, "理由", "伝えた", casefile, command(DIRECTOR));

            assertThat(conference.state()).isEqualTo(ConferenceState.NOT_HELD);
            assertThat(conference.current().decision().personInformed()).isEqualTo("伝えた");
        }

        @Test
        void itRestsOnTheEntryOfTheLedgerThatCounted() {
            assertThat(in(ConferenceState.APPROVED).current().decision().consentNumber())
                    .isEqualTo(confirmed().consentNumber());
        }

        @Test
        void itCanBeTakenOnTheLastDayOfHerConsent() {
            CaseConference conference = in(ConferenceState.UNDER_REVIEW);
            conference.decide(Decision.Verdict.HOLD, null, null, confirmed(until(consent(), TODAY)), command(DIRECTOR));

            assertThat(conference.state()).isEqualTo(ConferenceState.APPROVED);
        }

        @Test
        void anUnmetConditionDoesNotStandInItsWay() {
            CaseConference conference = in(ConferenceState.UNDER_REVIEW);
            conference.decide(Decision.Verdict.HOLD, null, null, withCondition(null), command(DIRECTOR));

            assertThat(conference.state()).isEqualTo(ConferenceState.APPROVED);
        }

        @Test
        void anEmergencyMeetingThatWasHeldIsConfirmedByIt() {
            CaseConference conference = in(ConferenceState.UNDER_REVIEW, retrospective());
            conference.decide(Decision.Verdict.HOLD, null, null, confirmed(), command(DIRECTOR));

            assertThat(conference.state()).isEqualTo(ConferenceState.HELD);
            assertThat(conference.current().holding()).isEqualTo(retrospective().held());
            assertThat(conference.current().dueOn()).isEqualTo("2026-11-26");
        }

        @Test
        void anEmergencyMeetingIsNotConfirmedAgainstIt() {
            CaseConference conference = in(ConferenceState.UNDER_REVIEW, retrospective());
            conference.decide(Decision.Verdict.NOT_HOLD, "理由", null, confirmed(), command(DIRECTOR));

            assertThat(conference.state()).isEqualTo(ConferenceState.NOT_HELD);
            assertThat(conference.current().holding()).isNull();
        }
    }

    @Nested
    class AtTheConvening {

        @ParameterizedTest(name = "{0}")
        @MethodSource("jp.tsunagi.conference.CaseConferenceTest#withoutConsent")
        void nobodyIsConvenedWithoutHerConsent(String how, Casefile casefile, String rule) {
            assertRefused(rule, () -> convene(convening(), casefile));
        }

        @Test
        void herConsentMustHoldOnTheDayOfTheMeeting() {
            assertRefused(
                    "consent.ends-before-meeting",
                    () -> convene(
                            convening(),
                            confirmed(until(consent(), MEETING.toLocalDate().minusDays(1)))));
            assertThat(convene(convening(), confirmed(until(consent(), MEETING.toLocalDate())))
                            .state())
                    .isEqualTo(ConferenceState.CONVENED);
        }

        @Test
        void anUnmetConditionBlocksIt() {
            assertRefused("consent.condition-unmet", () -> convene(convening(POLICE), withCondition(null)));
            assertThat(convene(convening(POLICE), withCondition(TODAY)).state()).isEqualTo(ConferenceState.CONVENED);
        }

        @Test
        void onlyAgenciesThatSheAgreedToAreConvened() {
            Refused refused = refused(() -> convene(convening(POLICE, HOSPITAL, ASAHIKAWA), confirmed()));

            assertThat(refused.refusal().rule()).isEqualTo("consent.recipient-not-covered");
            assertThat(fields(refused))
                    .containsExactly("participants[1].agency not-consented", "participants[2].agency not-consented");
        }

        @Test
        void anAgencyThatSheTookBackIsNotConvened() {
            assertRefused("consent.recipient-not-covered", () -> convene(convening(), withdrawn(POLICE)));
            assertThat(convene(convening(POLICE), withdrawn(CHILD_GUIDANCE)).invited())
                    .containsExactly(POLICE);
        }

        @Test
        void theRequestingAgencyAndTheCenterTakePartWithoutBeingNamed() {
            CaseConference conference = convene(convening(SAPPORO, CENTER, POLICE), confirmed());

            assertThat(conference.invited()).containsExactly(POLICE);
        }

        @Test
        void anAgencyOnTheBlockListIsNotConvened() {
            Casefile casefile = confirmed();
            casefile.block(
                    List.of(new BlockedPerson("相手方 太郎", "P0001"), new BlockedPerson("相手方 次郎", null)), command(STAFF));

            Refused refused = refused(() -> convene(convening(), casefile));
            assertThat(refused.refusal().rule()).isEqualTo("convening.agency-blocked");
            assertThat(fields(refused)).containsExactly("participants[0].agency blocked");
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "-, 011002, moderator",
                    "'', 011002, moderator",
                    "C0001, -, recorder",
                    "C0001, ' ', recorder",
                    "-, -, moderator"
                })
        void itNeedsAChairAndARecorder(String chair, String recorder, String field) {
            Refused refused = refused(() -> convene(staffed(chair, recorder), confirmed()));

            assertThat(refused.refusal().rule()).isEqualTo("convening.chair-and-recorder");
            assertThat(fields(refused)).containsExactly(field + " choose");
        }

        @ParameterizedTest
        @CsvSource({"M0001, 011002, moderator", "C0001, M0001, recorder"})
        void whoChairsOrRecordsMustTakePart(String chair, String recorder, String field) {
            Refused refused = refused(() -> convene(staffed(chair, recorder), confirmed()));

            assertThat(refused.refusal().rule()).isEqualTo("convening.not-participating");
            assertThat(fields(refused)).containsExactly(field + " not-participating");
        }

        @Test
        void aNoticeIsPassedOnBySomebodyWhoTakesPart() {
            assertThat(convene(with(new Convening.Invited("P0001", "J0001"), new Convening.Invited("J0001", null)))
                            .state())
                    .isEqualTo(ConferenceState.CONVENED);
            assertRefused("convening.not-participating", () -> convene(with(new Convening.Invited("P0001", "M0001"))));
        }

        @Test
        void whoComesForNoAgencyComesWithOneThatTakesPartAndWithHerAgreement() {
            Convening.Companion doctor = companion("J0001", true);
            assertThat(convene(accompanied(doctor)).convening().orElseThrow().companions())
                    .containsExactly(doctor);
            assertRefused("convening.companion-not-agreed", () -> convene(accompanied(companion("J0001", null))));
            assertThat(fields(refused(() -> convene(accompanied(companion("M0001", true))))))
                    .containsExactly("companions[0].broughtBy not-participating");
            assertThat(fields(refused(() -> convene(accompanied(new Convening.Companion(null, " ", null, true))))))
                    .containsExactlyInAnyOrder(
                            "companions[0].capacity choose",
                            "companions[0].name required",
                            "companions[0].broughtBy choose");
        }

        private static Convening.Companion companion(String broughtBy, @Nullable Boolean agreed) {
            return new Convening.Companion(Capacity.ATTENDING_DOCTOR, "例示 三郎", broughtBy, agreed);
        }

        private static Convening accompanied(Convening.Companion companion) {
            return new Convening(
                    MEETING,
                    MEETING.plusHours(2),
                    "オンライン",
                    true,
                    "C0001",
                    "011002",
                    List.of(new Convening.Invited("J0001", null)),
                    List.of(companion));
        }

        @Test
        void itFindsEverythingThatIsWrongAtOnce() {
            Convening call = new Convening(
                    MEETING,
                    MEETING.minusHours(1),
                    null,
                    null,
                    "X9999",
                    "X9998",
                    List.of(
                            new Convening.Invited("P0001", "X9997"),
                            new Convening.Invited("P0001", null),
                            new Convening.Invited("", null)),
                    List.of());

            Refused refused = refused(() -> convene(call));

            assertThat(refused.refusal().rule()).isEqualTo("convening.incomplete");
            assertThat(fields(refused))
                    .containsExactlyInAnyOrder(
                            "end after-start",
                            "place place-or-online",
                            "participants[0].via unknown-agency",
                            "participants[1].agency named-twice",
                            "participants[2].agency choose",
                            "moderator unknown-agency",
                            "recorder unknown-agency");
        }

        @Test
        void itNamesAtLeastOneAndAtMostFiftyAgencies() {
            assertThat(fields(refused(() -> convene(with())))).containsExactly("participants at-least-one");
            List<Convening.Invited> many = new ArrayList<>();
            for (int i = 0; i < 51; i++) {
                many.add(new Convening.Invited("P0001", null));
            }
            assertThat(fields(refused(() -> convene(with(many.toArray(Convening.Invited[]::new))))))
                    .contains("participants too-many");
        }

        @Test
        void aMeetingIsNotCalledForThePast() {
            LocalDateTime now = LocalDateTime.of(2026, 11, 20, 10, 0);
            assertThat(fields(refused(() -> convene(at(now.minusMinutes(1), now.plusHours(1))))))
                    .containsExactly("start future");
            assertThat(convene(at(now, now.plusHours(1))).state()).isEqualTo(ConferenceState.CONVENED);
        }

        @Test
        void aMeetingHasAStartAndAnEnd() {
            assertThat(fields(refused(() -> convene(at(null, null)))))
                    .containsExactly("start required", "end required");
        }

        private CaseConference convene(Convening call) {
            return convene(call, confirmed());
        }

        private CaseConference convene(Convening call, Casefile casefile) {
            CaseConference conference = in(ConferenceState.APPROVED);
            conference.convene(call, casefile, DIRECTORY, command(STAFF));
            return reloaded(conference);
        }

        private Convening staffed(String chair, String recorder) {
            return new Convening(
                    MEETING,
                    MEETING.plusHours(2),
                    "オンライン",
                    true,
                    chair,
                    recorder,
                    List.of(new Convening.Invited("P0001", null)),
                    List.of());
        }

        private Convening with(Convening.Invited... invited) {
            return new Convening(
                    MEETING, MEETING.plusHours(2), "オンライン", true, "C0001", "011002", List.of(invited), List.of());
        }

        private Convening at(LocalDateTime start, LocalDateTime end) {
            return new Convening(
                    start,
                    end,
                    "オンライン",
                    true,
                    "C0001",
                    "011002",
                    List.of(new Convening.Invited("P0001", null)),
                    List.of());
        }
    }

    @Nested
    class OnceConvened {

        @Test
        void theMeetingMovesAndEverybodyIsTold() {
            CaseConference conference = in(ConferenceState.CONVENED);
            reschedule(conference, MEETING.plusDays(7), confirmed());

            Convening call = conference.convening().orElseThrow();
            assertThat(call.start()).isEqualTo(MEETING.plusDays(7));
            assertThat(call.place()).isEqualTo("オンライン");
            assertThat(call.participants()).hasSize(2);
            assertThat(conference.current().dueOn()).isEqualTo("2026-12-08");
            assertThat(announced(conference)).containsExactly("rescheduled");
            assertThat(last(conference).agencies()).containsExactlyInAnyOrder("P0001", "J0001");
        }

        @Test
        void itMovesToNoDayAfterHerConsentAndNotIntoThePast() {
            assertRefused(
                    "consent.ends-before-meeting",
                    () -> reschedule(
                            in(ConferenceState.CONVENED),
                            CONSENT_END.plusDays(1).atTime(10, 0),
                            confirmed()));
            assertRefused(
                    "convening.incomplete",
                    () -> reschedule(in(ConferenceState.CONVENED), LocalDateTime.of(2026, 11, 19, 10, 0), confirmed()));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("jp.tsunagi.conference.CaseConferenceTest#withoutConsent")
        void itDoesNotMoveWithoutHerConsent(String how, Casefile casefile, String rule) {
            assertRefused(rule, () -> reschedule(in(ConferenceState.CONVENED), MEETING.plusDays(1), casefile));
        }

        @Test
        void calledOffTheDecisionStandsAndEverybodyIsTold() {
            CaseConference conference = in(ConferenceState.CONVENED);
            conference.callOff("講師の都合", command(STAFF));

            assertThat(conference.state()).isEqualTo(ConferenceState.APPROVED);
            assertThat(conference.convening()).isEmpty();
            assertThat(conference.invited()).isEmpty();
            assertThat(conference.invitedOnce()).containsExactlyInAnyOrder(POLICE, CHILD_GUIDANCE);
            assertThat(announced(conference)).containsExactly("called-off");
            assertThat(last(conference).agencies()).containsExactlyInAnyOrder("P0001", "J0001");
            conference.convene(convening(POLICE), confirmed(), DIRECTORY, command(STAFF));
            assertThat(conference.invited()).containsExactly(POLICE);
            assertThat(conference.invitedOnce()).contains(CHILD_GUIDANCE);
        }

        @Test
        void theRequestTakenBackTellsEverybodyWhoWasInvited() {
            CaseConference conference = in(ConferenceState.CONVENED);
            conference.withdrawRequest("事情が変わった", command(SUBMITTER));

            assertThat(conference.state()).isEqualTo(ConferenceState.WITHDRAWN);
            assertThat(announced(conference)).containsExactly("request-withdrawn");
            assertThat(last(conference).agencies()).containsExactlyInAnyOrder("P0001", "J0001");
        }

        @Test
        void consentTakenBackForOneAgencyUninvitesItAlone() {
            CaseConference conference = in(ConferenceState.CONVENED);
            conference.consentWithdrawn(Set.of(POLICE), command(SECOND));

            assertThat(conference.state()).isEqualTo(ConferenceState.CONVENED);
            assertThat(conference.invited()).containsExactly(CHILD_GUIDANCE);
            assertThat(conference.invitedOnce()).contains(POLICE);
        }

        private void reschedule(CaseConference conference, LocalDateTime start, Casefile casefile) {
            conference.reschedule(
                    new Convening.Rescheduling(start, start.plusHours(1), null, "理由"),
                    casefile,
                    DIRECTORY,
                    command(STAFF));
        }
    }

    @Nested
    class AtTheMeeting {

        @Test
        void itEndsAfterItStartsAndNotInTheFuture() {
            assertThat(fields(refused(() -> hold(held(MEETING, MEETING), AFTER_MEETING))))
                    .containsExactly("end after-start");
            assertThat(fields(refused(() -> hold(held(), Instant.parse("2026-12-03T02:59:00Z")))))
                    .containsExactly("end not-future");
            assertThat(hold(held(), Instant.parse("2026-12-03T03:00:00Z")).state())
                    .isEqualTo(ConferenceState.HELD);
        }

        @Test
        void itMayBeEarlierOrLaterThanConvened() {
            assertThat(hold(held(MEETING.minusDays(3), MEETING.minusDays(3).plusHours(1)), AFTER_MEETING)
                            .state())
                    .isEqualTo(ConferenceState.HELD);
            assertThat(hold(
                                    held(
                                            MEETING.plusDays(3),
                                            MEETING.plusDays(3).plusHours(1)),
                                    Instant.parse("2026-12-10T00:00:00Z"))
                            .state())
                    .isEqualTo(ConferenceState.HELD);
        }

        @Test
        void itIsNotBeforeTheSubmission() {
            LocalDateTime before = TODAY.minusDays(1).atTime(10, 0);

            Refused refused = refused(() -> hold(held(before, before.plusHours(1)), AFTER_MEETING));
            assertThat(refused.refusal().rule()).isEqualTo("meeting.before-submission");
            assertThat(hold(held(TODAY.atTime(9, 0), TODAY.atTime(10, 0)), AFTER_MEETING)
                            .state())
                    .isEqualTo(ConferenceState.HELD);
        }

        @Test
        void herConsentMustHoldAtItsStart() {
            LocalDate day = MEETING.toLocalDate();
            assertRefused(
                    "consent.expired",
                    () -> hold(held(), AFTER_MEETING, confirmed(until(consent(), day.minusDays(1)))));
            assertThat(hold(held(), AFTER_MEETING, confirmed(until(consent(), day)))
                            .state())
                    .isEqualTo(ConferenceState.HELD);
            assertRefused("consent.not-valid", () -> hold(held(), AFTER_MEETING, withdrawn()));
            assertRefused("consent.not-valid", () -> hold(held(), AFTER_MEETING, submitted(consent())));
        }

        @Test
        void itMayBeEnteredAfterHerConsentEndedWhereItHeldThatDay() {
            assertThat(hold(
                                    held(),
                                    Instant.parse("2027-03-01T00:00:00Z"),
                                    confirmed(until(consent(), MEETING.toLocalDate())))
                            .state())
                    .isEqualTo(ConferenceState.HELD);
        }

        @Test
        void itMayBeEnteredAfterSheTookHerConsentBackWhereItWasOverBefore() {
            CaseConference conference = in(ConferenceState.CANCELLED_NO_CONSENT);
            conference.recordHolding(held(), takenBack(AFTER_MEETING), DIRECTORY, command(STAFF, DAY_AFTER));

            assertThat(conference.state()).isEqualTo(ConferenceState.HELD);
            assertThat(conference.invited()).isEmpty();
            assertThat(announced(conference)).containsExactly("held");
            assertThat(last(conference).agencies()).isEmpty();

            conference.report(ConferenceFixtures.report(), DIRECTORY, command(SUBMITTER, DAY_AFTER));
            assertThat(last(conference).kind()).isEqualTo("reported");
            assertThat(last(conference).agencies()).isEmpty();
        }

        @Test
        void whatSheTookBackBeforeItsEndDoesNotHoldForIt() {
            Instant atItsEnd = Instant.parse("2026-12-03T03:00:00Z");
            assertThat(holdCancelled(takenBack(atItsEnd)).state()).isEqualTo(ConferenceState.HELD);
            assertRefused("consent.not-valid", () -> holdCancelled(takenBack(atItsEnd.minusSeconds(1))));
        }

        @Test
        void itDoesNotFollowADayOnWhichSheTookHerConsentBackWheneverThatWasRecorded() {
            Casefile told =
                    withdrawn(consent(), withdrawal(MEETING.toLocalDate().minusDays(1), AFTER_MEETING));

            assertRefused("consent.not-valid", () -> holdCancelled(told));
        }

        @Test
        void whatSheTookBackMustHaveHeldAtItsStart() {
            LocalDate dayBefore = MEETING.toLocalDate().minusDays(1);
            Consent.Withdrawal after = withdrawal(MEETING.toLocalDate(), AFTER_MEETING);

            assertRefused("consent.expired", () -> holdCancelled(withdrawn(until(consent(), dayBefore), after)));
            Casefile neverConfirmed = submitted(consent());
            neverConfirmed.withdraw(after, command(SECOND, AFTER_MEETING));
            assertRefused("consent.not-valid", () -> holdCancelled(neverConfirmed));
        }

        @Test
        void theWithdrawalThatEndedItCountsAndNoneBeforeOrAfterIt() {
            Casefile casefile = confirmed();
            casefile.withdraw(withdrawal(TODAY, NOW.minusSeconds(60)), command(SECOND));
            casefile.confirm(confirmed().consent().orElseThrow(), command(SECOND));
            casefile.withdraw(withdrawal(MEETING.toLocalDate(), AFTER_MEETING), command(SECOND));
            casefile.withdraw(withdrawal(MEETING.toLocalDate(), DAY_AFTER), command(SECOND));
            Holding tooLong = held(MEETING, MEETING.plusHours(4));

            assertThat(holdCancelled(casefile).state()).isEqualTo(ConferenceState.HELD);
            assertRefused("consent.not-valid", () -> in(ConferenceState.CANCELLED_NO_CONSENT)
                    .recordHolding(tooLong, casefile, DIRECTORY, command(STAFF, DAY_AFTER)));
        }

        @Test
        void whatWasNotConvenedAnyMoreIsNotEntered() {
            CaseConference calledOff = in(ConferenceState.CONVENED);
            calledOff.callOff("理由", command(STAFF));
            calledOff.consentWithdrawn(Set.of(), command(SECOND, AFTER_MEETING));
            CaseConference neverConvened = in(ConferenceState.UNDER_REVIEW);
            neverConvened.consentWithdrawn(Set.of(), command(SECOND, AFTER_MEETING));

            for (CaseConference conference : List.of(calledOff, neverConvened)) {
                assertRefused(
                        "state.not-possible",
                        () -> conference.recordHolding(
                                held(), takenBack(AFTER_MEETING), DIRECTORY, command(STAFF, DAY_AFTER)));
                assertThat(conference.state()).isEqualTo(ConferenceState.CANCELLED_NO_CONSENT);
            }
        }

        private static Casefile takenBack(Instant recordedAt) {
            return withdrawn(consent(), withdrawal(MEETING.toLocalDate(), recordedAt));
        }

        private static CaseConference holdCancelled(Casefile casefile) {
            CaseConference conference = in(ConferenceState.CANCELLED_NO_CONSENT);
            conference.recordHolding(held(), casefile, DIRECTORY, command(STAFF, DAY_AFTER));
            return conference;
        }

        @Test
        void atLeastTwoAgenciesTookPart() {
            Attendance one = attendance().get(0);
            Attendance absent = new Attendance("P0001", null, Attendance.Presence.ABSENT, null, null, null);
            Attendance herself = new Attendance(null, null, Attendance.Presence.PRESENT, true, "後半", null);
            Attendance observer = new Attendance("P0001", null, Attendance.Presence.OBSERVER, null, null, null);

            assertThat(fields(refused(() -> hold(with(one, absent, herself), AFTER_MEETING))))
                    .containsExactly("attendance two-agencies");
            assertThat(fields(refused(() -> hold(with(one, one), AFTER_MEETING))))
                    .containsExactly("attendance two-agencies");
            assertThat(fields(refused(() -> hold(with(), AFTER_MEETING)))).containsExactly("attendance two-agencies");
            assertThat(hold(with(one, observer, herself), AFTER_MEETING).state())
                    .isEqualTo(ConferenceState.HELD);
        }

        @Test
        void whoeverCameForNoAgencyIsNamedAndCountsForNone() {
            Attendance one = attendance().get(0);
            Attendance doctor =
                    new Attendance(null, "例示 三郎", Attendance.Presence.PRESENT, null, null, Capacity.ATTENDING_DOCTOR);
            assertThat(fields(refused(() -> hold(with(one, doctor), AFTER_MEETING))))
                    .containsExactly("attendance two-agencies");
            assertThat(hold(with(one, attendance().get(1), doctor), AFTER_MEETING)
                            .state())
                    .isEqualTo(ConferenceState.HELD);
            Attendance both =
                    new Attendance("P0001", null, Attendance.Presence.PRESENT, null, null, Capacity.ATTENDING_DOCTOR);
            assertThat(fields(refused(() -> hold(with(one, attendance().get(1), both), AFTER_MEETING))))
                    .containsExactly("attendance[2].capacity agency-or-capacity", "attendance[2].name required");
        }

        @Test
        void aLineOfAttendanceSaysWhoAndHow() {
            Attendance nobody = new Attendance(null, "=1+1", null, null, null, null);
            Attendance[] lines = {attendance().get(0), attendance().get(1), nobody};

            assertThat(fields(refused(() -> hold(with(lines), AFTER_MEETING))))
                    .containsExactly(
                            "attendance[2].name no-name-beginning",
                            "attendance[2].agency choose",
                            "attendance[2].presence choose");
        }

        @Test
        void theReportIsDueFromThen() {
            CaseConference conference = in(ConferenceState.HELD);

            assertThat(conference.current().dueOn()).isEqualTo("2026-12-10");
        }

        private Holding with(Attendance... lines) {
            return new Holding(MEETING, MEETING.plusHours(2), "オンライン", List.of(lines), null);
        }

        private CaseConference hold(Holding held, Instant now) {
            return hold(held, now, confirmed());
        }

        private CaseConference hold(Holding held, Instant now, Casefile casefile) {
            CaseConference conference = in(ConferenceState.CONVENED);
            conference.recordHolding(held, casefile, DIRECTORY, command(STAFF, now));
            return conference;
        }
    }

    @Nested
    class AfterTheMeeting {

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HELD")
        void thereIsNoOutcomeBeforeTheMeetingAndOnlyOne(ConferenceState state) {
            assertRefused("state.not-possible", () -> in(state)
                    .report(ConferenceFixtures.report(), DIRECTORY, command(SUBMITTER, AFTER_MEETING)));
        }

        @Test
        void theReportTellsEverythingThatTheFormAsksFor() {
            OutcomeReport empty = new OutcomeReport(null, null, null, null, null, List.of(), null, List.of(), null);

            Refused refused = refused(() -> report(empty));

            assertThat(refused.refusal().rule()).isEqualTo("outcome.incomplete");
            assertThat(fields(refused))
                    .containsExactlyInAnyOrder(
                            "recordedOn required",
                            "recordedBy required",
                            "start required",
                            "end required",
                            "place required",
                            "attendance two-agencies",
                            "outcome required");
        }

        @Test
        void theReportKeepsToTheTimes() {
            OutcomeReport wrong = new OutcomeReport(
                    MEETING.toLocalDate().plusDays(1),
                    "架空 相談員",
                    MEETING,
                    MEETING.minusMinutes(1),
                    "オンライン",
                    attendance(),
                    "結果",
                    List.of(new OutcomeReport.AgreedAction(
                            "011002", "同行する", MEETING.toLocalDate().minusDays(1))),
                    "X9999");

            assertThat(fields(refused(() -> report(wrong))))
                    .containsExactlyInAnyOrder(
                            "recordedOn not-future",
                            "end after-start",
                            "actions[0].due not-before",
                            "leadAgency unknown-agency");
        }

        @Test
        void theReportIsSharedWithThoseWhoAreStillInvited() {
            CaseConference conference = in(ConferenceState.HELD);
            conference.consentWithdrawn(Set.of(POLICE), command(SECOND));
            conference.report(ConferenceFixtures.report(), DIRECTORY, command(SUBMITTER, AFTER_MEETING));

            assertThat(last(conference).agencies()).containsExactly("J0001");
        }

        @Test
        void afterAWithdrawalItIsStillReportedToTheDirector() {
            CaseConference conference = in(ConferenceState.HELD);
            conference.consentWithdrawn(Set.of(), command(SECOND));
            assertThat(conference.state()).isEqualTo(ConferenceState.HELD);

            conference.report(ConferenceFixtures.report(), DIRECTORY, command(SUBMITTER, AFTER_MEETING));
            assertThat(conference.state()).isEqualTo(ConferenceState.REPORTED);
        }

        @ParameterizedTest
        @EnumSource(names = {"NOT_HELD", "REPORTED"})
        void closingSaysHowSheWasTold(ConferenceState state) {
            CaseConference conference = in(state);
            conference.close(ConferenceFixtures.closing("面接で伝えた", "見守りへ"), null, command(SUBMITTER, AFTER_MEETING));

            assertThat(conference.current().personInformed()).isEqualTo("面接で伝えた");
            assertThat(conference.current().endReason()).isEqualTo("見守りへ");
            assertThat(conference.current().dueOn()).isNull();
        }

        @Test
        void supportByAPlanEndsWithAWatchAndWithWhatMustBeDoneOrAReason() {
            SupportLeft.Left left =
                    new SupportLeft.Left(2, List.of(), 1, List.of(new SupportLeft.State("measure-1", "IN_PROGRESS")));
            Closing.WatchOver watch = new Closing.WatchOver("地域の民生委員", "月に1回", "様子が変われば札幌市へ", null);
            CaseConference conference = in(ConferenceState.REPORTED);

            assertRefused(
                    "plan.must-do-open",
                    () -> conference.close(
                            new Closing("伝えた", null, watch, null), left, command(SUBMITTER, AFTER_MEETING)));
            assertRefused(
                    "closing.watch-over",
                    () -> conference.close(
                            new Closing("伝えた", null, null, "転居のため"), left, command(SUBMITTER, AFTER_MEETING)));
            assertRefused(
                    "closing.watch-over",
                    () -> conference.close(
                            new Closing("伝えた", null, new Closing.WatchOver("民生委員", null, null, null), "転居のため"),
                            left,
                            command(SUBMITTER, AFTER_MEETING)));
            assertThat(conference.state()).isEqualTo(ConferenceState.REPORTED);

            conference.close(new Closing("伝えた", null, watch, "転居のため"), left, command(SUBMITTER, AFTER_MEETING));

            assertThat(conference.current().closing()).isEqualTo(new Closing.Kept(watch, "転居のため", 2, left.states()));
        }

        @Test
        void theNextConferenceAsksAnewWhatMayHaveChanged() {
            Request before = request().build();
            Request next = NextRequest.of(before, "前回からの残り事項（住居）");

            assertThat(next.name()).isEqualTo(before.name());
            assertThat(next.address()).isEqualTo(before.address());
            assertThat(next.topics()).isEqualTo("前回からの残り事項（住居）");
            assertThat(next.consent()).isNull();
            assertThat(next.preferredSlots()).isEmpty();
            assertThat(next.urgent()).isNull();
        }

        @Test
        void anotherAgencyThatLeadsGoesOnWithWhatItMaySeeOfHer() {
            Request before = request()
                    .with("currentSituation", "駅前の〔伏せる：勤務先〕架空商店〔ここまで〕に勤める")
                    .with("phone", "000-0000-0000")
                    .build();
            Casefile casefile = confirmed(consent(
                    List.of(new Consent.Withheld("勤務先", List.of()), new Consent.Withheld("生年月日", List.of())),
                    List.of(),
                    List.of(),
                    ASAHIKAWA));
            Set<Relation> relations = Set.of(Relation.CLEARED_PARTICIPANT);
            Grants seen = new Standing(relations, relations, casefile.scopeFor(ASAHIKAWA, TODAY)).grants(before);

            Request next = NextRequest.ofSeen(Projection.of(before, seen), null);

            assertThat(next.name()).isEqualTo(before.name());
            assertThat(next.currentSituation()).isEqualTo("駅前の〔伏せています〕に勤める");
            assertThat(next.birthDate()).isNull();
            assertThat(next.address()).isNull();
            assertThat(next.addressHandling()).isNull();
            assertThat(next.phone()).isNull();
            assertThat(next.factors()).isEmpty();
            assertThat(next.consent()).isNull();
        }

        @ParameterizedTest
        @EnumSource(names = {"INVITED", "UNINVITED", "AUDITOR"})
        void whoMaySeeNothingOfHerGoesOnWithNothing(Relation relation) {
            Request before = request().build();
            Grants seen = new Standing(Set.of(relation), Set.of(relation), ConsentScope.NOTHING).grants(before);

            assertThat(NextRequest.ofSeen(Projection.of(before, seen), null).toString())
                    .doesNotContain("花子", "今の状況", "これまでの経過", "架空町", "静かに");
        }

        private void report(OutcomeReport report) {
            in(ConferenceState.HELD).report(report, DIRECTORY, command(SUBMITTER, AFTER_MEETING));
        }
    }

    @Nested
    class WhenConsentIsTakenBack {

        @ParameterizedTest
        @EnumSource
        void isAcceptedInEveryState(ConferenceState state) {
            CaseConference whole = in(state);
            boolean before = whole.beforeMeeting();
            assertThat(whole.touchedByWithdrawal(Set.of())).isEqualTo(before);
            whole.consentWithdrawn(Set.of(), command(SECOND));
            assertThat(whole.state()).isEqualTo(before ? ConferenceState.CANCELLED_NO_CONSENT : state);

            CaseConference single = in(state);
            single.consentWithdrawn(Set.of(POLICE), command(SECOND));
            assertThat(single.state()).isEqualTo(state);
            assertThat(single.invited()).doesNotContain(POLICE);
        }

        @ParameterizedTest
        @EnumSource
        void toldTwiceItDoesNoMore(ConferenceState state) {
            CaseConference conference = in(state);
            conference.consentWithdrawn(Set.of(), command(SECOND));
            ConferenceState reached = conference.state();
            conference.consentWithdrawn(Set.of(), command(SECOND));

            assertThat(conference.state()).isEqualTo(reached);
            assertThat(conference.touchedByWithdrawal(Set.of())).isFalse();
        }

        @ParameterizedTest
        @EnumSource
        void nobodyIsAwaitedAnyMoreBeforeTheMeeting(ConferenceState state) {
            CaseConference conference = in(state);
            boolean before = conference.beforeMeeting();
            conference.consentWithdrawn(Set.of(), command(SECOND));

            if (before) {
                assertThat(conference.current().dueOn()).isNull();
                assertThat(conference.current().remindOn()).isNull();
            }
        }
    }

    @Nested
    class WhenSomethingIsDue {

        @Test
        void somebodyIsRemindedOnceADayAndThenSomebodyElseIsTold() {
            CaseConference conference = in(ConferenceState.CONSENT_CHECK);
            LocalDate due = conference.current().dueOn();
            assertThat(due).isEqualTo("2026-11-25");

            conference.remind(due);
            assertThat(announced(conference)).isEmpty();

            conference.remind(due.plusDays(1));
            conference.remind(due.plusDays(1));
            assertThat(announced(conference)).containsExactly("due");

            conference.remind(due.plusDays(2));
            assertThat(announced(conference)).containsExactly("due", "overdue");
        }

        @Test
        void theDirectorIsToldOfAMissingReportAfterSevenReminders() {
            CaseConference conference = in(ConferenceState.HELD);
            for (int reminders = 1; reminders <= 8; reminders++) {
                conference.remind(conference.current().remindOn());
                assertThat(announced(conference).get(reminders - 1)).isEqualTo(reminders <= 7 ? "due" : "overdue");
            }
        }

        @ParameterizedTest
        @EnumSource(names = {"DRAFT", "NOT_HELD", "REPORTED", "CLOSED", "WITHDRAWN", "CANCELLED_NO_CONSENT"})
        void nobodyIsRemindedWhereNobodyIsAwaited(ConferenceState state) {
            CaseConference conference = in(state);
            conference.remind(LocalDate.of(2030, 1, 1));

            assertThat(announced(conference)).isEmpty();
        }

        @Test
        void theNextStepStartsTheCountAnew() {
            CaseConference conference = in(ConferenceState.CONSENT_CHECK);
            conference.remind(LocalDate.of(2026, 11, 26));
            conference.consentConfirmed(command(SECOND));

            assertThat(conference.current().reminders()).isZero();
            assertThat(conference.current().remindOn()).isEqualTo("2026-11-27");
        }
    }

    @Nested
    class AsItIsStored {

        @ParameterizedTest
        @EnumSource
        void isTheSameAfterALook(ConferenceState state) {
            ConferenceRecord record = in(state).toRecord();

            assertThat(new CaseConference(record, ConferenceFixtures.DEADLINES).current())
                    .usingRecursiveComparison()
                    .ignoringFields("version")
                    .isEqualTo(record);
        }

        @Test
        void eachSaveIsOneVersionLater() {
            CaseConference conference = in(ConferenceState.SUBMITTED);

            assertThat(conference.toRecord().version()).isEqualTo(conference.version() + 1);
            assertThat(last(in(ConferenceState.SUBMITTED)).forVersion()).isEqualTo(conference.version());
        }

        @Test
        void whatIsSentIsDroppedAtTheNextSave() {
            ConferenceRecord record = in(ConferenceState.CONSENT_CHECK).toRecord();
            assertThat(record.outbox()).hasSize(1);
            assertThat(record.pending()).isTrue();

            ConferenceRecord sent = sentThrough(record, record.outbox().get(0).forVersion());
            ConferenceRecord next = new CaseConference(sent, ConferenceFixtures.DEADLINES).toRecord();

            assertThat(next.outbox()).isEmpty();
            assertThat(next.pending()).isFalse();
        }

        private ConferenceRecord sentThrough(ConferenceRecord r, long version) {
            return new ConferenceRecord(
                    r.id(),
                    r.version(),
                    r.caseId(),
                    r.number(),
                    r.previous(),
                    r.reference(),
                    r.state(),
                    r.order(),
                    r.team(),
                    r.contactAgency(),
                    r.createdBy(),
                    r.submittedBy(),
                    r.submittedOn(),
                    r.similarExists(),
                    r.officer(),
                    r.request(),
                    r.formerRequests(),
                    r.lastWriter(),
                    r.returned(),
                    r.referred(),
                    r.opened(),
                    r.decision(),
                    r.convening(),
                    r.invited(),
                    r.invitedOnce(),
                    r.holding(),
                    r.outcome(),
                    r.endReason(),
                    r.personInformed(),
                    r.closing(),
                    r.dueOn(),
                    r.remindOn(),
                    r.reminders(),
                    r.history(),
                    r.seen(),
                    r.outbox(),
                    r.pending(),
                    version);
        }
    }

    private static Request retrospective() {
        return request()
                .with("retrospective", true)
                .with(
                        "held",
                        new java.util.LinkedHashMap<>(java.util.Map.of(
                                "start", "2026-11-18T10:00:00",
                                "end", "2026-11-18T11:00:00",
                                "place", "庁舎",
                                "attendance",
                                        List.of(
                                                java.util.Map.of("agency", "011002", "presence", "PRESENT"),
                                                java.util.Map.of("agency", "P0001", "presence", "PRESENT")))))
                .build();
    }

    private static Casefile withCondition(LocalDate metOn) {
        return confirmed(
                consent(List.of(), List.of(ConferenceFixtures.condition(metOn)), List.of(), POLICE, CHILD_GUIDANCE));
    }

    private static PendingEvent last(CaseConference conference) {
        List<PendingEvent> outbox = conference.toRecord().outbox();
        return outbox.get(outbox.size() - 1);
    }

    private static List<String> fields(Refused refused) {
        return refused.refusal().fields().stream()
                .map((FieldProblem field) -> field.field() + " " + field.problem())
                .toList();
    }

    private static Refused refused(Runnable step) {
        try {
            step.run();
        } catch (Refused e) {
            return e;
        }
        throw new AssertionError("It was not refused");
    }

    private static void assertRefused(String rule, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().rule()).isEqualTo(rule));
    }
}
