package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Her consent, its withdrawal, what was shared, and the search, as people use them on their pages. */
class ConsentPagesIT {

    @TempDir
    static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(folder, LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    static final String EXCLUDED = "橋のたもとの診療所に通う（架空）。";

    /** What is told to nobody. */
    static Map<String, Object> exclusion(String item) {
        return Json.of("item", item, "reason", "PRIVILEGED", "note", EXCLUDED);
    }

    private static PageBrowser as(String login) {
        return PageBrowser.of(hub, login);
    }

    @Test
    void showsTheLedgerToThoseWhoHelpHerAndOneLineToTheOthers() {
        Conference conference = Conference.in(hub, "CONVENED");
        String page = "/c/" + conference.id + "/consent";

        assertThat(as("sapporo").get(page).body()).contains("同意 第2号", "有効", "例示 美智子", "同意あり", "撤回を記録する");
        assertThat(as("shelter").get(page).body()).contains("同意 第2号", "更新・範囲を変える");
        assertThat(as("police").get(page).body())
                .contains("本人の同意は有効です", "撤回を記録する")
                .doesNotContain("例示 美智子", "第2号", "架空児童相談所");
        assertThat(as("asahikawa").get(page).status()).isEqualTo(404);
        assertThat(as("admin").get(page).status()).isEqualTo(404);
    }

    @Test
    void whatIsToldToNobodyStaysOutOfEverythingWhateverSheAgreesTo() {
        Conference conference = Conference.in(hub, "CONVENED");
        String path = "/conferences/" + conference.id + "/exclusions";
        String page = "/c/" + conference.id + "/exclusions";
        assertThat(conference.read("police").text()).contains(Conference.SITUATION);
        PageBrowser shelter = as("shelter");

        Map<String, String> typed = Map.of("item", "現在の状況", "reason", "ENDANGERS_LIFE", "note", EXCLUDED);
        PageBrowser.Page again = shelter.fill(page, Map.of("item", "現在の状況", "reason", "", "note", EXCLUDED));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"reason-problem\"", EXCLUDED);
        assertThat(shelter.fill(page, typed).to()).isEqualTo(page);

        Answer police = conference.read("police").ok();
        assertThat(police.text()).doesNotContain(Conference.SITUATION, EXCLUDED);
        assertThat(police.json().path("withheld").toString()).contains("currentSituation");
        assertThat(ReadPdf.withoutSpace(
                        ReadPdf.text(conference.form("police").ok().body())))
                .doesNotContain(ReadPdf.withoutSpace(Conference.SITUATION));
        assertThat(hub.get("center", "/conferences/" + conference.id + "/preview?agency=P0001")
                        .ok()
                        .text())
                .doesNotContain(Conference.SITUATION);
        assertThat(conference.read("sapporo").text()).contains(Conference.SITUATION);
        assertThat(as("sapporo").get("/c/" + conference.id + "/consent").body()).contains("現在の状況", "生命・身体に危険が及ぶ");
        assertThat(as("police").get("/c/" + conference.id + "/consent").body()).doesNotContain("生命・身体に危険が及ぶ");
        assertThat(as("police").get(page).status()).isEqualTo(404);
        assertThat(hub.post("sapporo", path, exclusion("現在の状況")).rule()).isEqualTo("exclusion.already");

        assertThat(as("sapporo").get(page + "/1/lifting").status()).isEqualTo(404);
        assertThat(hub.post("director", path + "/1/lifting", Json.of("reason", ""))
                        .status())
                .isEqualTo(422);
        assertThat(as("director")
                        .fill(page + "/1/lifting", Map.of("reason", "危険がなくなった（架空）"))
                        .to())
                .isEqualTo(page);
        assertThat(conference.read("police").text()).contains(Conference.SITUATION);
        assertThat(hub.post("director", path + "/1/lifting", Json.of("reason", "再び"))
                        .rule())
                .isEqualTo("exclusion.lifted");
        hub.post("director", path, exclusion("ケース概要")).ok();
        assertThat(hub.post("director", path + "/2/lifting", Json.of("reason", "理由"))
                        .rule())
                .isEqualTo("exclusion.own");
    }

    @Test
    void readsOneSentenceToHerBeforeARenewalCounts() {
        Conference conference = Conference.in(hub, "UNDER_REVIEW");
        String page = "/c/" + conference.id + "/consent/renewal";
        PageBrowser shelter = as("shelter");
        Map<String, String> typed = Map.of(
                "recipients", "P0001",
                "confirmedBy", "例示 花江",
                "withheld[0].item", "勤務先",
                "contactAgency", "S0001",
                "purposes", "SHARE",
                "refusalExplained", "true",
                "_rows", "withheld");

        PageBrowser.Page checked = shelter.fill(page, typed);
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.body()).contains("架空警察署に、住所と勤務先を除く状況を", "この内容で記録する");
        assertThat(hub.get("sapporo", "/conferences/" + conference.id).text()).doesNotContain("勤務先");

        Map<String, String> confirmed = new java.util.HashMap<>(typed);
        confirmed.put("_action", "confirm");
        assertThat(shelter.post(page, checked, confirmed).to()).isEqualTo("/c/" + conference.id + "/consent");
        assertThat(hub.get("sapporo", "/conferences/" + conference.id).text()).contains("勤務先", "例示 花江");
        assertThat(as("shelter").get("/c/" + conference.id + "/consent").body()).contains("同意 第3号", "勤務先");
    }

    @Test
    void keepsWhatWasTypedWhereARenewalIsRefused() {
        Conference conference = Conference.in(hub, "UNDER_REVIEW");
        String page = "/c/" + conference.id + "/consent/renewal";

        PageBrowser.Page late = as("shelter")
                .fill(
                        page,
                        Map.of(
                                "recipients", "P0001",
                                "confirmedBy", "例示 花江",
                                "purposes", "SHARE",
                                "refusalExplained", "true",
                                "validUntil.era", "令和",
                                "validUntil.year", "20",
                                "validUntil.month", "1",
                                "validUntil.day", "9"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("1年以内", "例示 花江", "value=\"20\"");

        PageBrowser.Page wider = as("sapporo")
                .fill(
                        page,
                        Map.of(
                                "recipients",
                                "P0001",
                                "confirmedBy",
                                "例示 花江",
                                "contactAgency",
                                "011002",
                                "purposes",
                                "TRANSFER",
                                "refusalExplained",
                                "true"));
        assertThat(wider.status()).isEqualTo(403);
        assertThat(wider.body()).contains("本人とつながっている機関の職員が答えます", "例示 花江");
        assertThat(as("center").get(page).status()).isEqualTo(404);
        assertThat(as("police").get(page).status()).isEqualTo(404);
    }

    @Test
    void takesHerConsentBackInTwoClicksAndSaysWhatNobodyCanTakeBack() {
        Conference conference = Conference.in(hub, "CONVENED");
        assertThat(conference.form("police").status()).isEqualTo(200);
        String page = "/c/" + conference.id + "/consent-withdrawal";
        PageBrowser sapporo = as("sapporo");

        PageBrowser.Page asked = sapporo.get(page);
        assertThat(asked.body()).contains("いま止まるもの", "開催見合わせ", "すでに渡したもの", "架空警察署", "個別ケース検討会議資料", "取り戻せないもの");
        PageBrowser.Page done = sapporo.post(page, asked, Map.of());
        assertThat(done.to()).isEqualTo(page + "/report");
        assertThat(sapporo.get(done.to()).body()).contains("撤回を記録しました", "止めたもの", "架空警察署", "/papers/sharing-report.pdf");

        assertThat(conference.read("sapporo").string("state")).isEqualTo("CANCELLED_NO_CONSENT");
        assertThat(conference.form("police").status()).isIn(404, 410);
        assertThat(sapporo.get("/c/" + conference.id + "/consent").body()).contains("同意撤回", "すべての機関", "口頭");
    }

    @Test
    void letsAParticipantReportItForItsOwnAgency() {
        Conference conference = Conference.in(hub, "CONVENED");
        String page = "/c/" + conference.id + "/consent-withdrawal";
        PageBrowser police = as("police");

        PageBrowser.Page asked = police.get(page);
        assertThat(asked.body()).contains("P0001").doesNotContain("J0001", "架空児童相談所", "recordedBy");
        PageBrowser.Page done = police.post(page, asked, Map.of("recipients", "P0001", "how", "PHONE"));

        assertThat(done.to()).isEqualTo(page + "/report");
        assertThat(police.get(done.to()).body())
                .contains("だれにも渡さないでください")
                .doesNotContain(Conference.NAME, "sharing-report.pdf", "架空児童相談所");
        assertThat(conference.read("police").string("state")).isEqualTo("CALLED_OFF");
        assertThat(conference.read("childguidance").string("name")).isEqualTo(Conference.NAME);
        assertThat(police.get(page).status()).isEqualTo(404);
    }

    @Test
    void keepsWhatWasTypedOfAWithdrawalThatLiesInTheFuture() {
        Conference conference = Conference.in(hub, "UNDER_REVIEW");
        PageBrowser.Page refused = as("shelter")
                .fill(
                        "/c/" + conference.id + "/consent-withdrawal",
                        Map.of(
                                "recordedBy", "例示 花江",
                                "withdrawnOn.era", "令和",
                                "withdrawnOn.year", "9",
                                "withdrawnOn.month", "1",
                                "withdrawnOn.day", "9"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("例示 花江", "これから先の日時は使えません");
        assertThat(conference.read("sapporo").string("state")).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void showsTheWholeLedgerToHerHelpersAndEachAgencyItsOwn() {
        Conference conference = Conference.in(hub, "CONVENED");
        conference.form("police");
        conference.form("childguidance");
        String page = "/c/" + conference.id + "/sharing";

        assertThat(as("sapporo").get(page).body()).contains("架空警察署", "架空児童相談所", "要請を提出した", "招集した");
        assertThat(as("police").get(page).body())
                .contains("架空警察署", "個別ケース検討会議資料")
                .doesNotContain("架空児童相談所", "要請を提出した", "要綱第5条(2)に該当する");
        assertThat(as("auditor").get(page).body()).doesNotContain("架空警察署", "要綱第5条(2)に該当する");
        assertThat(as("asahikawa").get(page).status()).isEqualTo(404);
        assertThat(as("sapporo").get(page + "?step=CONVENE").body())
                .contains("<strong>招集した</strong>")
                .doesNotContain("<strong>要請を提出した</strong>");
    }

    @Test
    void findsByNumberAndWholeNameOnlyWhereTheNameMayBeSeen() {
        Map<String, Object> request = Conference.request(hub);
        request.put("kana", "ミサキタニ フミヨ");
        request.put("callName", "ふーさん");
        Conference conference = Conference.submitted(hub, "sapporo", request);
        String reference = conference.read("sapporo").string("reference");
        conference.consented().decided().convened();

        assertThat(found("sapporo", "みさきたにふみよ")).contains(reference, "1件");
        assertThat(found("shelter", "ふーさん")).contains(reference);
        assertThat(found("center", reference.toLowerCase(java.util.Locale.ROOT)))
                .contains(reference);
        assertThat(found("sapporo", "ミサキタニ")).contains("0件", "番号だけで探す").doesNotContain(reference + "<");
        for (String login : List.of("police", "asahikawa", "auditor")) {
            assertThat(found(login, "ミサキタニ フミヨ")).as(login).contains("0件").doesNotContain(conference.id);
        }
        conference.accepted("police");
        assertThat(found("police", "ミサキタニ フミヨ")).contains(reference);
        assertThat(found("asahikawa", reference)).contains("0件");
        conference.consentWithdrawn("shelter").ok();
        assertThat(found("police", "ミサキタニ フミヨ")).contains("0件").doesNotContain(conference.id);
    }

    @Test
    void keepsASearchOutOfAddressesAndToItsOwnSession() {
        PageBrowser sapporo = as("sapporo");
        String to = sapporo.post("/search", sapporo.get("/cases"), Map.of("text", Conference.KANA))
                .to();

        assertThat(to).matches("/search/[0-9A-Z]{26}");
        assertThat(sapporo.get(to).body()).contains(Conference.KANA, "すべて消す");
        assertThat(as("sapporo2").get(to).status()).isEqualTo(404);
    }

    private static String found(String login, String text) {
        PageBrowser browser = as(login);
        PageBrowser.Page asked = browser.post("/search", browser.get("/cases"), Map.of("text", text));
        assertThat(asked.to()).doesNotContain(text);
        return browser.get(asked.to()).body();
    }
}
