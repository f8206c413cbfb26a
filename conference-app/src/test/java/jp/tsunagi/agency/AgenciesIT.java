package jp.tsunagi.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.account.TestHub;
import jp.tsunagi.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgenciesIT {

    @TempDir
    Path folder;

    private TestHub hub;
    private Agencies agencies;

    @BeforeEach
    void start() {
        hub = TestHub.start(folder);
        agencies = hub.bean(Agencies.class);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void comesWithHokkaidosMunicipalitiesAndSubprefectures() {
        assertThat(agencies.codes()).hasSize(179 + 14);
        Map<AgencyKind, Long> kinds = agencies.codes().stream()
                .map(code -> agencies.find(code).orElseThrow())
                .collect(Collectors.groupingBy(Agency::kind, Collectors.counting()));
        assertThat(kinds).isEqualTo(Map.of(AgencyKind.MUNICIPALITY, 179L, AgencyKind.SUBPREFECTURE, 14L));
        Agency sapporo = agencies.find("011002").orElseThrow();
        assertThat(sapporo.name()).isEqualTo("札幌市");
        assertThat(sapporo.sections()).containsExactly("女性相談窓口");
        assertThat(sapporo.subprefecture()).isEqualTo("石狩振興局");
        assertThat(agencies.findCenter()).isEmpty();
        assertThat(agencies.gateways()).isEmpty();
    }

    @Test
    void everyMunicipalityHasARightCheckDigitAndASubprefectureOfTheDirectory() {
        List<String> subprefectures = agencies.search("", AgencyKind.SUBPREFECTURE, 0, 100).items().stream()
                .map(Agency::name)
                .toList();
        for (AgencyCode code : agencies.codes()) {
            Agency agency = agencies.find(code).orElseThrow();
            if (agency.kind() == AgencyKind.MUNICIPALITY) {
                assertThat(checkDigit(code.value())).isEqualTo(code.value().charAt(5) - '0');
                assertThat(subprefectures).contains(agency.subprefecture());
            }
        }
    }

    @Test
    void findsByNameKanaOrCodeWhateverTheWidthAndScript() {
        assertThat(codes("アサヒカワ")).containsExactly("012041");
        assertThat(codes("旭 川")).containsExactly("012041");
        assertThat(codes("０１２０４")).containsExactly("012041");
        assertThat(agencies.search("", null, 1, 100).items()).hasSize(93);
        assertThat(agencies.search("", null, 0, 100_000).items()).hasSize(100);
        assertThat(agencies.search("", null, Integer.MAX_VALUE, 100).items()).isEmpty();
        assertThat(agencies.search("架空の家", null, 0, 25).total()).isZero();
    }

    @Test
    void keepsWhatAnOfficeChangedOverARestart() {
        agencies.replace(
                new AgencyCode("012041"),
                AgencyDraft.of("012041", "旭川市（変更）", "あさひかわし", AgencyKind.MUNICIPALITY),
                "system");
        agencies.deactivate(new AgencyCode("K0001"), "system");
        hub.close();
        hub = TestHub.start(folder);
        agencies = hub.bean(Agencies.class);

        assertThat(agencies.find("012041").orElseThrow().name()).isEqualTo("旭川市（変更）");
        assertThat(agencies.find("K0001").orElseThrow().active()).isFalse();
        assertThat(agencies.codes()).hasSize(193);
    }

    @Test
    void refusesAnUnknownOrInactiveAgencyWhereAnActiveOneIsNeeded() {
        agencies.deactivate(new AgencyCode("K0002"), "system");

        assertThat(agencies.requireActive("K0001", "agency").id()).isEqualTo("K0001");
        assertRefused("agency.unknown", () -> agencies.requireActive("K0002", "agency"));
        assertRefused("agency.unknown", () -> agencies.requireActive("NOWHERE", "agency"));
        assertRefused("agency.unknown", () -> agencies.requireActive(null, "agency"));
    }

    @Test
    void takesTheSameEntryTwiceAndRefusesAnotherOfItsCode() {
        Agency first = agencies.add(AgencyDraft.of("P0009", "架空署", "", AgencyKind.POLICE), "system");

        assertThat(agencies.add(AgencyDraft.of("P0009", "架空署", "", AgencyKind.POLICE), "system"))
                .isEqualTo(first);
        assertRefused(
                "agency.code-taken",
                () -> agencies.add(AgencyDraft.of("P0009", "別の署", "", AgencyKind.POLICE), "system"));
    }

    @Test
    void hasOneCenterThatStays() {
        agencies.add(AgencyDraft.of("C0001", "架空センター", "", AgencyKind.WOMENS_SUPPORT_CENTER), "system");

        assertThat(agencies.center().id()).isEqualTo("C0001");
        assertRefused(
                "agency.second-center",
                () -> agencies.add(AgencyDraft.of("C0002", "第二", "", AgencyKind.WOMENS_SUPPORT_CENTER), "system"));
        assertRefused("agency.center-stays", () -> agencies.deactivate(new AgencyCode("C0001"), "system"));
    }

    @Test
    void letsTheSecondOfTwoEditorsKnow() {
        AgencyDraft read =
                new AgencyDraft("K0003", "一", "", AgencyKind.SUBPREFECTURE, null, null, null, null, null, null, 0L);
        agencies.replace(new AgencyCode("K0003"), read, "system");

        assertRefused("version.stale", () -> agencies.replace(new AgencyCode("K0003"), read, "system"));
    }

    @Test
    void showsAnotherNodesChangeAfterAShortWhile() {
        assertThat(agencies.find("K0004").orElseThrow().active()).isTrue();
        var database = hub.bean(com.mongodb.client.MongoDatabase.class);
        database.getCollection("agencies")
                .updateOne(
                        com.mongodb.client.model.Filters.eq("_id", "K0004"),
                        com.mongodb.client.model.Updates.set("active", false));

        hub.clock().forward(Duration.ofSeconds(6));

        assertThat(agencies.find("K0004").orElseThrow().active()).isFalse();
    }

    @Test
    void entersEachChangeIntoTheAuditBeforeAndAfterIt() {
        agencies.deactivate(new AgencyCode("K0005"), "system");
        assertThat(hub.audit().actions()).contains("agency.deactivate INTENT", "agency.deactivate OUTCOME");

        hub.audit().goAway(true);
        assertRefused("audit.unavailable", () -> agencies.deactivate(new AgencyCode("K0006"), "system"));
        assertThat(agencies.find("K0006").orElseThrow().active()).isTrue();
    }

    private List<String> codes(String text) {
        return agencies.search(text, null, 0, 25).items().stream()
                .map(Agency::id)
                .toList();
    }

    private static int checkDigit(String code) {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += (code.charAt(i) - '0') * (6 - i);
        }
        return (11 - sum % 11) % 10;
    }

    private static void assertRefused(String rule, Runnable command) {
        assertThatThrownBy(command::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().rule())
                .isEqualTo(rule));
    }
}
