package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the support plan: opened from the result, written, submitted, approved or returned, confirmed with her. */
class PlanPagesIT {

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
    void aPlanIsMadeFromTheResultToHerConfirmation() {
        Conference conference = Conference.in(hub, "REPORTED");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.get(at(conference, "")).body())
                .contains("計画はまだありません")
                .contains("計画を作る");

        assertThat(sapporo.fill(at(conference, ""), Map.of()).to()).isEqualTo(at(conference, "/edit"));
        PageBrowser.Page form = sapporo.get(at(conference, "/edit"));
        assertThat(form.body()).contains(Conference.OUTCOME).contains("見学に同行する");

        assertThat(sapporo.post(at(conference, "/edit"), form, written()).to()).isEqualTo(at(conference, ""));
        assertThat(sapporo.get(at(conference, "")).body()).contains(Plan.WISHES).contains("作成中");
        PageBrowser.Page again = sapporo.get(at(conference, "/edit"));
        Map<String, String> submitted = written();
        submitted.put("_action", "submit");
        assertThat(sapporo.post(at(conference, "/edit"), again, submitted).to()).isEqualTo(at(conference, ""));

        PageBrowser director = PageBrowser.of(hub, "director");
        assertThat(director.fill(at(conference, "/approval"), Map.of("decision", "APPROVE"))
                        .to())
                .isEqualTo(at(conference, ""));
        PageBrowser.Page asked = sapporo.get(at(conference, "/confirmation"));
        Map<String, String> told = day("confirmedOn", hub.clock().today());
        told.put("confirmation", "AGREED");
        told.put("method", "ORAL");
        told.put("copyGiven", "false");
        assertThat(sapporo.post(at(conference, "/confirmation"), asked, told).to())
                .isEqualTo(at(conference, ""));
        assertThat(sapporo.get(at(conference, "")).body()).contains("本人確認済").contains("新しい版を作る");

        PageBrowser.Page paper = sapporo.get(at(conference, "/1.pdf"));
        assertThat(paper.body()).startsWith("%PDF-");
        assertThat(paper.disposition()).startsWith("inline; filename=\"R8-");

        assertThat(sapporo.fill(at(conference, ""), Map.of()).to()).isEqualTo(at(conference, "/edit"));
        assertThat(sapporo.get(at(conference, "/edit")).body())
                .contains(Plan.WISHES)
                .contains(Plan.MEASURE);
    }

    @Test
    void whatIsMissingForTheDirectorIsSaidWhereItStandsAndIsNotLost() {
        Conference conference = opened();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        Map<String, String> half = written();
        half.remove("participation");
        half.put("_action", "submit");

        PageBrowser.Page again = sapporo.fill(at(conference, "/edit"), half);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"participation-problem\"").contains(Plan.WISHES);
        half.put("participation", "ATTENDED");
        assertThat(sapporo.post(at(conference, "/edit"), again, half).to()).isEqualTo(at(conference, ""));
    }

    @Test
    void theDirectorReturnsItWithAReason() {
        Conference conference = opened();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        Map<String, String> submitted = written();
        submitted.put("_action", "submit");
        sapporo.fill(at(conference, "/edit"), submitted);
        PageBrowser director = PageBrowser.of(hub, "director");

        PageBrowser.Page refused = director.fill(at(conference, "/approval"), Map.of("decision", "RETURN"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"reason-problem\"");
        assertThat(director.fill(at(conference, "/approval"), Map.of("decision", "RETURN", "reason", "期限を短く"))
                        .to())
                .isEqualTo(at(conference, ""));

        assertThat(sapporo.get(at(conference, "/edit")).body()).contains("期限を短く");
        assertThat(director.get(at(conference, "/approval")).status()).isEqualTo(404);
    }

    @Test
    void theSecondOfTwoWritersSeesBothTexts() {
        Conference conference = opened();
        PageBrowser one = PageBrowser.of(hub, "sapporo");
        PageBrowser other = PageBrowser.of(hub, "sapporo2");
        PageBrowser.Page early = one.get(at(conference, "/edit"));
        Map<String, String> theirs = written();
        theirs.put("situation", "先に書いた文（架空）");
        other.fill(at(conference, "/edit"), theirs);

        PageBrowser.Page conflict = one.post(at(conference, "/edit"), early, written());

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body()).contains("先に書いた文（架空）").contains(Conference.SITUATION);
        assertThat(one.post(at(conference, "/edit"), conflict, written()).status())
                .isEqualTo(302);
    }

    @Test
    void othersSeeItWhenItIsTheirTimeAndStrangersNever() {
        Conference conference = opened();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        sapporo.fill(at(conference, "/edit"), written());
        PageBrowser police = PageBrowser.of(hub, "police");
        assertThat(police.get(at(conference, "")).body()).contains("計画はまだありません").doesNotContain(Plan.HERS);
        assertThat(police.get(at(conference, "/1.pdf")).status()).isEqualTo(404);
        for (String page : List.of("/edit", "/approval", "/confirmation")) {
            assertThat(police.get(at(conference, page)).status()).as(page).isEqualTo(404);
        }
        PageBrowser stranger = PageBrowser.of(hub, "asahikawa");
        for (String page : List.of("", "/edit", "/approval", "/confirmation", "/1.pdf")) {
            assertThat(stranger.get(at(conference, page)).status()).as(page).isEqualTo(404);
        }

        Map<String, String> submitted = written();
        submitted.put("_action", "submit");
        sapporo.fill(at(conference, "/edit"), submitted);
        PageBrowser.of(hub, "director").fill(at(conference, "/approval"), Map.of("decision", "APPROVE"));
        assertThat(police.get(at(conference, "")).body()).contains(Plan.WISHES);
    }

    private static Conference opened() {
        Conference conference = Conference.in(hub, "REPORTED");
        PageBrowser.of(hub, "sapporo").fill(at(conference, ""), Map.of());
        return conference;
    }

    private static Map<String, String> written() {
        Map<String, String> typed = day("nextReview", hub.clock().today().plusMonths(2));
        typed.put("wishes", Plan.WISHES);
        typed.put("participation", "ATTENDED");
        typed.put("keyPerson", "見本 花子");
        typed.put("situation", Conference.SITUATION);
        typed.put("policy", Plan.POLICY);
        typed.put("goals[0].term", "LONG");
        typed.put("goals[0].text", "静かに暮らす（架空）");
        typed.put("measures[0].area", "HOUSING");
        typed.put("measures[0].measure", Plan.MEASURE);
        typed.put("measures[0].agency", "011002");
        return typed;
    }

    private static Map<String, String> day(String field, LocalDate day) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(field + ".era", "西暦");
        typed.put(field + ".year", String.valueOf(day.getYear()));
        typed.put(field + ".month", String.valueOf(day.getMonthValue()));
        typed.put(field + ".day", String.valueOf(day.getDayOfMonth()));
        return typed;
    }

    private static String at(Conference conference, String page) {
        return "/c/" + conference.id + "/plan" + page;
    }
}
