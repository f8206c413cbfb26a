package jp.tsunagi.flow;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A meeting held together with the council for children: one agenda, separate records. */
class JointMeetingIT {

    static final String ITEMS = "面前での暴力と子どもの安全について（架空）";
    static final String RECORD = "月に一度、面談を続けると決めた（架空）。";

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

    static Map<String, Object> items() {
        return Json.of("council", "J0001", "councilItems", ITEMS);
    }

    @Test
    void oneAgendaAndSeparateRecordsOnThePages() {
        Conference conference = Conference.in(hub, "CONVENED");
        PageBrowser center = PageBrowser.of(hub, "center");
        String page = "/c/" + conference.id + "/council";
        assertThat(center.get("/c/" + conference.id).body()).contains(page);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("councilItems", ITEMS);
        PageBrowser.Page again = center.fill(page + "/items", typed);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"council-problem\"", ITEMS);
        typed.put("council", "J0001");
        assertThat(center.post(page + "/items", again, typed).to()).isEqualTo(page);
        for (String login : List.of("police", "childguidance", "sapporo", "center")) {
            assertThat(agenda(conference, login)).as(login).contains("要保護児童対策地域協議会の議題", withoutSpace(ITEMS));
            assertThat(conference.agenda(login).string("councilItems")).isEqualTo(ITEMS);
        }
        assertThat(center.get(page + "/record").status()).isEqualTo(404);
        conference.held();
        PageBrowser council = PageBrowser.of(hub, "childguidance");
        assertThat(council.get("/c/" + conference.id).body()).contains(page);
        PageBrowser.Page empty = council.fill(page + "/record", Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(council.post(page + "/record", empty, Map.of("councilRecord", RECORD))
                        .to())
                .isEqualTo(page);
        conference.reported();

        assertThat(council.get(page).body()).contains(ITEMS, RECORD);
        assertThat(PageBrowser.of(hub, "sapporo").get(page).body()).contains(RECORD);
        assertThat(PageBrowser.of(hub, "police").get("/c/" + conference.id).body())
                .doesNotContain(page)
                .doesNotContain(RECORD);
        for (String login : List.of("police", "childguidance", "sapporo", "center")) {
            assertThat(withoutSpace(ReadPdf.text(
                            hub.get(login, "/conferences/" + conference.id + "/documents/outcome-record.pdf")
                                    .ok()
                                    .body())))
                    .as(login)
                    .contains(withoutSpace(Conference.OUTCOME))
                    .doesNotContain(withoutSpace(RECORD), withoutSpace(ITEMS));
            assertThat(conference.read(login).text()).doesNotContain(RECORD);
        }
    }

    @Test
    void theCouncilsRecordIsForItsOwnReadersWhileHerConsentCoversThem() {
        Conference conference = Conference.in(hub, "CONVENED");
        String path = "/conferences/" + conference.id + "/council";
        assertThat(hub.put("center", path, Json.with(items(), "council", "M0001"))
                        .json()
                        .path("fields")
                        .has("council"))
                .isTrue();
        assertThat(hub.put("sapporo", path, items()).status()).isEqualTo(403);
        hub.put("center", path, items()).ok();
        assertThat(hub.putOver("center", path, items(), "0").rule()).isEqualTo("version.stale");
        assertThat(hub.post("center", path + "/record", Json.of("councilRecord", RECORD))
                        .rule())
                .isEqualTo("joint.not-held");
        conference.held();
        assertThat(hub.put("center", path, items()).rule()).isEqualTo("joint.not-convened");
        for (int again = 0; again < 2; again++) {
            hub.call("childguidance", "POST", path + "/record", Json.of("councilRecord", RECORD), "once-joint")
                    .ok();
        }
        assertThat(hub.get("center", path).json().path("entries")).hasSize(1);
        assertThat(hub.post("sapporo", path + "/record", Json.of("councilRecord", RECORD))
                        .rule())
                .isEqualTo("step.not-permitted");
        for (String login : List.of("police", "shelter", "asahikawa", "auditor", "admin")) {
            Answer refused = hub.get(login, path);
            assertThat(refused.status()).as(login).isEqualTo(404);
            assertThat(refused.text())
                    .isEqualTo(hub.get(login, "/conferences/01ZZZZZZZZZZZZZZZZZZZZZZZZ/council")
                            .text());
            assertThat(PageBrowser.of(hub, login)
                            .get("/c/" + conference.id + "/council")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(hub.get("childguidance", path).ok().text()).contains(RECORD);

        conference.consentWithdrawn("shelter", "J0001").ok();

        assertThat(hub.get("childguidance", path).status()).isEqualTo(404);
        assertThat(hub.post("childguidance", path + "/record", Json.of("councilRecord", RECORD))
                        .status())
                .isEqualTo(404);
        assertThat(hub.get("center", path).ok().text()).contains(RECORD);
    }

    private static String agenda(Conference conference, String login) {
        return withoutSpace(ReadPdf.text(hub.get(login, "/conferences/" + conference.id + "/documents/agenda.pdf")
                .ok()
                .body()));
    }
}
