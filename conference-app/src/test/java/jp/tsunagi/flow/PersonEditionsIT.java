package jp.tsunagi.flow;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import tools.jackson.databind.JsonNode;

/** The editions of one plan with everything in it: what each says, and who may have it. */
class PersonEditionsIT {

    private static final String FAMILY = "父は遠くに住む（架空）。";
    private static final String OTHERS = "機関は通院が先と考える（架空）。";
    private static final String CARRY = "海辺で本を読む";
    private static final String SECRET = "鍵を替える（架空）。";
    private static final List<String> TELLING =
            List.of("DV", "警察", "シェルター", "センター", "支援", "計画", "札幌", "相談", "R8-", "個別", "取扱注意", "架空警察署");

    @TempDir
    static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(folder, LocalDateTime.parse("2026-11-20T15:00"));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void eachEditionSaysWhatIsForItsReader() throws IOException {
        Plan plan = whole().submitted().approved().confirmed();
        String agency = text(plan.paper("sapporo", 1).ok());
        Answer person = edition(plan, "sapporo", "person").ok();
        Answer withChildren = hub.get("sapporo", plan.path + "/1/person.pdf?children=true&furigana=true")
                .ok();
        Answer safe = edition(plan, "sapporo", "person-safe").ok();

        assertThat(agency).contains(Plan.WISHES, OTHERS, FAMILY, Plan.CHILDREN, "緊急度", withoutSpace(Conference.NAME));
        assertThat(text(person))
                .contains("あなたの計画", Plan.WISHES, Plan.POLICY, Plan.MEASURE, "希望を書き出す（架空）", "000-0000-0001", "架空警察署")
                .contains("あなたと確かめた計画です", "口で言うだけでやめられます")
                .doesNotContain(OTHERS, FAMILY, Plan.CHILDREN, "緊急度", "代表窓口", "子ども", "けいかく")
                .doesNotContain(withoutSpace(Conference.SITUATION), withoutSpace(Conference.NAME))
                .doesNotContain(withoutSpace(Conference.ADDRESS), "承認", "危ないため");
        assertThat(text(withChildren)).contains(Plan.CHILDREN, "けいかく").doesNotContain(OTHERS, FAMILY);
        assertThat(text(safe)).contains("予定のメモ", CARRY, "次に会う日").doesNotContain(TELLING);
        assertThat(text(safe)).doesNotContain(Plan.WISHES, Plan.MEASURE, "静かに暮らす", SECRET);

        assertNeutral(safe);
        for (Answer paper : List.of(plan.paper("sapporo", 1), person, withChildren, safe)) {
            assertThat(ReadPdf.violations(paper.body(), PDFAFlavour.PDFA_2_A)).isEmpty();
            assertThat(ReadPdf.violations(paper.body(), PDFAFlavour.PDFUA_1)).isEmpty();
        }
        assertThat(hub.get("sapporo", "/conferences/" + plan.conference.id + "/deliveries")
                        .ok()
                        .json()
                        .findValuesAsString("kind"))
                .contains("support-plan-agency", "support-plan-person", "support-plan-person-safe");
    }

    @Test
    void onlyThoseWhoMadeItWithHerHaveHerEditions() {
        Plan plan = whole().submitted().approved();
        String never = "/cases/01ZZZZZZZZZZZZZZZZZZZZZZZZ/plans/1/";
        for (String edition : List.of("person", "person-safe")) {
            for (String login : List.of(
                    "police", "childguidance", "asahikawa", "shelter", "center", "director", "auditor", "admin")) {
                Answer answer = edition(plan, login, edition);
                assertThat(answer.status()).as(login).isEqualTo(404);
                assertThat(answer.text())
                        .isEqualTo(hub.get(login, never + edition + ".pdf").text());
            }
            assertThat(edition(plan, "sapporo2", edition).status()).isEqualTo(200);
        }
        plan.conference.consentWithdrawn("shelter", "P0001").ok();
        assertThat(edition(plan, "police", "person").status()).isEqualTo(404);
    }

    @Test
    void afterAWithdrawalHerEditionNamesNobodyAnyMore() {
        Plan plan = whole().submitted().approved();
        assertThat(text(edition(plan, "sapporo", "person"))).contains("架空児童相談所");

        plan.conference.consentWithdrawn("shelter", "J0001").ok();
        assertThat(text(edition(plan, "sapporo", "person"))).doesNotContain("架空児童相談所");

        plan.conference.consentWithdrawn("shelter").ok();
        assertThat(text(edition(plan, "sapporo", "person"))).contains("今は、ほかのどこにも伝えていません");
    }

    @Test
    void wordsThatWouldTellAreRefusedWhereTheyStand() {
        Plan plan = new Plan(Conference.in(hub, "REPORTED"));
        for (Map.Entry<String, String> telling : Map.of(
                        "ＤＶのこと", "DV",
                        "けいさつへ行く、警 察署", "警察",
                        "架空の家で会う", "架空の家",
                        "札幌市へ", "札幌市",
                        "女性相談窓口", "相談",
                        "電話 000-1111-2222", "000-1111-2222")
                .entrySet()) {
            Answer refused = hub.post("sapporo", plan.path, carrying(plan, telling.getKey()));
            assertThat(refused.rule()).as(telling.getKey()).isEqualTo("plan.incomplete");
            assertThat(refused.json()
                            .path("fields")
                            .path("measures[0].carryWords")
                            .asString())
                    .contains("「" + telling.getValue());
        }
        assertThat(plan.read("sapporo").json().path("items")).isEmpty();
    }

    @Test
    void aMemoThatBecameTellingIsNotMade() {
        Plan plan = new Plan(Conference.in(hub, "REPORTED"));
        plan.drafted("sapporo", carrying(plan, "灯台の下で会う"));
        assertThat(edition(plan, "sapporo", "person-safe").status()).isEqualTo(200);
        hub.post(
                        "admin",
                        "/agencies",
                        Json.of("code", "L0001", "name", "民間団体「灯台」", "kana", "とうだい", "kind", "PRIVATE_SHELTER"))
                .ok();

        Answer refused = edition(plan, "sapporo", "person-safe");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.rule()).isEqualTo("plan.memo-telling");
    }

    @Test
    void whatSheWithholdsIsSeenByNobodyButWhoMakesItTheCenterAndWhoDoesIt() throws IOException {
        Plan plan = new Plan(Conference.in(hub, "REPORTED"));
        Map<String, Object> own =
                Json.with(plan.measure("P0001", "巡回を続ける（架空）。"), "withheld", true, "carryWords", CARRY);
        Map<String, Object> secret = Json.with(plan.measure("M0001", SECRET), "withheld", true);
        plan.drafted(
                        "sapporo",
                        Json.with(
                                plan.content(),
                                "measures",
                                List.of(plan.measure("011002", Plan.MEASURE), own, secret),
                                "withheldParts",
                                List.of("wishes", "deadlines")))
                .submitted()
                .approved();

        assertThat(plan.read("police").ok().text())
                .contains("巡回を続ける", Plan.MEASURE)
                .doesNotContain(SECRET, Plan.WISHES, "RESIDENT_REGISTER_PROTECTION", CARRY)
                .doesNotContain("withheldParts\":[");
        JsonNode seen = plan.newest("police");
        assertThat(seen.has("wishes") || seen.has("deadlines") || seen.has("withheldParts"))
                .isFalse();
        byte[] paper = plan.paper("police", 1).ok().body();
        assertThat(withoutSpace(ReadPdf.text(paper)))
                .contains("巡回を続ける")
                .doesNotContain(SECRET, Plan.WISHES, "架空総合病院", "住民基本台帳の支援措置", "本人の言葉で");
        assertThat(metadata(paper)).doesNotContain("鍵を替える", "海の見える");
        assertThat(PageBrowser.of(hub, "police")
                        .get("/c/" + plan.conference.id + "/plan")
                        .body())
                .contains("巡回を続ける")
                .doesNotContain(SECRET, Plan.WISHES);
        for (String login : List.of("sapporo", "center", "director")) {
            assertThat(plan.read(login).ok().text()).contains(SECRET, Plan.WISHES);
            assertThat(text(plan.paper(login, 1).ok())).contains(SECRET, Plan.WISHES);
        }
        Answer refused = hub.put("sapporo", plan.path, Json.with(plan.content(), "withheldParts", List.of("measures")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("fields").has("withheldParts[0]")).isTrue();
    }

    @Test
    void anotherAgencyThatAskedForTheConferenceDoesNotSeeWhatSheWithholds() {
        Map<String, Object> consent = Json.with(Conference.consent(hub), "recipients", List.of("012041", "P0001"));
        Conference led = Conference.submitted(hub, "sapporo", Json.with(Conference.request(hub), "consent", consent))
                .consented()
                .decided();
        led.convened(List.of(Json.of("agency", "012041"), Json.of("agency", "P0001")))
                .accepted("asahikawa")
                .accepted("police")
                .held();
        led.step("sapporo", "outcome-report", Json.with(led.outcome(), "leadAgency", "012041"))
                .ok();
        Plan plan = new Plan(led);
        plan.drafted(
                "asahikawa",
                Json.with(
                        plan.content(),
                        "measures",
                        List.of(Json.with(plan.measure("M0001", SECRET), "withheld", true)),
                        "withheldParts",
                        List.of("children")));

        assertThat(plan.read("asahikawa").ok().text()).contains(SECRET, Plan.CHILDREN);
        assertThat(plan.read("sapporo").ok().text()).contains(Plan.WISHES).doesNotContain(SECRET, Plan.CHILDREN);
        assertThat(text(edition(plan, "asahikawa", "person").ok())).contains(SECRET);
        assertThat(text(edition(plan, "sapporo", "person").ok())).doesNotContain(SECRET);
    }

    private static Plan whole() {
        Plan plan = new Plan(Conference.in(hub, "REPORTED"));
        Map<String, Object> content = Json.with(
                plan.content(),
                "family",
                FAMILY,
                "othersViews",
                OTHERS,
                "measures",
                List.of(
                        Json.with(plan.measure("011002", Plan.MEASURE), "carryWords", CARRY),
                        plan.measure("P0001", SECRET)));
        return plan.drafted("sapporo", content);
    }

    private static Map<String, Object> carrying(Plan plan, String words) {
        return Json.with(
                plan.content(),
                "measures",
                List.of(Json.with(plan.measure("011002", Plan.MEASURE), "carryWords", words)));
    }

    private static Answer edition(Plan plan, String login, String edition) {
        return hub.get(login, plan.path + "/1/" + edition + ".pdf");
    }

    private static String text(Answer paper) {
        return withoutSpace(ReadPdf.text(paper.body()));
    }

    private static String metadata(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getDocumentInformation().getCOSObject()
                    + new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
        }
    }

    private static void assertNeutral(Answer safe) throws IOException {
        assertThat(metadata(safe.body())).contains("予定のメモ").doesNotContain(TELLING);
        try (PDDocument document = Loader.loadPDF(safe.body())) {
            assertThat(document.getDocumentInformation().getMetadataKeys())
                    .containsOnly("CreationDate", "ModDate", "Producer", "Title");
        }
    }
}
