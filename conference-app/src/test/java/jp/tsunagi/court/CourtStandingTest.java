package jp.tsunagi.court;

import static jp.tsunagi.casefile.CasefileFixtures.SAPPORO;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static jp.tsunagi.casefile.CasefileFixtures.machine;
import static jp.tsunagi.court.CourtFixtures.CASE;
import static jp.tsunagi.court.CourtFixtures.DIRECTOR;
import static jp.tsunagi.court.CourtFixtures.STAFF;
import static jp.tsunagi.court.CourtFixtures.by;
import static jp.tsunagi.court.CourtFixtures.consultation;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.account.Role;
import jp.tsunagi.court.ConsultationRecord.Entry;
import jp.tsunagi.protection.Relation;
import org.junit.jupiter.api.Test;

class CourtStandingTest {

    private final ConsultationRecord record = ConsultationRecord.of(CASE).with(consultation(null), "センター", by(STAFF));
    private final Entry ofTheCenter = record.entries().get(0);

    @Test
    void whileHerConsentHoldsEachReadsWhatTheOtherWrote() {
        assertThat(new CourtStanding(SUBMITTER, true, false, true).reads(ofTheCenter))
                .isTrue();
        assertThat(new CourtStanding(STAFF, false, true, true).reads(ofTheCenter))
                .isTrue();
    }

    @Test
    void withoutItEachReadsWhatItWroteItself() {
        assertThat(new CourtStanding(SUBMITTER, true, false, false).reads(ofTheCenter))
                .isFalse();
        assertThat(new CourtStanding(DIRECTOR, false, true, false).reads(ofTheCenter))
                .isTrue();
    }

    @Test
    void whatACourtAskedIsTheCentersAndTheDirectorAloneConfirms() {
        CourtStanding team = new CourtStanding(SUBMITTER, true, false, true);
        assertThat(team.relations()).containsExactly(Relation.CONSULTATION_READER);
        assertThat(team.states()).isFalse();
        assertThat(new CourtStanding(STAFF, false, true, true).confirms()).isFalse();
        assertThat(new CourtStanding(DIRECTOR, false, true, true).confirms()).isTrue();
    }

    @Test
    void machinesAndStrangersHaveNoPartInIt() {
        assertThat(new CourtStanding(machine(SAPPORO, Role.COUNSELLOR), true, false, true).relations())
                .isEmpty();
        assertThat(new CourtStanding(SUBMITTER, false, false, true).relations()).isEmpty();
    }

    @Test
    void whatWasWrongStaysBesideItsCorrection() {
        ConsultationRecord corrected = record.with(consultation(1), "センター", by(STAFF));

        assertThat(corrected.entries()).hasSize(2);
        assertThat(corrected.corrected(ofTheCenter)).isTrue();
        assertThat(corrected.entries().get(0)).isEqualTo(ofTheCenter);
        assertThat(corrected.corrected(corrected.entries().get(1))).isFalse();
    }
}
