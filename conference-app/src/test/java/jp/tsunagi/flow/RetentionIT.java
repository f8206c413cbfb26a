package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagi.document.ReadPdf;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Cases are held, deleted by two officers, forgotten everywhere, and stay so when an old database is put back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetentionIT {

    private static final String NEVER = "01ZZZZZZZZZZZZZZZZZZZZZZZZ";

    /** What may tell that there was a case. */
    private static final Set<String> STAYS = Set.of("audit", "auditSeals", "caseKeys", "erasures");

    @TempDir
    static Path folder;

    private static HubUnderTest hub;
    private static Conference toForget;
    private static String caseToForget = "";
    private static String reference = "";
    private static byte[] pad = new byte[0];
    private static Conference reported;
    private static Conference closed;
    private static Conference draft;

    @BeforeAll
    static void start() throws IOException {
        hub = HubUnderTest.start(folder, LocalDateTime.parse("2026-11-20T15:00"));
        Conference conference = Conference.in(hub, "CLOSED");
        hub.post("sapporo", "/conferences/" + conference.id + "/memos", memo()).ok();
        hub.awaitQuiet();
        caseToForget = conference.caseId();
        hub.close();
        copy(folder.resolve("data"), folder.resolve("older"));
        hub = HubUnderTest.start(folder, LocalDateTime.parse("2026-11-20T16:00"));
        toForget = new Conference(hub, conference.id);
        pad = Files.readAllBytes(padOf(caseToForget));
        hub.post(
                        "admin",
                        "/accounts",
                        Json.of(
                                "login",
                                "center2",
                                "name",
                                "架空 二郎",
                                "agency",
                                "C0001",
                                "roles",
                                List.of("CENTER_STAFF"),
                                "password",
                                HubUnderTest.PASSWORD))
                .ok();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    static Map<String, Object> hold() {
        return Json.of("hold", "DISCLOSURE_REQUEST", "reason", "開示請求の決定を待つ（架空）");
    }

    /** The hold that stands, by its number. */
    static String hold(HubUnderTest hub, String caseId) {
        return hub.get("director", at(caseId, "")).ok().json().at("/holds/0/n").asString();
    }

    static Map<String, Object> herWish() {
        return Json.of("ground", "HER_WISH", "reason", "窓口で本人から聞いた（架空）");
    }

    @Test
    @Order(1)
    void nobodyButTheCenterComesUponIt() {
        for (String login : List.of("sapporo", "shelter", "police", "auditor", "admin")) {
            assertThat(hub.get(login, "/retention").status()).as(login).isEqualTo(404);
            assertThat(hub.get(login, at(caseToForget, "")).status()).as(login).isEqualTo(404);
            assertThat(hub.post(login, at(caseToForget, "/holds"), hold()).status())
                    .as(login)
                    .isEqualTo(404);
            assertThat(hub.post(login, at(caseToForget, "/deletion"), herWish()).status())
                    .as(login)
                    .isEqualTo(404);
        }
        assertThat(PageBrowser.of(hub, "sapporo").get("/").body()).doesNotContain("href=\"/retention\"");
        assertThat(PageBrowser.of(hub, "sapporo").get("/retention").status()).isEqualTo(404);
        PageBrowser center = PageBrowser.of(hub, "center");
        assertThat(center.get("/").body()).contains("href=\"/retention\"");
        assertThat(center.get("/retention").body()).contains("期間が終わる案件", "5年").doesNotContain(Conference.NAME);
    }

    @Test
    @Order(2)
    void whatMayNotBeDeletedIsRefusedByName() {
        reported = Conference.in(hub, "REPORTED");
        assertThat(rule("center", reported.caseId(), "/deletion", herWish())).isEqualTo("retention.not-ended");
        draft = Conference.in(hub, "DRAFT");
        assertThat(hub.get("center", at(draft.caseId(), "")).status()).isEqualTo(404);
        closed = Conference.in(hub, "CLOSED");
        String caseId = closed.caseId();
        assertThat(rule("center", caseId, "/deletion", Json.of("ground", "PERIOD_OVER")))
                .isEqualTo("retention.not-due");
        assertThat(rule("center", caseId, "/deletion", Json.of("ground", "HER_WISH")))
                .isEqualTo("retention.incomplete");
        assertThat(rule("director", caseId, "/deletion/confirmation", Map.of())).isEqualTo("retention.not-proposed");
        hub.post("center", at(caseId, "/deletion"), herWish()).ok();
        assertThat(rule("center2", caseId, "/deletion", herWish())).isEqualTo("retention.already-proposed");
        assertThat(rule("center", caseId, "/deletion/confirmation", Map.of())).isEqualTo("retention.same-person");
        assertThat(rule("center2", caseId, "/deletion/confirmation", Map.of())).isEqualTo("retention.director-needed");

        String n = hub.post("center2", at(caseId, "/holds"), hold())
                .ok()
                .json()
                .path("holds")
                .path(0)
                .path("n")
                .asString();

        assertThat(rule("director", caseId, "/deletion/confirmation", Map.of())).isEqualTo("retention.not-proposed");
        assertThat(rule("center", caseId, "/deletion", herWish())).isEqualTo("retention.held");
        assertThat(hub.get("center", "/retention").ok().json().path("held").findValuesAsString("caseId"))
                .contains(caseId);
        hub.post("director", at(caseId, "/holds/" + n + "/lifting"), Json.of("reason", "決定が出た（架空）"))
                .ok();
        assertThat(rule("center", caseId, "/holds/" + n + "/lifting", Json.of("reason", "もう一度")))
                .isEqualTo("retention.hold-lifted");
        hub.post("center", at(caseId, "/deletion"), herWish()).ok();
        hub.post("director", at(caseId, "/deletion/refusal"), Json.of("reason", "続けて支える（架空）"))
                .ok();
        assertThat(hub.get("center", at(caseId, ""))
                        .ok()
                        .json()
                        .path("proposal")
                        .isMissingNode())
                .isTrue();
        assertThat(closed.read("sapporo").status()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void aHoldAndAProposalAreTypedOnThePages() {
        Conference sued = Conference.in(hub, "CLOSED");
        PageBrowser center = PageBrowser.of(hub, "center");
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("reason", "訴えが出ている（架空）");
        PageBrowser.Page again = center.fill(page(sued, "/hold"), typed);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"hold-problem\"", "訴えが出ている（架空）");
        typed.put("hold", "LAWSUIT");
        assertThat(center.fill(page(sued, "/hold"), typed).to()).isEqualTo(page(sued, ""));
        String held = center.get(page(sued, "")).body();
        assertThat(held).contains("訴訟", "訴えが出ている（架空）", "法的保留中").doesNotContain("/retention/deletion\"");
        String lifting = held.substring(held.indexOf("/c/" + sued.id + "/retention/holds/"));
        center.fill(lifting.substring(0, lifting.indexOf('"')), Map.of("reason", "判決が出た（架空）"));
        assertThat(center.get(page(sued, "")).body()).contains("解除ずみ", "判決が出た（架空）");

        Map<String, String> wish = Map.of("ground", "HER_WISH", "reason", "電話で聞いた（架空）");
        assertThat(center.fill(page(sued, "/deletion"), wish).to()).isEqualTo(page(sued, ""));
        hub.awaitQuiet();

        assertThat(center.get(page(sued, "")).body()).doesNotContain("/retention/confirmation");
        PageBrowser director = PageBrowser.of(hub, "director");
        assertThat(director.get("/tasks").body()).contains("消去の提案を確認する", page(sued, ""));
        assertThat(hub.kinds("director", sued.id)).contains("retention-proposed");
        String caseId = sued.caseId();
        assertThat(director.get(page(sued, "/confirmation")).body()).contains("だれにも元に戻せません");
        assertThat(director.fill(page(sued, "/confirmation"), Map.of()).to()).isEqualTo("/retention");
        assertThat(director.get("/retention").body()).contains("本人の希望", "消しています");
        assertThat(director.get("/c/" + sued.id).status()).isEqualTo(404);
        assertThat(left(caseId)).isEmpty();
    }

    @Test
    @Order(4)
    void onceTwoHaveDecidedNothingGivesItBack() throws IOException {
        assertThat(left(caseToForget)).contains("cases", "conferences", "caseTokens", "notices", "memos", "sheets");
        reference = toForget.read("center").string("reference");
        JsonNode before = hub.get("auditor", "/audit?case=" + caseToForget + "&size=1")
                .ok()
                .json();
        hub.post("center", at(caseToForget, "/deletion"), herWish()).ok();
        String confirmation = at(caseToForget, "/deletion/confirmation");

        String erasure = hub.call("director", "POST", confirmation, null, "confirmed-once")
                .ok()
                .string("erasure");

        assertThat(hub.call("director", "POST", confirmation, null, "confirmed-once")
                        .ok()
                        .string("erasure"))
                .isEqualTo(erasure);
        assertThat(hub.post("director", confirmation, null).status()).isEqualTo(404);
        hub.awaitQuiet();
        forgottenEverywhere(List.of("sapporo", "shelter", "police", "center", "director", "auditor"));
        assertThat(hub.get("center", certificate(erasure)).rule()).isEqualTo("retention.not-yet");

        // Another node, which still holds the key, writes a draft meanwhile.
        hub.database().getCollection("drafts").insertOne(new Document("_id", "late").append("keyOwner", caseToForget));
        hub.clock().atLeast(hub.clock().now().plusSeconds(61));
        hub.lookAtDeadlines();

        assertThat(left(caseToForget)).isEmpty();
        assertThat(key(caseToForget).get("swept")).isEqualTo(true);
        String paper = ReadPdf.text(hub.get("center", certificate(erasure)).ok().body())
                .replaceAll("\\s", "");
        assertThat(paper).contains(reference, "消去証明書", "本人の希望による", "令和8年12月20日", "札幌市");
        Conference.HERS.forEach(hers -> assertThat(paper).doesNotContain(hers.replaceAll("\\s", "")));
        assertThat(hub.get("sapporo", certificate(erasure)).status()).isEqualTo(404);
        assertThat(hub.get("auditor", "/audit?case=" + caseToForget + "&size=100")
                        .ok()
                        .json()
                        .path("total")
                        .asLong())
                .isGreaterThan(before.path("total").asLong());
        assertThat(hub.get("auditor", "/audit/verification")
                        .ok()
                        .json()
                        .path("whole")
                        .asBoolean())
                .isTrue();
        JsonNode gone = hub.get("center", "/retention").ok().json().path("erased");
        assertThat(gone.findValuesAsString("reference")).contains(reference);
    }

    /** The wrapped key may lie in old pages for ever; without the pad, which is nowhere, it opens to nobody. */
    @Test
    @Order(5)
    void theFilesHoldNoPadAndNothingOfHers() throws IOException {
        assertThat(filesWith(pad, folder)).isEmpty();
        assertThat(padOf(caseToForget)).doesNotExist();
        Traces hers = new Traces();
        Conference.HERS.forEach(secret -> hers.lookFor(secret, "hers"));
        assertThat(hers.below(folder)).isEmpty();
    }

    @Test
    @Order(6)
    void whatIsInterruptedIsCarriedOn() throws IOException {
        Conference stopped = Conference.in(hub, "CLOSED");
        String caseId = stopped.caseId();
        hub.post("director", at(caseId, "/deletion"), herWish()).ok();
        Path ledger = folder.resolve("keys/shredded.log");
        Path aside = folder.resolve("keys/aside");
        Files.move(ledger, aside);
        Files.createDirectory(ledger);

        // Killed after the decision, before the ledger.
        assertThat(hub.post("center", at(caseId, "/deletion/confirmation"), null)
                        .status())
                .isGreaterThanOrEqualTo(500);

        assertThat(hub.get("center", at(caseId, "")).status()).isEqualTo(404);
        hub.lookAtDeadlines();
        assertThat(left(caseId)).isNotEmpty();
        Files.delete(ledger);
        Files.move(aside, ledger);
        // After the ledger and the tombstone, before the pad.
        Path pads = padOf(caseId);
        byte[] own = Files.readAllBytes(pads);
        Files.delete(pads);
        Files.createDirectory(pads);
        hub.lookAtDeadlines();
        assertThat(stopped.read("sapporo").status()).isEqualTo(404);
        Files.delete(pads);
        Files.write(pads, own);

        hub.lookAtDeadlines();

        assertThat(left(caseId)).isEmpty();
        assertThat(pads).doesNotExist();
        assertThat(filesWith(own, folder)).isEmpty();
        assertThat(Files.readString(ledger)).containsOnlyOnce(caseId);
    }

    @Test
    @Order(7)
    void whatIsOnlyMaterialGoesByItselfAndIsToldBefore() {
        Conference held = closed;
        hub.post("center", at(held.caseId(), "/holds"), hold()).ok();
        String caseOfDraft = draft.caseId();
        assertThat(sheets(reported)).isEqualTo(1);
        look("2026-12-08T09:00");

        assertThat(hub.kinds("center", reported.id)).contains("retention-purge");
        assertThat(hub.kinds("center", held.id)).doesNotContain("retention-purge");
        assertThat(hub.get("center", "/retention").ok().json().path("coming").findValuesAsString("conferenceId"))
                .contains(reported.id)
                .doesNotContain(held.id, draft.id);
        look("2026-12-21T09:00");
        assertThat(sheets(reported)).isEqualTo(1);
        look("2026-12-22T09:00");

        assertThat(sheets(reported)).isZero();
        assertThat(sheets(held)).isEqualTo(1);
        assertThat(reported.read("center").string("state")).isEqualTo("REPORTED");
        assertThat(reported.agenda("center").status()).isEqualTo(200);
        assertThat(hub.get("auditor", "/audit?case=" + reported.caseId() + "&size=100")
                        .text())
                .contains("retention.purge", "SHEETS");
        look("2027-02-10T09:00");
        assertThat(hub.kinds("sapporo", draft.id)).contains("unsent-request");
        assertThat(hub.kinds("center", draft.id)).isEmpty();
        look("2027-02-23T09:00");
        assertThat(draft.read("sapporo").status()).isEqualTo(200);
        look("2027-02-25T09:00");
        assertThat(draft.read("sapporo").status()).isEqualTo(404);
        assertThat(left(caseOfDraft)).isEmpty();
        assertThat(hub.get("center", "/retention")
                        .ok()
                        .json()
                        .path("erased")
                        .path(0)
                        .path("ground")
                        .asString())
                .isEqualTo("DRAFT");
    }

    private static long sheets(Conference conference) {
        return hub.database().getCollection("sheets").countDocuments(new Document("conferenceId", conference.id));
    }

    private static void look(String time) {
        hub.clock().atLeast(LocalDateTime.parse(time));
        hub.lookAtDeadlines();
        hub.awaitQuiet();
    }

    @Test
    @Order(9)
    void anOldDatabaseThatIsPutBackForgetsItBeforeItIsUp() throws IOException {
        hub.close();
        Path data = folder.resolve("data");
        delete(data);
        copy(folder.resolve("older"), data);

        hub = HubUnderTest.start(folder, LocalDateTime.parse("2026-11-21T09:00"));
        toForget = new Conference(hub, toForget.id);

        forgottenEverywhere(List.of("sapporo", "center"));
        assertThat(left(caseToForget)).isEmpty();
        assertThat(Files.readString(data.resolve("shredded.log"))).contains(caseToForget);
        JsonNode again = hub.get("center", "/retention")
                .ok()
                .json()
                .path("erased")
                .valueStream()
                .filter(gone -> gone.path("reference").asString().equals(reference))
                .findFirst()
                .orElseThrow();
        assertThat(again.path("restored").asBoolean()).isTrue();
        assertThat(again.path("conferences").path(0).path("agency").asString()).isEqualTo("011002");
        hub.clock().atLeast(hub.clock().now().plusSeconds(61));
        hub.lookAtDeadlines();
        assertThat(ReadPdf.text(hub.get("center", certificate(again.path("id").asString()))
                                .ok()
                                .body())
                        .replaceAll("\\s", ""))
                .contains("古い控えから戻されたため");
    }

    /** For everybody, on every way, as if it had never been. */
    private static void forgottenEverywhere(List<String> logins) {
        for (String login : logins) {
            for (String path : List.of("", "/memos", "/agenda", "/sharing", "/documents/outcome-record.pdf")) {
                Answer gone = hub.get(login, "/conferences/" + toForget.id + path);
                Answer never = hub.get(login, "/conferences/" + NEVER + path);
                assertThat(gone.status()).as(login + path).isEqualTo(404);
                assertThat(gone.body()).as(login + path).isEqualTo(never.body());
            }
            for (String path : List.of("/plans", "/complaints", "/deadlines", "/retention", "/disclosures")) {
                assertThat(hub.get(login, "/cases/" + caseToForget + path).status())
                        .as(login + path)
                        .isEqualTo(404);
            }
            assertThat(hub.inbox(login, toForget.id)).as(login).isEmpty();
            assertThat(hub.get(login, "/conferences?size=100").ok().text()).doesNotContain(toForget.id, caseToForget);
            PageBrowser browser = PageBrowser.of(hub, login);
            for (String page : List.of("", "/papers", "/plan", "/retention")) {
                assertThat(browser.get("/c/" + toForget.id + page).status())
                        .as(login + page)
                        .isEqualTo(404);
            }
            for (String page : List.of("/", "/tasks", "/schedule", "/cases")) {
                assertThat(browser.get(page).body()).as(login + page).doesNotContain(toForget.id);
            }
        }
        // Nobody is told that there was somebody of her name.
        assertThat(left(caseToForget)).isEmpty();
    }

    /** The collections in which something still names the case. */
    private static Set<String> left(String caseId) {
        Set<String> found = new TreeSet<>();
        for (String name : hub.database().listCollectionNames()) {
            for (Document document : hub.database().getCollection(name).find()) {
                if (!STAYS.contains(name) && document.toJson().contains(caseId)) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    private static Document key(String caseId) {
        Document found = hub.database()
                .getCollection("caseKeys")
                .find(new Document("_id", caseId))
                .first();
        assertThat(found).isNotNull();
        return found;
    }

    private static Map<String, Object> memo() {
        return Json.of("text", "次の面談の日が決まった（架空）。", "audience", List.of("C0001"));
    }

    private static String rule(String login, String caseId, String step, Map<String, Object> body) {
        return hub.post(login, at(caseId, step), body).rule();
    }

    private static String at(String caseId, String step) {
        return "/cases/" + caseId + "/retention" + step;
    }

    private static String page(Conference conference, String step) {
        return "/c/" + conference.id + "/retention" + step;
    }

    private static String certificate(String erasure) {
        return "/retention/erasures/" + erasure + "/certificate.pdf";
    }

    private static Path padOf(String caseId) {
        return folder.resolve("keys/pads/" + caseId.substring(caseId.length() - 2) + "/" + caseId + ".pad");
    }

    private static List<Path> filesWith(byte[] bytes, Path below) throws IOException {
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(below)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
