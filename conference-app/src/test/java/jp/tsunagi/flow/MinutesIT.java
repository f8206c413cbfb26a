package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The minutes among those who took part: confirmed, objected to and corrected, by the API and by the pages. */
class MinutesIT {

    private static final String WRONG = "見学は三か所ではない（架空の申し出）。";
    private static final String PROPOSAL = "四か所を見学する（架空の案）。";
    private static final String CORRECTED = "転居先を四か所見学する（架空の訂正）。";
    private static final String REASON = "聞き違いのため（架空の理由）。";

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
    void eachParticipantConfirmsOnceAndIsThenNotAskedAgain() {
        Conference conference = Conference.in(hub, "REPORTED");
        PageBrowser police = PageBrowser.of(hub, "police");
        assertThat(police.get("/").body()).contains(at(conference, "minutes")).contains("会議録を確認する");
        assertThat(police.get("/c/" + conference.id).body()).contains("会議録を確認してください");
        assertThat(police.get(at(conference, "papers")).body()).contains("会議録を確認する・訂正を申し出る");

        PageBrowser.Page page = police.get(at(conference, "minutes"));
        assertThat(page.body()).contains(Conference.OUTCOME).contains("架空警察署に渡る版です");
        assertThat(police.post(at(conference, "minutes"), page, Map.of()).to()).isEqualTo(at(conference, "minutes"));
        police.post(at(conference, "minutes"), page, Map.of());

        assertThat(police.get(at(conference, "minutes")).body())
                .contains("に確認しました")
                .doesNotContain("内容を読んだら");
        assertThat(police.get("/").body()).doesNotContain(at(conference, "minutes"));
        JsonNode seen = minutes(conference, "sapporo");
        assertThat(seen.path("receipts").findValuesAsString("agency")).containsExactly("P0001");
        assertThat(seen.path("receipts").path(0).path("by").asString()).isNotBlank();
        assertThat(seen.path("unconfirmed").toString()).isEqualTo("[\"J0001\"]");
        assertThat(minutes(conference, "childguidance").path("receipts")).isEmpty();
        assertThat(minutes(conference, "childguidance").has("unconfirmed")).isFalse();
    }

    @Test
    void theLastDayIsTheFifthBusinessDayAfterTheReport() {
        Conference conference = Conference.in(hub, "REPORTED");
        LocalDate day = hub.clock().today();
        LocalDate until = LocalDate.parse(
                minutes(conference, "police").path("objectionsUntil").asString());
        long weekdays = day.plusDays(1)
                .datesUntil(until.plusDays(1))
                .filter(one -> one.getDayOfWeek().getValue() < 6)
                .count();
        long holidays = day.plusDays(1)
                .datesUntil(until.plusDays(1))
                .filter(LocalDate.of(2026, 11, 23)::equals)
                .count();
        assertThat(weekdays - holidays).isEqualTo(5);
    }

    @Test
    void anObjectionIsReadByThoseWhoAnswerItAndByNoOtherParticipant() {
        Conference conference = Conference.in(hub, "REPORTED");
        Map<String, Object> body = objection(conference, "police", Conference.OUTCOME);
        Answer first = hub.call("police", "POST", path(conference, "/objections"), body, "once")
                .ok();
        Answer second = hub.call("police", "POST", path(conference, "/objections"), body, "once")
                .ok();
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.json().path("number")).isEqualTo(first.json().path("number"));

        for (String login : List.of("police", "sapporo", "sapporo2", "center", "director")) {
            assertThat(minutes(conference, login).path("objections")).as(login).hasSize(1);
            assertThat(minutes(conference, login).toString()).contains(WRONG, PROPOSAL);
        }
        assertThat(minutes(conference, "childguidance").toString()).doesNotContain(WRONG, PROPOSAL);
        assertThat(PageBrowser.of(hub, "childguidance")
                        .get(at(conference, "minutes"))
                        .body())
                .doesNotContain(WRONG, PROPOSAL)
                .doesNotContain("申し出 第1号");
        assertThat(conference.read("childguidance").text()).doesNotContain(WRONG);
        hub.awaitKind("sapporo", conference.id, "minutes-objected");
        hub.awaitKind("center", conference.id, "minutes-objected");
        hub.awaitQuiet();
        assertThat(conference.told("childguidance")).doesNotContain("minutes-objected");
        assertThat(PageBrowser.of(hub, "sapporo").get("/").body()).contains("訂正の申し出に答える");
        List<String> stored = new ArrayList<>();
        for (Document document : hub.database().getCollection("minutes").find()) {
            stored.add(document.toJson());
        }
        assertThat(stored).isNotEmpty().noneMatch(text -> text.contains(WRONG) || text.contains(Conference.OUTCOME));
    }

    @Test
    void strangersFindNothingAndTheAgencyWithHerNothingOfTheOutcome() {
        Conference conference = objected(Conference.in(hub, "REPORTED"));
        for (String login : List.of("asahikawa", "auditor", "admin")) {
            assertThat(hub.get(login, path(conference, "")).status()).as(login).isEqualTo(404);
        }
        PageBrowser stranger = PageBrowser.of(hub, "asahikawa");
        String paragraph = minutes(conference, "police")
                .path("paragraphs")
                .path(0)
                .path("id")
                .asString();
        for (String page : List.of("minutes", "minutes/objections/" + paragraph, "minutes/answers/1")) {
            assertThat(stranger.get(at(conference, page)).status()).as(page).isEqualTo(404);
        }
        assertThat(minutes(conference, "shelter").toString()).doesNotContain(Conference.OUTCOME, WRONG);
        assertThat(hub.post("shelter", path(conference, "/receipt"), Json.of("version", 1))
                        .rule())
                .isEqualTo("step.not-permitted");
        assertThat(hub.post("police", path(conference, "/objections/1/answer"), declining())
                        .rule())
                .isEqualTo("step.not-permitted");
        assertThat(PageBrowser.of(hub, "police")
                        .get(at(conference, "minutes/answers/1"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAcceptedObjectionLeavesItsTrailEverywhere() {
        Conference conference = objected(Conference.in(hub, "REPORTED"));
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        PageBrowser.Page page = sapporo.get(at(conference, "minutes/answers/1"));
        assertThat(page.body()).contains(WRONG).contains(PROPOSAL).contains(Conference.OUTCOME);

        PageBrowser.Page again = sapporo.post(
                at(conference, "minutes/answers/1"),
                page,
                Map.of("answer", "ACCEPTED", "corrected", "一\n\n二", "reason", REASON));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("一\n\n二</textarea>")
                .contains(REASON + "</textarea>")
                .contains("id=\"corrected-problem\"");
        Map<String, String> answer = Map.of("answer", "ACCEPTED", "corrected", CORRECTED, "reason", REASON);
        assertThat(sapporo.post(at(conference, "minutes/answers/1"), again, answer)
                        .to())
                .isEqualTo(at(conference, "minutes"));
        assertThat(sapporo.post(at(conference, "minutes/answers/1"), again, answer)
                        .status())
                .as("pressed twice")
                .isEqualTo(302);

        assertThat(conference
                        .read("center")
                        .json()
                        .path("outcome")
                        .path("outcome")
                        .asString())
                .isEqualTo(CORRECTED);
        for (String login : List.of("police", "childguidance", "center")) {
            JsonNode read = minutes(conference, login);
            assertThat(read.path("version").asInt()).isEqualTo(2);
            JsonNode correction = read.path("corrections").path(0);
            assertThat(correction.path("before").path("text").asString()).isEqualTo(Conference.OUTCOME);
            assertThat(correction.path("after").path("text").asString()).isEqualTo(CORRECTED);
            assertThat(correction.path("reason").asString()).isEqualTo(REASON);
            assertThat(correction.path("agency").asString()).isEqualTo("011002");
            String paper =
                    ReadPdf.text(hub.get(login, "/conferences/" + conference.id + "/documents/outcome-record.pdf")
                            .ok()
                            .body());
            assertThat(plain(paper)).contains(plain("第2版"), plain(Conference.OUTCOME), plain(CORRECTED), plain(REASON));
        }
        assertThat(minutes(conference, "childguidance").toString()).doesNotContain(WRONG);
        assertThat(PageBrowser.of(hub, "childguidance")
                        .get(at(conference, "minutes"))
                        .body())
                .contains("訂正の記録")
                .contains(CORRECTED);
        hub.awaitQuiet();
        assertThat(Collections.frequency(conference.told("police"), "objection-accepted"))
                .isEqualTo(1);
        assertThat(Collections.frequency(conference.told("childguidance"), "minutes-corrected"))
                .isEqualTo(1);
        assertThat(Collections.frequency(conference.told("center"), "minutes-corrected"))
                .isEqualTo(1);
        assertThat(hub.inbox("childguidance", conference.id).toString()).doesNotContain(CORRECTED, WRONG, REASON);
    }

    @Test
    void aDeclinedObjectionIsAnsweredToItsAuthorAlone() {
        Conference conference = objected(Conference.in(hub, "REPORTED"));
        hub.post("center", path(conference, "/objections/1/answer"), declining())
                .ok();

        JsonNode told = minutes(conference, "police").path("objections").path(0);
        assertThat(told.path("result").asString()).isEqualTo("DECLINED");
        assertThat(told.path("reason").asString()).isEqualTo(REASON);
        assertThat(minutes(conference, "childguidance").toString()).doesNotContain(REASON);
        hub.awaitKind("police", conference.id, "objection-declined");
        hub.awaitQuiet();
        assertThat(conference.told("childguidance")).doesNotContain("objection-declined", "minutes-corrected");
        assertThat(minutes(conference, "police").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void whatWasTypedStaysWhereSomebodyElseWasFirst() {
        Conference conference = objected(Conference.in(hub, "REPORTED"));
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        PageBrowser police = PageBrowser.of(hub, "police");
        PageBrowser.Page opened = sapporo.get(at(conference, "minutes/answers/1"));
        String form = at(conference, "minutes/objections/" + paragraph(conference, "police", Conference.OUTCOME));
        PageBrowser.Page objecting = police.get(form);
        PageBrowser.Page toConfirm = police.get(at(conference, "minutes"));
        hub.post(
                        "center",
                        path(conference, "/objections/1/answer"),
                        Json.of("answer", "ACCEPTED", "version", 1, "corrected", CORRECTED, "reason", REASON))
                .ok();

        PageBrowser.Page late = sapporo.post(
                at(conference, "minutes/answers/1"),
                opened,
                Map.of("answer", "ACCEPTED", "corrected", "私の書いた訂正", "reason", "私の理由"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("私の書いた訂正</textarea>").contains("私の理由</textarea>");

        Map<String, String> typed = Map.of("wrong", "まだ違う", "proposal", "五か所");
        PageBrowser.Page changed = police.post(form, objecting, typed);
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.body())
                .contains("まだ違う</textarea>")
                .contains("五か所</textarea>")
                .contains(CORRECTED);
        assertThat(police.post(form, changed, typed).to()).isEqualTo(at(conference, "minutes"));

        PageBrowser.Page read = police.post(at(conference, "minutes"), toConfirm, Map.of());
        assertThat(read.status()).isEqualTo(409);
        assertThat(read.body()).contains(CORRECTED);
        assertThat(police.post(at(conference, "minutes"), read, Map.of()).to()).isEqualTo(at(conference, "minutes"));
    }

    @Test
    void anObjectionThatSaysNothingIsShownAgainAsItWasTyped() {
        Conference conference = Conference.in(hub, "REPORTED");
        PageBrowser police = PageBrowser.of(hub, "police");
        String form = at(conference, "minutes/objections/" + paragraph(conference, "police", Conference.OUTCOME));

        PageBrowser.Page again = police.fill(form, Map.of("wrong", WRONG, "proposal", ""));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains(WRONG + "</textarea>").contains("id=\"proposal-problem\"");
        assertThat(police.post(form, again, Map.of("wrong", WRONG, "proposal", PROPOSAL))
                        .to())
                .isEqualTo(at(conference, "minutes"));
        assertThat(police.get(at(conference, "minutes")).body())
                .contains("申し出 第1号")
                .contains(WRONG);
        assertThat(hub.post(
                                "police",
                                path(conference, "/objections"),
                                Json.of("version", 1, "paragraph", "nothing", "wrong", WRONG, "proposal", PROPOSAL))
                        .rule())
                .isEqualTo("minutes.incomplete");
    }

    @Test
    void afterTheFifthBusinessDayThePageSaysWhomToRing() {
        Conference conference = Conference.in(hub, "REPORTED");
        Map<String, Object> body = objection(conference, "police", Conference.OUTCOME);
        String form = at(conference, "minutes/objections/" + paragraph(conference, "police", Conference.OUTCOME));
        PageBrowser police = PageBrowser.of(hub, "police");
        PageBrowser.Page opened = police.get(form);
        LocalDate until = LocalDate.parse(
                minutes(conference, "police").path("objectionsUntil").asString());
        hub.clock().atLeast(until.atTime(23, 50));
        Answer inTime = hub.post("police", path(conference, "/objections"), body);
        assertThat(inTime.status()).isEqualTo(201);

        hub.clock().atLeast(until.plusDays(1).atStartOfDay());
        assertThat(hub.post("police", path(conference, "/objections"), body).rule())
                .isEqualTo("minutes.window-closed");
        PageBrowser late = PageBrowser.of(hub, "police");
        PageBrowser.Page again = late.post(form, late.get(form), Map.of("wrong", WRONG, "proposal", PROPOSAL));
        assertThat(opened.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains(WRONG + "</textarea>").contains(PROPOSAL + "</textarea>");
        assertThat(late.get(at(conference, "minutes")).body())
                .contains("訂正の申し出の期間は終わりました")
                .contains("札幌市")
                .doesNotContain("minutes/objections/");
        hub.post("sapporo", path(conference, "/objections/1/answer"), declining())
                .ok();
        // A meeting of another test does not begin before midnight.
        hub.clock().atLeast(until.plusDays(1).atTime(9, 0));
    }

    @Test
    void onceSheTookItBackNothingIsSharedAndWhatCameInIsStillAnswered() {
        Conference conference = objected(Conference.in(hub, "REPORTED"));
        hub.awaitQuiet();
        conference.consentWithdrawn("shelter").ok();

        for (String login : List.of("police", "childguidance")) {
            assertThat(hub.get(login, path(conference, "")).rule()).isEqualTo("document.gone");
            assertThat(hub.get(login, path(conference, "")).status()).isEqualTo(410);
            assertThat(PageBrowser.of(hub, login).get(at(conference, "minutes")).status())
                    .isEqualTo(410);
            assertThat(hub.post(login, path(conference, "/receipt"), Json.of("version", 1))
                            .status())
                    .isEqualTo(410);
        }
        assertThat(PageBrowser.of(hub, "police").get("/").body()).doesNotContain(at(conference, "minutes"));
        hub.post(
                        "sapporo",
                        path(conference, "/objections/1/answer"),
                        Json.of("answer", "ACCEPTED", "version", 1, "corrected", CORRECTED, "reason", REASON))
                .ok();
        hub.awaitQuiet();
        assertThat(minutes(conference, "center").path("version").asInt()).isEqualTo(2);
        for (String login : List.of("police", "childguidance")) {
            assertThat(conference.told(login)).doesNotContain("objection-accepted", "minutes-corrected");
        }
    }

    @Test
    void whatSheWithholdsFromAnAgencyIsInNoParagraphAndNoTrailOfIts() {
        String work = "架空印刷所";
        Map<String, Object> request = Json.with(
                Conference.request(hub),
                "consent",
                Json.with(
                        Conference.consent(hub),
                        "withheld",
                        List.of(Json.of("item", "勤務先", "exceptRecipients", List.of("P0001")))));
        Conference conference = Conference.submitted(hub, "sapporo", request)
                .consented()
                .decided()
                .convened()
                .accepted("police")
                .accepted("childguidance")
                .held();
        conference
                .step(
                        "sapporo",
                        "outcome-report",
                        Json.with(
                                conference.outcome(),
                                "outcome",
                                "住まいを探す。\n\n〔伏せる：勤務先〕" + work + "を休む。\n\n来月に戻る。〔ここまで〕\n\n見守りを続ける。"))
                .ok();
        JsonNode police = minutes(conference, "police");
        assertThat(police.toString()).doesNotContain(work).doesNotContain("来月に戻る");
        assertThat(texts(police)).containsExactly("住まいを探す。", "見守りを続ける。");
        assertThat(police.path("paragraphs").findValuesAsString("number"))
                .isEqualTo(List.of("1", "2", "3", "4", "5", "6"));
        assertThat(texts(minutes(conference, "childguidance"))).hasSize(4);
        String hidden = paragraph(conference, "childguidance", "来月に戻る");
        assertThat(hub.post(
                                "police",
                                path(conference, "/objections"),
                                Json.of("version", 1, "paragraph", hidden, "wrong", WRONG, "proposal", PROPOSAL))
                        .rule())
                .isEqualTo("minutes.incomplete");

        hub.post("childguidance", path(conference, "/objections"), objection(conference, "childguidance", work))
                .ok();
        Answer unmarked = hub.post(
                "sapporo",
                path(conference, "/objections/1/answer"),
                Json.of("answer", "ACCEPTED", "version", 1, "corrected", work + "を辞める。", "reason", REASON));
        assertThat(unmarked.rule()).isEqualTo("minutes.incomplete");
        hub.post(
                        "sapporo",
                        path(conference, "/objections/1/answer"),
                        Json.of(
                                "answer",
                                "ACCEPTED",
                                "version",
                                1,
                                "corrected",
                                "〔伏せる：勤務先〕" + work + "を辞める。",
                                "reason",
                                work + "に確かめた。"))
                .ok();
        JsonNode after = minutes(conference, "police");
        assertThat(after.toString()).doesNotContain(work);
        assertThat(after.path("corrections")).isEmpty();
        assertThat(plain(ReadPdf.text(
                        hub.get("police", "/conferences/" + conference.id + "/documents/outcome-record.pdf")
                                .ok()
                                .body())))
                .doesNotContain(work);
        assertThat(minutes(conference, "childguidance").path("corrections").toString())
                .contains(work + "を辞める。");
    }

    private static Conference objected(Conference conference) {
        hub.post("police", path(conference, "/objections"), objection(conference, "police", Conference.OUTCOME))
                .ok();
        return conference;
    }

    private static Map<String, Object> objection(Conference conference, String login, String text) {
        return Json.of(
                "version", 1, "paragraph", paragraph(conference, login, text), "wrong", WRONG, "proposal", PROPOSAL);
    }

    private static Map<String, Object> declining() {
        return Json.of("answer", "DECLINED", "reason", REASON);
    }

    private static String paragraph(Conference conference, String login, String text) {
        for (JsonNode one : minutes(conference, login).path("paragraphs")) {
            if (one.path("text").asString("").contains(text)) {
                return one.path("id").asString();
            }
        }
        throw new AssertionError("No such paragraph");
    }

    private static List<String> texts(JsonNode minutes) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : minutes.path("paragraphs")) {
            if (one.path("kind").asString().equals("OUTCOME")) {
                texts.add(one.path("text").asString());
            }
        }
        return texts;
    }

    private static JsonNode minutes(Conference conference, String login) {
        return hub.get(login, path(conference, "")).ok().json();
    }

    private static String path(Conference conference, String further) {
        return "/conferences/" + conference.id + "/minutes" + further;
    }

    private static String at(Conference conference, String page) {
        return "/c/" + conference.id + "/" + page;
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }
}
