package jp.tsunagi.flow;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.document.ReadPdf;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import tools.jackson.databind.JsonNode;

/** Cases handed over from Sapporo to Asahikawa, and elsewhere, over HTTP; what moves the clock on stands last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandOversIT {

    private static final String ASAHIKAWA = "012041";
    static final String REMARKS = "週に一度の電話を続けている（架空）。";
    private static final String POLICE_MEASURE = "巡回を続ける（架空）。";

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

    /** What Sapporo offers to Asahikawa. */
    static Map<String, Object> offer(HubUnderTest hub, String... measures) {
        return Json.of(
                "where",
                "DIRECTORY",
                "receiver",
                ASAHIKAWA,
                "parts",
                List.of("PERSON", "SITUATION", "OUTCOME", "CHILDREN", "DEADLINES"),
                "measures",
                List.of(measures),
                "remarks",
                REMARKS,
                "agreedOn",
                hub.clock().today().toString(),
                "method",
                "FACE_TO_FACE",
                "explainedBy",
                "見本 花子",
                "refusalExplained",
                true);
    }

    /** The same to an agency that is in no directory. */
    static Map<String, Object> elsewhere(HubUnderTest hub, String... measures) {
        return Json.with(
                offer(hub, measures),
                "where",
                "ELSEWHERE",
                "receiver",
                null,
                "elsewhereName",
                "架空県架空市",
                "elsewhereWindow",
                "女性相談窓口 099-000-0000");
    }

    static Map<String, Object> acceptance() {
        return Json.of("section", "女性相談窓口", "pledge", true);
    }

    /** What comes from elsewhere. */
    static Map<String, Object> incoming(HubUnderTest hub) {
        String today = hub.clock().today().toString();
        return Json.of(
                "fromName",
                "架空県架空市",
                "handedOn",
                today,
                "agreedOn",
                today,
                "method",
                "PHONE",
                "explainedBy",
                "例示 幸子",
                "refusalExplained",
                true,
                "name",
                Conference.NAME,
                "currentSituation",
                Conference.SITUATION,
                "measures",
                List.of(Json.of("area", "HOUSING", "measure", Plan.MEASURE)));
    }

    static Map<String, Object> answeredElsewhere(HubUnderTest hub, String said) {
        return Json.of(
                "said",
                said,
                "answeredOn",
                hub.clock().today().toString(),
                "answeredBy",
                "例示 次郎",
                "answeredHow",
                "PHONE",
                "reason",
                "担当の者がいない（架空）");
    }

    /** She agrees that Asahikawa takes over; what is named besides is changed too. */
    static Conference transferable(HubUnderTest hub, Conference conference, Object... besides) {
        Map<String, Object> consent = Json.of(
                "recipients",
                List.of("P0001", "J0001", ASAHIKAWA),
                "purposes",
                List.of("HOLD_CONFERENCE", "SHARE", "PLAN", "TRANSFER"),
                "refusalExplained",
                true);
        hub.post("shelter", "/cases/" + conference.caseId() + "/consents", Json.with(consent, besides))
                .ok();
        return conference;
    }

    /** A case with a plan in force, and her consent to go to Asahikawa. */
    private static Plan planned(Object... besides) {
        Conference conference = Conference.in(hub, "REPORTED");
        Plan plan = new Plan(conference).drafted().submitted().approved().confirmed();
        transferable(hub, conference, besides);
        hub.awaitQuiet();
        return plan;
    }

    private static String offered(Plan plan) {
        String n = hub.post("sapporo", at(plan), offer(hub, plan.measureId(0)))
                .ok()
                .string("n");
        hub.awaitQuiet();
        return n;
    }

    @Test
    @Order(1)
    void asahikawaTakesOverExactlyWhatSheAgreedToAndGoesOnWithIt() {
        Plan plan = planned("withheld", List.of(Json.of("item", "ケース概要", "exceptRecipients", List.of(ASAHIKAWA))));
        Conference old = plan.conference;
        String measure = plan.measureId(0);
        hub.post("sapporo", "/cases/" + old.caseId() + "/deadlines", DeadlinePagesIT.measure(hub))
                .ok();
        String n = offered(plan);
        assertNothingOfHers(n, old);

        assertThat(hub.post("asahikawa", "/hand-overs/" + n + "/acceptance", acceptance())
                        .ok()
                        .string("state"))
                .isIn("ACCEPTED", "TAKEN_OVER");
        hub.awaitQuiet();
        JsonNode taken = hub.get("asahikawa", "/hand-overs/" + n).ok().json();
        assertThat(taken.path("state").asString()).isEqualTo("TAKEN_OVER");
        String id = taken.path("conferenceId").asString();

        Conference begun = new Conference(hub, id);
        Answer draft = begun.read("asahikawa").ok();
        assertThat(draft.string("state")).isEqualTo("DRAFT");
        assertThat(draft.string("name")).isEqualTo(Conference.NAME);
        assertThat(draft.string("currentSituation")).isEqualTo(Conference.SITUATION);
        assertThat(draft.string("topics")).contains("引き継いだ支援").contains("住居");
        assertThat(draft.text()).doesNotContain(Conference.OVERVIEW, Conference.ADDRESS, old.id, old.caseId());
        String caseId = draft.string("caseId");
        assertThat(caseId).isNotEqualTo(old.caseId());
        String came =
                hub.get("asahikawa", "/cases/" + caseId + "/taken-over").ok().text();
        assertThat(came)
                .contains(
                        Conference.NAME,
                        Conference.OUTCOME,
                        Plan.MEASURE,
                        Plan.CHILDREN,
                        REMARKS,
                        "札幌市",
                        DeadlinePagesIT.NOTE)
                .doesNotContain(Conference.OVERVIEW, Conference.ADDRESS, POLICE_MEASURE, old.id, old.caseId());
        for (String who : List.of("sapporo", "shelter", "police", "center", "director", "auditor", "admin")) {
            assertThat(begun.read(who).status()).as(who).isEqualTo(404);
            assertThat(hub.get(who, "/cases/" + caseId + "/taken-over").status())
                    .as(who)
                    .isEqualTo(404);
        }
        assertThat(old.read("asahikawa").status()).isEqualTo(404);

        assertThat(plan.item("sapporo", measure).path("progress").asString()).isEqualTo("HANDED_OVER");
        assertThat(plan.item("sapporo", plan.measureId(1)).path("progress").asString())
                .isEqualTo("PLANNED");
        assertThat(plan.progress("sapporo", measure, Json.of("progress", "DONE"))
                        .rule())
                .isEqualTo("plan.measure-handed-over");
        assertThat(plan.progress("sapporo", plan.measureId(1), Json.of("progress", "HANDED_OVER", "source", "電話"))
                        .rule())
                .isEqualTo("plan.progress-incomplete");
        assertThat(plan.read("police").ok().text()).doesNotContain("旭川", ASAHIKAWA);
        assertThat(hub.kinds("sapporo", old.id)).contains("hand-over-accepted");
        assertThat(hub.kinds("asahikawa", id)).containsExactly("case-taken-over");
        assertThat(hub.get("sapporo", "/conferences/" + old.id + "/deliveries")
                        .ok()
                        .json()
                        .valueStream()
                        .filter(line -> line.path("kind").asString().equals("hand-over"))
                        .map(line -> line.path("agency").asString()))
                .containsExactly(ASAHIKAWA);

        goesOn(begun);
        JsonNode first = hub.post("asahikawa", "/cases/" + caseId + "/plans", Json.of("basedOn", id))
                .ok()
                .json();
        assertThat(first.path("version").asInt()).isEqualTo(1);
        String opened = hub.get("asahikawa", "/cases/" + caseId + "/plans").ok().text();
        assertThat(opened)
                .contains("札幌市：" + Plan.MEASURE, "RESIDENT_REGISTER_PROTECTION", "見学に同行する", DeadlinePagesIT.NOTE)
                .doesNotContain(POLICE_MEASURE);
    }

    @Test
    @Order(1)
    void whateverStopsOnTheWayItEndsInOneCase() {
        Plan plan = planned();
        String n = offered(plan);
        for (int again = 0; again < 2; again++) {
            hub.call("asahikawa", "POST", "/hand-overs/" + n + "/acceptance", acceptance(), "accept-" + n)
                    .ok();
        }
        hub.awaitQuiet();
        String id = hub.get("asahikawa", "/hand-overs/" + n).ok().string("conferenceId");
        String caseId = new Conference(hub, id).read("asahikawa").ok().string("caseId");
        EventPort port = hub.bean("handOverAnnouncements", EventPort.class);
        long deliveries = count("deliveries", new Document());

        // Told again of both, as after a crash between any two of the steps.
        for (HubEvent told : List.of(
                new HubEvent("again:1", "hand-over-accepted", plan.conference.caseId(), null, Set.of(), n),
                new HubEvent("again:2", "case-taken-over", caseId, null, Set.of(), caseId))) {
            port.handle(told);
            port.handle(told);
        }
        assertThat(count("conferences", new Document("caseId", caseId))).isEqualTo(1);
        assertThat(count("cases", new Document("caseId", caseId))).isEqualTo(1);
        assertThat(count("deliveries", new Document())).isEqualTo(deliveries);
        assertThat(plan.item("sapporo", plan.measureId(0))
                        .path("follow")
                        .path("lines")
                        .size())
                .isLessThanOrEqualTo(1);

        // The draft had not been written yet: it is, under the id that was decided.
        hub.database().getCollection("conferences").deleteOne(new Document("_id", id));
        port.handle(new HubEvent("again:3", "case-taken-over", caseId, null, Set.of(), caseId));
        assertThat(new Conference(hub, id).read("asahikawa").ok().string("caseId"))
                .isEqualTo(caseId);
        assertThat(hub.post("asahikawa", "/hand-overs/" + n + "/refusal", Json.of("reason", "遅い"))
                        .rule())
                .isEqualTo("handover.already-accepted");
    }

    @Test
    @Order(1)
    void oneThatIsRefusedSaysWhyAndAnotherMayBeOffered() {
        Plan plan = planned();
        String n = offered(plan);
        assertThat(hub.post("sapporo", at(plan), offer(hub)).rule()).isEqualTo("handover.open-already");
        assertThat(hub.post("asahikawa", "/hand-overs/" + n + "/refusal", Json.of())
                        .json()
                        .path("fields")
                        .has("reason"))
                .isTrue();
        hub.post("asahikawa", "/hand-overs/" + n + "/refusal", Json.of("reason", "担当の地域ではない（架空）"))
                .ok();
        hub.awaitQuiet();

        JsonNode refused = hub.get("sapporo", at(plan) + "/" + n).ok().json();
        assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("reason").asString()).isEqualTo("担当の地域ではない（架空）");
        assertThat(hub.kinds("sapporo", plan.conference.id)).contains("hand-over-refused");
        assertThat(hub.post("asahikawa", "/hand-overs/" + n + "/acceptance", acceptance())
                        .rule())
                .isEqualTo("handover.already-refused");
        assertThat(plan.item("sapporo", plan.measureId(0)).path("progress").asString())
                .isEqualTo("PLANNED");
        offered(plan);
    }

    @Test
    @Order(1)
    void oneThatIsTakenBackIsOffForAsahikawaAndNothingWent() {
        Plan plan = planned();
        String n = offered(plan);
        hub.post("sapporo2", at(plan) + "/" + n + "/taking-back", Json.of("reason", "本人が考え直した（架空）"))
                .ok();
        hub.awaitQuiet();

        Answer off = hub.get("asahikawa", "/hand-overs/" + n).ok();
        assertThat(off.string("state")).isEqualTo("CALLED_OFF");
        assertThat(off.text()).doesNotContain("考え直した");
        assertThat(hub.kinds("asahikawa", n)).containsExactly("offered-hand-over-off");
        assertThat(hub.post("asahikawa", "/hand-overs/" + n + "/acceptance", acceptance())
                        .rule())
                .isEqualTo("handover.called-off");
    }

    @Test
    @Order(1)
    void aWithdrawalBeforeTheAnswerCallsItOffAtOnce() {
        for (String[] taken : new String[][] {{}, {ASAHIKAWA}}) {
            Plan plan = planned();
            String n = offered(plan);
            plan.conference.consentWithdrawn("shelter", taken).ok();

            // Whether or not anything that follows from it has been done yet.
            assertThat(hub.get("asahikawa", "/hand-overs/" + n).ok().string("state"))
                    .isEqualTo("CALLED_OFF");
            assertThat(hub.post("asahikawa", "/hand-overs/" + n + "/acceptance", acceptance())
                            .rule())
                    .isEqualTo("handover.called-off");
            assertThat(hub.get("sapporo", at(plan) + "/" + n + "/hand-over.pdf").status())
                    .isEqualTo(410);
            hub.awaitQuiet();
            assertThat(hub.get("sapporo", at(plan) + "/" + n).ok().string("state"))
                    .isEqualTo("LAPSED");
            assertThat(hub.kinds("sapporo", plan.conference.id)).contains("hand-over-lapsed");
            assertThat(hub.kinds("asahikawa", n)).containsExactly("offered-hand-over-off");
        }
    }

    @Test
    @Order(1)
    void afterTheHandOverAWithdrawalLeavesAsahikawaItsRecordAndNothingMoreFlows() {
        Plan plan = planned();
        String n = offered(plan);
        hub.post("asahikawa", "/hand-overs/" + n + "/acceptance", acceptance()).ok();
        hub.awaitQuiet();
        plan.conference.consentWithdrawn("shelter").ok();
        hub.awaitQuiet();

        String id = hub.get("asahikawa", "/hand-overs/" + n).ok().string("conferenceId");
        assertThat(new Conference(hub, id).read("asahikawa").ok().string("name"))
                .isEqualTo(Conference.NAME);
        assertThat(hub.post("sapporo", at(plan), offer(hub)).rule()).isEqualTo("handover.consent-missing");
        assertThat(hub.get("sapporo", at(plan) + "/" + n).ok().string("state")).isEqualTo("TAKEN_OVER");
    }

    @Test
    @Order(1)
    void onlyWhatHerConsentCoversForThatAgencyMayBeChosen() {
        Conference conference = Conference.in(hub, "REPORTED");
        String path = "/cases/" + conference.caseId() + "/hand-overs";
        assertThat(hub.post("sapporo", path, offer(hub)).rule()).isEqualTo("handover.consent-missing");
        transferable(hub, conference, "recipients", List.of("P0001", "J0001"));
        assertThat(hub.post("sapporo", path, offer(hub)).rule()).isEqualTo("handover.not-named");
        transferable(hub, conference, "conditions", List.of(Json.of("text", "通訳の同席")));
        assertThat(hub.post("sapporo", path, offer(hub)).rule()).isEqualTo("handover.condition-unmet");
        transferable(hub, conference, "conditions", List.of());

        Map<String, Object> withAddress = Json.with(offer(hub), "parts", List.of("PERSON", "ADDRESS"));
        assertThat(hub.post("sapporo", path, withAddress).json().path("fields").has("parts"))
                .isTrue();
        transferable(
                hub,
                conference,
                "locationRecipients",
                List.of(Json.of("agency", ASAHIKAWA, "need", "転入の手続")),
                "withheld",
                List.of(Json.of("item", "生年月日", "exceptRecipients", List.of())));
        Answer preview = hub.post("sapporo", path + "/preview", withAddress).ok();
        assertThat(preview.text())
                .contains(Conference.NAME, Conference.ADDRESS)
                .doesNotContain("1989-01-08", Conference.SITUATION);
        assertThat(hub.get("sapporo", path).ok().json().path("items")).isEmpty();
        assertThat(hub.post("sapporo", path, Json.with(offer(hub), "measures", List.of("01ZZZZZZZZZZZZZZZZZZZZZZZZ")))
                        .json()
                        .path("fields")
                        .has("measures"))
                .isTrue();
        for (Map.Entry<String, String> wrong : Map.of("011002", "receiver", "X9999", "receiver", "P0001", "receiver")
                .entrySet()) {
            assertThat(hub.post("sapporo", path, Json.with(offer(hub), "receiver", wrong.getKey()))
                            .json()
                            .path("fields")
                            .has(wrong.getValue()))
                    .as(wrong.getKey())
                    .isTrue();
        }
    }

    @Test
    @Order(1)
    void aTextThatMaySpeakOfWhatSheWithholdsStaysHere() {
        Plan plan = planned("withheld", List.of(Json.of("item", "勤務先", "exceptRecipients", List.of(ASAHIKAWA))));
        Map<String, Object> offer = Json.with(offer(hub, plan.measureId(0)), "remarks", "朝は〔伏せる：勤務先〕架空商店〔ここまで〕にいる（架空）");
        String preview = hub.post("sapporo", at(plan) + "/preview", offer).ok().text();
        assertThat(preview)
                .contains(Conference.NAME, "〔伏せています〕")
                .doesNotContain("架空商店", Conference.SITUATION, Plan.MEASURE);
    }

    @Test
    @Order(1)
    void nobodyElseFindsIt() {
        Plan plan = planned();
        String n = offered(plan);
        String never = "01ZZZZZZZZZZZZZZZZZZZZZZZZ";
        for (String who : List.of("sapporo", "shelter", "police", "childguidance", "center", "director", "auditor")) {
            Answer kept = hub.get(who, "/hand-overs/" + n);
            assertThat(kept.status()).as(who).isEqualTo(404);
            assertThat(kept.body())
                    .isEqualTo(hub.get(who, "/hand-overs/" + never).body());
            assertThat(hub.post(who, "/hand-overs/" + n + "/acceptance", acceptance())
                            .status())
                    .as(who)
                    .isEqualTo(404);
            assertThat(PageBrowser.of(hub, who).get("/handovers/" + n).status())
                    .as(who)
                    .isEqualTo(404);
        }
        for (String who : List.of("asahikawa", "shelter", "police", "childguidance", "auditor", "admin")) {
            assertThat(hub.get(who, at(plan)).status()).as(who).isEqualTo(404);
            assertThat(hub.get(who, at(plan) + "/" + n).status()).as(who).isEqualTo(404);
        }
        assertThat(PageBrowser.of(hub, "police").get("/c/" + plan.conference.id).body())
                .doesNotContain("/handovers");
        assertThat(hub.get("center", at(plan) + "/" + n).ok().string("receiver"))
                .isEqualTo(ASAHIKAWA);
        assertThat(hub.post("center", at(plan) + "/" + n + "/taking-back", Json.of())
                        .rule())
                .isEqualTo("step.not-permitted");
    }

    @Test
    @Order(1)
    void whoMustNotComeNearHerFindsNoOffer() {
        Plan plan = planned();
        String n = offered(plan);
        String blockList = "/cases/" + plan.conference.caseId() + "/block-list";
        hub.put("center", blockList, Json.of("people", List.of(Json.of("name", "例示 幸子（架空）"))))
                .ok();
        assertThat(hub.get("asahikawa", "/hand-overs/" + n).status()).isEqualTo(404);
        assertThat(hub.get("asahikawa", "/hand-overs").ok().text()).doesNotContain(n);
        hub.post("sapporo", at(plan) + "/" + n + "/taking-back", Json.of()).ok();

        hub.put("center", blockList, Json.of("people", List.of(Json.of("name", "架空", "agency", ASAHIKAWA))))
                .ok();
        assertThat(hub.post("sapporo", at(plan), offer(hub)).rule()).isEqualTo("handover.ask-center");
    }

    @Test
    @Order(1)
    void itsPaperIsForThatAgencyAndHasNothingThatDoesNotGo() {
        Plan plan = planned("withheld", List.of(Json.of("item", "ケース概要", "exceptRecipients", List.of(ASAHIKAWA))));
        String n = offered(plan);
        Answer mine = hub.get("sapporo", at(plan) + "/" + n + "/hand-over.pdf").ok();
        hub.post("asahikawa", "/hand-overs/" + n + "/acceptance", acceptance()).ok();
        hub.awaitQuiet();
        String id = hub.get("asahikawa", "/hand-overs/" + n).ok().string("conferenceId");
        String caseId = new Conference(hub, id).read("asahikawa").ok().string("caseId");
        Answer theirs = hub.get("asahikawa", "/cases/" + caseId + "/taken-over/hand-over.pdf")
                .ok();

        for (Answer paper : List.of(mine, theirs)) {
            assertThat(ReadPdf.violations(paper.body(), PDFAFlavour.PDFA_2_A)).isEmpty();
            assertThat(ReadPdf.violations(paper.body(), PDFAFlavour.PDFUA_1)).isEmpty();
            assertThat(withoutSpace(ReadPdf.text(paper.body())))
                    .contains("旭川市用", "引継ぎ書", withoutSpace(Conference.NAME), withoutSpace(Conference.SITUATION))
                    .contains(withoutSpace(Plan.MEASURE), withoutSpace(REMARKS), "札幌市")
                    .doesNotContain(withoutSpace(Conference.OVERVIEW), withoutSpace(Conference.ADDRESS))
                    .doesNotContain(withoutSpace(POLICE_MEASURE), "ケース概要", "表示できません", "安全な連絡方法");
        }
    }

    @Test
    @Order(1)
    void elsewhereItGoesOnPaperAndTheAnswerIsRecordedHere() {
        Plan plan = planned("withheld", List.of(Json.of("item", "生年月日", "exceptRecipients", List.of("P0001"))));
        String n = hub.post("sapporo", at(plan), elsewhere(hub, plan.measureId(0)))
                .ok()
                .string("n");
        hub.awaitQuiet();
        String paper = withoutSpace(ReadPdf.text(
                hub.get("sapporo", at(plan) + "/" + n + "/hand-over.pdf").ok().body()));
        assertThat(paper).contains("架空県架空市用", withoutSpace(Conference.NAME)).doesNotContain("生年月日", "昭和64年");
        assertThat(hub.post("asahikawa", "/hand-overs/" + n + "/acceptance", acceptance())
                        .status())
                .isEqualTo(404);
        assertThat(hub.post("sapporo", at(plan) + "/" + n + "/answer", Json.of("said", "REFUSED"))
                        .json()
                        .path("fields")
                        .propertyNames())
                .contains("reason", "answeredOn", "answeredBy", "answeredHow");

        hub.post("sapporo", at(plan) + "/" + n + "/answer", answeredElsewhere(hub, "ACCEPTED"))
                .ok();
        hub.awaitQuiet();
        assertThat(hub.get("sapporo", at(plan) + "/" + n).ok().string("state")).isEqualTo("TAKEN_OVER");
        assertThat(plan.item("sapporo", plan.measureId(0)).path("progress").asString())
                .isEqualTo("HANDED_OVER");
        assertThat(hub.get("sapporo", "/conferences/" + plan.conference.id + "/deliveries")
                        .ok()
                        .json()
                        .findValuesAsString("kind"))
                .contains("hand-over-elsewhere");
        assertThat(PageBrowser.of(hub, "sapporo")
                        .get("/c/" + plan.conference.id + "/closing")
                        .body())
                .contains("ほかの機関へ支援を引き継いだため");
    }

    @Test
    @Order(1)
    void oneFromElsewhereIsTakenOverTheSameWay() {
        String key = "from-elsewhere";
        String id = "";
        for (int again = 0; again < 2; again++) {
            id = hub.call("asahikawa", "POST", "/hand-overs", incoming(hub), key)
                    .ok()
                    .string("conferenceId");
        }
        assertThat(hub.call("asahikawa", "POST", "/hand-overs", Json.with(incoming(hub), "name", "別"), key)
                        .rule())
                .isEqualTo("idempotency.key-reused");
        hub.awaitQuiet();
        Answer draft = new Conference(hub, id).read("asahikawa").ok();
        assertThat(draft.string("name")).isEqualTo(Conference.NAME);
        assertThat(hub.get("asahikawa", "/cases/" + draft.string("caseId") + "/taken-over")
                        .ok()
                        .text())
                .contains("架空県架空市", Plan.MEASURE);
        assertThat(new Conference(hub, id).read("sapporo").status()).isEqualTo(404);
        assertThat(hub.post("asahikawa", "/hand-overs", Json.of())
                        .json()
                        .path("fields")
                        .propertyNames())
                .contains("name", "fromName", "handedOn", "agreedOn", "method", "explainedBy", "refusalExplained");
    }

    @Test
    @Order(1)
    void nothingOfItLiesOpenInTheStore() {
        Plan plan = planned();
        String n = hub.post("sapporo", at(plan), elsewhere(hub, plan.measureId(0)))
                .ok()
                .string("n");
        hub.post("sapporo", at(plan) + "/" + n + "/answer", answeredElsewhere(hub, "ACCEPTED"))
                .ok();
        Document stored = hub.database()
                .getCollection("handOvers")
                .find(new Document("_id", n))
                .first();

        assertThat(stored).isNotNull();
        List<String> hers = new ArrayList<>(Conference.HERS);
        hers.addAll(List.of(Plan.MEASURE, REMARKS, "架空県架空市", "例示 次郎", "見本 花子", "SITUATION"));
        assertThat(stored.toJson()).doesNotContain(hers);
    }

    @Test
    @Order(2)
    void oneThatNobodyAnswersIsRemindedOfOnceThenToldAndEndsWithHerConsent() {
        Plan plan = planned("validUntil", "2026-12-20");
        String n = offered(plan);
        look(LocalDate.of(2026, 11, 25));
        assertThat(hub.kinds("asahikawa", n)).containsExactly("offered-hand-over");
        look(LocalDate.of(2026, 11, 26));
        look(LocalDate.of(2026, 11, 27));
        assertThat(hub.kinds("asahikawa", n)).containsExactly("offered-hand-over", "offered-hand-over-due");
        assertThat(told(plan)).isEmpty();
        look(LocalDate.of(2026, 12, 1));
        look(LocalDate.of(2026, 12, 2));
        assertThat(told(plan)).containsExactly("hand-over-unanswered");
        look(LocalDate.of(2026, 12, 20));
        assertThat(hub.get("asahikawa", "/hand-overs/" + n).ok().string("state"))
                .isEqualTo("OFFERED");
        look(LocalDate.of(2026, 12, 21));
        look(LocalDate.of(2026, 12, 22));

        assertThat(hub.get("asahikawa", "/hand-overs/" + n).ok().string("state"))
                .isEqualTo("CALLED_OFF");
        assertThat(told(plan)).containsExactly("hand-over-lapsed", "hand-over-unanswered");
        assertThat(hub.get("sapporo", at(plan) + "/" + n).ok().string("state")).isEqualTo("LAPSED");
    }

    private static List<String> told(Plan plan) {
        return hub.kinds("sapporo", plan.conference.id).stream()
                .filter(kind -> kind.startsWith("hand-over-"))
                .toList();
    }

    private static void look(LocalDate day) {
        hub.clock().atLeast(day.atTime(9, 0));
        hub.lookAtDeadlines();
        hub.awaitQuiet();
    }

    /** That there is an offer, from whom and by when: all that Asahikawa knows before it accepts. */
    private static void assertNothingOfHers(String n, Conference old) {
        Answer one = hub.get("asahikawa", "/hand-overs/" + n).ok();
        assertThat(one.json().propertyNames())
                .containsExactlyInAnyOrder("n", "reference", "state", "from", "offeredOn", "answerBy");
        assertThat(one.string("from")).isEqualTo("011002");
        String reference = old.read("sapporo").ok().string("reference");
        List<String> hers = new ArrayList<>(Conference.HERS);
        hers.addAll(Plan.HERS);
        hers.addAll(List.of(old.id, old.caseId(), reference, REMARKS));
        String page = PageBrowser.of(hub, "asahikawa").get("/handovers/" + n).body();
        String list = hub.get("asahikawa", "/hand-overs").ok().text();
        String notice = hub.inbox("asahikawa", n).toString();
        assertThat(notice).contains("offered-hand-over");
        for (String told : List.of(one.text(), page, list, notice)) {
            assertThat(told).doesNotContain(hers);
        }
    }

    /** The new case takes the usual road, as far as a reported conference. */
    private static void goesOn(Conference begun) {
        JsonNode draft = begun.read("asahikawa").ok().json();
        Map<String, Object> request = Json.with(
                Conference.request(hub),
                "currentSituation",
                draft.path("currentSituation").asString(),
                "topics",
                draft.path("topics").asString(),
                "address",
                null);
        hub.put("asahikawa", "/conferences/" + begun.id, request).ok();
        begun.step("asahikawa", "submission", null).ok();
        hub.awaitState("asahikawa", begun.id, "CONSENT_CHECK");
        begun.consented().decided().convened().accepted("police");
        begun.step(
                        "center",
                        "holding",
                        Json.with(
                                begun.meeting(),
                                "attendance",
                                List.of(
                                        Json.of("agency", ASAHIKAWA, "name", "例示 幸子", "presence", "PRESENT"),
                                        Json.of("agency", "P0001", "name", "例示 太郎", "presence", "PRESENT"))))
                .ok();
        begun.step(
                        "asahikawa",
                        "outcome-report",
                        Json.with(begun.outcome(), "leadAgency", ASAHIKAWA, "recordedBy", "旭川市"))
                .ok();
    }

    private static long count(String collection, Document filter) {
        return hub.database().getCollection(collection).countDocuments(filter);
    }

    private static String at(Plan plan) {
        return "/cases/" + plan.conference.caseId() + "/hand-overs";
    }
}
