package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** People come and go: invited, pledged, reset by two, closed, their cases handed over, and looked at once a year. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StaffIT {

    private static final String SET_UP = "/login?ready";

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
    @Order(1)
    void whoIsInvitedChoosesThePasswordAndPledgesBeforeAnythingIsShown() {
        PageBrowser admin = PageBrowser.of(hub, "admin");
        Map<String, String> typed =
                Map.of("login", "invited", "name", "新任 架空子", "agency", "P0001", "roles", "DIRECTOR");
        PageBrowser.Page refused = admin.fill("/administration/invitations/new", typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("新任 架空子", "センターだけの役割");
        PageBrowser.Page made =
                admin.post("/administration/invitations/new", refused, with(typed, Map.of("roles", "PARTICIPANT")));
        assertThat(made.status()).isEqualTo(200);
        String link = between(made.body(), "id=\"link\">", "<");
        String code = between(made.body(), "id=\"code\">", "<");
        assertThat(link).startsWith(hub.pages() + "/enter/").doesNotContain("invited");
        assertThat(admin.get("/administration/invitations").body())
                .contains("新任 架空子")
                .doesNotContain(link, code);
        assertThat(hub.get("admin", "/accounts?size=100").ok().text()).doesNotContain("invited");

        PageBrowser person = PageBrowser.of(hub, "nobody-yet");
        String enter = link.substring(hub.pages().length());
        assertThat(person.get(enter).body()).doesNotContain("新任", "invited");
        assertThat(enter(person, enter, "0000-0000", HubUnderTest.PASSWORD).status())
                .isEqualTo(422);
        PageBrowser.Page weak = enter(person, enter, code, "kurz");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body()).contains("id=\"password-problem\"").doesNotContain("kurz");
        assertThat(enter(person, enter, code, HubUnderTest.PASSWORD).to()).isEqualTo(SET_UP);
        assertThat(enter(person, enter, code, "another long sentence").status()).isEqualTo(422);

        for (String path : List.of("/me", "/inbox", "/conferences")) {
            Answer answer = hub.get("invited", path);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.rule()).isEqualTo("account.pledge-missing");
        }
        PageBrowser invited = PageBrowser.of(hub, "invited");
        for (String path : List.of("/", "/cases", "/settings", "/c/anything", "/help")) {
            assertThat(invited.get(path).to()).as(path).isEqualTo("/pledge");
        }
        invited.get("/inbox");
        PageBrowser.Page pledge = invited.get("/pledge");
        PageBrowser.Page again = pledge(invited, pledge, "別の 名前", "1,2");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"name-problem\"", "id=\"agreed-problem\"", "別の 名前");
        assertThat(hub.get("invited", "/inbox").status()).isEqualTo(403);
        assertThat(pledge(invited, pledge, "新任　架空子", "1,2,3,4").to()).isEqualTo("/inbox");
        assertThat(invited.get("/inbox").status()).isEqualTo(200);
        assertThat(invited.get("/pledge").to()).isEqualTo("/");
        assertThat(hub.get("invited", "/inbox").status()).isEqualTo(200);
        assertThat(hub.get("auditor", "/audit?size=100").ok().text())
                .contains("account.pledge", "account.invite")
                .doesNotContain("新任");
    }

    @Test
    @Order(1)
    void thePledgeIsGivenByACallTooAndOnTheTextInForceAlone() {
        invited("caller", "P0001", "PARTICIPANT");
        Map<String, Object> own = Json.of("version", "1", "name", "架空 caller", "agreed", true);

        assertThat(hub.get("caller", "/me/pledge").ok().json().path("missing").asBoolean())
                .isTrue();
        assertThat(hub.post("caller", "/me/pledge", Json.with(own, "version", "0"))
                        .rule())
                .isEqualTo("account.pledge-text");
        assertThat(hub.post("caller", "/me/pledge", Json.with(own, "agreed", false))
                        .rule())
                .isEqualTo("account.pledge");
        assertThat(hub.get("caller", "/me").status()).isEqualTo(403);
        String given = hub.post("caller", "/me/pledge", own).ok().string("given");

        assertThat(hub.post("caller", "/me/pledge", own).ok().string("given")).isEqualTo(given);
        assertThat(hub.get("caller", "/me").status()).isEqualTo(200);
        assertThat(hub.get("P0001", "/me").status()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void aLinkOpensNothingAfterWrongCodesItsEndOrItsWithdrawal() {
        JsonNode guessed = invitation("guessed", "P0001", "PARTICIPANT");
        PageBrowser stranger = PageBrowser.of(hub, "nobody-yet");
        for (int i = 0; i < 5; i++) {
            assertThat(enter(stranger, path(guessed), "9999-999" + i, HubUnderTest.PASSWORD)
                            .status())
                    .isEqualTo(422);
        }
        assertThat(enter(stranger, path(guessed), code(guessed), HubUnderTest.PASSWORD)
                        .status())
                .isEqualTo(422);
        forward(Duration.ofMinutes(2));
        assertThat(enter(stranger, path(guessed), code(guessed), HubUnderTest.PASSWORD)
                        .to())
                .isEqualTo(SET_UP);

        JsonNode withdrawn = invitation("withdrawn", "P0001", "PARTICIPANT");
        assertThat(hub.post("admin", "/invitations", wanted("withdrawn", "P0001", "PARTICIPANT"))
                        .rule())
                .isEqualTo("account.login-taken");
        hub.post("admin", "/invitations/" + withdrawn.path("id").asString() + "/withdrawal", null)
                .ok();
        String none = plain(enter(stranger, path(withdrawn), code(withdrawn), HubUnderTest.PASSWORD), tail(withdrawn));
        assertThat(none).contains("リンクか確認番号が違うか、期限が過ぎています");
        assertThat(plain(enter(stranger, "/enter/never-was", code(withdrawn), HubUnderTest.PASSWORD), "never-was"))
                .isEqualTo(none);

        JsonNode repeated = hub.call("admin", "POST", "/invitations", wanted("late", "P0001", "PARTICIPANT"), "once")
                .ok()
                .json();
        JsonNode late = hub.call("admin", "POST", "/invitations", wanted("late", "P0001", "PARTICIPANT"), "once")
                .ok()
                .json();
        assertThat(late.path("id")).isEqualTo(repeated.path("id"));
        assertThat(enter(stranger, path(repeated), code(repeated), HubUnderTest.PASSWORD)
                        .status())
                .isEqualTo(422);
        forward(Duration.ofHours(72));
        assertThat(enter(stranger, path(late), code(late), HubUnderTest.PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(hub.get("admin", "/invitations").ok().text()).doesNotContain("\"late\"");
    }

    @Test
    @Order(2)
    void nobodyResetsAnAccountAlone() {
        String account = account("forgetful", "P0001", "PARTICIPANT");
        assertThat(hub.post("admin", "/accounts/" + account + "/password", Json.of("password", "a new long one"))
                        .status())
                .isEqualTo(404);
        PageBrowser open = PageBrowser.of(hub, "forgetful");
        PageBrowser admin = PageBrowser.of(hub, "admin");
        String asking = "/administration/accounts/" + account + "/reset";
        assertThat(admin.fill(asking, Map.of("reason", " ")).body()).contains("id=\"reason-problem\"");
        String reset = admin.fill(asking, Map.of("reason", "窓口で身分証を見た（架空）")).to();
        assertThat(reset).startsWith("/administration/resets/");
        assertThat(admin.get(reset).body()).contains("2人目の確認を待っています").doesNotContain("/confirmation\"");
        assertThat(admin.fill(asking, Map.of("reason", "もう一度（架空）")).body()).contains("もう頼まれています");
        String call = reset.replace("/administration", "");
        forward(Duration.ofSeconds(1));

        assertThat(hub.post("admin", call + "/confirmation", null).rule()).isEqualTo("account.reset-alone");
        for (String other : List.of("center", "auditor", "sapporo", "forgetful")) {
            assertThat(hub.post(other, call + "/confirmation", null).status())
                    .as(other)
                    .isEqualTo(404);
            assertThat(PageBrowser.of(hub, other).get(reset).status()).as(other).isEqualTo(404);
        }
        assertThat(open.get("/inbox").status()).isEqualTo(200);
        PageBrowser director = PageBrowser.of(hub, "director");
        assertThat(director.get("/tasks").body()).contains("ログインの再設定を確かめる", reset);
        PageBrowser.Page done = director.post(reset + "/confirmation", director.get(reset), Map.of());
        assertThat(done.status()).isEqualTo(200);

        assertThat(open.get("/inbox").status()).isEqualTo(302);
        assertThat(hub.get("forgetful", "/me").status()).isEqualTo(401);
        String link =
                between(done.body(), "id=\"link\">", "<").substring(hub.pages().length());
        String code = between(done.body(), "id=\"code\">", "<");
        PageBrowser stranger = PageBrowser.of(hub, "nobody-yet");
        assertThat(enter(stranger, link, code, HubUnderTest.PASSWORD).to()).isEqualTo(SET_UP);
        assertThat(enter(stranger, link, code, "another long sentence").status())
                .isEqualTo(422);
        assertThat(hub.get("forgetful", "/me").status()).isEqualTo(200);

        account("admin2", "C0001", "ADMINISTRATOR");
        String second = hub.post("admin", "/accounts/" + account + "/reset", Json.of("reason", "電話で確かめた"))
                .ok()
                .string("id");
        assertThat(hub.post("director", "/resets/" + second + "/confirmation", null)
                        .rule())
                .isEqualTo("account.reset-by-administrator");
        String own = hub.get("admin", "/accounts?size=100")
                .ok()
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("login").asString().equals("admin"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        assertThat(hub.post("admin", "/accounts/" + own + "/reset", Json.of("reason", "自分"))
                        .rule())
                .isEqualTo("account.reset-own");
        hub.post("admin2", "/resets/" + second + "/confirmation", null).ok();
        assertThat(hub.get("auditor", "/audit?size=100").ok().text()).contains("account.second-factor-reset");
        assertThat(hub.post("admin2", "/resets/" + second + "/confirmation", null)
                        .rule())
                .isEqualTo("account.reset-over");
    }

    @Test
    @Order(2)
    void anAgencysOwnAdministratorLooksAfterItsOwnPeopleAlone() {
        account("sapporo-admin", "011002", "AGENCY_ADMINISTRATOR");
        String elsewhere = account("elsewhere", "P0001", "PARTICIPANT");
        assertThat(hub.get("sapporo-admin", "/accounts").ok().text())
                .contains("sapporo2")
                .doesNotContain("asahikawa", "elsewhere", "director");
        for (String step : List.of("/reset", "/review", "/deactivation")) {
            Answer refused = hub.post("sapporo-admin", "/accounts/" + elsewhere + step, Json.of("reason", "x"));
            Answer never =
                    hub.post("sapporo-admin", "/accounts/01ZZZZZZZZZZZZZZZZZZZZZZZZ" + step, Json.of("reason", "x"));
            assertThat(refused.status()).as(step).isEqualTo(404);
            assertThat(refused.text()).isEqualTo(never.text());
        }
        assertThat(hub.post("sapporo-admin", "/invitations", wanted("over-there", "P0001", "PARTICIPANT"))
                        .text())
                .contains("自分の機関だけ");
        hub.post("sapporo-admin", "/invitations", wanted("colleague", "011002", "COUNSELLOR"))
                .ok();
        PageBrowser own = PageBrowser.of(hub, "sapporo-admin");
        assertThat(own.get("/administration").body()).contains("sapporo2").doesNotContain("dead-letters", "asahikawa");
        assertThat(own.get("/administration/invitations/new").body())
                .contains("value=\"AGENCY_ADMINISTRATOR\"")
                .doesNotContain("value=\"DIRECTOR\"", "<select");
        assertThat(own.get("/administration/accounts/" + elsewhere).status()).isEqualTo(404);
        assertThat(own.get("/cases").body()).doesNotContain("R8-");
        assertThat(hub.post("admin", "/invitations", wanted("center-own", "C0001", "AGENCY_ADMINISTRATOR"))
                        .text())
                .contains("センター以外の役割");
    }

    @Test
    @Order(2)
    void aClosedAccountIsOutAtOnceAndItsCasesGoToAColleague() {
        String leaving = account("leaving", "C0001", "CENTER_STAFF");
        account("staying", "C0001", "CENTER_STAFF");
        Conference conference = Conference.in(hub, "UNDER_REVIEW");
        conference.step("center", "assignment", Json.of("officer", "leaving")).ok();
        PageBrowser open = PageBrowser.of(hub, "leaving");
        open.post("/exports", open.get("/cases"), Map.of("search", ""));
        String file = "/exports/" + between(open.get("/exports").body(), "/exports/", "/file") + "/file";
        assertThat(open.get(file).status()).isEqualTo(200);
        PageBrowser writing = PageBrowser.of(hub, "leaving");
        PageBrowser.Page form = writing.get("/caseload");
        PageBrowser admin = PageBrowser.of(hub, "admin");
        String page = "/administration/accounts/" + leaving;
        PageBrowser.Page before = admin.get(page);
        assertThat(before.body())
                .contains("案件や会議が1件")
                .doesNotContain(conference.read("center").string("reference"));

        admin.post(page + "/deactivation", before, Map.of());

        for (String path : List.of("/", "/cases", "/c/" + conference.id, file, "/lock")) {
            assertThat(open.get(path).to()).as(path).startsWith("/login");
        }
        assertThat(writing.post("/caseload", form, Map.of("leaving", leaving)).to())
                .startsWith("/login");
        assertThat(hub.get("leaving", "/conferences/" + conference.id).status()).isEqualTo(401);

        String load = "/caseloads/" + leaving;
        assertThat(hub.get("staying", load).ok().json().path("cases").asInt()).isEqualTo(1);
        for (String other : List.of("sapporo", "director", "admin", "police")) {
            assertThat(hub.get(other, load).status()).as(other).isEqualTo(404);
        }
        PageBrowser center = PageBrowser.of(hub, "center");
        assertThat(center.get("/").body()).contains("/caseload");
        assertThat(center.fill("/caseload", Map.of("leaving", leaving, "to", "sapporo"))
                        .body())
                .contains("id=\"to-problem\"");
        assertThat(center.fill("/caseload", Map.of("leaving", leaving, "to", "staying"))
                        .to())
                .isEqualTo("/caseload");

        assertThat(hub.get("staying", load).ok().json().path("cases").asInt()).isZero();
        assertThat(hub.kinds("staying", conference.id)).contains("handed-to-you");
        assertThat(hub.kinds("center", conference.id)).doesNotContain("handed-to-you");
        assertThat(hub.call("center", "POST", load + "/handing-over", Json.of("to", "staying"), "again")
                        .ok()
                        .json()
                        .path("moved")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(2)
    void whoWasAddedToATeamInPersonIsReplacedByOneOfTheSameTeamAlone() {
        Conference conference = Conference.in(hub, "UNDER_REVIEW");
        String joined = account("joined", "011002", "COUNSELLOR");
        hub.post("sapporo", "/cases/" + conference.caseId() + "/team", Json.of("login", "joined"))
                .ok();
        assertThat(hub.get("sapporo2", "/caseloads/" + joined)
                        .ok()
                        .json()
                        .path("cases")
                        .asInt())
                .isEqualTo(1);
        assertThat(hub.get("asahikawa", "/caseloads/" + joined).status()).isEqualTo(404);

        assertThat(hub.post("sapporo2", "/caseloads/" + joined + "/handing-over", Json.of("to", "sapporo"))
                        .ok()
                        .json()
                        .path("moved")
                        .asInt())
                .isEqualTo(1);

        assertThat(hub.kinds("sapporo", conference.id)).contains("handed-to-you");
        assertThat(hub.get("sapporo2", "/caseloads/" + joined)
                        .ok()
                        .json()
                        .path("cases")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(3)
    void onceAYearEachAccountIsLookedAt() {
        PageBrowser admin = PageBrowser.of(hub, "admin");
        assertThat(admin.get("/administration/review").body()).contains("いま確かめるアカウントはありません");
        forward(Duration.ofDays(340));
        admin = PageBrowser.of(hub, "admin");
        PageBrowser.Page list = admin.get("/administration/review");
        assertThat(list.body()).contains("確かめるアカウントが", "asahikawa");
        assertThat(admin.get("/administration").body()).contains("件 確認待ち");
        JsonNode items = hub.get("admin", "/account-reviews").ok().json().path("items");
        String police = items.valueStream()
                .filter(item -> item.path("login").asString().equals("police"))
                .findFirst()
                .orElseThrow()
                .path("account")
                .asString();

        assertThat(admin.post("/administration/review/" + police, list, Map.of())
                        .to())
                .isEqualTo("/administration/review");

        assertThat(admin.get("/administration/review").body()).doesNotContain("/administration/review/" + police);
        PageBrowser.Page table = admin.get("/administration/review.csv");
        assertThat(table.disposition()).contains("accounts.csv");
        assertThat(table.body()).contains("ログインID", "police", "相談員").doesNotContain("argon2");
        for (String login : List.of("center", "director", "auditor", "sapporo")) {
            PageBrowser other = PageBrowser.of(hub, login);
            for (String path : List.of("/review", "/review.csv", "/invitations", "/invitations/new")) {
                assertThat(other.get("/administration" + path).status())
                        .as(login + path)
                        .isEqualTo(404);
            }
        }
    }

    private static void forward(Duration by) {
        hub.clock().atLeast(hub.clock().now().plus(by));
    }

    private static JsonNode invitation(String login, String agency, String role) {
        return hub.post("admin", "/invitations", wanted(login, agency, role))
                .ok()
                .json();
    }

    private static void invited(String login, String agency, String role) {
        JsonNode invitation = invitation(login, agency, role);
        assertThat(enter(PageBrowser.of(hub, "nobody-yet"), path(invitation), code(invitation), HubUnderTest.PASSWORD)
                        .to())
                .isEqualTo(SET_UP);
    }

    private static String account(String login, String agency, String role) {
        return hub.post("admin", "/accounts", Json.with(wanted(login, agency, role), "password", HubUnderTest.PASSWORD))
                .ok()
                .string("id");
    }

    private static Map<String, Object> wanted(String login, String agency, String role) {
        return Json.of("login", login, "name", "架空 " + login, "agency", agency, "roles", List.of(role));
    }

    private static String path(JsonNode handed) {
        return handed.path("link").asString().substring(hub.pages().length());
    }

    private static String tail(JsonNode handed) {
        return path(handed).substring("/enter/".length());
    }

    private static String code(JsonNode handed) {
        return handed.path("code").asString();
    }

    private static PageBrowser.Page enter(PageBrowser browser, String path, String code, String password) {
        return browser.fill(path, Map.of("code", code, "password", password, "passwordAgain", password));
    }

    private static PageBrowser.Page pledge(PageBrowser browser, PageBrowser.Page page, String name, String clauses) {
        return browser.post("/pledge", page, Map.of("version", "1", "name", name, "clause", clauses));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    /** A page but for what tells one form from the next. */
    private static String plain(PageBrowser.Page page, String token) {
        assertThat(page.status()).isEqualTo(422);
        return page.body().replace(token, "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static String between(String text, String before, String after) {
        assertThat(Stream.of(text)).anyMatch(found -> found.contains(before));
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }
}
