package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jp.tsunagi.flow.HubUnderTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole conference on the screen: six people, from the request to the plan, and a withdrawal. Every page passed is
 * checked and kept as a picture; her name and address leave no trace outside the pages.
 */
class ConferenceBrowserIT {

    private static final int DOTS_PER_INCH = 60;
    /** What would tell whoever finds the paper in her bag. */
    private static final List<String> TELLING =
            List.of("DV", "警察", "シェルター", "センター", "支援", "計画", "札幌", "相談", "R8-", "個別", "取扱注意", "会議", "架空 花子");

    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 20, 9, 0);
    private static final LocalDateTime AFTER_THE_MEETING = LocalDateTime.of(2026, 12, 3, 13, 0);

    /** Her address is hidden, her workplace withheld, and she does not agree that Asahikawa takes part. */
    private static final Requests.Told HANAKO =
            new Requests.Told("架空 花子", "かくう はなこ", "架空市見本町九丁目", "勤務先", List.of("P0001", "J0001", "012041"), "012041");

    private final List<Visitor> visitors = new ArrayList<>();
    private final Browser.NewContextOptions options = new Browser.NewContextOptions();
    private final List<String> languages = new ArrayList<>();
    private String pictures = "";
    private boolean byKeys;

    @TempDir
    Path folder;

    private Browsers browsers;
    private HubUnderTest hub;
    private LogLines log;

    @BeforeEach
    void start() {
        browsers = Browsers.open();
        hub = HubUnderTest.start(folder, MORNING);
        log = LogLines.open();
    }

    @AfterEach
    void stop() {
        visitors.forEach(Visitor::close);
        if (log != null) {
            log.close();
        }
        if (hub != null) {
            hub.close();
        }
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void isPlayedBySixPeopleFromTheRequestToThePlan() throws Exception {
        play();
    }

    @Test
    void isPlayedInEnglish() throws Exception {
        pictures = "en-";
        languages.add("en");
        play();
    }

    @Test
    void isPlayedWithoutScripts() throws Exception {
        pictures = Visitor.NO_PICTURES;
        options.setJavaScriptEnabled(false);
        play();
    }

    @Test
    void isPlayedByKeysAlone() throws Exception {
        byKeys = true;
        play();
    }

    private void play() throws Exception {
        Visitor sapporo = visitor("sapporo");
        Requests.write(sapporo, HANAKO, sapporo::look);
        String conference = sapporo.path();
        Visitor shelter = visitor("shelter");
        hub.awaitState("sapporo", id(conference), "CONSENT_CHECK");
        sapporo.open(conference + "/recall").look("S17-recall");
        Visitor center = visitor("center");
        Returns.giveBack(center, conference);
        Returns.mend(sapporo, conference, "転居先の検討。時期も話し合う。" + HANAKO.marked(""));
        hub.awaitState("sapporo", id(conference), "CONSENT_CHECK");

        shelter.open("/")
                .look("S03-home-turns")
                .open(conference + "/consent-answer")
                .look("S21-consent-answer");
        shelter.tick("refusalExplained", "true")
                .tick("result", "CONSENTED")
                .tick("method", "FACE_TO_FACE")
                .type("confirmedBy", "架空の家 職員")
                .date("confirmedOn", "令和", 8, 11, 20)
                .go()
                .look("S21-consent-answer-check")
                .go();

        center.open("/desk").look("S19-desk").open(conference + "/review").look("S20-review");
        Stream.of("assignment", "consent-check", "block-list")
                .forEach(page -> center.open(conference + "/" + page).look("S20-" + page));
        center.open(conference + "/referral").look("S20-referral").go();

        Visitor director = visitor("director");
        director.open(conference + "/decision").look("S22-decision");
        director.tick("decision", "HOLD").go().look("S22-decision-check").go().look("S22-decision-made");

        center.open(conference + "/convening").look("S23-convening");
        assertThat(center.text()).contains("架空警察署", "架空児童相談所");
        Conferences.withdrawRow(center, "participants", "012041");
        Conferences.convene(center);
        center.go().look("S24-convening-check");
        assertThat(center.text()).doesNotContain(HANAKO.address(), HANAKO.withheld() + "：");
        center.go();
        assertThat(state(conference)).isEqualTo("CONVENED");

        Visitor police = visitor("police");
        Visitor childGuidance = visitor("childguidance");
        police.open("/inbox")
                .look("S05-inbox")
                .open(conference + "/attendance-reply")
                .look("S25-attendance-reply");
        police.open("/tasks").look("S04-tasks").open(conference + "/attendance-reply");
        assertThat(police.page().content()).doesNotContain(HANAKO.name());
        Conferences.accept(police, "警察 太郎");
        Conferences.accept(childGuidance.open(conference + "/attendance-reply"), "児相 次郎");
        police.open(conference).look("overview-participant");
        assertThat(police.text()).contains("転居を望んでいる").doesNotContain(HANAKO.name(), HANAKO.address(), "架空商店");
        police.reveal();
        assertThat(police.text()).contains(HANAKO.name());
        police.look("name-revealed");

        police.open(conference + "/information-sheet").look("S27-information-sheet");
        police.type("facts", "通報が二度あった。").type("proposedSupport", "巡回を増やす。").go();
        police.open(conference + "/papers").look("S28-papers");
        String agenda = paper(police, conference, "agenda");
        assertThat(agenda).contains("架空警察署", "守秘").doesNotContain(HANAKO.address());

        Stream.of("rescheduling", "cancellation")
                .forEach(page -> center.open(conference + "/" + page).look("S23-" + page));
        Stream.of("withdrawal", "consent/renewal")
                .forEach(page -> sapporo.open(conference + "/" + page).look("S37-" + page.replace('/', '-')));

        hub.clock().atLeast(AFTER_THE_MEETING);
        List.of(sapporo, center, police, childGuidance, director, shelter).forEach(Visitor::signInAgain);
        center.open(conference + "/meeting").look("S29-meeting");
        Conferences.record(center);
        sapporo.open(conference + "/outcome-report").look("S30-outcome-report");
        Conferences.report(sapporo, () -> sapporo.look("S30-outcome-report-check"));
        assertThat(state(conference)).isEqualTo("REPORTED");
        sapporo.open(conference).look("overview-reported");

        police.open(conference);
        assertThat(police.text()).contains("転居を支援する");
        assertThat(paper(police, conference, "outcome-record"))
                .contains("転居を支援する", "架空警察署 用")
                .doesNotContain(HANAKO.address(), "架空商店");

        Minutes.object(police, conference, "転居を支援する");
        Minutes.answer(center, conference, "春までに、転居を支援する。" + HANAKO.marked("架空商店には知らせない。"));
        Minutes.confirm(police, conference);
        assertThat(police.text()).contains("春までに、転居を支援する").doesNotContain("架空商店");

        for (String kind : List.of("case-review-form", "convening-notice", "information-sheet")) {
            assertThat(paper(police, conference, kind)).as(kind).doesNotContain(HANAKO.address(), "架空商店");
        }
        paper(sapporo, conference, "case-review-form");
        paper(center, conference, "sharing-report");

        Plans.make(sapporo, conference);
        Plans.approve(director, conference);
        Together.confirm(sapporo, conference);
        sapporo.open(conference + "/plan").look("S34-plan-confirmed");
        assertThat(pdf(sapporo, conference + "/plan/1.pdf", "support-plan")).contains("安心して眠りたい");
        sapporo.open(conference + "/plan/hers").look("S33-hers");
        assertThat(pdf(sapporo, conference + "/plan/1/person.pdf?furigana=true&children=true", "support-plan-person"))
                .contains("安心して眠りたい")
                .doesNotContain(HANAKO.address());
        assertThat(pdf(sapporo, conference + "/plan/1/memo.pdf", "support-plan-memo"))
                .contains("予定のメモ", "海辺で本を読む")
                .doesNotContain(TELLING);
        FollowUps.progress(police, conference);
        FollowUps.review(sapporo, conference);
        Together.say(sapporo, conference, "安心して眠り、花の仕事も探したい。");
        SafetyPlans.write(sapporo, conference, "裏口から出る。");
        Deadlines.enter(sapporo, conference);
        Memos.send(sapporo, conference, "P0001", "見本病院に付き添った。" + HANAKO.marked("架空商店には知らせない。"));
        Memos.undo(sapporo);
        police.open(conference + "/memos").look("S40-memo-read");
        assertThat(police.text()).contains("病院に付き添った").doesNotContain("架空商店");

        director.open(conference + "/location-view").look("location-view");
        director.type("reason", "避難先の安全を確かめるため").go();
        assertThat(director.text()).contains(HANAKO.address());
        director.look("location-view-shown");
        sapporo.open(conference + "/team").look("team");
        Stream.of("handovers", "intake-sheet", "consultations", "child-notifications", "complaints")
                .forEach(tab -> sapporo.open(conference + "/" + tab).look("tab-" + tab));
        Stream.of("disclosures", "disclosures/new")
                .forEach(page -> center.open(conference + "/" + page).look("S37-" + page.replace('/', '-')));
        Emergencies.open(center, director);
        Stream.of("closing", "next")
                .forEach(page -> sapporo.open(conference + "/" + page).look("S41-" + page));
        Lists.search(sapporo, "R8-0001");
        Lists.plan(sapporo);
        sapporo.address("/c/" + "0".repeat(26)).look("S50-not-shown");
        office();
        FollowUps.late(hub, police, sapporo, director, conference);

        sapporo.open(conference + "/sharing").look("S38-sharing");
        sapporo.open(conference + "/record-views").look("S39-record-views");
        sapporo.open(conference + "/consent").look("S37-consent");
        sapporo.open(conference + "/consent-withdrawal").look("S37-withdrawal");
        Conferences.withdraw(sapporo);
        sapporo.look("S37-withdrawal-report");
        police.open(conference);
        assertThat(police.page().content()).doesNotContain(HANAKO.name(), "転居を支援する");
        police.look("overview-shared-no-more");
        PapersBack.ask(sapporo, conference, "P0001");
        hub.awaitQuiet();
        PapersBack.giveBack(police);
        assertThat(police.page().content()).doesNotContain(HANAKO.name(), "転居を支援する");

        for (Visitor visitor : visitors) {
            assertThat(visitor.errors()).isEmpty();
            assertThat(visitor.traces()).noneMatch(ConferenceBrowserIT::tellsOfHer);
        }
        assertThat(log.lines()).noneMatch(ConferenceBrowserIT::tellsOfHer);
    }

    /** The pages around the conferences, each as somebody who may see it. */
    private void office() {
        Visitor admin = visitor("admin");
        admin.open("/administration").look("S48-administration");
        admin.open("/administration/invitations/new").look("S48-invitation-new");
        admin.open("/administration/dead-letters").look("S48-dead-letters");
        admin.open("/directory").look("S44-directory");
        admin.open("/directory/012041").look("S44-agency");
        admin.open("/directory/new").look("S44-agency-new");
        visitor("auditor").open("/audit").look("S46-audit");
        visitor("director").open("/settings").look("S47-settings").open("/help").look("help");
    }

    private static boolean tellsOfHer(String trace) {
        return Stream.of("架空 花子", "カクウ", "かくう", "見本町", "架空商店")
                .flatMap(canary -> Stream.of(canary, URLEncoder.encode(canary, StandardCharsets.UTF_8)))
                .anyMatch(trace::contains);
    }

    private Visitor visitor(String login) {
        Visitor visitor = byKeys
                ? Visitor.byKeys(hub, browsers.browser(), login)
                : Visitor.at(hub, browsers.browser(), login, options, pictures);
        languages.forEach(visitor::speak);
        visitors.add(visitor.signIn());
        return visitor;
    }

    private String state(String conference) {
        return hub.get("center", "/conferences/" + id(conference)).string("state");
    }

    private static String id(String conference) {
        return conference.substring("/c/".length());
    }

    private String paper(Visitor visitor, String conference, String kind) throws Exception {
        return pdf(visitor, conference + "/papers/" + kind + ".pdf", kind);
    }

    /** What the paper says; it is kept as pictures too, one a page. */
    private String pdf(Visitor visitor, String path, String name) throws Exception {
        byte[] pdf = visitor.page().request().get(hub.pages() + path).body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            Path papers = Files.createDirectories(Path.of("target", "papers"));
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                ImageIO.write(
                        renderer.renderImageWithDPI(page, DOTS_PER_INCH),
                        "png",
                        papers.resolve(name + "-" + visitor.login() + "-" + (page + 1) + ".png")
                                .toFile());
            }
            return new PDFTextStripper().getText(document);
        }
    }
}
