package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Half of the written requests, gone on with from the report to a confirmed plan, a second conference and the end. */
class TwentyCasesIT {

    @TempDir
    static Path folder;

    private static HubUnderTest hub;
    private static ToClosure closure;
    private static List<PlayedCase> twenty;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(folder, FortyCases.START);
        People people = new People(hub);
        closure = new ToClosure(hub, people);
        twenty = FortyCases.play(hub, people, WrittenCase.all().subList(0, 20), closure.days());
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static Stream<DynamicTest> each(Consumer<PlayedCase> check) {
        return twenty.stream()
                .map(played -> dynamicTest(played.written.id(), () -> {
                    played.failure().ifPresent(failure -> {
                        throw new AssertionError(failure);
                    });
                    check.accept(played);
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachCaseIsClosedAfterItsSecondConference() {
        assertThat(twenty).hasSize(20);
        return each(played -> {
            assertThat(played.state).isEqualTo("CLOSED");
            JsonNode closing = closure.second(played).read("center").ok().json().path("closing");
            assertThat(closing.at("/watchOver/howOften").asString()).isEqualTo("月に一度");
            assertThat(closing.path("planVersion").asInt()).isEqualTo(2);
        });
    }

    @TestFactory
    Stream<DynamicTest> eachPlanHasOneConfirmedVersionAndMeasuresOfEveryState() {
        return each(played -> {
            JsonNode versions = closure.versions(played);
            assertThat(versions.findValuesAsString("state")).containsExactly("CONFIRMED", "SUPERSEDED");
            List<String> states = new ArrayList<>();
            versions.path(0)
                    .path("measures")
                    .forEach(one -> states.add(one.path("progress").asString()));
            assertThat(states).containsExactlyInAnyOrderElementsOf(ToClosure.ENDINGS.keySet());
        });
    }

    @TestFactory
    Stream<DynamicTest> eachWasReviewedWithBothHerWishes() {
        return each(played -> {
            JsonNode reviews = closure.reviews(played);
            assertThat(reviews.size()).isOne();
            assertThat(reviews.at("/0/lastWishes").asString()).isEqualTo(played.written.text("topics"));
            assertThat(reviews.at("/0/wishes").asString()).isEqualTo(Plan.NEW_WISHES);
        });
    }

    /** What has not ended is on the next agenda by itself; what has ended, however, is not. */
    @TestFactory
    Stream<DynamicTest> eachSecondMeetingBeganWithWhatWasLeft() {
        return each(played -> assertThat(closure.openAtSecond(played))
                .containsExactlyInAnyOrder(
                        ToClosure.measure("IN_PROGRESS"), ToClosure.measure("NOT_DONE"), ToClosure.measure("PLANNED")));
    }
}
