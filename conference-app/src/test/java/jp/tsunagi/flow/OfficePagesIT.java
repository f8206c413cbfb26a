package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices, directory, accounts, dead letters, audit, settings and help, as people use them on their pages. */
class OfficePagesIT {

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

    private static PageBrowser as(String login) {
        return PageBrowser.of(hub, login);
    }

    @Test
    void tellsOfNoticesWithoutAnythingPersonalAndTakesReceipts() {
        Conference conference = Conference.in(hub, "CONVENED");
        hub.awaitKind("police", conference.id, "convening");
        String notice = hub.inbox("police", conference.id).get(0).path("id").asString();
        PageBrowser police = as("police");

        PageBrowser.Page inbox = police.get("/inbox");
        assertThat(inbox.body())
                .contains("会議が招集されました", conference.read("police").string("reference"), "未読", "すべて既読")
                .doesNotContain(Conference.HERS);
        assertThat(as("childguidance")
                        .post(
                                "/inbox/" + notice + "/receipt",
                                as("childguidance").get("/inbox"),
                                Map.of())
                        .status())
                .isIn(403, 404);
        assertThat(police.post("/inbox/" + notice + "/opening", inbox, Map.of()).to())
                .isEqualTo("/c/" + conference.id);
        assertThat(hub.inbox("police", conference.id).get(0).path("read").asBoolean())
                .isTrue();
        police.post("/inbox/receipts", inbox, Map.of());
        assertThat(police.get("/inbox").body()).doesNotContain("すべて既読</button>");
    }

    @Test
    void showsContactWindowsToEverybodyAndLetsAdministratorsKeepTheDirectory() {
        assertThat(as("police").get("/directory?text=S0001").body())
                .contains("架空の家")
                .doesNotContain("機関を追加する");
        assertThat(as("police").get("/directory/S0001").body())
                .contains("公開の窓口")
                .doesNotContain("停止する");
        for (String login : List.of("police", "center", "sapporo")) {
            assertThat(as(login).get("/directory/new").status()).as(login).isEqualTo(404);
            assertThat(as(login).get("/directory/P0001/change").status())
                    .as(login)
                    .isEqualTo(404);
        }

        PageBrowser admin = as("admin");
        PageBrowser.Page refused = admin.fill("/directory/new", Map.of("code", "架空", "name", "架空相談室", "kind", "OTHER"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("架空相談室", "半角の英数字");
        Map<String, String> right = Map.of("code", "X9001", "name", "架空相談室", "kind", "OTHER", "sections", "窓口\n夜間窓口");
        assertThat(admin.fill("/directory/new", right).to()).isEqualTo("/directory/X9001");
        assertThat(admin.get("/directory/X9001").body()).contains("架空相談室", "夜間窓口");

        Map<String, String> changed = Map.of("name", "架空相談センター", "kind", "OTHER", "sections", "窓口", "active", "true");
        PageBrowser.Page form = admin.get("/directory/X9001/change");
        assertThat(admin.post("/directory/X9001/change", form, changed).to()).isEqualTo("/directory/X9001");
        PageBrowser.Page late = admin.post("/directory/X9001/change", form, changed);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("架空相談センター", "ほかの人が先に保存しました");

        assertThat(admin.post("/directory/X9001/deactivation", form, Map.of()).to())
                .isEqualTo("/directory/X9001");
        assertThat(admin.get("/directory/X9001").body()).contains("停止中");
        assertThat(admin.post("/directory/C0001/deactivation", form, Map.of()).body())
                .contains("センターは停止や種別の変更ができません");
    }

    @Test
    void showsANewGatewayPasswordOnceAndOnlyToAdministrators() {
        PageBrowser admin = as("admin");
        PageBrowser.Page shown =
                admin.post("/directory/M0001/gateway-password", admin.get("/directory/M0001"), Map.of());
        Matcher password =
                Pattern.compile("id=\"gateway-password\">([^<]{20,})<").matcher(shown.body());

        assertThat(password.find()).isTrue();
        assertThat(admin.get("/directory/M0001").body())
                .contains("接続用のパスワードがあります")
                .doesNotContain(password.group(1));
        PageBrowser center = as("center");
        assertThat(center.post("/directory/M0001/gateway-password", center.get("/directory/M0001"), Map.of())
                        .status())
                .isIn(403, 404);
    }

    @Test
    void changesAndClosesAccounts() {
        for (String login : List.of("center", "director", "auditor", "sapporo")) {
            assertThat(as(login).get("/administration").status()).as(login).isEqualTo(404);
        }
        String id = hub.post(
                        "admin",
                        "/accounts",
                        Json.of(
                                "login", "newcomer",
                                "name", "新任 架空子",
                                "agency", "P0001",
                                "roles", List.of("PARTICIPANT"),
                                "password", HubUnderTest.PASSWORD))
                .ok()
                .string("id");
        String account = "/administration/accounts/" + id;
        PageBrowser admin = as("admin");
        String found = admin.post("/administration/search", admin.get("/administration"), Map.of("text", "架空子"))
                .to();
        assertThat(found).doesNotContain("架空子");
        assertThat(admin.get(found).body()).contains("newcomer", account).doesNotContain("asahikawa");

        PageBrowser.Page form = admin.get(account);
        PageBrowser.Page refused =
                admin.post(account, form, Map.of("name", "新任 架空代", "agency", "011002", "roles", "DIRECTOR"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("新任 架空代", "センターだけの役割");
        Map<String, String> moved = Map.of("name", "新任 架空代", "agency", "011002", "roles", "COUNSELLOR");
        assertThat(admin.post(account, form, moved).to()).isEqualTo(account);
        assertThat(admin.get(account).body()).contains("新任 架空代", "担当している案件や会議はありません");
        assertThat(as("newcomer").get("/cases").status()).isEqualTo(200);
        assertThat(admin.post(account + "/deactivation", form, Map.of()).to()).isEqualTo(account);
        assertThat(as("newcomer").get("/cases").status()).isEqualTo(302);
    }

    @Test
    void keepsTheLastAdministratorInOffice() {
        PageBrowser admin = as("admin");
        String found = admin.post("/administration/search", admin.get("/administration"), Map.of("text", "admin"))
                .to();
        Matcher account = Pattern.compile("/administration/accounts/[0-9A-Z]{26}")
                .matcher(admin.get(found).body());
        assertThat(account.find()).isTrue();

        PageBrowser.Page refused = admin.post(
                account.group(),
                admin.get(account.group()),
                Map.of("name", "架空 管理", "agency", "C0001", "roles", "CENTER_STAFF"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("最後の管理者は停止できません", "架空 管理");
    }

    @Test
    void changesOnesOwnPasswordOnlyWithThePresentOne() {
        hub.post(
                        "admin",
                        "/accounts",
                        Json.of(
                                "login", "changer",
                                "name", "変更 架空",
                                "agency", "P0001",
                                "roles", List.of("PARTICIPANT"),
                                "password", HubUnderTest.PASSWORD))
                .ok();
        PageBrowser changer = as("changer");
        PageBrowser.Page form = changer.get("/settings");
        Map<String, String> wrong =
                Map.of("current", "not-this-one", "password", "four-quiet-lamps", "passwordAgain", "four-quiet-lamps");
        PageBrowser.Page refused = changer.post("/settings/password", form, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("いまのパスワードが違います").doesNotContain("four-quiet-lamps");
        assertThat(changer.post(
                                "/settings/password",
                                form,
                                Map.of("current", HubUnderTest.PASSWORD, "password", "four-quiet-lamps"))
                        .body())
                .contains("確認のパスワード");

        Map<String, String> right = new java.util.HashMap<>(wrong);
        right.put("current", HubUnderTest.PASSWORD);
        assertThat(changer.post("/settings/password", form, right).to()).isEqualTo("/login?password-changed");
        assertThat(changer.get("/settings").status()).isEqualTo(302);
        assertThat(as("changer").get("/settings").status()).isEqualTo(302);
    }

    @Test
    void letsTheDirectorNameADeputyAndNobodyElse() {
        PageBrowser director = as("director");
        Matcher staff = Pattern.compile("<option value=\"([0-9A-Z]{26})\"")
                .matcher(director.get("/settings").body());
        assertThat(staff.find()).isTrue();
        Map<String, String> naming = Map.of(
                "account",
                staff.group(1),
                "from.era",
                "令和",
                "from.year",
                "8",
                "from.month",
                "12",
                "from.day",
                "1",
                "to.era",
                "令和",
                "to.year",
                "8",
                "to.month",
                "12");
        PageBrowser.Page refused = director.post("/settings/deputies", director.get("/settings"), naming);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("終わりの日の「日」を入力してください", "value=\"12\"");

        Map<String, String> whole = new java.util.HashMap<>(naming);
        whole.put("to.day", "3");
        assertThat(director.post("/settings/deputies", director.get("/settings"), whole)
                        .to())
                .isEqualTo("/settings");
        PageBrowser.Page named = director.get("/settings");
        Matcher revocation =
                Pattern.compile("/settings/deputies/[0-9A-Z]{26}/revocation").matcher(named.body());
        assertThat(revocation.find()).isTrue();
        assertThat(director.post(revocation.group(), named, Map.of()).to()).isEqualTo("/settings");
        assertThat(director.get("/settings").body()).contains("取り消しました");
        PageBrowser center = as("center");
        assertThat(center.get("/settings").body()).doesNotContain("不在にする");
        assertThat(center.post("/settings/deputies", center.get("/settings"), whole)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void letsAuditorsSearchAndVerifyWithoutAnyContent() {
        Conference conference = Conference.in(hub, "UNDER_REVIEW");
        for (String login : List.of("center", "director", "admin", "sapporo")) {
            assertThat(as(login).get("/audit").status()).as(login).isEqualTo(404);
        }
        PageBrowser auditor = as("auditor");
        PageBrowser.Page audit = auditor.get("/audit");
        assertThat(audit.body()).contains("conference.").doesNotContain(Conference.HERS);

        String found = auditor.post("/audit/search", audit, Map.of("caseId", conference.caseId(), "actor", "shelter"))
                .to();
        assertThat(found).matches("/audit/search/[0-9A-Z]{26}");
        assertThat(auditor.get(found).body())
                .contains("conference.answer-consent", conference.caseId())
                .doesNotContain("conference.submit<")
                .doesNotContain(Conference.HERS);
        PageBrowser.Page refused = auditor.post("/audit/search", audit, Map.of("actor", "shelter", "from.year", "8"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"shelter\"");

        assertThat(auditor.post("/audit/verification", audit, Map.of()).to()).isEqualTo("/audit");
        assertThat(auditor.get("/audit").body()).contains("記録は完全です");
        PageBrowser center = as("center");
        assertThat(center.post("/audit/verification", center.get("/cases"), Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsDeadLettersToAdministratorsAlone() {
        assertThat(as("admin").get("/administration/dead-letters").body()).contains("処理できなかった電文");
        assertThat(as("admin")
                        .get("/administration/dead-letters/01ZZZZZZZZZZZZZZZZZZZZZZZZ")
                        .status())
                .isEqualTo(404);
        assertThat(as("center").get("/administration/dead-letters").status()).isEqualTo(404);
    }

    @Test
    void helpsEverybodyInBothLanguages() {
        for (String login : List.of("police", "auditor", "admin")) {
            assertThat(as(login).get("/help").body()).contains("閲覧した履歴は消えません。", "［撤回を記録する］", "支援計画");
        }
        assertThat(as("police").get("/help?lang=en").body()).contains("The history of the browser does not disappear.");
    }
}
