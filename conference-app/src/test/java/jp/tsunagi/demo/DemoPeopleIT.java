package jp.tsunagi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.BrokerCredentials;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.TestHub;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPeopleIT {

    @TempDir
    Path folder;

    @Test
    void hasTenLoginsOfSixAgenciesMarkedAsFictitiousAndKeepsThemOverARestart() {
        try (TestHub hub = TestHub.demo(folder)) {
            assertPeople(hub);
            Accounts accounts = hub.bean(Accounts.class);
            accounts.changePassword(accounts.byLogin("police").orElseThrow().id(), "another long sentence", "system");
            accounts.deactivate(accounts.byLogin("childguidance").orElseThrow().id(), "system");
        }
        try (TestHub hub = TestHub.demo(folder)) {
            assertThat(hub.bean(Accounts.class).byLogin("childguidance")).isEmpty();
            assertThat(hub.api("police", "GET", "/api/v1/me", null).status()).isEqualTo(401);
            assertThat(hub.api("sapporo", "GET", "/api/v1/me", null).status()).isEqualTo(200);
        }
    }

    private static void assertPeople(TestHub hub) {
        assertThat(DemoPeople.PEOPLE).hasSize(10);
        for (DemoPeople.Person person : DemoPeople.PEOPLE) {
            Officer officer = hub.bean(Accounts.class).byLogin(person.login()).orElseThrow();
            assertThat(officer.name()).contains("架空");
            assertThat(officer.agency().value()).isEqualTo(person.agency());
            assertThat(officer.roles()).containsExactly(person.role());
        }
        Agencies agencies = hub.bean(Agencies.class);
        assertThat(agencies.gateways()).hasSize(6).allSatisfy(agency -> assertThat(
                        hub.bean(BrokerCredentials.class).authenticate(agency.value(), DemoPeople.PASSWORD))
                .isTrue());
        assertThat(agencies.center().id()).isEqualTo("C0001");
        assertThat(agencies.codes().stream().map(code -> agencies.find(code).orElseThrow()))
                .filteredOn(
                        agency -> agency.kind() != AgencyKind.MUNICIPALITY && agency.kind() != AgencyKind.SUBPREFECTURE)
                .extracting(Agency::name)
                .allMatch(name -> name.contains("架空"));
    }
}
