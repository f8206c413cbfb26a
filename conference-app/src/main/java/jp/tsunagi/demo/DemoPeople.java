package jp.tsunagi.demo;

import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.BrokerCredentials;
import jp.tsunagi.account.NewAccount;
import jp.tsunagi.account.PracticeAccounts;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.AgencyCode;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The ten logins of the demo and the gateways of its agencies, entered where they are missing. */
@Component
@Profile("demo")
class DemoPeople {

    /** Password of every login and gateway of the demo. */
    static final String PASSWORD = "demo-pass";

    static final List<Person> PEOPLE = List.of(
            new Person("sapporo", "見本 花子（架空）", "011002", Role.COUNSELLOR),
            new Person("sapporo2", "見本 良子（架空）", "011002", Role.COUNSELLOR),
            new Person("asahikawa", "例示 幸子（架空）", "012041", Role.COUNSELLOR),
            new Person("shelter", "例示 美智子（架空）", "S0001", Role.COUNSELLOR),
            new Person("center", "見本 和子（架空）", "C0001", Role.CENTER_STAFF),
            new Person("director", "見本 所長（架空）", "C0001", Role.DIRECTOR),
            new Person("police", "例示 太郎（架空）", "P0001", Role.PARTICIPANT),
            new Person("childguidance", "例示 次郎（架空）", "J0001", Role.PARTICIPANT),
            new Person("auditor", "見本 監査（架空）", "C0001", Role.AUDITOR),
            new Person("admin", "見本 管理（架空）", "C0001", Role.ADMINISTRATOR));

    private static final String SYSTEM = "system";

    DemoPeople(Agencies agencies, Accounts accounts, PracticeAccounts practice, BrokerCredentials gateways) {
        for (Person person : PEOPLE) {
            if (!accounts.hasLogin(person.login())) {
                practice.open(person.account(), SYSTEM, "demo-" + person.login());
            }
            practice.pledgeFor(person.login());
        }
        for (AgencyCode agency : agencies.gateways()) {
            if (gateways.gateway(agency).isEmpty()) {
                gateways.set(agency, PASSWORD, SYSTEM);
            }
        }
    }

    record Person(String login, String name, String agency, Role role) {

        NewAccount account() {
            return new NewAccount(login, name, agency, null, Set.of(role), PASSWORD);
        }
    }
}
