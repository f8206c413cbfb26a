package jp.tsunagi.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.flow.FortyCases.Onward;
import tools.jackson.databind.JsonNode;

/**
 * What follows the first report of a written request until its case is closed: her answer to the plan, a review that begins
 * the second version, measures that end in every way, a second conference and the end. Each on its own day.
 */
final class ToClosure {

    /** How each measure of the second version ends, and why where a reason is asked for. */
    static final Map<String, String> ENDINGS = endings();

    private final HubUnderTest hub;
    private final People people;
    private final Map<PlayedCase, Conference> seconds = new LinkedHashMap<>();
    private final Map<PlayedCase, List<String>> open = new LinkedHashMap<>();

    ToClosure(HubUnderTest hub, People people) {
        this.hub = hub;
        this.people = people;
    }

    private static Map<String, String> endings() {
        Map<String, String> endings = new LinkedHashMap<>();
        endings.put("DONE", "");
        endings.put("DECLINED_BY_PERSON", "");
        endings.put("NO_LONGER_POSSIBLE", "本人が転居したため（架空）");
        endings.put("NOT_DONE", "担当者が足りなかった（架空）");
        endings.put("IN_PROGRESS", "");
        endings.put("PLANNED", "");
        return endings;
    }

    List<Onward> days() {
        return List.of(
                new Onward(2, this::confirm),
                new Onward(7, this::review),
                new Onward(8, this::secondVersion),
                new Onward(12, this::measures),
                new Onward(14, this::secondRequest),
                new Onward(15, this::secondDecision),
                new Onward(21, this::secondMeeting),
                new Onward(24, this::close));
    }

    /** The second conference of the case. */
    Conference second(PlayedCase played) {
        return seconds.get(played);
    }

    /** What was left open, as the agenda of the second conference said it. */
    List<String> openAtSecond(PlayedCase played) {
        return open.get(played);
    }

    /** The versions of the plan as the requesting agency reads them, the newest first. */
    JsonNode versions(PlayedCase played) {
        return hub.get(played.requester, plans(played)).ok().json().path("items");
    }

    JsonNode reviews(PlayedCase played) {
        return hub.get(played.requester, plans(played) + "/reviews").ok().json().path("items");
    }

    private void confirm(PlayedCase played) {
        hub.post(played.requester, plans(played) + "/1/person-confirmation", agreed())
                .ok();
    }

    private Map<String, Object> agreed() {
        return Json.of(
                "confirmation",
                "PARTLY",
                "method",
                "ORAL",
                "confirmedOn",
                hub.clock().today().toString(),
                "copyGiven",
                false,
                "reason",
                "手元に置くのが危ないため（架空）");
    }

    private void review(PlayedCase played) {
        JsonNode plan = versions(played).path(0);
        List<Map<String, Object>> goals = new ArrayList<>();
        for (int i = 0; i < plan.path("goals").size(); i++) {
            goals.add(Json.of("goal", i, "evaluation", "PARTLY"));
        }
        List<Map<String, Object>> measures = new ArrayList<>();
        plan.path("measures")
                .forEach(one -> measures.add(
                        Json.of("measure", one.path("id").asString(), "evaluation", "CIRCUMSTANCES_CHANGED")));
        hub.post(
                        played.requester,
                        plans(played) + "/reviews",
                        Json.of(
                                "reviewedOn",
                                hub.clock().today().toString(),
                                "wishes",
                                Plan.NEW_WISHES,
                                "participation",
                                "ATTENDED",
                                "goals",
                                goals,
                                "measures",
                                measures,
                                "nextReview",
                                hub.clock().today().plusMonths(2).toString(),
                                "then",
                                "NEW_VERSION"))
                .ok();
    }

    private void secondVersion(PlayedCase played) {
        String own = own(played);
        String other = played.attendees.keySet().iterator().next();
        List<Map<String, Object>> measures = new ArrayList<>();
        for (String ending : ENDINGS.keySet()) {
            measures.add(Json.of(
                    "area",
                    "HOUSING",
                    "measure",
                    measure(ending),
                    "agency",
                    ending.equals("DONE") || ending.equals("DECLINED_BY_PERSON") ? other : own,
                    "start",
                    hub.clock().today().toString(),
                    "due",
                    hub.clock().today().plusDays(30).toString(),
                    "mustDo",
                    ending.equals("PLANNED")));
        }
        hub.put(
                        played.requester,
                        plans(played),
                        Json.of(
                                "basedOn",
                                played.conference,
                                "keyPerson",
                                "架空 支援員",
                                "wishes",
                                Plan.NEW_WISHES,
                                "participation",
                                "ATTENDED",
                                "situation",
                                played.written.text("currentSituation"),
                                "policy",
                                Plan.POLICY,
                                "goals",
                                List.of(Json.of("term", "SHORT", "text", "住まいを定める（架空）")),
                                "measures",
                                measures,
                                "nextReview",
                                hub.clock().today().plusMonths(2).toString(),
                                "changeReason",
                                "見直しで意向が変わった（架空）"))
                .ok();
        hub.post(played.requester, plans(played) + "/2/submission", null).ok();
        hub.post("director", plans(played) + "/2/approval", Json.of("decision", "APPROVE"))
                .ok();
        hub.post(played.requester, plans(played) + "/2/person-confirmation", agreed())
                .ok();
    }

    private void measures(PlayedCase played) {
        JsonNode measures = versions(played).path(0).path("measures");
        for (JsonNode measure : measures) {
            String ending = ending(measure.path("measure").asString());
            if (!ending.equals("PLANNED")) {
                String agency = measure.path("agency").asString();
                String login = agency.equals(own(played)) ? played.requester : played.attendees.get(agency);
                Map<String, Object> said = Json.of("progress", ending);
                hub.post(
                                login,
                                plans(played) + "/measures/"
                                        + measure.path("id").asString() + "/progress",
                                ENDINGS.get(ending).isEmpty() ? said : Json.with(said, "reason", ENDINGS.get(ending)))
                        .ok();
            }
        }
    }

    private void secondRequest(PlayedCase played) {
        String next = hub.post(played.requester, "/conferences/" + played.conference + "/next", null)
                .ok()
                .string("id");
        Conference second = new Conference(hub, next);
        seconds.put(played, second);
        // Later than that of the paper, so that also she who had not agreed at first has agreed by now.
        Map<String, Object> request = played.written.request(people, hub.clock().today());
        hub.put(
                        played.requester,
                        "/conferences/" + next,
                        Json.with(request, "preferredSlots", List.of(Json.of("note", "できるだけ早期に"))))
                .ok();
        hub.post(played.requester, "/conferences/" + next + "/submission", null).ok();
        hub.awaitState(played.requester, next, "CONSENT_CHECK");
    }

    private void secondDecision(PlayedCase played) {
        Conference second = second(played);
        second.step(
                        played.secondOfficer,
                        "consent-answer",
                        Json.of(
                                "result",
                                "CONSENTED",
                                "method",
                                "FACE_TO_FACE",
                                "confirmedBy",
                                "架空 二人目",
                                "confirmedOn",
                                hub.clock().today().toString(),
                                "recipients",
                                List.copyOf(played.attendees.keySet())))
                .ok();
        if (!played.written.conditions(null).isEmpty()) {
            hub.post(
                            played.secondOfficer,
                            "/cases/" + caseId(played) + "/consents",
                            Json.of(
                                    "conditions",
                                    played.written.conditions(hub.clock().today())))
                    .ok();
        }
        second.decided();
        second.convened(played.attendees.keySet().stream()
                .map(agency -> Json.of("agency", agency))
                .toList());
        played.attendees.values().forEach(second::accepted);
        open.put(
                played,
                second.agenda(played.requester).ok().json().path("openItems").findValuesAsString("what"));
    }

    private void secondMeeting(PlayedCase played) {
        Conference second = second(played);
        List<Map<String, Object>> attendance = List.of(
                Json.of("agency", own(played), "name", "架空 支援員", "presence", "PRESENT"),
                Json.of("agency", People.CENTER, "name", "見本 和子", "presence", "PRESENT"));
        second.step("center", "holding", Json.with(second.meeting(), "attendance", attendance))
                .ok();
        second.step(
                        played.requester,
                        "outcome-report",
                        Json.with(second.outcome(), "attendance", attendance, "leadAgency", own(played)))
                .ok();
    }

    private void close(PlayedCase played) {
        Map<String, Object> told = Json.of("personInformed", "面談で伝えた（架空）");
        new Conference(hub, played.conference)
                .step(played.requester, "closing", told)
                .ok();
        second(played)
                .step(
                        played.requester,
                        "closing",
                        Json.with(
                                told,
                                "mustDoReason",
                                "別の町で続ける（架空）",
                                "watchOver",
                                Json.of("who", "保健師（架空）", "howOften", "月に一度", "watchFor", "体調の変化")))
                .ok();
        played.state = second(played).read(played.requester).ok().string("state");
    }

    static String measure(String ending) {
        return "住まいの見学に同行する（架空）：" + ending;
    }

    private static String ending(String measure) {
        return measure.substring(measure.indexOf('：') + 1);
    }

    private String own(PlayedCase played) {
        return people.agency(played.written.text("requestingAgency"));
    }

    private String plans(PlayedCase played) {
        return "/cases/" + caseId(played) + "/plans";
    }

    private String caseId(PlayedCase played) {
        return hub.get(played.requester, "/conferences/" + played.conference)
                .ok()
                .string("caseId");
    }
}
