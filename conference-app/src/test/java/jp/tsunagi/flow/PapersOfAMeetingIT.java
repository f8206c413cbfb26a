package jp.tsunagi.flow;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.document.ReadPdf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import tools.jackson.databind.JsonNode;

/**
 * The papers of one conference, each as every recipient gets it: she withholds her work from the police, lets child guidance
 * alone have her address, and does not name the hospital that the request names.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PapersOfAMeetingIT {

    private static final String WORK = "汐見商店";
    private static final String PLACE = "架空会館三階";
    private static final String OPEN_STORY = "始発の列車で来た";
    private static final String POLICE_FACTS = "窓口に二度来ている";
    private static final String CHILD_FACTS = "面接を三回行った";
    private static final String OPEN_OUTCOME = "転居先を三か所見学する";
    private static final String ACTION = "見学に同行する";

    /** What may stand on a paper of hers, by a word for it. */
    private static final Map<String, String> CANARIES = canaries();

    private static Map<String, String> canaries() {
        Map<String, String> canaries = new LinkedHashMap<>();
        canaries.put("name", Conference.NAME);
        canaries.put("address", "汐見坂9丁目8番7号");
        canaries.put("work", WORK);
        canaries.put("place", PLACE);
        canaries.put("story", OPEN_STORY);
        canaries.put("topics", Conference.TOPICS);
        canaries.put("police-sheet", POLICE_FACTS);
        canaries.put("child-sheet", CHILD_FACTS);
        canaries.put("outcome", OPEN_OUTCOME);
        canaries.put("action", ACTION);
        return canaries;
    }

    @TempDir
    static Path folder;

    private HubUnderTest hub;
    private Conference conference;
    private final Map<String, byte[]> beforePledge = new LinkedHashMap<>();
    private final Map<String, Answer> previews = new LinkedHashMap<>();

    @BeforeAll
    void playIt() {
        hub = HubUnderTest.start(folder, LocalDateTime.of(2026, 11, 20, 10, 0));
        Map<String, Object> request = Json.with(
                Conference.request(hub),
                "caseOverview",
                OPEN_STORY + "。〔伏せる：勤務先〕" + WORK + "に勤めていた。〔ここまで〕",
                "addressHandling",
                "SHOW_PARTICIPANTS",
                "invitees",
                List.of(
                        Json.of("agency", "P0001"),
                        Json.of("agency", "J0001"),
                        Json.of("agency", "M0001", "reason", "通院先")),
                "consent",
                Json.with(
                        Conference.consent(hub),
                        "withheld",
                        List.of(Json.of("item", "勤務先", "exceptRecipients", List.of("P0001"))),
                        "locationRecipients",
                        List.of(Json.of("agency", "J0001", "need", "家庭訪問"))));
        conference = Conference.submitted(hub, "sapporo", request).consented().decided();
        for (String agency : List.of("P0001", "J0001", "M0001")) {
            previews.put(agency, hub.get("center", "/conferences/" + conference.id + "/preview?agency=" + agency));
        }
        Map<String, Object> call = Json.with(
                conference.call(
                        conference.inAWeek(),
                        List.of(Json.of("agency", "P0001"), Json.of("agency", "J0001", "via", "011002"))),
                "place",
                PLACE);
        conference.step("center", "convening", call).ok();
        beforePledge.put("police", paper("police", "convening-notice").ok().body());
        beforePledge.put(
                "passed on",
                paper("sapporo", "convening-notice?agency=J0001").ok().body());
        conference.accepted("police").accepted("childguidance");
        conference
                .step(
                        "police",
                        "information-sheet",
                        Json.of("facts", "先月、" + POLICE_FACTS + "。", "proposedSupport", "巡回を増やす。"))
                .ok();
        conference
                .step(
                        "childguidance",
                        "information-sheet",
                        Json.of(
                                "facts",
                                CHILD_FACTS + "。〔伏せる：勤務先〕" + WORK + "で会った。〔ここまで〕",
                                "proposedSupport",
                                "〔伏せる：勤務先〕〔ここまで〕通所を続ける。"))
                .ok();
        conference.held();
        conference
                .step(
                        "sapporo",
                        "outcome-report",
                        Json.with(
                                conference.outcome(),
                                "place",
                                PLACE,
                                "outcome",
                                OPEN_OUTCOME + "。〔伏せる：勤務先〕" + WORK + "は休む。〔ここまで〕"))
                .ok();
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void everyRecipientGetsOnThePaperWhatThePolicyShowsAndNothingElse() {
        expect(
                "sapporo",
                "case-review-form",
                "name",
                "address",
                "work",
                "place",
                "story",
                "topics",
                "outcome",
                "action");
        expect("shelter", "case-review-form", "name", "topics");
        expect("center", "case-review-form", "name", "work", "place", "story", "topics", "outcome", "action");
        expect("police", "case-review-form", "name", "place", "story", "outcome");
        expect(
                "childguidance",
                "case-review-form",
                "name",
                "address",
                "work",
                "place",
                "story",
                "topics",
                "outcome",
                "action");

        for (String who : List.of("sapporo", "center", "director", "police", "childguidance")) {
            expect(who, "convening-notice", "place");
        }
        expect("shelter", "convening-notice");

        expect("sapporo", "agenda", "work", "place", "story", "topics");
        expect("shelter", "agenda", "topics");
        expect("center", "agenda", "work", "place", "story", "topics", "police-sheet", "child-sheet");
        expect("police", "agenda", "place", "story", "child-sheet");
        expect("childguidance", "agenda", "work", "place", "story", "topics", "police-sheet", "child-sheet");

        expect("police", "information-sheet", "police-sheet");
        expect("childguidance", "information-sheet", "work", "child-sheet");
        expect("center", "information-sheet?agency=P0001", "police-sheet");
        expect("director", "information-sheet?agency=J0001", "work", "child-sheet");

        expect("sapporo", "outcome-record", "work", "place", "outcome", "action");
        expect("shelter", "outcome-record");
        expect("center", "outcome-record", "work", "place", "outcome", "action");
        expect("police", "outcome-record", "place", "outcome");
        expect("childguidance", "outcome-record", "work", "place", "outcome", "action");

        for (String who : List.of("sapporo", "shelter", "center", "director")) {
            expect(who, "sharing-report");
        }
        assertThat(withoutSpace(text(paper("sapporo", "sharing-report").ok())))
                .contains("架空児童相談所お知らせの伝達をほかの機関に頼んだ")
                .doesNotContain("架空総合病院");
    }

    @Test
    void theNoticeTellsNothingOfHerNorThePlaceNorTheOthersBeforeThePledge() {
        String text = withoutSpace(ReadPdf.text(beforePledge.get("police")));
        assertThat(found(beforePledge.get("police"))).isEmpty();
        assertThat(text)
                .contains("取扱注意架空警察署用", "令和8年11月27日（金）10時00分～12時00分", "第15条第5項", "令和8年11月25日（水）まで")
                .doesNotContain("架空児童相談所", "場所架空", "表示できません", "を通じて");

        byte[] passedOn = beforePledge.get("passed on");
        assertThat(found(passedOn)).isEmpty();
        assertThat(withoutSpace(ReadPdf.text(passedOn)))
                .contains("取扱注意架空児童相談所用", "あて先架空児童相談所", "札幌市を通じてお届けします")
                .doesNotContain("架空警察署");
        assertThat(withoutSpace(text(paper("childguidance", "convening-notice").ok())))
                .contains("札幌市を通じて", "架空警察署");
    }

    @Test
    void everyPaperBearsItsCopyAndLiesInTheLedger() throws Exception {
        Answer paper = paper("police", "agenda").ok();
        JsonNode ledger = hub.get("center", "/conferences/" + conference.id + "/deliveries")
                .ok()
                .json();
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(paper.body()));
        List<JsonNode> entries = new ArrayList<>();
        ledger.forEach(line -> {
            if (line.path("sha256").asString("").equals(sha256)) {
                entries.add(line);
            }
        });

        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).path("agency").asString()).isEqualTo("P0001");
        assertThat(entries.get(0).path("kind").asString()).isEqualTo("agenda");
        assertThat(entries.get(0).path("consentNumber").asInt()).isEqualTo(2);
        assertThat(withoutSpace(text(paper)))
                .contains("通し番号" + entries.get(0).path("serial").asString());
        assertThat(withoutSpace(text(paper))).contains("第" + version() + "版");
    }

    @Test
    void theCenterSeesBeforehandWhatAnAgencyWillSee() {
        JsonNode police = previews.get("P0001").ok().json();
        JsonNode read = conference.read("police").ok().json();
        for (String field :
                List.of("name", "caseOverview", "currentSituation", "topics", "wishes", "address", "phone")) {
            assertThat(police.path("shown").path(field)).as(field).isEqualTo(read.path(field));
        }
        assertThat(police.path("covered").asBoolean()).isTrue();
        assertThat(police.path("alsoShown")).isEmpty();
        assertThat(strings(police.path("withheld"))).contains("address", "topics", "phone", "consent");
        assertThat(strings(read.path("withheld"))).containsAll(strings(police.path("withheld")));
        assertThat(police.path("shown").path("caseOverview").asString()).isEqualTo(OPEN_STORY + "。〔伏せています〕");

        JsonNode child = previews.get("J0001").ok().json();
        assertThat(child.path("shown").path("caseOverview").asString()).contains(WORK);
        assertThat(strings(child.path("alsoShown"))).containsExactlyInAnyOrder("address", "addressHandling");
        assertThat(previews.get("J0001").text()).doesNotContain("汐見坂9丁目");

        JsonNode hospital = previews.get("M0001").ok().json();
        assertThat(hospital.path("covered").asBoolean()).isFalse();
        assertThat(hospital.path("shown")).isEmpty();

        String path = "/conferences/" + conference.id + "/preview?agency=";
        assertThat(hub.get("center", path + "011002").rule()).isEqualTo("preview.not-an-invitee");
        assertThat(hub.get("center", path + "X9999").rule()).isEqualTo("preview.not-an-invitee");
        assertThat(hub.get("sapporo", path + "P0001").rule()).isEqualTo("preview.center-only");
        assertThat(hub.get("asahikawa", path + "P0001").rule()).isEqualTo("not-found");
        String audit = hub.get("auditor", "/audit?size=100&case=" + conference.caseId())
                .ok()
                .text();
        assertThat(audit).contains("conference.preview", "agency:P0001", "document.agenda");
    }

    @Test
    void refusesEachPaperByItsOwnRule() {
        assertThat(paper("police", "sharing-report").rule()).isEqualTo("sharing-report.not-yours");
        assertThat(paper("sapporo", "information-sheet").rule()).isEqualTo("information-sheet.not-yours");
        assertThat(paper("police", "information-sheet?agency=J0001").rule()).isEqualTo("information-sheet.not-yours");
        assertThat(paper("police", "information-sheet?agency=M0001").body())
                .isEqualTo(paper("police", "information-sheet?agency=J0001").body());
        assertThat(paper("center", "information-sheet").rule()).isEqualTo("information-sheet.agency-needed");
        assertThat(paper("center", "information-sheet?agency=M0001").rule())
                .isEqualTo("information-sheet.agency-needed");
        assertThat(paper("police", "convening-notice?agency=J0001").rule()).isEqualTo("convening-notice.not-yours");
        assertThat(paper("center", "convening-notice?agency=M0001").rule()).isEqualTo("convening-notice.not-convened");
        assertThat(paper("sapporo", "minutes").status()).isEqualTo(404);
        assertThat(paper("sapporo", "minutes").body())
                .isEqualTo(paper("asahikawa", "agenda").body());

        Conference draft = Conference.in(hub, "DRAFT");
        Map<String, String> rules = new LinkedHashMap<>();
        for (String kind : List.of("convening-notice", "agenda", "outcome-record", "sharing-report")) {
            rules.put(kind, paper("sapporo", draft, kind).rule());
        }
        assertThat(rules)
                .isEqualTo(Map.of(
                        "convening-notice", "convening-notice.not-yet",
                        "agenda", "agenda.not-yet",
                        "outcome-record", "outcome-record.not-yet",
                        "sharing-report", "sharing-report.not-yet"));
        Conference invited = Conference.in(hub, "APPROVED").convened();
        assertThat(paper("center", Conference.in(hub, "APPROVED"), "information-sheet?agency=P0001")
                        .rule())
                .isEqualTo("information-sheet.not-yet");
        for (String kind : List.of("case-review-form", "agenda", "information-sheet", "outcome-record")) {
            assertThat(paper("police", invited, kind).rule()).as(kind).isEqualTo("document.not-cleared");
        }
        paper("police", invited, "convening-notice").ok();
    }

    @Test
    void sheIsToldWhoSawHerRecordAndWhy() {
        Conference seen = Conference.in(hub, "CONVENED");
        seen.read("police").ok();
        paper("police", seen, "case-review-form").ok();
        seen.step("center", "assignment", Json.of("officer", "center")).ok();
        seen.step("center", "location-view", Json.of("reason", "同行の準備")).ok();
        hub.get("auditor", "/audit?case=" + seen.read("center").ok().string("reference"))
                .ok();
        seen.consentWithdrawn("shelter").ok();
        seen.read("police");

        Answer list =
                hub.get("shelter", "/conferences/" + seen.id + "/record-views").ok();
        List<String> lines = new java.util.ArrayList<>();
        list.json()
                .path("views")
                .forEach(view -> lines.add(view.path("agency").asString() + " "
                        + view.path("why").asString() + " " + view.path("things")));
        assertThat(lines)
                .contains(
                        "P0001 PARTICIPANT [\"NAME\",\"STORY\"]", "C0001 CENTER [\"PLACE\"]", "C0001 AUDIT [\"AUDIT\"]")
                .noneMatch(line -> line.startsWith("J0001") && line.contains("NAME"));
        assertThat(lines.stream().filter(line -> line.startsWith("011002")))
                .isNotEmpty()
                .allMatch(line -> line.contains(" HELPER "));
        assertThat(list.text()).doesNotContain("見本", "例示", "同行の準備");

        for (String who : List.of("shelter", "sapporo", "center", "director")) {
            Answer paper = paper(who, seen, "record-views").ok();
            assertThat(found(paper.body())).as(who).isEmpty();
            assertThat(withoutSpace(text(paper)))
                    .contains("架空警察署", "相談の内容", "住んでいる所や連絡先", "正しく扱われているかを確かめるため", "2載っていないもの");
            assertThat(text(paper)).doesNotContain("見本", "例示");
        }
        assertThat(paper("police", seen, "record-views").rule()).isEqualTo("document.gone");
        assertThat(hub.get("police", "/conferences/" + seen.id + "/record-views")
                        .rule())
                .isEqualTo("record-views.not-yours");
        assertThat(hub.get("asahikawa", "/conferences/" + seen.id + "/record-views")
                        .status())
                .isEqualTo(404);
        conforms(paper("shelter", seen, "record-views").body());

        PageBrowser shelter = PageBrowser.of(hub, "shelter");
        assertThat(shelter.get("/c/" + seen.id + "/sharing").body()).contains("/c/" + seen.id + "/record-views");
        assertThat(shelter.get("/c/" + seen.id + "/record-views").body())
                .contains("架空警察署", "同意のある参加機関", "監査", "/papers/record-views.pdf");
        assertThat(PageBrowser.of(hub, "asahikawa")
                        .get("/c/" + seen.id + "/record-views")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theReportIsHonestBeforeAndAfterSheTookItAllBack() {
        Conference taken = Conference.in(hub, "CONVENED");
        paper("police", taken, "case-review-form").ok();
        paper("police", taken, "case-review-form").ok();
        taken.agenda("childguidance").ok();
        taken.step("center", "assignment", Json.of("officer", "center")).ok();
        taken.step("center", "location-view", Json.of("reason", "同行の準備")).ok();
        String before =
                withoutSpace(text(paper("shelter", taken, "sharing-report").ok()));
        assertThat(before)
                .containsSubsequence(
                        "3渡したもの", "架空児童相談所", "画面で会議の次第を見た", "2番", "架空警察署", "会議の資料", "まで2回", "5止めたもの", "ありません。")
                .containsSubsequence("6手伝っている機関", "住んでいる所などを画面で見た")
                .contains("2番令和8年11月20日");

        taken.consentWithdrawn("shelter", "J0001").ok();
        taken.consentWithdrawn("shelter").ok();
        HubUnderTest.until("notices taken back", () -> withoutSpace(
                        text(paper("shelter", taken, "sharing-report").ok()))
                .contains("読まれる前のお知らせを取り消しました"));
        for (String who : List.of("shelter", "sapporo", "center", "director")) {
            Answer report = paper(who, taken, "sharing-report").ok();
            String after = withoutSpace(text(report));
            assertThat(found(report.body())).as(who).isEmpty();
            assertThat(after)
                    .as(who)
                    .containsSubsequence(
                            "取りやめました", "2取りやめたこと", "架空児童相談所", "すべての機関", "3渡したもの", "会議の資料", "まで2回", "5止めたもの")
                    .contains("架空警察署これから先の資料は渡りません", "架空児童相談所これから先の資料は渡りません");
            conforms(report.body());
        }
        for (String who : List.of("police", "childguidance")) {
            assertThat(paper(who, taken, "sharing-report").rule()).isEqualTo("document.gone");
            assertThat(paper(who, taken, "convening-notice").rule()).isEqualTo("document.gone");
            assertThat(paper(who, taken, "agenda").rule()).isEqualTo("document.gone");
        }
        assertThat(paper("shelter", taken, "agenda").rule()).isEqualTo("document.gone");
        assertThat(paper("asahikawa", taken, "sharing-report").status()).isEqualTo(404);
    }

    private void expect(String who, String kind, String... told) {
        Answer answer = paper(who, kind).ok();
        assertThat(found(answer.body())).as(who + " " + kind).isEqualTo(new TreeSet<>(List.of(told)));
        if (Set.of("police", "shelter").contains(who)) {
            // Those with the most gaps; the rest is tested paper by paper.
            conforms(answer.body());
        }
    }

    private static void conforms(byte[] pdf) {
        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    private static Set<String> found(byte[] pdf) {
        String text = withoutSpace(ReadPdf.text(pdf));
        Set<String> found = new TreeSet<>();
        CANARIES.forEach((word, canary) -> {
            if (text.contains(withoutSpace(canary))) {
                found.add(word);
            }
        });
        return found;
    }

    private static String text(Answer pdf) {
        return ReadPdf.text(pdf.body());
    }

    private static Set<String> strings(JsonNode names) {
        Set<String> strings = new TreeSet<>();
        names.forEach(name -> strings.add(name.asString()));
        return strings;
    }

    private long version() {
        return conference.read("center").ok().json().path("version").asLong() + 1;
    }

    private Answer paper(String who, String kind) {
        return paper(who, conference, kind);
    }

    private Answer paper(String who, Conference of, String kind) {
        String[] parts = kind.split("\\?");
        String query = parts.length == 1 ? "" : "?" + parts[1];
        return hub.get(who, "/conferences/" + of.id + "/documents/" + parts[0] + ".pdf" + query);
    }
}
