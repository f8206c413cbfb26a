package jp.tsunagi.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The plan of a conference's case, taken from step to step by those whose turn it is. All of it is fictitious. */
final class Plan {

    static final String WISHES = "窓から海の見える部屋で猫と暮らしたい（架空）。";
    static final String NEW_WISHES = "今は町の近くで暮らしたい（架空）。";
    static final String POLICY = "半年のうちに住まいを定める（架空）。";
    static final String CHILDREN = "長女は来春に入学する（架空）。";
    static final String MEASURE = "公営住宅の申込みに付き添う（架空）。";
    static final String SAFETY = "物音が続いたら裏口から出る（架空）。";
    static final List<String> HERS = List.of(WISHES, POLICY, CHILDREN, MEASURE);

    final HubUnderTest hub;
    final Conference conference;
    final String path;

    Plan(Conference conference) {
        this.hub = conference.hub;
        this.conference = conference;
        this.path = "/cases/" + conference.caseId() + "/plans";
    }

    /** Complete, so that it may be submitted. */
    Map<String, Object> content() {
        return Json.of(
                "basedOn",
                conference.id,
                "keyPerson",
                "見本 花子",
                "wishes",
                WISHES,
                "participation",
                "ATTENDED",
                "situation",
                Conference.SITUATION,
                "urgency",
                "HIGH",
                "policy",
                POLICY,
                "goals",
                List.of(Json.of("term", "LONG", "text", "静かに暮らす（架空）", "by", "令和9年度中")),
                "measures",
                List.of(measure("011002", MEASURE), measure("P0001", "巡回を続ける（架空）。")),
                "children",
                Json.of("situation", CHILDREN, "support", "就学の相談（架空）"),
                "deadlines",
                List.of(Json.of(
                        "procedure",
                        "RESIDENT_REGISTER_PROTECTION",
                        "until",
                        hub.clock().today().plusMonths(11).toString())),
                "safetyPlanExists",
                true,
                "nextReview",
                hub.clock().today().plusMonths(2).toString());
    }

    Map<String, Object> measure(String agency, String what) {
        return Json.of(
                "area",
                "HOUSING",
                "issue",
                "住まいの当てがない（架空）",
                "measure",
                what,
                "agency",
                agency,
                "contact",
                "代表窓口",
                "start",
                hub.clock().today().toString(),
                "due",
                hub.clock().today().plusDays(30).toString(),
                "byPerson",
                "希望を書き出す（架空）");
    }

    Plan drafted() {
        return drafted("sapporo", content());
    }

    Plan drafted(String login, Map<String, Object> content) {
        hub.post(login, path, content).ok();
        return this;
    }

    Plan submitted() {
        step("sapporo", latest("sapporo"), "submission", null).ok();
        return this;
    }

    Plan approved() {
        step("director", latest("director"), "approval", Json.of("decision", "APPROVE"))
                .ok();
        return this;
    }

    Plan confirmed() {
        step("sapporo", latest("sapporo"), "person-confirmation", agreed()).ok();
        return this;
    }

    Map<String, Object> agreed() {
        return Json.of(
                "confirmation",
                "AGREED",
                "method",
                "ORAL",
                "confirmedOn",
                hub.clock().today().toString(),
                "copyGiven",
                false,
                "reason",
                "手元に置くのが危ないため（架空）");
    }

    Answer step(String login, int version, String step, Map<String, Object> body) {
        return hub.post(login, path + "/" + version + "/" + step, body);
    }

    Answer read(String login) {
        return hub.get(login, path);
    }

    Answer paper(String login, int version) {
        return hub.get(login, path + "/" + version + "/agency.pdf");
    }

    /** The newest version that is anything to the reader. */
    JsonNode newest(String login) {
        return read(login).ok().json().path("items").path(0);
    }

    /** The states of the versions, the newest first. */
    List<String> states(String login) {
        return read(login).ok().json().path("items").findValuesAsString("state");
    }

    private int latest(String login) {
        return newest(login).path("version").asInt();
    }

    /** The id of a measure of the newest version, by its place. */
    String measureId(int place) {
        return newest("sapporo").at("/measures/" + place + "/id").asString();
    }

    Answer progress(String login, String measure, Map<String, Object> body) {
        return hub.post(login, path + "/measures/" + measure + "/progress", body);
    }

    /** How far a measure has come, as one officer finds it. */
    JsonNode item(String login, String measure) {
        for (JsonNode one : newest(login).path("measures")) {
            if (one.path("id").asString().equals(measure)) {
                return one;
            }
        }
        throw new AssertionError(login + " does not see the measure");
    }

    /** All goals and measures of the newest version, looked at again with her. */
    Map<String, Object> review(String then) {
        JsonNode plan = newest("sapporo");
        List<Map<String, Object>> goals = new ArrayList<>();
        for (int i = 0; i < plan.path("goals").size(); i++) {
            goals.add(Json.of("goal", i, "evaluation", "PARTLY"));
        }
        List<Map<String, Object>> measures = new ArrayList<>();
        plan.path("measures")
                .forEach(one -> measures.add(
                        Json.of("measure", one.path("id").asString(), "evaluation", "DECLINED_BY_PERSON")));
        return Json.of(
                "reviewedOn",
                hub.clock().today().toString(),
                "wishes",
                NEW_WISHES,
                "participation",
                "ATTENDED",
                "goals",
                goals,
                "measures",
                measures,
                "nextReview",
                hub.clock().today().plusMonths(3).toString(),
                "then",
                then);
    }
}
