package jp.tsunagi.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import jp.tsunagi.flow.HubUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Center's pages, from the desk to the convening, and what ends a conference, without JavaScript. */
class CenterPagesIT {

    private static final String NAME = "架空 花子";
    private static final String ADDRESS = "汐見坂9丁目8番7号";

    private static HubUnderTest hub;
    private static PageVisitor sapporo;
    private static PageVisitor shelter;
    private static PageVisitor center;
    private static PageVisitor director;
    private static PageVisitor police;

    @BeforeAll
    static void start(@TempDir Path folder) {
        hub = HubUnderTest.start(folder, LocalDateTime.of(2026, 11, 20, 9, 0));
        sapporo = PageVisitor.signedIn(hub, "sapporo");
        shelter = PageVisitor.signedIn(hub, "shelter");
        center = PageVisitor.signedIn(hub, "center");
        director = PageVisitor.signedIn(hub, "director");
        police = PageVisitor.signedIn(hub, "police");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void laysWhatWaitsOnTheDeskOfTheCenterAndOfNobodyElse() {
        String id = submitted();
        String reference =
                center.api("GET", "/conferences/" + id, "").path("reference").asString();

        String desk = center.open("/desk").page();

        assertThat(center.status()).isEqualTo(200);
        assertThat(pile(desk, "RECEIPT")).contains(reference, "/c/" + id + "/assignment", "0営業日");
        assertThat(desk).doesNotContain(NAME, ADDRESS);
        assertThat(center.open("/").page()).contains("href=\"/desk\"");
        confirmed(id);
        assertThat(pile(center.open("/desk").page(), "EXAMINATION")).contains("/c/" + id + "/review");
        assertThat(pile(director.open("/desk").page(), "EXAMINATION")).contains("/c/" + id + "/decision");
        for (PageVisitor stranger : List.of(sapporo, shelter, police)) {
            assertThat(stranger.open("/desk").status()).isEqualTo(404);
            assertThat(stranger.open("/").page()).doesNotContain("href=\"/desk\"");
        }
    }

    @Test
    void examinesARequestByWhatIsStored() {
        String id = reviewable();

        String review = center.open("/c/" + id + "/review").page();

        assertThat(review)
                .contains("架空クリニック：名簿にない機関です", "旭川市：本人の同意に含まれていません", "安全な連絡方法が書かれていません")
                .contains("/c/" + id + "/referral", "/c/" + id + "/return", "/c/" + id + "/block-list")
                .doesNotContain(ADDRESS);
        assertThat(director.open("/c/" + id + "/review").status()).isEqualTo(200);
        assertThat(director.page()).doesNotContain("/c/" + id + "/block-list", "/c/" + id + "/referral");
        assertThat(sapporo.open("/c/" + id + "/review").status()).isEqualTo(404);
        assertThat(police.open("/c/" + id + "/review").status()).isEqualTo(404);
    }

    @Test
    void givesARequestBackWithAReasonAtEachFieldThatIsToBeMended() {
        String id = reviewable();
        String page = "/c/" + id + "/return";

        center.open(page).send(page, "fields[0].field", "topics", "fields[0].reason", "", "reason", "");
        assertThat(center.status()).isEqualTo(422);
        assertThat(center.page())
                .contains("理由を入力してください", "href=\"#fields[0].reason\"", "value=\"topics\" selected=\"selected\"");
        center.send(page, "fields[0].field", "", "fields[0].reason", "残る言葉", "reason", "全体の理由");
        assertThat(center.page()).contains("直す項目を選んでください", "残る言葉");

        center.send(page, "reason", "書きかけ", "_action", "insert:0");
        assertThat(center.page()).contains("書きかけ\n参集範囲に、担当者名と");

        center.send(
                page,
                "fields[0].field",
                "consent",
                "fields[0].reason",
                "期限を確かめてください",
                "fields[1].field",
                "topics",
                "fields[1].reason",
                "分けて書いてください",
                "reason",
                "2か所を直してください");
        assertThat(center.location()).isEqualTo("/c/" + id);
        assertThat(sapporo.open(page).status()).isEqualTo(404);
        assertThat(center.open(page).status()).isEqualTo(409);
        assertThat(police.open("/c/" + id + "/request/situation").status()).isEqualTo(404);

        String situation = "/c/" + id + "/request/situation";
        assertThat(sapporo.open(situation).page())
                .contains("2か所を直してください", "/request/consent#consent", "/request/situation#topics")
                .contains("id=\"topics-remark\"", "aria-describedby=\"topics-hint topics-remark \"", "まだ変わったところはありません");
        assertThat(sapporo.open("/c/" + id + "/request/all").page())
                .contains("id=\"consent-remark\"", "/request/all#topics");
        assertThat(sapporo.open("/c/" + id).page()).contains("期限を確かめてください");

        sapporo.open(situation)
                .send(situation, "currentSituation", "滞在している（架空）。", "caseOverview", "避難した（架空）。", "topics", "新しい協議事項");
        String person = "/c/" + id + "/request/person";
        sapporo.open(person).send(person, "name", "架空 花代");
        String check = "/c/" + id + "/request/check";
        assertThat(sapporo.open(check).page()).contains("架空 花代", "差し戻したときからの違い", "住まい", "新しい協議事項", "直して再提出する");
        sapporo.send(check, "reply", "協議事項を分けました");
        assertThat(sapporo.location()).isEqualTo("/c/" + id);
        hub.awaitState("sapporo", id, "CONSENT_CHECK");

        assertThat(center.open("/c/" + id + "/review").page())
                .contains("前回の差戻し", "協議事項を分けました", "期限を確かめてください", "新しい協議事項")
                .doesNotContain(ADDRESS, NAME, "架空 花代");
        var seen = center.api("GET", "/conferences/" + id, "");
        assertThat(seen.path("returnReply").asString()).isEqualTo("協議事項を分けました");
        assertThat(seen.has("returnReason")).isFalse();
        assertThat(shelter.api("GET", "/conferences/" + id, "").has("returnReply"))
                .isFalse();
    }

    @Test
    void isGivenBackByTheDirectorFromTheSheetToo() {
        String id = reviewable();
        String page = "/c/" + id + "/decision";
        assertThat(director.open(page).page()).contains("開催する", "開催しない", "差し戻す");

        director.send(page, "decision", "RETURN", "reason", "", "fields[0].field", "", "_action", "confirm");
        assertThat(director.status()).isEqualTo(422);
        assertThat(director.page()).contains("理由を入力してください");
        director.send(page, "reason", "", "_action", "confirm");
        assertThat(director.page()).contains("開催の可否を選んでください");

        director.send(
                page,
                "decision",
                "RETURN",
                "reason",
                "資料が足りない",
                "fields[0].field",
                "wishes",
                "fields[0].reason",
                "本人の言葉を",
                "_action",
                "confirm");
        assertThat(director.page()).contains("差し戻す", "資料が足りない", "本人の言葉を", "札幌市：差し戻したことを知らせます");
        assertThat(state(id)).isEqualTo("UNDER_REVIEW");
        director.send(page);

        assertThat(director.location()).isEqualTo("/c/" + id);
        assertThat(state(id)).isEqualTo("RETURNED");
        assertThat(sapporo.open("/c/" + id + "/request/situation").page()).contains("id=\"wishes-remark\"", "本人の言葉を");
    }

    @Test
    void isRecalledUntilTheCenterHasReadIt() {
        String id = submitted();
        String page = "/c/" + id + "/recall";
        assertThat(shelter.open("/c/" + id).status()).isEqualTo(200);
        for (PageVisitor other : List.of(shelter, police)) {
            assertThat(other.open(page).status()).isEqualTo(404);
        }
        assertThat(sapporo.open(page).page()).contains("引き戻す");
        sapporo.send(page);
        assertThat(sapporo.location()).isEqualTo("/c/" + id);
        sapporo.send(page);

        assertThat(sapporo.api("GET", "/conferences/" + id, "").path("state").asString())
                .isEqualTo("DRAFT");
        assertThat(shelter.open("/c/" + id + "/consent-answer").status()).isEqualTo(404);
        assertThat(shelter.open("/c/" + id).status()).isEqualTo(404);
        assertThat(center.open("/c/" + id).status()).isEqualTo(404);
        assertThat(sapporo.open("/c/" + id + "/request/person").page()).contains(NAME);

        String read = submitted();
        String late = "/c/" + read + "/recall";
        sapporo.open(late);
        assertThat(center.open("/c/" + read).status()).isEqualTo(200);
        sapporo.send(late);
        assertThat(sapporo.status()).isEqualTo(409);
        assertThat(sapporo.open(late).page()).contains("もう引き戻せません", "北海道立女性相談支援センター", "センターが要請を開いたため");
        assertThat(state(read)).isEqualTo("CONSENT_CHECK");
    }

    @Test
    void asksOnTheScreenWhatSheAgreesToAndWhetherSheMaySayNo() {
        String id = sapporo.api("POST", "/conferences?draft=true", "{\"name\": \"架空 花子\"}")
                .path("id")
                .asString();
        String check = "/c/" + id + "/request/check";
        assertThat(sapporo.open(check).page())
                .contains("同意の内容（何に）を選んでください", "断っても支援は変わらないことを伝えてからチェックしてください")
                .contains(NAME);
        sapporo.send(check);
        assertThat(sapporo.status()).isEqualTo(422);
        assertThat(sapporo.page()).contains("要綱第5条の該当項目を選んでください", "同意の内容（何に）を選んでください");
    }

    @Test
    void showsHerNameOnlyWhereSomebodyAskedForItAndNotesWho() {
        String id = submitted();
        String page = "/c/" + id;
        String name = page + "/name";
        for (String open : List.of(page, page + "/review", page + "/papers", page + "/consent")) {
            assertThat(center.open(open).page()).as(open).contains("氏名を表示").doesNotContain(NAME, "昭和63年4月12日");
        }
        center.open(page).send(name);

        assertThat(center.status()).isEqualTo(200);
        assertThat(center.page()).contains(NAME, "昭和63年4月12日", "1回だけ表示").doesNotContain(ADDRESS);
        assertThat(center.header("refresh")).isEqualTo("30;url=" + page);
        assertThat(center.header("cache-control")).contains("no-store");
        assertThat(center.open(page).page()).doesNotContain(NAME);
        PageVisitor auditor = PageVisitor.signedIn(hub, "auditor");
        String caseId =
                center.api("GET", "/conferences/" + id, "").path("caseId").asString();
        assertThat(auditor.api("GET", "/audit?case=" + caseId, "").toString()).contains("name.read");

        assertThat(auditor.open(page).page()).doesNotContain("氏名を表示");
        for (PageVisitor stranger : List.of(auditor, police)) {
            stranger.open("/settings").send(name);
            assertThat(stranger.status()).isEqualTo(404);
            assertThat(stranger.page()).doesNotContain(NAME);
        }
    }

    @Test
    void namesACaseOfficerAndPutsTheRequestBeforeTheDirector() {
        String id = reviewable();
        String assignment = "/c/" + id + "/assignment";

        center.open(assignment).send(assignment, "officer", "sapporo");
        assertThat(center.status()).isEqualTo(422);
        assertThat(center.page()).contains("センターの職員から選んでください");
        center.send(assignment, "officer", "center");
        assertThat(center.location()).isEqualTo("/c/" + id + "/review");

        String referral = "/c/" + id + "/referral";
        center.open(referral).send(referral);
        assertThat(center.location()).isEqualTo("/c/" + id);
        assertThat(pile(director.open("/desk").page(), "DECISION")).contains("/c/" + id + "/decision");
        assertThat(director.open(referral).status()).isEqualTo(404);

        String check = "/c/" + id + "/consent-check";
        center.open(check).send(check);
        assertThat(state(id)).isEqualTo("CONSENT_CHECK");
    }

    @Test
    void recordsHerAnswerOnlyAfterItsSentenceWasRead() {
        String id = submitted();
        String page = "/c/" + id + "/consent-answer";
        shelter.open(page);
        assertThat(shelter.page())
                .contains("断っても、支援は変わりません", "value=\"P0001\" checked=\"checked\"", "value=\"012041\"");
        assertThat(shelter.page()).doesNotContain("value=\"012041\" checked", ADDRESS);

        String[] answer = {
            "result",
            "CONSENTED",
            "method",
            "PHONE",
            "confirmedBy",
            "確認した人の名",
            "recipients",
            "P0001",
            "purposes",
            "HOLD_CONFERENCE",
            "purposes",
            "SHARE"
        };
        shelter.send(page, "result", "CONSENTED", "refusalExplained", "true", "_action", "confirm");
        assertThat(shelter.page()).contains("同意の内容（何に）を選んでください");
        shelter.send(page, with(answer, "_action", "confirm"));
        assertThat(shelter.status()).isEqualTo(422);
        assertThat(shelter.page()).contains("断っても支援は変わらないことを伝えてから", "確認した人の名");

        shelter.send(page, with(answer, "refusalExplained", "true", "_action", "confirm"));
        assertThat(shelter.status()).isEqualTo(200);
        assertThat(shelter.page())
                .contains("本人は、架空警察署に、住所、勤務先を除く状況を、令和9年2月18日（木）まで伝えることに同意しました。", "同意の内容：会議を開く、選んだ機関に情報を共有する。")
                .doesNotContain(NAME);
        assertThat(state(id)).isEqualTo("CONSENT_CHECK");

        shelter.send(page, "_action", "edit");
        assertThat(shelter.page()).contains("確認した人の名", "value=\"P0001\" checked=\"checked\"");
        assertThat(shelter.page()).doesNotContain("value=\"J0001\" checked");
        assertThat(shelter.open(page).page()).contains("確認した人の名");

        shelter.send(page, with(answer, "refusalExplained", "true", "_action", "confirm"))
                .send(page);
        assertThat(shelter.location()).isEqualTo("/c/" + id);
        assertThat(state(id)).isEqualTo("UNDER_REVIEW");
        assertThat(center.api("GET", "/conferences/" + id, "")
                        .path("consent")
                        .path("recipients")
                        .toString())
                .isEqualTo("[\"P0001\"]");
        var consent = center.api("GET", "/conferences/" + id, "").path("consent");
        assertThat(consent.path("purposes").toString()).isEqualTo("[\"HOLD_CONFERENCE\",\"SHARE\"]");
        assertThat(consent.path("refusalExplained").asBoolean()).isTrue();
        assertThat(shelter.open("/c/" + id + "/consent").page()).contains("会議を開く", "伝えました");
    }

    @Test
    void tellsWhoSubmittedThatSomebodyElseAsksHer() {
        String id = submitted("\"contactAgency\": \"011002\"");
        String page = "/c/" + id + "/consent-answer";

        assertThat(sapporo.open(page).page()).contains("要請を提出した人は同意の確認ができません");
        sapporo.send(
                page,
                "result",
                "CONSENTED",
                "refusalExplained",
                "true",
                "purposes",
                "SHARE",
                "confirmedBy",
                "自分の名前",
                "_action",
                "confirm");

        assertThat(sapporo.status()).isEqualTo(403);
        assertThat(sapporo.page()).contains("要請を提出した人は同意の確認ができません", "自分の名前");
        assertThat(state(id)).isEqualTo("CONSENT_CHECK");
        assertThat(police.open(page).status()).isEqualTo(404);
    }

    @Test
    void decidesOnASheetWithStampsAfterShowingWhoWillBeToldWhat() {
        String id = reviewable();
        String page = "/c/" + id + "/decision";
        assertThat(director.open(page).page())
                .contains("R8.11.20", "決裁の欄", "氏名を表示")
                .doesNotContain(NAME, ADDRESS);

        director.send(page, "decision", "NOT_HOLD", "reason", "", "personInformed", "電話で伝える", "_action", "confirm");
        assertThat(director.status()).isEqualTo(422);
        assertThat(director.page()).contains("理由を入力してください", "電話で伝える");

        director.send(page, "decision", "HOLD", "reason", "協議が必要", "_action", "confirm");
        assertThat(director.page()).contains("札幌市：会議を開くことになったことを知らせます", "協議が必要");
        assertThat(state(id)).isEqualTo("UNDER_REVIEW");
        director.send(page);

        assertThat(director.location()).isEqualTo(page);
        assertThat(director.open(page).page()).contains("決裁の記録", "協議が必要", "class=\"stamp\"");
        assertThat(state(id)).isEqualTo("APPROVED");
        assertThat(center.open(page).status()).isEqualTo(200);
        assertThat(sapporo.open(page).status()).isEqualTo(404);
    }

    @Test
    void showsBeforeConveningWhatEachRecipientWillSee() {
        String id = approved();
        String page = "/c/" + id + "/convening";
        String proposed = center.open(page).page();
        assertThat(proposed).contains("旭川市", "同意に含まれない", "架空クリニック", "名簿にない");
        assertThat(center.valueOf("start.day")).isEqualTo("3");
        assertThat(center.valueOf("start.time")).isEqualTo("10:00");
        assertThat(center.valueOf("end.time")).isEqualTo("12:00");
        assertThat(proposed).contains("<option value=\"P0001\" selected=\"selected\"");
        assertThat(proposed).doesNotContain("<option value=\"012041\" selected=\"selected\"");

        center.send(page, with(call("P0001", "012041"), "_action", "confirm"));
        assertThat(center.status()).isEqualTo(422);
        assertThat(center.page()).contains("本人の同意に含まれない機関です", "会議室のある所");

        center.send(page, with(call("P0001", "J0001"), "_action", "confirm"));
        assertThat(center.status()).isEqualTo(200);
        String confirmation = center.page();
        String forPolice =
                confirmation.substring(confirmation.indexOf("架空警察署に見える内容"), confirmation.indexOf("架空児童相談所に見える内容"));
        String forChildGuidance = confirmation.substring(confirmation.indexOf("架空児童相談所に見える内容"));
        assertThat(forPolice).contains(NAME, "会議室のある所").doesNotContain("昭和63年4月12日");
        assertThat(forPolice.substring(forPolice.indexOf("伏せた項目"))).contains("生年月日", "現住所");
        assertThat(forChildGuidance).contains("昭和63年4月12日");
        assertThat(confirmation).doesNotContain(ADDRESS);
        assertThat(state(id)).isEqualTo("APPROVED");

        center.send(page);
        assertThat(center.location()).isEqualTo("/c/" + id);
        assertThat(state(id)).isEqualTo("CONVENED");
        assertThat(sapporo.open(page).status()).isEqualTo(404);
    }

    @Test
    void movesAndCallsOffAConvenedMeeting() {
        String id = convened();
        String moving = "/c/" + id + "/rescheduling";
        center.open(moving).send(moving, with(day(4), "end.time", "12:00", "place", "ほかの部屋", "reason", ""));
        assertThat(center.status()).isEqualTo(422);
        assertThat(center.page()).contains("ほかの部屋", "理由を入力してください");
        center.send(moving, with(day(4), "end.time", "12:00", "place", "ほかの部屋", "reason", "都合が合わない"));
        assertThat(center.location()).isEqualTo("/c/" + id);
        assertThat(center.api("GET", "/conferences/" + id, "")
                        .path("convening")
                        .path("start")
                        .asString())
                .startsWith("2026-12-04T10:00");

        String off = "/c/" + id + "/cancellation";
        assertThat(police.open(off).status()).isEqualTo(404);
        center.open(off).send(off, "reason", "事情が変わった");
        assertThat(state(id)).isEqualTo("APPROVED");
        assertThat(police.open("/c/" + id).page()).contains("開催見合わせ").doesNotContain("事情が変わった");
    }

    @Test
    void takesBackARequestAndClosesOneThatIsNotHeld() {
        String withdrawn = submitted();
        String back = "/c/" + withdrawn + "/withdrawal";
        assertThat(center.open(back).status()).isEqualTo(404);
        sapporo.open(back).send(back, "reason", "本人の意向が変わった");
        assertThat(state(withdrawn)).isEqualTo("WITHDRAWN");

        String notHeld = reviewable();
        director.api("POST", "/conferences/" + notHeld + "/decision", "{\"decision\":\"NOT_HOLD\",\"reason\":\"足りる\"}");
        String closing = "/c/" + notHeld + "/closing";
        center.open(closing).send(closing, "personInformed", "", "reason", "終える理由の文");
        assertThat(center.status()).isEqualTo(422);
        assertThat(center.page()).contains("終える理由の文", "本人への伝え方を入力してください");
        center.send(closing, "personInformed", "電話で伝えた", "reason", "終える理由の文");
        assertThat(state(notHeld)).isEqualTo("CLOSED");

        String next = "/c/" + notHeld + "/next";
        sapporo.open(next).send(next);
        assertThat(sapporo.location()).matches("/c/[0-9A-Z]+/request/kind").doesNotContain(notHeld);
        police.open(next);
        assertThat(police.status()).isEqualTo(404);
    }

    @Test
    void keepsTheBlockListForTheStaffOfTheCenterAndLosesNobodysEntry() {
        String id = reviewable();
        String page = "/c/" + id + "/block-list";
        PageVisitor colleague = PageVisitor.signedIn(hub, "center");
        center.open(page);
        colleague.open(page).send(page, "people[0].name", "封鎖 一郎", "people[0].agency", "");
        assertThat(colleague.location()).isEqualTo("/c/" + id + "/review");

        center.send(page, "people[0].name", "封鎖 次郎", "people[0].agency", "P0001");
        assertThat(center.status()).isEqualTo(409);
        assertThat(center.page()).contains("封鎖 一郎", "封鎖 次郎");
        center.send(page, "people[0].name", "封鎖 一郎", "people[1].name", "封鎖 次郎", "people[1].agency", "P0001");

        assertThat(center.open(page).page()).contains("封鎖 一郎", "封鎖 次郎");
        assertThat(center.open("/c/" + id + "/review").page()).contains("架空警察署：参集させない機関です");
        for (PageVisitor other : List.of(director, sapporo, shelter, police)) {
            assertThat(other.open(page).status()).isEqualTo(404);
            assertThat(other.open("/c/" + id).page()).doesNotContain("封鎖");
        }
    }

    private static String submitted() {
        return submitted("\"contactAgency\": \"S0001\"");
    }

    private static String submitted(String contact) {
        String id = sapporo.api(
                        "POST",
                        "/conferences",
                        """
                        {"guidelineItem": 2, "name": "%s", "birthDate": "1988-04-12", "address": "%s",
                         "addressHandling": "WITHHOLD", "currentSituation": "滞在している（架空）。",
                         "caseOverview": "避難した（架空）。", "topics": "住まい", "contactPerson": "見本 花子",
                         "invitees": [{"agency": "P0001", "reason": "安全"}, {"agency": "J0001", "reason": "長女"},
                           {"agencyName": "架空クリニック", "reason": "通院"}, {"agency": "012041", "reason": "転居先"}],
                         "preferredSlots": [{"date": "2026-12-03", "start": "10:00", "end": "12:00"}],
                         "consent": {"confirmed": true, "method": "FACE_TO_FACE", "confirmedBy": "見本 花子",
                           "confirmedOn": "2026-11-19", "validUntil": "2027-02-18", "recipients": ["P0001", "J0001"],
                           "purposes": ["HOLD_CONFERENCE", "SHARE", "PLAN"], "refusalExplained": true,
                           "withheld": [{"item": "生年月日", "exceptRecipients": ["P0001"]},
                             {"item": "勤務先", "exceptRecipients": []}], %s}}
                        """
                                .formatted(NAME, ADDRESS, contact))
                .path("id")
                .asString();
        hub.awaitState("sapporo", id, "CONSENT_CHECK");
        return id;
    }

    private static void confirmed(String id) {
        shelter.api(
                "POST",
                "/conferences/" + id + "/consent-answer",
                "{\"result\":\"CONSENTED\",\"method\":\"PHONE\",\"confirmedBy\":\"例示\",\"confirmedOn\":\"2026-11-20\"}");
    }

    private static String reviewable() {
        String id = submitted();
        confirmed(id);
        return id;
    }

    private static String approved() {
        String id = reviewable();
        director.api("POST", "/conferences/" + id + "/decision", "{\"decision\":\"HOLD\"}");
        return id;
    }

    private static String convened() {
        String id = approved();
        center.api(
                "POST",
                "/conferences/" + id + "/convening",
                """
                {"start": "2026-12-03T10:00", "end": "2026-12-03T12:00", "place": "会議室", "moderator": "C0001",
                 "recorder": "C0001", "participants": [{"agency": "P0001"}]}
                """);
        return id;
    }

    private static String[] call(String... agencies) {
        String[] call =
                with(day(3), "end.time", "12:00", "place", "会議室のある所", "moderator", "C0001", "recorder", "011002");
        for (int i = 0; i < agencies.length; i++) {
            call = with(call, "participants[" + i + "].agency", agencies[i], "participants[" + i + "].via", "");
        }
        return call;
    }

    private static String[] day(int day) {
        return new String[] {
            "start.era",
            "令和",
            "start.year",
            "8",
            "start.month",
            "12",
            "start.day",
            String.valueOf(day),
            "start.time",
            "10:00"
        };
    }

    private static String[] with(String[] fields, String... more) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    private static String state(String id) {
        return center.api("GET", "/conferences/" + id, "").path("state").asString();
    }

    private static String pile(String desk, String pile) {
        int from = desk.indexOf("id=\"pile-" + pile + "\"");
        int to = desk.indexOf("<section", from);
        return desk.substring(from, to < 0 ? desk.length() : to);
    }
}
