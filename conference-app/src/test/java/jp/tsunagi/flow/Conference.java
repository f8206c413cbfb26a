package jp.tsunagi.flow;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A conference that Sapporo asks for and the shelter answers for, taken from step to step by those whose turn it is. All
 * of it is fictitious.
 */
final class Conference {

    static final String NAME = "汐見坂 とわ子";
    static final String KANA = "シオミザカ トワコ";
    static final String FORMER_NAME = "潮路谷 とわ子";
    static final String ADDRESS = "北海道札幌市架空区汐見坂9丁目8番7号";
    static final String SITUATION = "知人宅の納戸に身を寄せている（架空）。";
    static final String OVERVIEW = "交際相手から逃れ、始発の列車で来た（架空）。";
    static final String TOPICS = "当面の住まいと通院先について";
    static final String OUTCOME = "転居先を三か所見学する（架空）。";
    static final String FACTS = "先月、窓口に二度来ている（架空）。";
    static final List<String> HERS =
            List.of(NAME, "汐見坂とわ子", KANA, FORMER_NAME, ADDRESS, SITUATION, OVERVIEW, TOPICS, OUTCOME, FACTS);

    final HubUnderTest hub;
    final String id;

    Conference(HubUnderTest hub, String id) {
        this.hub = hub;
        this.id = id;
    }

    /** A request as Sapporo types it on this day. */
    static Map<String, Object> request(HubUnderTest hub) {
        return Json.of(
                "guidelineItem",
                2,
                "name",
                NAME,
                "kana",
                KANA,
                "formerName",
                FORMER_NAME,
                "birthDate",
                "1989-01-08",
                "address",
                ADDRESS,
                "currentSituation",
                SITUATION,
                "caseOverview",
                OVERVIEW,
                "topics",
                TOPICS,
                "factors",
                List.of("DV_ABUSE"),
                "invitees",
                List.of(Json.of("agency", "P0001"), Json.of("agency", "J0001")),
                "preferredSlots",
                List.of(Json.of("note", "できるだけ早期に")),
                "consent",
                consent(hub));
    }

    static Map<String, Object> consent(HubUnderTest hub) {
        return Json.of(
                "confirmed",
                true,
                "method",
                "FACE_TO_FACE",
                "confirmedBy",
                "見本 花子",
                "confirmedOn",
                hub.clock().today().toString(),
                "recipients",
                List.of("P0001", "J0001"),
                "contactAgency",
                "S0001");
    }

    static Conference submitted(HubUnderTest hub, String login, Map<String, Object> request) {
        Conference conference = new Conference(
                hub, hub.post(login, "/conferences", request).ok().string("id"));
        hub.awaitState(login, conference.id, "CONSENT_CHECK");
        return conference;
    }

    /** One that has come as far as this state by the usual road. */
    static Conference in(HubUnderTest hub, String state) {
        if (state.equals("DRAFT")) {
            return new Conference(
                    hub,
                    hub.post("sapporo", "/conferences?draft=true", request(hub))
                            .ok()
                            .string("id"));
        }
        Conference conference = submitted(hub, "sapporo", request(hub));
        switch (state) {
            case "CONSENT_CHECK" -> {}
            case "UNDER_REVIEW" -> conference.consented();
            case "RETURNED" -> {
                conference.consented();
                conference
                        .step("center", "return", Json.of("reason", "参集範囲を詳しく"))
                        .ok();
            }
            case "NOT_HELD" -> {
                conference.consented();
                conference
                        .step("director", "decision", Json.of("decision", "NOT_HOLD", "reason", "他の会議で扱う"))
                        .ok();
            }
            case "APPROVED" -> conference.consented().decided();
            case "CONVENED" ->
                conference.consented().decided().convened().accepted("police").accepted("childguidance");
            case "HELD" -> in(conference, "CONVENED").held();
            case "REPORTED" -> in(conference, "CONVENED").held().reported();
            case "CLOSED" -> in(conference, "CONVENED").held().reported().closed();
            case "WITHDRAWN" ->
                conference
                        .step("sapporo", "withdrawal", Json.of("reason", "本人の状況が変わった"))
                        .ok();
            case "CANCELLED_NO_CONSENT" ->
                conference
                        .step("shelter", "consent-answer", Json.of("result", "REFUSED"))
                        .ok();
            default -> throw new IllegalArgumentException(state);
        }
        return conference;
    }

    private static Conference in(Conference conference, String convened) {
        return conference
                .consented()
                .decided()
                .convened()
                .accepted("police")
                .accepted("childguidance")
                .sheet("police");
    }

    Answer step(String login, String step, Map<String, Object> body) {
        return hub.post(login, "/conferences/" + id + "/" + step, body);
    }

    Answer read(String login) {
        return hub.get(login, "/conferences/" + id);
    }

    Answer agenda(String login) {
        return hub.get(login, "/conferences/" + id + "/agenda");
    }

    Answer form(String login) {
        return hub.form(login, id);
    }

    String state() {
        return read("center").string("state");
    }

    String caseId() {
        return read("sapporo").ok().string("caseId");
    }

    List<String> told(String login) {
        return hub.kinds(login, id);
    }

    Conference consented() {
        return consented("shelter");
    }

    Conference consented(String login) {
        step(login, "consent-answer", Json.of("result", "CONSENTED", "method", "FACE_TO_FACE", "confirmedBy", "例示 美智子"))
                .ok();
        return this;
    }

    Conference decided() {
        step("director", "decision", Json.of("decision", "HOLD", "reason", "要綱第5条(2)に該当する"))
                .ok();
        return this;
    }

    Map<String, Object> call(LocalDateTime start, List<Map<String, Object>> participants) {
        return Json.of(
                "start",
                start.toString(),
                "end",
                start.plusHours(2).toString(),
                "place",
                "オンライン",
                "online",
                true,
                "moderator",
                People.CENTER,
                "recorder",
                People.CENTER,
                "participants",
                participants);
    }

    LocalDateTime inAWeek() {
        return hub.clock().today().plusDays(7).atTime(10, 0);
    }

    Conference convened() {
        return convened(List.of(Json.of("agency", "P0001"), Json.of("agency", "J0001")));
    }

    Conference convened(List<Map<String, Object>> participants) {
        step("center", "convening", call(inAWeek(), participants)).ok();
        return this;
    }

    static Map<String, Object> accepting(String attendee) {
        return Json.of("reply", "ACCEPT", "attendee", attendee, "pledge", true, "relationToOtherParty", "NONE");
    }

    Conference accepted(String login) {
        step(login, "attendance-reply", accepting("例示 " + login)).ok();
        return this;
    }

    Conference sheet(String login) {
        step(login, "information-sheet", Json.of("facts", FACTS, "proposedSupport", "巡回を増やす（架空）。"))
                .ok();
        return this;
    }

    List<Map<String, Object>> attendance() {
        return List.of(
                Json.of("agency", "011002", "name", "見本 花子", "presence", "PRESENT"),
                Json.of("agency", "C0001", "name", "見本 和子", "presence", "PRESENT"),
                Json.of("agency", "P0001", "name", "例示 太郎", "presence", "PRESENT"));
    }

    /** The meeting that has just ended. */
    Map<String, Object> meeting() {
        LocalDateTime now = hub.clock().now().truncatedTo(ChronoUnit.SECONDS);
        return Json.of(
                "start", now.minusMinutes(40).toString(),
                "end", now.toString(),
                "place", "オンライン",
                "attendance", attendance());
    }

    Conference held() {
        step("center", "holding", meeting()).ok();
        return this;
    }

    Map<String, Object> outcome() {
        return Json.with(
                meeting(),
                "recordedOn",
                hub.clock().today().toString(),
                "recordedBy",
                "札幌市 見本 花子",
                "outcome",
                OUTCOME,
                "actions",
                List.of(Json.of(
                        "agency",
                        "011002",
                        "what",
                        "見学に同行する",
                        "due",
                        hub.clock().today().plusDays(14).toString())),
                "leadAgency",
                "011002");
    }

    Conference reported() {
        return reported("sapporo");
    }

    Conference reported(String login) {
        step(login, "outcome-report", outcome()).ok();
        return this;
    }

    Conference closed() {
        step("sapporo", "closing", Json.of("personInformed", "面談で伝えた")).ok();
        return this;
    }

    Answer consentWithdrawn(String login, String... recipients) {
        Map<String, Object> told =
                Json.of("withdrawnOn", hub.clock().today().toString(), "how", "ORAL", "recordedBy", "例示 美智子");
        return step(
                login,
                "consent-withdrawal",
                recipients.length == 0 ? told : Json.with(told, "recipients", List.of(recipients)));
    }
}
