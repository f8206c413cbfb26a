package jp.tsunagi.flow;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagi.integration.contract.Acknowledgement;
import jp.tsunagi.integration.contract.MessageType;
import tools.jackson.databind.JsonNode;

/**
 * Plays the forty requests from the request to the outcome report through the hub's doors, as they lay over a year and a
 * half: each step at its own time, cases side by side.
 */
final class FortyCases {

    /** Before the first of them. */
    static final LocalDateTime START = LocalDateTime.of(2025, 7, 1, 9, 0);

    /** Whose request comes by the gateway of the requesting agency. */
    static final Set<String> BY_BROKER =
            Set.of("C002", "C004", "C005", "C007", "C009", "C010", "C011", "C013", "C022", "C030");

    private static final int AGENCIES_THAT_SEND_A_SHEET = 2;

    private final HubUnderTest hub;
    private final People people;
    private final List<Onward> onward;
    private final PriorityQueue<Step> calendar =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::number));
    private final List<PlayedCase> cases = new ArrayList<>();
    private int steps;

    private FortyCases(HubUnderTest hub, People people, List<Onward> onward) {
        this.hub = hub;
        this.people = people;
        this.onward = List.copyOf(onward);
    }

    /** What goes on with a case so many days after its report, at nine in the morning. */
    record Onward(int days, Consumer<PlayedCase> work) {}

    private interface Work {
        void run() throws Exception;
    }

    private record Step(LocalDateTime at, int number, PlayedCase played, Work work) {}

    static List<PlayedCase> play(HubUnderTest hub, People people) {
        return play(hub, people, WrittenCase.all(), List.of());
    }

    static List<PlayedCase> play(HubUnderTest hub, People people, List<WrittenCase> written, List<Onward> onward) {
        FortyCases year = new FortyCases(hub, people, onward);
        written.forEach(year::enter);
        for (Step step = year.calendar.poll(); step != null; step = year.calendar.poll()) {
            year.take(step);
        }
        return List.copyOf(year.cases);
    }

    private void enter(WrittenCase written) {
        PlayedCase played = new PlayedCase(written);
        played.byBroker = BY_BROKER.contains(written.id());
        cases.add(played);
        LocalDate day = written.requestDate();
        if (written.consented()) {
            enter(played, day);
        } else {
            // Refused as it is; the paper says when she was asked, and then it comes again.
            at(day, 9, played, () -> {
                name(played);
                played.refusedFirst = hub.post(played.requester, "/conferences", written.request(people, day));
            });
            enter(played, day.plusDays(2));
        }
    }

    private void enter(PlayedCase played, LocalDate day) {
        at(day, 9, played, () -> request(played, day));
        at(day, 11, played, () -> consent(played, day));
        at(day, 13, played, () -> decision(played));
        at(day, 14, played, () -> convening(played, day));
        at(day, 15, played, () -> replies(played));
        at(day, 16, played, () -> sheets(played));
        LocalDateTime end = played.written.end(day);
        at(end.plusMinutes(5), played, () -> holding(played, day));
        LocalDateTime reported = played.written.recordedOn(day).atTime(LocalTime.of(17, 0));
        LocalDateTime report = reported.isAfter(end) ? reported : end.plusHours(1);
        at(report, played, () -> report(played, day));
        onward.forEach(next -> at(report.toLocalDate().plusDays(next.days()), 9, played, () -> next.work()
                .accept(played)));
    }

    private void at(LocalDate day, int hour, PlayedCase played, Work work) {
        at(day.atTime(hour, 0), played, work);
    }

    private void at(LocalDateTime time, PlayedCase played, Work work) {
        calendar.add(new Step(time, steps++, played, work));
    }

    private void take(Step step) {
        if (step.played().failure().isPresent()) {
            return;
        }
        hub.clock().atLeast(step.at());
        try {
            step.work().run();
        } catch (Exception | AssertionError e) {
            step.played().failed(new AssertionError(step.played().written.id() + " at " + step.at(), e));
        }
    }

    private void name(PlayedCase played) {
        String own = people.agency(played.written.text("requestingAgency"));
        played.requester = people.officer(own, 1);
        played.secondOfficer = people.officer(own, 2);
        played.written.participants(people).forEach(agency -> played.attendees.put(agency, people.attendee(agency)));
    }

    private void request(PlayedCase played, LocalDate day) {
        name(played);
        Map<String, Object> body = played.written.request(people, day);
        if (played.byBroker) {
            requestByBroker(played, body);
        } else {
            played.conference = hub.call(
                            played.requester, "POST", "/conferences", body, "request-" + played.written.id())
                    .ok()
                    .string("id");
        }
        hub.awaitState(played.secondOfficer, played.conference, "CONSENT_CHECK");
    }

    private void requestByBroker(PlayedCase played, Map<String, Object> body) {
        String own = people.agency(played.written.text("requestingAgency"));
        AgencyGateway gateway = hub.gateway(own, people.gatewayPassword(own));
        String message = played.written.id() + "-request";
        gateway.send(message, MessageType.CONFERENCE_REQUEST, body);
        Acknowledgement first = gateway.acknowledgement(message);
        if (!first.accepted()) {
            throw new AssertionError("Refused: " + first.rule() + " " + first.fields());
        }
        played.conference = first.conferenceId();
        gateway.send(message, MessageType.CONFERENCE_REQUEST, body);
        played.acknowledgedTwice = gateway.acknowledgement(message).conferenceId();
        gateway.close();
    }

    private void consent(PlayedCase played, LocalDate day) {
        hub.post(
                        played.secondOfficer,
                        of(played, "consent-answer"),
                        Json.of(
                                "result", "CONSENTED",
                                "method", played.written.consentMethod(),
                                "confirmedBy", "架空 二人目",
                                "confirmedOn", day.toString(),
                                "recipients", List.copyOf(played.attendees.keySet())))
                .ok();
    }

    private void decision(PlayedCase played) {
        hub.post("director", of(played, "decision"), Json.of("decision", "HOLD", "reason", "要綱第5条に該当する"))
                .ok();
    }

    private void convening(PlayedCase played, LocalDate day) {
        Map<String, Object> call = Json.of(
                "start", played.written.start(day).toString(),
                "end", played.written.end(day).toString(),
                "place", played.written.place(),
                "online", false,
                "moderator", People.CENTER,
                "recorder", People.CENTER,
                "participants",
                        played.attendees.keySet().stream()
                                .map(agency -> Json.of("agency", agency))
                                .toList());
        if (!played.written.conditions(null).isEmpty()) {
            played.conveningBeforeConditions = hub.post("center", of(played, "convening"), call);
            String caseId = hub.get(played.requester, "/conferences/" + played.conference)
                    .ok()
                    .string("caseId");
            hub.post(
                            played.secondOfficer,
                            "/cases/" + caseId + "/consents",
                            Json.of("conditions", played.written.conditions(day)))
                    .ok();
        }
        hub.post("center", of(played, "convening"), call).ok();
    }

    private void replies(PlayedCase played) {
        played.attendees.forEach((agency, login) -> {
            played.beforePledge.put(
                    agency,
                    hub.get(login, "/conferences/" + played.conference).ok().text());
            hub.post(
                            login,
                            of(played, "attendance-reply"),
                            Json.of(
                                    "reply",
                                    "ACCEPT",
                                    "attendee",
                                    "架空 " + agency,
                                    "pledge",
                                    true,
                                    "relationToOtherParty",
                                    "NONE"))
                    .ok();
            played.afterPledge.put(
                    agency,
                    hub.get(login, "/conferences/" + played.conference).ok().text());
        });
    }

    private void sheets(PlayedCase played) {
        for (Map.Entry<String, String> attendee : played.attendees.entrySet()) {
            if (played.sheets < AGENCIES_THAT_SEND_A_SHEET) {
                hub.post(
                                attendee.getValue(),
                                of(played, "information-sheet"),
                                Json.of("facts", "相談の記録がある（架空）。", "proposedSupport", "窓口を一つにして支える。"))
                        .ok();
                played.sheets++;
            }
        }
    }

    private void holding(PlayedCase played, LocalDate day) {
        hub.post(
                        "center",
                        of(played, "holding"),
                        Json.of(
                                "start", played.written.start(day).toString(),
                                "end", played.written.end(day).toString(),
                                "place", played.written.place(),
                                "attendance", played.written.attendance(people)))
                .ok();
    }

    private void report(PlayedCase played, LocalDate day) {
        hub.post(played.requester, of(played, "outcome-report"), played.written.report(people, day))
                .ok();
        JsonNode seen = hub.get(played.requester, "/conferences/" + played.conference)
                .ok()
                .json();
        played.state = seen.path("state").asString();
        played.requestersEdition =
                hub.form(played.requester, played.conference).ok().body();
        played.centersEdition = hub.form("center", played.conference).ok().body();
        played.attendees.forEach((agency, login) -> played.editions.put(
                agency, hub.form(login, played.conference).ok().body()));
        plan(played, seen.path("caseId").asString());
    }

    /** What the meeting decided becomes a plan; her words and the story stand in it. */
    private void plan(PlayedCase played, String caseId) {
        String plans = "/cases/" + caseId + "/plans";
        String own = people.agency(played.written.text("requestingAgency"));
        hub.post(
                        played.requester,
                        plans,
                        Json.of(
                                "basedOn",
                                played.conference,
                                "keyPerson",
                                "架空 支援員",
                                "wishes",
                                played.written.text("topics"),
                                "participation",
                                "ATTENDED",
                                "situation",
                                played.written.text("caseOverview"),
                                "goals",
                                List.of(Json.of("term", "SHORT", "text", played.written.text("name") + "の住まいを定める")),
                                "measures",
                                List.of(Json.of("area", "HOUSING", "measure", "申請に同行する", "agency", own)),
                                "children",
                                Json.of("situation", played.written.text("currentSituation")),
                                "nextReview",
                                hub.clock().today().plusMonths(3).toString()))
                .ok();
        hub.post(played.requester, plans + "/1/submission", null).ok();
        hub.post("director", plans + "/1/approval", Json.of("decision", "APPROVE"))
                .ok();
        hub.get(played.requester, plans + "/1/agency.pdf").ok();
    }

    private static String of(PlayedCase played, String step) {
        return "/conferences/" + played.conference + "/" + step;
    }
}
