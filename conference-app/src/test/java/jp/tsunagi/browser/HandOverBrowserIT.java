package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import jp.tsunagi.flow.CaseToHandOver;
import jp.tsunagi.flow.HubUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case goes from one agency to another on the screen, and one comes in from outside the hub. */
class HandOverBrowserIT {

    private static Browsers browsers;
    private static HubUnderTest hub;

    @BeforeAll
    static void start(@TempDir Path folder) {
        browsers = Browsers.open();
        hub = HubUnderTest.start(folder, LocalDateTime.of(2026, 11, 20, 9, 0));
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void goesFromSapporoToAsahikawa() {
        String conference = CaseToHandOver.of(hub);
        String name = CaseToHandOver.name();
        try (Visitor sapporo = Visitor.at(hub, browsers.browser(), "sapporo").signIn();
                Visitor center = Visitor.at(hub, browsers.browser(), "center").signIn();
                Visitor director =
                        Visitor.at(hub, browsers.browser(), "director").signIn();
                Visitor asahikawa =
                        Visitor.at(hub, browsers.browser(), "asahikawa").signIn()) {
            HandOvers.offer(sapporo, conference, name);
            HubUnderTest.until(
                    "the offer", () -> asahikawa.open("/tasks").page().content().contains("/handovers/"));
            HandOvers.accept(
                    asahikawa,
                    name,
                    () -> HubUnderTest.until(
                            "the case",
                            () -> sapporo.open(conference + "/handovers").text().contains("引継ぎずみ")));
            sapporo.look("handover-done").open(conference + "/closing").look("handover-closing");
            assertThat(sapporo.value("reason")).contains("引き継いだ");
            sapporo.open(conference + "/plan/progress").look("handover-progress");
            assertThat(sapporo.text()).contains("引き継いだ");
            Keeping.close(sapporo, conference);
            Keeping.hold(center, conference);
            Keeping.forget(center, director, conference);
            assertThat(director.text()).contains("消した案件");
            assertThat(String.join("\n", center.traces())).doesNotContain(name);
            assertThat(center.errors()).isEmpty();
            assertThat(sapporo.errors()).isEmpty();
            assertThat(asahikawa.errors()).isEmpty();
            assertThat(String.join("\n", asahikawa.traces())).doesNotContain(name);
        }
    }

    @Test
    void comesInFromElsewhere() {
        try (Visitor asahikawa =
                Visitor.at(hub, browsers.browser(), "asahikawa").signIn()) {
            HandOvers.receive(
                    asahikawa,
                    () -> HubUnderTest.until(
                            "the case",
                            () -> asahikawa.open(asahikawa.path()).text().contains("案件ができました")));
            assertThat(asahikawa.errors()).isEmpty();
        }
    }
}
