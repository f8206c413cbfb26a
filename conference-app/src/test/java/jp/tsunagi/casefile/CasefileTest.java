package jp.tsunagi.casefile;

import static jp.tsunagi.casefile.CasefileFixtures.ASAHIKAWA;
import static jp.tsunagi.casefile.CasefileFixtures.CENTER;
import static jp.tsunagi.casefile.CasefileFixtures.CHILD_GUIDANCE;
import static jp.tsunagi.casefile.CasefileFixtures.CONSENT_END;
import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SAPPORO;
import static jp.tsunagi.casefile.CasefileFixtures.SECOND;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static jp.tsunagi.casefile.CasefileFixtures.TODAY;
import static jp.tsunagi.casefile.CasefileFixtures.attempt;
import static jp.tsunagi.casefile.CasefileFixtures.command;
import static jp.tsunagi.casefile.CasefileFixtures.confirmed;
import static jp.tsunagi.casefile.CasefileFixtures.consent;
import static jp.tsunagi.casefile.CasefileFixtures.inSection;
import static jp.tsunagi.casefile.CasefileFixtures.officer;
import static jp.tsunagi.casefile.CasefileFixtures.opened;
import static jp.tsunagi.casefile.CasefileFixtures.person;
import static jp.tsunagi.casefile.CasefileFixtures.reloaded;
import static jp.tsunagi.casefile.CasefileFixtures.submitted;
import static jp.tsunagi.casefile.CasefileFixtures.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Command;
import jp.tsunagi.outbox.PendingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CasefileTest {

    @Test
    void aNewCaseHasNeitherPersonNorConsent() {
        Casefile casefile = opened();

        assertThat(casefile.person()).isEmpty();
        assertThat(casefile.consent()).isEmpty();
        assertThat(casefile.consentNumber()).isZero();
        assertThat(casefile.consentInForce(TODAY)).isFalse();
        assertThat(casefile.scopeFor(POLICE, TODAY).covers()).isFalse();
    }

    @Test
    void whatIsSubmittedCountsOnlyOnceASecondOfficerConfirmedIt() {
        Casefile casefile = submitted(consent().as(Consent.Status.VERIFIED));

        assertThat(casefile.consent().orElseThrow().status()).isEqualTo(Consent.Status.GIVEN);
        assertThat(casefile.consentInForce(TODAY)).isFalse();

        casefile.confirm(consent(), command(SECOND));

        assertThat(casefile.consentInForce(TODAY)).isTrue();
        assertThat(casefile.consentInForce(CONSENT_END.plusDays(1))).isFalse();
    }

    @Test
    void theLedgerIsNumberedAndALaterEntrySupersedesTheOneBefore() {
        Casefile casefile = confirmed();
        casefile.confirm(consent(), command(SECOND));

        assertThat(casefile.consents()).extracting(Consent::number).containsExactly(1, 2, 3);
        assertThat(casefile.consents())
                .extracting(Consent::status)
                .containsExactly(Consent.Status.SUPERSEDED, Consent.Status.SUPERSEDED, Consent.Status.VERIFIED);
        assertThat(casefile.consentNumber()).isEqualTo(3);
    }

    @Test
    void anEntryThatEndedKeepsHowItEnded() {
        Casefile refused = submitted(consent());
        refused.attempted(attempt(true), command(SECOND));
        refused.request(person(), new LocationGroup(null), consent(), command(SUBMITTER));
        assertThat(refused.consents())
                .extracting(Consent::status)
                .containsExactly(Consent.Status.REFUSED, Consent.Status.GIVEN);

        Casefile withdrawn = CasefileFixtures.withdrawn();
        withdrawn.confirm(consent(), command(SECOND));
        assertThat(withdrawn.consents())
                .extracting(Consent::status)
                .containsExactly(Consent.Status.SUPERSEDED, Consent.Status.WITHDRAWN, Consent.Status.VERIFIED);
    }

    @Test
    void sheSaysNoOnlyWhereSheWasAsked() {
        assertThatThrownBy(() -> opened().attempted(attempt(true), command(SECOND)))
                .hasMessage("consent.not-asked");
    }

    @Test
    void whoCouldNotBeAskedIsRememberedAndNothingElseChanges() {
        Casefile casefile = submitted(consent());
        casefile.attempted(attempt(false), command(SECOND));

        assertThat(casefile.asked().orElseThrow().status()).isEqualTo(Consent.Status.GIVEN);
        assertThat(casefile.asked().orElseThrow().attempts()).containsExactly(attempt(false));
    }

    @Test
    void whatIsConfirmedCountsWhileSheIsAskedAnew() {
        Casefile casefile = confirmed();
        casefile.request(person(), new LocationGroup(null), consent(), command(SUBMITTER));

        assertThat(casefile.scopeFor(POLICE, TODAY).covers()).isTrue();
        assertThat(casefile.asked().orElseThrow().status()).isEqualTo(Consent.Status.GIVEN);

        casefile.attempted(attempt(true), command(SECOND));
        assertThat(casefile.scopeFor(POLICE, TODAY).covers()).isTrue();
    }

    @Test
    void aResubmissionDoesNotBringBackWhomSheTookBack() {
        Casefile casefile = confirmed();
        casefile.withdraw(withdrawal(POLICE), command(SECOND));
        casefile.request(person(), new LocationGroup(null), consent(), command(SUBMITTER));

        assertThat(casefile.asked().orElseThrow().recipients()).containsExactly(CHILD_GUIDANCE);
    }

    @Test
    void aWithdrawalBeforeSheWasAskedIsKept() {
        Casefile casefile = opened();
        casefile.withdraw(withdrawal(), command(SECOND));

        assertThat(reloaded(casefile).withdrawals()).hasSize(1);
    }

    @Test
    void aWithdrawalIsOneWriteThatEndsAllSharing() {
        Casefile casefile = confirmed();
        casefile.withdraw(withdrawal(), command(SECOND));

        assertThat(casefile.consentInForce(TODAY)).isFalse();
        assertThat(casefile.scopeFor(POLICE, TODAY).covers()).isFalse();
        assertThat(casefile.scopeFor(CHILD_GUIDANCE, TODAY).covers()).isFalse();
        assertThat(announced(casefile)).containsExactly(Casefile.CONSENT_WITHDRAWN);
    }

    @Test
    void aWithdrawalForOneAgencyNamesItInTheEvent() {
        Casefile casefile = confirmed();
        casefile.withdraw(withdrawal(POLICE), command(SECOND));

        assertThat(casefile.scopeFor(POLICE, TODAY).covers()).isFalse();
        assertThat(casefile.scopeFor(CHILD_GUIDANCE, TODAY).covers()).isTrue();
        assertThat(casefile.toRecord().outbox())
                .filteredOn(event -> event.kind().equals(Casefile.CONSENT_WITHDRAWN))
                .extracting(PendingEvent::agencies)
                .containsExactly(Set.of("P0001"));
    }

    @ParameterizedTest
    @EnumSource
    void aWithdrawalIsAcceptedWhereverTheConsentStands(Consent.Status status) {
        Casefile casefile = new Casefile(withStatus(status));
        casefile.withdraw(withdrawal(), command(SECOND));

        assertThat(casefile.consent().orElseThrow().status()).isEqualTo(Consent.Status.WITHDRAWN);
        assertThat(casefile.consent().orElseThrow().withdrawals()).hasSize(1);
    }

    @Test
    void aWithdrawalIsAcceptedBeforeSheWasEverAsked() {
        Casefile casefile = opened();
        casefile.withdraw(withdrawal(), command(SECOND));

        assertThat(casefile.consent()).isEmpty();
        assertThat(announced(casefile)).containsExactly(Casefile.CONSENT_WITHDRAWN);
    }

    @Test
    void whatIsConfirmedIsAnnouncedAndWhatIsOnlyGivenIsNot() {
        assertThat(submitted(consent()).toRecord().outbox()).isEmpty();
        assertThat(confirmed().toRecord().outbox())
                .extracting(PendingEvent::kind)
                .containsExactly(Casefile.CONSENT_CHANGED);
    }

    @Test
    void anAgencyThatDoesNotKnowWhereSheIsDoesNotWipeOutWhatIsKnown() {
        Casefile casefile = submitted(consent());

        casefile.request(person(), new LocationGroup(null), consent(), command(SUBMITTER));
        assertThat(casefile.location().orElseThrow().address()).isEqualTo("架空町1-2-3");

        casefile.request(person(), new LocationGroup("別の町"), consent(), command(SUBMITTER));
        assertThat(casefile.location().orElseThrow().address()).isEqualTo("別の町");
    }

    @Test
    void theTeamIsTheSectionOfWhoeverOpenedIt() {
        Casefile casefile = opened();

        assertThat(casefile.hasOnTeam(SUBMITTER)).isTrue();
        assertThat(casefile.hasOnTeam(SECOND)).isTrue();
        assertThat(casefile.hasOnTeam(inSection(SECOND, "戸籍住民課"))).isFalse();
        assertThat(casefile.hasOnTeam(officer("asahikawa", ASAHIKAWA, Role.COUNSELLOR)))
                .isFalse();
        assertThat(casefile.hasOnTeam(officer("center", CENTER, Role.CENTER_STAFF)))
                .isFalse();
    }

    @Test
    void aColleagueOfAnotherSectionIsAddedByName() {
        Casefile casefile = opened();
        Officer colleague = inSection(officer("colleague", SAPPORO, Role.COUNSELLOR), "戸籍住民課");
        casefile.add(colleague, command(SUBMITTER));

        assertThat(reloaded(casefile).hasOnTeam(colleague)).isTrue();
        assertThat(reloaded(casefile).hasOnTeam(inSection(officer("other", SAPPORO, Role.COUNSELLOR), "戸籍住民課")))
                .isFalse();
    }

    @Test
    void whoLeavesTheAgencyLeavesTheTeam() {
        Casefile casefile = opened();
        Officer colleague = inSection(officer("colleague", SAPPORO, Role.COUNSELLOR), "戸籍住民課");
        casefile.add(colleague, command(SUBMITTER));

        assertThat(casefile.hasOnTeam(officer("colleague", ASAHIKAWA, Role.COUNSELLOR)))
                .isFalse();
    }

    @Test
    void anotherAgencysOfficerIsNotAdded() {
        assertThatThrownBy(() -> opened().add(officer("asahikawa", ASAHIKAWA, Role.COUNSELLOR), command(SUBMITTER)))
                .hasMessage("team.other-agency");
    }

    @Test
    void theBlockListIsReplacedAsAWhole() {
        Casefile casefile = opened();
        casefile.block(List.of(new BlockedPerson("相手方 太郎", null)), command(SECOND));
        casefile.block(List.of(new BlockedPerson("相手方 次郎", "P0001")), command(SECOND));

        assertThat(reloaded(casefile).blocked()).extracting(BlockedPerson::name).containsExactly("相手方 次郎");
    }

    @Test
    void remembersEachCommandInTheSameSaveAsItsEffect() {
        Casefile casefile = opened();
        Command command = command(SUBMITTER);
        assertThat(casefile.has(command)).isFalse();

        casefile.request(person(), new LocationGroup(null), consent(), command);

        assertThat(reloaded(casefile).has(command)).isTrue();
        Command reused = new Command(command.id(), "another digest", SUBMITTER, SAPPORO, command.at());
        assertThatThrownBy(() -> casefile.has(reused)).hasMessage("idempotency.key-reused");
    }

    private static CaseRecord withStatus(Consent.Status status) {
        CaseRecord record = confirmed().toRecord();
        return new CaseRecord(
                record.id(),
                record.version(),
                record.caseId(),
                record.requestingAgency(),
                record.team(),
                record.members(),
                record.person(),
                record.location(),
                List.of(consent().as(status)),
                record.withdrawals(),
                record.blocked(),
                record.exclusions(),
                record.openedAt(),
                record.seen(),
                record.outbox(),
                record.pending(),
                record.sentThrough());
    }

    private static List<String> announced(Casefile casefile) {
        CaseRecord record = casefile.toRecord();
        return record.outbox().stream()
                .filter(event -> event.forVersion() == record.version())
                .map(PendingEvent::kind)
                .toList();
    }
}
