package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.document.ReadPdf;
import jp.tsunagi.memo.Picture;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TextTable;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint of the running hub, asked by everybody: the ten logins of the demo, an officer of the same agency in
 * another section, staff of the Center who are not the case officer, and a stranger; against tables that the office can
 * read ({@code tables/api-*.txt}).
 */
class EndpointMatrixIT {

    private static final TextTable READS = TextTable.read("api-reads.txt");
    private static final TextTable OTHER_READS = TextTable.read("api-other-reads.txt");
    private static final TextTable WRITES = TextTable.read("api-writes.txt");

    private static final String NEVER_WAS = "01ZZZZZZZZZZZZZZZZZZZZZZZZ";
    private static final String PLACE = "架空会館三階";
    private static final String BLOCKED = "封鎖架空夫";

    /** What is told of her, by one letter each; what proves that it was; and a field of the view that holds it. */
    private enum Content {
        NAME("n", "name", Conference.NAME, Conference.KANA),
        ADDRESS("a", "address", "汐見坂9丁目8番7号"),
        CONTACT("c", "phone", "000-1111-2222", "火曜の午後だけ可"),
        STORY("s", "currentSituation", Conference.SITUATION, Conference.OVERVIEW, "海の見える町で"),
        SENSITIVE("h", "needs", "手話の通訳", "DV_ABUSE"),
        TOPICS("t", "topics", Conference.TOPICS),
        CONSENT("g", "consent", "同意確認架空代"),
        SHEETS("f", "", Conference.FACTS),
        OUTCOME("o", "outcome.outcome", Conference.OUTCOME),
        OTHER_PARTY("x", "declaredRelations", "ACQUAINTANCE", BLOCKED),
        PLACE_OF_MEETING("m", "preferredPlace", PLACE),
        OFFICE("r", "returnReason", "要綱第5条(2)に該当する", "参集範囲を詳しく", "他の会議で扱う"),
        STAFF("p", "contactPerson", "担当架空美"),
        PLAN("l", "", Plan.WISHES, Plan.POLICY, Plan.MEASURE),
        DEADLINES("d", "", DeadlinePagesIT.NOTE),
        COMPLAINT("q", "", ComplaintsIT.WORDS),
        CONSULTATION("u", "", CourtStatementIT.ASKED),
        STATEMENT("v", "", CourtStatementIT.STATED),
        NOTIFICATION("w", "", ChildNotificationIT.WITNESSED),
        COUNCIL("z", "", JointMeetingIT.RECORD),
        EXCLUSION("e", "", ConsentPagesIT.EXCLUDED),
        WITHOUT_CONSENT("j", "", DisclosuresIT.FACTS),
        CHILDREN("k", "", Plan.CHILDREN),
        INTAKE_GIVEN("i", "", IntakeSheetIT.CHILDREN),
        INTAKE_KEPT("b", "", IntakeSheetIT.HOUSING),
        SAFETY("y", "", Plan.SAFETY);

        private final String letter;
        private final String field;
        private final List<String> canaries;

        Content(String letter, String field, String... canaries) {
            this.letter = letter;
            this.field = field;
            this.canaries = Stream.of(canaries).map(ReadPdf::withoutSpace).toList();
        }

        boolean in(String text) {
            return canaries.stream().anyMatch(text::contains);
        }
    }

    @TempDir
    static Path folder;

    private static HubUnderTest hub;
    private static final Map<String, Conference> STATES = new HashMap<>();
    private static final Map<String, Answer> ANSWERS = new HashMap<>();
    /** By case: the statement or the notification that a state has. */
    private static final Map<String, String> NUMBERS = new HashMap<>();

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(folder, LocalDateTime.of(2026, 11, 20, 10, 0));
        JsonNode sapporo = hub.get("admin", "/agencies/011002").ok().json();
        hub.put(
                        "admin",
                        "/agencies/011002",
                        Json.of(
                                "name", sapporo.path("name").asString(),
                                "kana", sapporo.path("kana").asString(),
                                "kind", sapporo.path("kind").asString(),
                                "subprefecture", sapporo.path("subprefecture").asString(),
                                "sections", List.of("女性相談窓口", "戸籍住民課"),
                                "runsGateway", true))
                .ok();
        account("othersection", "011002", "戸籍住民課", "COUNSELLOR");
        account("center2", "C0001", null, "CENTER_STAFF");
        for (String row : READS.rows()) {
            STATES.computeIfAbsent(state(row), EndpointMatrixIT::made);
        }
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void theTablesNameEveryEndpointAndNoOther() {
        Set<String> there = new TreeSet<>();
        hub.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> {
                            Set<RequestMethod> methods =
                                    mapping.getMethodsCondition().getMethods();
                            assertThat(methods).as(path).isNotEmpty();
                            methods.forEach(method -> there.add(method + " " + path));
                        }));
        Set<String> named = Stream.of(READS, OTHER_READS, WRITES)
                .flatMap(table -> table.rows().stream())
                .map(EndpointMatrixIT::endpoint)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(there).hasSizeGreaterThan(40);
        assertThat(named).isEqualTo(there);
    }

    static Set<String> reads() {
        return READS.rows();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void tellsEverybodyWhatTheTableSaysAndNothingElse(String row) {
        Conference conference = STATES.get(state(row));
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        for (String who : READS.columns()) {
            expected.put(who, READS.cell(row, who));
            found.put(who, told(who, asked(who, path(row, conference)), state(row)));
        }

        assertThat(found).isEqualTo(expected);
    }

    /** What was answered the first time: a read says the same to two tests, and there are many. */
    private static Answer asked(String who, String path) {
        return ANSWERS.computeIfAbsent(who + " " + path, of -> hub.get(who, path));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void whatMayNotBeKnownLooksLikeWhatNeverWas(String row) {
        Conference conference = STATES.get(state(row));
        for (String who : READS.columns()) {
            Answer answer = asked(who, path(row, conference));
            if (answer.status() == 404) {
                Answer never = asked(who, path(row, NEVER_WAS, NEVER_WAS, NEVER_WAS));
                assertThat(answer.body()).as(who).isEqualTo(never.body());
                assertThat(answer.contentType()).isEqualTo(never.contentType());
                assertThat(never.status()).isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void everyFieldIsEitherShownOrNamedAsWithheldWhateverTheState(String row) {
        if (!endpoint(row).equals("GET /api/v1/conferences/{id}")) {
            return;
        }
        Conference conference = STATES.get(state(row));
        for (String who : READS.columns()) {
            Answer answer = asked(who, path(row, conference));
            if (answer.status() != 200) {
                continue;
            }
            Set<String> withheld = new TreeSet<>();
            answer.json().path("withheld").forEach(name -> withheld.add(name.asString()));
            for (Content content : Content.values()) {
                if (!content.field.isEmpty()) {
                    assertThat(withheld.contains(content.field))
                            .as(who + " " + content + " " + state(row))
                            .isEqualTo(!mayEverSee(who, row, content));
                    if (withheld.contains(content.field)) {
                        assertThat(answer.json()
                                        .at("/" + content.field.replace('.', '/'))
                                        .isMissingNode())
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void theWorklistHoldsWhatCanBeReadAndInTheSameState() {
        for (String who : READS.columns()) {
            if (who.equals(HubUnderTest.NOBODY)) {
                continue;
            }
            Map<String, String> listed = new HashMap<>();
            int page = 0;
            JsonNode items;
            do {
                Answer answer =
                        hub.get(who, "/conferences?size=100&page=" + page++).ok();
                assertThat(letters(answer.text())).as(who).isEqualTo("-");
                items = answer.json().path("items");
                items.forEach(line -> listed.put(
                        line.path("id").asString(), line.path("state").asString()));
            } while (items.size() == 100);
            STATES.forEach((state, conference) -> {
                Answer read = conference.read(who);
                assertThat(listed.get(conference.id))
                        .as(who + " " + state)
                        .isEqualTo(read.status() == 200 ? read.string("state") : null);
            });
        }
    }

    @Test
    void theInboxTellsNothingOfHer() {
        for (String who : READS.columns()) {
            if (!who.equals(HubUnderTest.NOBODY)) {
                assertThat(letters(hub.get(who, "/inbox?size=100").ok().text()))
                        .as(who)
                        .isEqualTo("-");
            }
        }
    }

    static Set<String> otherReads() {
        return OTHER_READS.rows();
    }

    @ParameterizedTest
    @MethodSource("otherReads")
    void answersEverybodyAsTheTableSaysAndTellsNothingOfHer(String row) {
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        String path = endpoint(row)
                .replace("GET /api/v1", "")
                .replace("{code}", "P0001")
                .replace("/accounts/{id}", "/accounts/" + accountOf("police"))
                .replace("{memo}", NEVER_WAS)
                .replace("{recovery}", NEVER_WAS)
                .replace("{erasure}", NEVER_WAS)
                .replace("{number}", "1")
                .replace("{n}", NEVER_WAS)
                .replace("{id}", NEVER_WAS);
        for (String who : OTHER_READS.columns()) {
            Answer answer = hub.get(who, path);
            expected.put(who, OTHER_READS.cell(row, who));
            found.put(who, String.valueOf(answer.status()));
            assertThat(letters(answer.text())).as(who).isEqualTo("-");
            assertThat(answer.text()).doesNotContain("passwordHash", "argon2");
        }

        assertThat(found).isEqualTo(expected);
    }

    static Set<String> writes() {
        return WRITES.rows();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void letsOnlyThoseWriteWhomTheTableNamesAndOtherwiseChangesNothing(String row) {
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        Target shared = target(row);
        hub.awaitQuiet();
        Map<String, List<String>> before = stored();
        for (String who : WRITES.columns()) {
            String cell = WRITES.cell(row, who);
            if (!cell.equals("may")) {
                expected.put(who, cell);
                found.put(who, written(who, row, shared));
            }
        }
        Map<String, List<String>> after = stored();
        assertThat(found).isEqualTo(expected);
        after.forEach(
                (collection, documents) -> assertThat(documents).as(collection).isEqualTo(before.get(collection)));

        for (String who : WRITES.columns()) {
            if (WRITES.cell(row, who).equals("may")) {
                assertThat(written(who, row, target(row))).as(who).startsWith("2");
            }
        }
    }

    @Test
    void theLeadAgencyGoesOnByItsAttendeeAndBeginsWithWhatThatOneMaySee() {
        account("asahikawa2", "012041", null, "COUNSELLOR");
        Map<String, Object> request = Json.with(
                request(),
                "currentSituation",
                "駅前の〔伏せる：勤務先〕架空商店〔ここまで〕に勤める",
                "consent",
                Json.with(
                        consent(),
                        "recipients",
                        List.of("012041", "P0001"),
                        "withheld",
                        List.of(Json.of("item", "勤務先", "exceptRecipients", List.of("012041")))));
        Conference led =
                Conference.submitted(hub, "sapporo", request).consented().decided();
        led.convened(List.of(Json.of("agency", "012041"), Json.of("agency", "P0001")))
                .accepted("asahikawa")
                .accepted("police")
                .held();
        led.step("sapporo", "outcome-report", Json.with(led.outcome(), "leadAgency", "012041"))
                .ok();

        assertThat(led.step("asahikawa2", "next", null).status()).isEqualTo(403);
        assertThat(led.step("police", "next", null).status()).isEqualTo(403);
        String next = led.step("asahikawa", "next", null).ok().string("id");

        Answer draft = new Conference(hub, next).read("asahikawa").ok();
        assertThat(draft.string("name")).isEqualTo(Conference.NAME);
        assertThat(draft.string("currentSituation")).isEqualTo("駅前の〔伏せています〕に勤める");
        assertThat(letters(draft.text())).doesNotContain("a", "c", "h", "g", "p");

        led.consentWithdrawn("shelter").ok();
        assertThat(led.step("asahikawa", "next", null).status()).isEqualTo(403);
    }

    @Test
    void aCaseOfTheCenterIsNotForItsAuditorsAndAdministrators() {
        Map<String, Object> own = Json.with(request(), "consent", Json.with(consent(), "contactAgency", "C0001"));
        Conference conference = Conference.submitted(hub, "center", own);
        conference
                .step("center2", "consent-answer", Json.of("result", "CONSENTED", "confirmedBy", "例示"))
                .ok();
        String caseId = conference.read("center").ok().string("caseId");

        assertThat(letters(conference.read("auditor").ok().text())).isEqualTo("-");
        assertThat(conference.read("admin").status()).isEqualTo(404);
        for (String who : List.of("auditor", "admin", "director", "sapporo")) {
            assertThat(hub.post(who, "/cases/" + caseId + "/consents", Json.of("recipients", List.of("P0001")))
                            .status())
                    .as(who)
                    .isEqualTo(404);
            assertThat(hub.post(who, "/cases/" + caseId + "/team", Json.of("login", "center2"))
                            .status())
                    .as(who)
                    .isEqualTo(404);
        }
        hub.post("center2", "/cases/" + caseId + "/consents", Json.of("recipients", List.of("P0001")))
                .ok();
    }

    @Test
    void whoSubmittedNeitherAnswersTheConsentCheckNorWidensTheConsent() {
        Map<String, Object> own = Json.with(request(), "consent", Json.with(consent(), "contactAgency", "011002"));
        Conference conference = Conference.submitted(hub, "sapporo", own);
        Map<String, Object> yes = Json.of("result", "CONSENTED", "confirmedBy", "例示");

        assertThat(conference.step("sapporo", "consent-answer", yes).rule()).isEqualTo("consent.self-verification");
        assertThat(conference.step("center", "consent-answer", yes).rule()).isEqualTo("consent.contact-agency-answers");
        assertThat(conference.step("othersection", "consent-answer", yes).status())
                .isEqualTo(404);
        conference.step("sapporo2", "consent-answer", yes).ok();
        String consents = "/cases/" + conference.caseId() + "/consents";
        assertThat(hub.post("sapporo", consents, Json.of("recipients", List.of("P0001", "J0001", "M0001")))
                        .rule())
                .isEqualTo("consent.self-verification");
        hub.post("sapporo", consents, Json.of("recipients", List.of("P0001"))).ok();
        hub.post("sapporo2", consents, Json.of("recipients", List.of("P0001", "J0001", "M0001")))
                .ok();
    }

    @Test
    void aRenewalIsLookedAtAsARequestIs() {
        String consents = "/cases/" + STATES.get("UNDER_REVIEW").caseId() + "/consents";
        for (Map<String, Object> wrong : List.of(
                Json.of("withheld", List.of(Json.of("item", null))),
                Json.of("withheld", List.of(Json.of("item", "あ".repeat(101)))),
                Json.of("conditions", List.of(Json.of("text", " "))),
                Json.of("locationRecipients", List.of(Json.of("agency", "P0001", "need", null))),
                Json.of("locationRecipients", List.of(Json.of("agency", "X9999", "need", "巡回"))),
                Json.of("recipients", List.of("")),
                Json.of("recipients", List.of("X9999")),
                Json.of("validUntil", "2027-11-21"),
                Json.of("confirmedOn", "2026-11-21"))) {
            Answer answer = hub.post("sapporo2", consents, wrong);
            assertThat(answer.status()).as(wrong + " " + answer.text()).isEqualTo(422);
        }
    }

    /** What one person is told: the status, or by letters what of her. */
    private static String told(String who, Answer answer, String state) {
        if (answer.status() != 200) {
            assertThat(letters(answer.text())).as(who + " " + state).isEqualTo("-");
            return String.valueOf(answer.status());
        }
        String text = answer.contentType().startsWith("application/pdf") ? ReadPdf.text(answer.body()) : answer.text();
        return letters(text);
    }

    private static String letters(String text) {
        String found = Stream.of(Content.values())
                .filter(content -> content.in(ReadPdf.withoutSpace(text)))
                .map(content -> content.letter)
                .collect(Collectors.joining());
        return found.isEmpty() ? "-" : found;
    }

    /** Whether the letter stands in any state's cell of the same person while she stands the same way to it. */
    private static boolean mayEverSee(String who, String row, Content content) {
        return CLASSES.getOrDefault(standing(who, row), Set.of()).contains(content);
    }

    private static final Map<String, Set<Content>> CLASSES = Map.of(
            "team",
            Set.of(
                    Content.NAME,
                    Content.ADDRESS,
                    Content.CONTACT,
                    Content.STORY,
                    Content.SENSITIVE,
                    Content.TOPICS,
                    Content.CONSENT,
                    Content.OUTCOME,
                    Content.PLACE_OF_MEETING,
                    Content.OFFICE,
                    Content.STAFF),
            "contact",
            Set.of(Content.NAME, Content.TOPICS, Content.CONSENT),
            "center",
            Set.of(
                    Content.NAME,
                    Content.CONTACT,
                    Content.STORY,
                    Content.SENSITIVE,
                    Content.TOPICS,
                    Content.CONSENT,
                    Content.OUTCOME,
                    Content.OTHER_PARTY,
                    Content.PLACE_OF_MEETING,
                    Content.OFFICE,
                    Content.STAFF),
            "recipient",
            Set.of(Content.NAME, Content.STORY),
            "cleared",
            Set.of(Content.NAME, Content.STORY, Content.TOPICS, Content.OUTCOME, Content.PLACE_OF_MEETING));

    private static String standing(String who, String row) {
        return switch (who) {
            case "sapporo", "sapporo2" -> "team";
            // Once she took back the whole, whoever is with her learns it from her.
            case "shelter" -> Set.of("CANCELLED", "LAPSED").contains(state(row)) ? "none" : "contact";
            case "center", "center2", "director" -> "center";
            case "childguidance" -> state(row).equals("DISCLOSURE_READ") ? "recipient" : "none";
            case "police" -> Set.of("CONVENED", "HELD", "REPORTED", "CLOSED").contains(state(row)) ? "cleared" : "none";
            default -> "none";
        };
    }

    /** @param objection to the minutes as the police would make it: who reads them to make it leaves a trace */
    private record Target(
            Conference conference,
            String caseId,
            String notice,
            String account,
            String deputy,
            String memo,
            Map<String, Object> objection) {}

    private static Target target(String row) {
        String endpoint = endpoint(row);
        Conference conference = row.contains(" @") ? made(state(row)) : null;
        String caseId =
                endpoint.contains("/cases/") || endpoint.contains("/intake-sheets/") ? conference.caseId() : null;
        String notice = null;
        Map<String, Object> objection = endpoint.contains("/minutes/objections") ? objection(conference) : null;
        if (objection != null && endpoint.endsWith("/answer")) {
            conference.step("police", "minutes/objections", objection).ok();
        }
        if (endpoint.contains("/inbox/")) {
            hub.awaitKind("police", conference.id, "convening");
            notice = hub.inbox("police", conference.id).get(0).path("id").asString();
        }
        String account =
                endpoint.contains("/accounts/{id}") ? account("spare" + SPARE++, "M0001", null, "PARTICIPANT") : null;
        String deputy = endpoint.contains("/deputies/{id}")
                ? hub.post("director", "/deputies", naming()).ok().string("id")
                : null;
        String memo = endpoint.contains("{memo}")
                ? hub.get("sapporo", "/conferences/" + conference.id + "/memos")
                        .ok()
                        .json()
                        .at("/items/0/id")
                        .asString()
                : null;
        return new Target(conference, caseId, notice, account, deputy, memo, objection);
    }

    private static int SPARE;

    private static String written(String who, String row, Target target) {
        String endpoint = endpoint(row);
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String path = endpoint.substring(endpoint.indexOf(' ') + 1).replace("/api/v1", "");
        if (path.contains("/intake-sheet")) {
            path = intakePath(path, target.caseId());
        } else if (path.startsWith("/conferences/{id}")) {
            path = path.replace("{id}", target.conference().id)
                    .replace("{number}", "1")
                    .replace("{memo}", String.valueOf(target.memo()));
        } else if (path.startsWith("/emergencies/{n}")) {
            path = path.replace("{n}", EmergencyIT.newest(hub, target.conference()));
        } else if (path.startsWith("/hand-overs/{n}")) {
            path = path.replace("{n}", handOver(target.conference().id));
        } else if (path.startsWith("/cases/{id}")) {
            if (path.contains("/hand-overs/{n}")) {
                path = path.replace("{n}", handOver(target.conference().id));
            }
            if (path.contains("/complaints/{n}")) {
                path = path.replace(
                        "{n}",
                        ComplaintsIT.complaints(hub, "director", target.conference())
                                .get(0));
            }
            if (path.contains("/disclosures/{n}")) {
                path = path.replace("{n}", DisclosuresIT.newest(hub, target.conference()));
            }
            if (path.contains("/retention/holds/{n}")) {
                path = path.replace("{n}", RetentionIT.hold(hub, target.caseId()));
            }
            path = path.replace("/court-statements/{n}", "/court-statements/" + NUMBERS.get(target.caseId()))
                    .replace("/child-notifications/{n}", "/child-notifications/" + NUMBERS.get(target.caseId()))
                    .replace("{id}", target.caseId())
                    .replace("{version}", "1")
                    .replace("{agency}", "P0001")
                    .replace("{n}", path.endsWith("/renewal") ? "2" : "1");
            if (path.contains("{measure}")) {
                path = path.replace("{measure}", new Plan(target.conference()).measureId(0));
            }
        } else if (path.startsWith("/recoveries/{recovery}")) {
            path = path.replace("{recovery}", RecoveryIT.asked(hub, target.conference()));
        } else if (path.startsWith("/inbox/{id}")) {
            path = path.replace("{id}", target.notice());
        } else if (path.startsWith("/accounts/{id}")) {
            path = path.replace("{id}", target.account());
        } else if (path.startsWith("/deputies/{id}")) {
            path = path.replace("{id}", target.deputy());
        } else if (path.startsWith("/agencies/{code}")) {
            path = path.replace("{code}", "M0001");
        } else {
            path = path.replace("{id}", NEVER_WAS);
        }
        Answer answer = hub.call(who, method, path, body(endpoint, target), null);
        assertThat(answer.status()).as(answer.call() + answer.text()).isNotEqualTo(500);
        return String.valueOf(answer.status());
    }

    private static String intakePath(String path, String caseId) {
        JsonNode sheet =
                hub.get("sapporo", "/cases/" + caseId + "/intake-sheet").ok().json();
        return path.replace("{id}", caseId)
                .replace("{sheet}", Ids.derived("intake-sheet", caseId))
                .replace("{grant}", sheet.at("/divisions/0/id").asString(""))
                .replace("{row}", sheet.at("/procedures/0/id").asString(""));
    }

    private static Object body(String endpoint, Target target) {
        Conference c = target.conference();
        String step = endpoint.substring(endpoint.lastIndexOf('/') + 1);
        return switch (endpoint.substring(endpoint.indexOf("/v1") + 3)) {
            case "/conferences", "/conferences/{id}" -> request();
            case "/conferences/{id}/exclusions" -> ConsentPagesIT.exclusion("通院先");
            case "/agencies" ->
                Json.of("code", "Y" + (1000 + SPARE++), "name", "架空施設", "kana", "かくうしせつ", "kind", "OTHER");
            case "/agencies/{code}" -> Json.of("name", "架空総合病院", "kana", "かくうそうごうびょういん", "kind", "MEDICAL_INSTITUTION");
            case "/accounts" ->
                Json.of(
                        "login",
                        "made" + SPARE++,
                        "name",
                        "架空",
                        "agency",
                        "M0001",
                        "roles",
                        List.of("PARTICIPANT"),
                        "password",
                        HubUnderTest.PASSWORD);
            case "/accounts/{id}" -> Json.of("name", "架空", "agency", "M0001", "roles", List.of("PARTICIPANT"));
            case "/me/password" -> Json.of("password", "short");
            case "/accounts/{id}/reset" -> Json.of("reason", "窓口で確かめた（架空）");
            case "/invitations" ->
                Json.of("login", "invited" + SPARE++, "name", "架空", "agency", "M0001", "roles", List.of("PARTICIPANT"));
            case "/me/pledge" -> Json.of("version", "1", "name", "架空", "agreed", true);
            case "/caseloads/{id}/handing-over" -> Json.of("to", "center2");
            case "/deputies" -> naming();
            case "/emergencies" -> EmergencyIT.wanted(c);
            case "/emergencies/{n}/review" -> EmergencyIT.review("JUSTIFIED");
            case "/cases/{id}/consents" -> Json.of("validUntil", "2027-03-01");
            case "/cases/{id}/plans" -> new Plan(c).content();
            case "/cases/{id}/plans/reviews" -> new Plan(c).review("GO_ON");
            case "/cases/{id}/safety-plan" -> Json.of("signs", Plan.SAFETY);
            case "/cases/{id}/safety-plan/readers" -> Json.of("agency", "J0001", "need", "見守り");
            case "/cases/{id}/deadlines" -> DeadlinePagesIT.measure(hub);
            case "/cases/{id}/deadlines/{n}" -> Json.with(DeadlinePagesIT.measure(hub), "reason", "理由");
            case "/cases/{id}/hand-overs", "/cases/{id}/hand-overs/preview" -> HandOversIT.offer(hub);
            case "/cases/{id}/hand-overs/{n}/taking-back" -> Json.of();
            case "/cases/{id}/hand-overs/{n}/answer" -> HandOversIT.answeredElsewhere(hub, "REFUSED");
            case "/hand-overs/{n}/acceptance" -> HandOversIT.acceptance();
            case "/hand-overs/{n}/refusal" -> Json.of("reason", "理由");
            case "/hand-overs" -> HandOversIT.incoming(hub);
            case "/conferences/{id}/recoveries" -> RecoveryIT.asking("P0001");
            case "/recoveries/{recovery}/answer" -> RecoveryIT.destroyed(hub);
            case "/cases/{id}/intake-sheet" -> IntakeSheetIT.told();
            case "/cases/{id}/intake-sheet/divisions" -> IntakeSheetIT.giving(hub, "戸籍住民課", "HEALTH");
            case "/cases/{id}/intake-sheet/procedures" -> IntakeSheetIT.list("戸籍住民課");
            case "/cases/{id}/retention/holds" -> RetentionIT.hold();
            case "/cases/{id}/retention/deletion" -> RetentionIT.herWish();
            case "/cases/{id}/retention/deletion/confirmation" -> null;
            case "/cases/{id}/retention/holds/{n}/lifting", "/cases/{id}/retention/deletion/refusal" ->
                Json.of("reason", "理由");
            case "/cases/{id}/complaints" -> ComplaintsIT.complaint(hub, "P0001", false);
            case "/cases/{id}/complaints/{n}/answer" -> ComplaintsIT.answer(hub);
            case "/cases/{id}/complaints/{n}/review" -> ComplaintsIT.review();
            case "/cases/{id}/consultations" -> CourtStatementIT.consultation(hub);
            case "/cases/{id}/court-statements" -> CourtStatementIT.request(hub);
            case "/cases/{id}/court-statements/{n}/versions" ->
                Json.of("circumstances", CourtStatementIT.STATED, "response", CourtStatementIT.TAKEN);
            case "/cases/{id}/court-statements/{n}/confirmation" -> CourtStatementIT.confirmation(1);
            case "/cases/{id}/court-statements/{n}/handing-over" -> CourtStatementIT.handingOver(hub, 1);
            case "/cases/{id}/child-notifications", "/cases/{id}/child-notifications/{n}" ->
                ChildNotificationIT.notification();
            case "/cases/{id}/child-notifications/{n}/making" -> ChildNotificationIT.making(hub);
            case "/conferences/{id}/council" -> JointMeetingIT.items();
            case "/conferences/{id}/council/record" -> Json.of("councilRecord", JointMeetingIT.RECORD);
            case "/cases/{id}/disclosures" -> DisclosuresIT.proposal("J0001");
            case "/cases/{id}/disclosures/{n}/refusal", "/cases/{id}/disclosures/{n}/revocation" ->
                Json.of("reason", "理由");
            case "/cases/{id}/disclosures/{n}/pledge" -> DisclosuresIT.pledge("NONE");
            case "/cases/{id}/disclosures/{n}/review" -> DisclosuresIT.review();
            case "/cases/{id}/disclosures/{n}/telling" -> DisclosuresIT.telling(hub);
            case "/cases/{id}/team" -> Json.of("login", "othersection");
            case "/cases/{id}/block-list" -> Json.of("people", List.of(Json.of("name", BLOCKED)));
            default ->
                switch (step) {
                    case "consent-answer" -> Json.of("result", "CONSENTED", "confirmedBy", "例示");
                    case "consent-withdrawal" -> Json.of("how", "ORAL");
                    case "return", "withdrawal", "cancellation", "location-view", "lifting" -> Json.of("reason", "理由");
                    case "assignment" -> Json.of("officer", "center2");
                    case "decision" -> Json.of("decision", "HOLD");
                    case "convening" ->
                        c.call(c.inAWeek(), List.of(Json.of("agency", "P0001"), Json.of("agency", "J0001")));
                    case "rescheduling" ->
                        Json.of(
                                "start", c.inAWeek().plusDays(1).toString(),
                                "end", c.inAWeek().plusDays(1).plusHours(1).toString(),
                                "reason", "理由");
                    case "attendance-reply" -> Conference.accepting("例示 太郎");
                    case "information-sheet" -> Json.of("facts", Conference.FACTS);
                    case "holding" -> c.meeting();
                    case "outcome-report" -> c.outcome();
                    case "receipt" -> endpoint.contains("/minutes/") ? Json.of("version", 1) : null;
                    case "objections" -> target.objection();
                    case "answer" -> Json.of("answer", "DECLINED", "reason", "記録のとおり");
                    case "closing" -> Json.of("personInformed", "伝えた");
                    case "memos" -> Json.of("text", "電話をください（架空）");
                    case "memo-files" -> Picture.plain();
                    case "ending" -> Json.of("endedOn", hub.clock().today().toString(), "reason", "理由");
                    case "move-out" -> Json.of("movedOn", hub.clock().today().toString());
                    case "renewal" ->
                        Json.of(
                                "decidedOn", hub.clock().today().toString(),
                                "until", hub.clock().today().plusDays(28).toString());
                    case "approval" -> Json.of("decision", "APPROVE");
                    case "person-confirmation" -> new Plan(c).agreed();
                    case "progress" -> Json.of("progress", "IN_PROGRESS");
                    default -> null;
                };
        };
    }

    private static Map<String, Object> objection(Conference conference) {
        String paragraph = hub.get("police", "/conferences/" + conference.id + "/minutes")
                .ok()
                .json()
                .path("paragraphs")
                .path(0)
                .path("id")
                .asString();
        return Json.of("version", 1, "paragraph", paragraph, "wrong", "違うところ", "proposal", "正しい内容");
    }

    private static Map<String, Object> naming() {
        return Json.of("login", "center2", "from", "2027-01-04", "to", "2027-01-05");
    }

    /** All that could have been changed, but what the hub notes by itself. */
    private static Map<String, List<String>> stored() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        List<String> collections = new ArrayList<>();
        hub.database().listCollectionNames().into(collections);
        for (String name : List.of(
                "conferences", "cases", "caseTokens", "replies", "sheets", "deliveries", "accounts", "agencies")) {
            assertThat(collections).contains(name);
        }
        for (String name : collections) {
            if (Set.of("outboxMarks", "leases", "counters", "signInAttempts", "notices")
                            .contains(name)
                    || name.startsWith("audit")) {
                continue;
            }
            MongoCollection<Document> collection = hub.database().getCollection(name);
            Document any = collection.find().first();
            FindIterable<Document> found = collection.find().sort(Sorts.ascending("_id"));
            if (any != null && any.containsKey("version") && !name.equals("accounts")) {
                // Each write of one that has a version makes another; what only the relay writes makes none.
                found = found.projection(Projections.include("version"));
            }
            List<String> documents = new ArrayList<>();
            for (Document document : found) {
                Set.of("pending", "sentThrough", "lastSignIn").forEach(document::remove);
                if (name.equals("accounts")) {
                    document.remove("version");
                }
                documents.add(document.get("_id") + " " + document.hashCode());
            }
            all.put(name, documents);
        }
        return all;
    }

    /** A conference with everything that can be told of her, taken to this state. */
    private static Conference made(String state) {
        if (state.equals("DRAFT")) {
            return new Conference(
                    hub,
                    hub.post("sapporo", "/conferences?draft=true", request())
                            .ok()
                            .string("id"));
        }
        if (state.startsWith("DEADLINES")) {
            return timed(state, made("REPORTED"));
        }
        if (state.startsWith("COMPLAINT")) {
            return complained(state, made("REPORTED"));
        }
        if (state.equals("EMERGENCY")) {
            Conference conference = made("UNDER_REVIEW");
            EmergencyIT.open(hub, "othersection", conference).ok();
            return conference;
        }
        if (state.equals("REPORTED_PAPERS") || state.equals("ASKED_BACK")) {
            Conference conference = made("REPORTED");
            conference.form("police").ok();
            if (state.equals("ASKED_BACK")) {
                conference
                        .step("sapporo", "recoveries", RecoveryIT.asking("P0001"))
                        .ok();
            }
            return conference;
        }
        if (state.startsWith("RETENTION")) {
            return kept(state, made("CLOSED"));
        }
        if (state.startsWith("INTAKE")) {
            return takenIn(state, made("REPORTED"));
        }
        if (state.startsWith("COURT")) {
            return before(state, made("REPORTED"));
        }
        if (state.startsWith("CHILD")) {
            return notified(state, made("REPORTED"));
        }
        if (state.equals("JOINT")) {
            return joint(made("CONVENED"));
        }
        if (state.startsWith("DISCLOSURE")) {
            return disclosed(state, made("CONSENT_CHECK"));
        }
        if (state.equals("EXCLUDED")) {
            return step(made("CONVENED"), "sapporo", "exclusions", ConsentPagesIT.exclusion("架空橋"));
        }
        if (state.startsWith("PLAN_")) {
            return planned(state, made("REPORTED"));
        }
        if (state.startsWith("HAND_OVER")) {
            return handedOver(state, made("PLAN_CONFIRMED"));
        }
        Conference conference = Conference.submitted(hub, "sapporo", request());
        hub.put(
                        "center",
                        "/cases/" + conference.caseId() + "/block-list",
                        Json.of("people", List.of(Json.of("name", BLOCKED))))
                .ok();
        conference.step("center", "assignment", Json.of("officer", "center")).ok();
        Map<String, Supplier<Conference>> ways = new HashMap<>();
        ways.put("CONSENT_CHECK", () -> conference);
        ways.put("UNDER_REVIEW", () -> consented(conference));
        ways.put("RETURNED", () -> step(consented(conference), "center", "return", Json.of("reason", "参集範囲を詳しく")));
        ways.put(
                "NOT_HELD",
                () -> step(
                        consented(conference),
                        "director",
                        "decision",
                        Json.of("decision", "NOT_HOLD", "reason", "他の会議で扱う")));
        ways.put("APPROVED", () -> consented(conference).decided());
        ways.put("INVITED", () -> invited(conference));
        ways.put("CONVENED", () -> convened(conference));
        ways.put("CALLED_OFF", () -> step(convened(conference), "center", "cancellation", Json.of("reason", "事情")));
        ways.put("HELD", () -> convened(conference).held());
        ways.put("REPORTED", () -> convened(conference).held().reported());
        ways.put("CLOSED", () -> convened(conference).held().reported().closed());
        ways.put("WITHDRAWN", () -> step(convened(conference), "sapporo", "withdrawal", Json.of("reason", "事情")));
        ways.put("CANCELLED", () -> {
            convened(conference).consentWithdrawn("shelter").ok();
            return conference;
        });
        ways.put("NARROWED", () -> {
            convened(conference).consentWithdrawn("shelter", "P0001").ok();
            return conference;
        });
        ways.put("LAPSED", () -> {
            convened(conference).held().reported().consentWithdrawn("shelter").ok();
            return conference;
        });
        return ways.get(state).get();
    }

    /** Two periods, a measure and a protection, that Sapporo entered. */
    private static Conference timed(String state, Conference conference) {
        String path = "/cases/" + conference.caseId() + "/deadlines";
        hub.post("sapporo", path, DeadlinePagesIT.measure(hub)).ok();
        hub.post("sapporo", path, DeadlinePagesIT.protection(hub)).ok();
        if (state.equals("DEADLINES_LAPSED")) {
            conference.consentWithdrawn("shelter").ok();
        }
        return conference;
    }

    /** What the Center discloses to child guidance without her consent: name and story. */
    private static Conference disclosed(String state, Conference conference) {
        String path = "/cases/" + conference.caseId() + "/disclosures";
        String n =
                hub.post("center", path, DisclosuresIT.proposal("J0001")).ok().string("n");
        if (!state.equals("DISCLOSURE_PROPOSED")) {
            hub.post("center2", path + "/" + n + "/confirmation", null).ok();
            hub.post("director", path + "/" + n + "/confirmation", null).ok();
        }
        switch (state) {
            case "DISCLOSURE_READ" ->
                hub.post("childguidance", path + "/" + n + "/pledge", DisclosuresIT.pledge("NONE"))
                        .ok();
            case "DISCLOSURE_OVER" -> {
                hub.post("childguidance", path + "/" + n + "/pledge", DisclosuresIT.pledge("NONE"))
                        .ok();
                hub.post("director", path + "/" + n + "/revocation", Json.of("reason", "理由"))
                        .ok();
            }
            default -> {}
        }
        return conference;
    }

    /** A complaint that Sapporo received, about those whom the state names. */
    private static Conference complained(String state, Conference conference) {
        Map<String, Object> complaint =
                switch (state) {
                    case "COMPLAINT_KEPT" -> ComplaintsIT.complaint(hub, "011002", true, "sapporo2");
                    case "COMPLAINT_KEPT_AGENCY" -> ComplaintsIT.complaint(hub, "011002", true);
                    case "COMPLAINT_KEPT_CENTER" -> ComplaintsIT.complaint(hub, "C0001", true, "center");
                    default -> ComplaintsIT.complaint(hub, "P0001", false);
                };
        String path = "/cases/" + conference.caseId() + "/complaints";
        String n = hub.post("sapporo", path, complaint).ok().string("n");
        switch (state) {
            case "COMPLAINT_ANSWERED" ->
                hub.post("sapporo", path + "/" + n + "/answer", ComplaintsIT.answer(hub))
                        .ok();
            case "COMPLAINT_LAPSED" -> conference.consentWithdrawn("shelter").ok();
            default -> {}
        }
        return conference;
    }

    /** A case that is over, with a hold or with a proposal to delete it. */
    private static Conference kept(String state, Conference conference) {
        String path = "/cases/" + conference.caseId() + "/retention";
        if (state.equals("RETENTION_HELD")) {
            hub.post("center2", path + "/holds", RetentionIT.hold()).ok();
        } else {
            hub.post("center", path + "/deletion", RetentionIT.herWish()).ok();
        }
        return conference;
    }

    /** An intake sheet of Sapporo, of which the section of "othersection" has a part and a procedure. */
    private static Conference takenIn(String state, Conference conference) {
        String path = "/cases/" + conference.caseId() + "/intake-sheet";
        hub.put("sapporo", path, IntakeSheetIT.told()).ok();
        Answer listed = hub.put("sapporo", path + "/procedures", IntakeSheetIT.list("戸籍住民課"))
                .ok();
        hub.post("sapporo", path + "/divisions", IntakeSheetIT.giving(hub, "戸籍住民課", "CHILDREN"))
                .ok();
        switch (state) {
            case "INTAKE_DONE" ->
                hub.post(
                                "sapporo",
                                path + "/procedures/"
                                        + listed.json().at("/procedures/0/id").asString() + "/done",
                                null)
                        .ok();
            case "INTAKE_LAPSED" -> conference.consentWithdrawn("shelter").ok();
            default -> {}
        }
        return conference;
    }

    /** A consultation at the Center, and a statement of which a court asked, taken to this state. */
    private static Conference before(String state, Conference conference) {
        String path = "/cases/" + conference.caseId();
        hub.post("center", path + "/consultations", CourtStatementIT.consultation(hub))
                .ok();
        String n = hub.post("center", path + "/court-statements", CourtStatementIT.request(hub))
                .ok()
                .string("n");
        NUMBERS.put(conference.caseId(), n);
        String one = path + "/court-statements/" + n;
        hub.post(
                        "center",
                        one + "/versions",
                        Json.of("circumstances", CourtStatementIT.STATED, "response", CourtStatementIT.TAKEN))
                .ok();
        if (state.equals("COURT_SUBMITTED") || state.equals("COURT_CONFIRMED")) {
            hub.post("center", one + "/submission", null).ok();
        }
        if (state.equals("COURT_CONFIRMED")) {
            hub.post("director", one + "/confirmation", CourtStatementIT.confirmation(1))
                    .ok();
        }
        if (state.equals("COURT_LAPSED")) {
            conference.consentWithdrawn("shelter").ok();
        }
        return conference;
    }

    /** A notification about her children that Sapporo wrote. */
    private static Conference notified(String state, Conference conference) {
        NUMBERS.put(
                conference.caseId(),
                hub.post(
                                "sapporo",
                                "/cases/" + conference.caseId() + "/child-notifications",
                                ChildNotificationIT.notification())
                        .ok()
                        .string("n"));
        if (state.equals("CHILD_LAPSED")) {
            conference.consentWithdrawn("shelter").ok();
        }
        return conference;
    }

    /** Held together with the council of child guidance, which wrote nothing; the Center wrote its record. */
    private static Conference joint(Conference conference) {
        String path = "/conferences/" + conference.id + "/council";
        hub.put("center", path, JointMeetingIT.items()).ok();
        conference.held();
        hub.post("center", path + "/record", Json.of("councilRecord", JointMeetingIT.RECORD))
                .ok();
        return conference;
    }

    /** A case with a plan that she agrees to hand over to Asahikawa: offered there, offered elsewhere, or not yet. */
    private static Conference handedOver(String state, Conference conference) {
        HandOversIT.transferable(hub, conference);
        hub.awaitQuiet();
        if (state.equals("HAND_OVER_POSSIBLE")) {
            return conference;
        }
        String measure = new Plan(conference).measureId(0);
        Map<String, Object> offer =
                state.equals("HAND_OVER") ? HandOversIT.offer(hub, measure) : HandOversIT.elsewhere(hub, measure);
        HAND_OVERS.put(
                conference.id,
                hub.post("sapporo", "/cases/" + conference.caseId() + "/hand-overs", offer)
                        .ok()
                        .string("n"));
        hub.awaitQuiet();
        return conference;
    }

    /** By conference. */
    private static final Map<String, String> HAND_OVERS = new HashMap<>();

    private static String handOver(String conference) {
        return HAND_OVERS.getOrDefault(conference, NEVER_WAS);
    }

    /** A plan with a measure of the police, taken to this state. */
    private static Conference planned(String state, Conference conference) {
        Plan plan = new Plan(conference).drafted();
        if (state.startsWith("PLAN_SAFETY")) {
            plan.submitted().approved();
            String safety = "/cases/" + conference.caseId() + "/safety-plan";
            hub.put("sapporo", safety, Json.of("signs", Plan.SAFETY)).ok();
            hub.post("sapporo", safety + "/readers", Json.of("agency", "P0001", "need", "巡回"))
                    .ok();
            if (state.equals("PLAN_SAFETY_LAPSED")) {
                conference.consentWithdrawn("shelter").ok();
            }
            return conference;
        }
        switch (state) {
            case "PLAN_DRAFT" -> {}
            case "PLAN_SUBMITTED" -> plan.submitted();
            case "PLAN_APPROVED" -> plan.submitted().approved();
            case "PLAN_CONFIRMED" -> plan.submitted().approved().confirmed();
            case "PLAN_REVISED" ->
                plan.submitted()
                        .approved()
                        .confirmed()
                        .drafted(
                                "sapporo",
                                Json.with(plan.content(), "wishes", Plan.NEW_WISHES, "changeReason", "希望が変わった"))
                        .submitted()
                        .approved();
            case "PLAN_NARROWED" -> {
                plan.submitted().approved();
                conference.consentWithdrawn("shelter", "P0001").ok();
            }
            case "PLAN_LAPSED" -> {
                plan.submitted().approved();
                conference.consentWithdrawn("shelter").ok();
            }
            default -> throw new IllegalArgumentException(state);
        }
        return conference;
    }

    private static Conference consented(Conference conference) {
        return step(
                conference,
                "shelter",
                "consent-answer",
                Json.of("result", "CONSENTED", "method", "FACE_TO_FACE", "confirmedBy", "同意確認 架空代"));
    }

    private static Conference invited(Conference conference) {
        consented(conference).decided();
        return step(
                conference,
                "center",
                "convening",
                Json.with(
                        conference.call(
                                conference.inAWeek(), List.of(Json.of("agency", "P0001"), Json.of("agency", "J0001"))),
                        "place",
                        PLACE));
    }

    /** The police come and are cleared; somebody of child guidance knows the other party and is not. */
    private static Conference convened(Conference conference) {
        invited(conference).accepted("police").sheet("police");
        step(
                conference,
                "childguidance",
                "attendance-reply",
                Json.with(Conference.accepting("例示 次郎"), "relationToOtherParty", "ACQUAINTANCE"));
        return step(
                conference,
                "sapporo",
                "memos",
                Json.of("text", Conference.SITUATION, "audience", List.of("C0001", "P0001")));
    }

    private static Conference step(Conference conference, String login, String step, Map<String, Object> body) {
        conference.step(login, step, body).ok();
        return conference;
    }

    private static Map<String, Object> request() {
        return Json.with(
                Conference.request(hub),
                "phone",
                "000-1111-2222",
                "safeContact",
                "火曜の午後だけ可",
                "needs",
                List.of("手話の通訳"),
                "wishes",
                "海の見える町で暮らしたい",
                "contactPerson",
                "担当 架空美",
                "preferredPlace",
                PLACE,
                "consent",
                consent());
    }

    private static Map<String, Object> consent() {
        return Json.with(Conference.consent(hub), "confirmedBy", "同意確認 架空代");
    }

    private static String account(String login, String agency, String section, String role) {
        return hub.post(
                        "admin",
                        "/accounts",
                        Json.of(
                                "login",
                                login,
                                "name",
                                "架空 " + login,
                                "agency",
                                agency,
                                "section",
                                section,
                                "roles",
                                List.of(role),
                                "password",
                                HubUnderTest.PASSWORD))
                .ok()
                .string("id");
    }

    private static String accountOf(String login) {
        return hub.get(login, "/me").ok().string("account");
    }

    private static String endpoint(String row) {
        return row.split(" @")[0].split(" \\[")[0];
    }

    private static String state(String row) {
        return row.split(" @")[1];
    }

    private static String path(String row, Conference conference) {
        String endpoint = endpoint(row);
        boolean ofCase = endpoint.contains("/cases/") || endpoint.contains("/intake-sheets/");
        String caseId = ofCase ? conference.caseId() : "";
        String n = NUMBERS.getOrDefault(caseId, NEVER_WAS);
        if (endpoint.contains("/disclosures/{n}")) {
            n = DisclosuresIT.newest(hub, conference);
        } else if (endpoint.contains("/hand-overs/{n}")) {
            n = handOver(conference.id);
        }
        return path(row, conference.id, caseId, n);
    }

    /**
     * The call of a row: which paper, and what is asked besides, stands in brackets; the official form where nothing does.
     *
     * @param n of what is asked of below the case
     */
    private static String path(String row, String conference, String caseId, String n) {
        String asked = row.contains(" [") ? row.substring(row.indexOf(" [") + 2, row.indexOf(']')) : "case-review-form";
        String query = asked.contains("?") ? asked.substring(asked.indexOf('?')) : "";
        return endpoint(row)
                        .replace("GET /api/v1", "")
                        .replace("/cases/{id}", "/cases/" + caseId)
                        .replace("{sheet}", Ids.derived("intake-sheet", caseId))
                        .replace("{id}", conference)
                        .replace("{n}", n)
                        .replace("{kind}", asked.split("\\?")[0])
                        .replace("{version}", state(row).equals("PLAN_REVISED") ? "2" : "1")
                        .replace("{edition}", row.contains(" [") ? asked.split("\\?")[0] : "agency")
                + query;
    }
}
