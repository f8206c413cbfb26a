package jp.tsunagi.flow;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.tsunagi.document.ReadPdf;
import jp.tsunagi.document.TaggedText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The forty written requests, after the year and a half in which they were played. */
interface FortyRequests {

    HubUnderTest hub();

    People people();

    List<PlayedCase> forty();

    private Stream<DynamicTest> each(Consumer<PlayedCase> check) {
        return forty().stream()
                .map(played -> dynamicTest(played.written.id(), () -> {
                    played.failure().ifPresent(failure -> {
                        throw new AssertionError(failure);
                    });
                    check.accept(played);
                }));
    }

    private PlayedCase numbered(String id) {
        return forty().stream()
                .filter(played -> played.written.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @TestFactory
    default Stream<DynamicTest> eachRequestGoesAllTheWayToItsReport() {
        assertThat(forty()).hasSize(40);
        return each(played -> assertThat(played.state).isEqualTo("REPORTED"));
    }

    @Test
    default void theOneWithoutConsentIsRefusedUntilSheHasAgreed() {
        assertThat(numbered("C016").refusedFirst.status()).isEqualTo(422);
        assertThat(numbered("C016").refusedFirst.rule()).isEqualTo("consent.not-confirmed");
        assertThat(forty().stream().filter(played -> played.refusedFirst != null))
                .hasSize(1);
    }

    @TestFactory
    default Stream<DynamicTest> theWordsOfEachStandOnItsForm() {
        return each(played -> {
            WrittenCase written = played.written;
            Map<String, String> boxes = TaggedText.boxes(played.requestersEdition);
            String own = people().nameOf(people().agency(written.text("requestingAgency")));
            assertBox(boxes, "要請機関名", own);
            assertBox(boxes, "対象者氏名", written.text("name"));
            assertBox(boxes, "生年月日", inEra(LocalDate.parse(written.text("birthDate"))));
            assertBox(boxes, "住所", written.text("address"));
            assertBox(boxes, "現在の状況", written.text("currentSituation"));
            assertBox(boxes, "ケース概要", written.overviewAsTyped());
            assertBox(boxes, "協議事項", written.text("topics"));
            assertBox(boxes, "開催希望場所 (※2)", written.text("preferredPlace"));
            assertThat(boxes.get("年齢")).isEqualTo(written.ageAtRequest() + "歳");
            for (JsonNode invitee : written.paper().path("invitees")) {
                assertThat(withoutSpace(boxes.get("参集範囲 (※1)")))
                        .contains(withoutSpace(invitee.path("agency").asString()
                                + invitee.path("section").asString("")));
            }
            for (JsonNode attendee : written.paper().path("outcome").path("attendees")) {
                String words = attendee.path("agency").asString();
                boolean herself = words.equals("本人") || words.equals("長女") || words.equals("二女");
                assertThat(withoutSpace(boxes.get("出席者"))).contains(herself ? "本人等" : withoutSpace(words));
            }
            assertThat(withoutSpace(boxes.get("協議結果・支援方針"))).startsWith(withoutSpace(written.outcome()));
            assertBox(boxes, "開催場所", written.place());
        });
    }

    private static void assertBox(Map<String, String> boxes, String label, String typed) {
        assertThat(withoutSpace(boxes.get(label))).as(label).isEqualTo(withoutSpace(typed));
    }

    /** By the calendar of Java itself, beside the one that the forms are printed with. */
    private static String inEra(LocalDate day) {
        JapaneseDate japanese = JapaneseDate.from(day);
        int year = japanese.get(ChronoField.YEAR_OF_ERA);
        return DateTimeFormatter.ofPattern("G", Locale.JAPAN).format(japanese)
                + (year == 1 ? "元" : String.valueOf(year))
                + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    @TestFactory
    default Stream<DynamicTest> noEditionButTheRequestersHoldsTheAddress() {
        return each(played -> {
            assertThat(played.editions).hasSameSizeAs(played.attendees);
            List<byte[]> others = new ArrayList<>(played.editions.values());
            others.add(played.centersEdition);
            for (byte[] edition : others) {
                assertThat(withoutSpace(ReadPdf.text(edition))).doesNotContain(played.written.address());
                assertThat(TaggedText.boxes(edition)).containsEntry("住所", "表示できません");
            }
            for (String read : played.afterPledge.values()) {
                assertThat(withoutSpace(read)).doesNotContain(played.written.address());
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> anAttendeeSeesNothingOfHersBeforeThePledgeAndHerNameAfterIt() {
        return each(played -> {
            assertThat(played.beforePledge).isNotEmpty();
            for (String read : played.beforePledge.values()) {
                assertThat(Json.read(read).path("state").asString()).isEqualTo("CONVENED");
                played.written
                        .secrets()
                        .forEach((what, secret) -> assertThat(read).as(what).doesNotContain(secret));
            }
            for (String read : played.afterPledge.values()) {
                assertThat(Json.read(read).path("name").asString()).isEqualTo(played.written.text("name"));
            }
        });
    }

    @Test
    default void tenCameOverTheBrokerAndEachTwiceSentMadeOneRequest() {
        List<PlayedCase> sent =
                forty().stream().filter(played -> played.byBroker).toList();
        assertThat(sent).hasSize(10);
        for (PlayedCase played : sent) {
            assertThat(played.acknowledgedTwice).isEqualTo(played.conference);
        }
        assertThat(forty().stream().map(played -> played.conference).distinct()).hasSize(40);
        for (PlayedCase played : forty()) {
            JsonNode list =
                    hub().get(played.requester, "/conferences?size=100").ok().json();
            assertThat(list.path("items").valueStream().map(line -> line.path("id")
                            .asString()))
                    .containsOnlyOnce(played.conference);
        }
    }

    /** No agency is left out of what concerns it, and none is told twice. */
    @TestFactory
    default Stream<DynamicTest> eachAgencyIsToldOnceOfEachThingThatConcernsIt() {
        // The Center is told of an outcome after everybody else, and who asked of the plan's approval last of all.
        for (PlayedCase played : forty()) {
            played.failure().ifPresentOrElse(failure -> {}, () -> {
                hub().awaitKind("director", played.conference, "outcome");
                hub().awaitKind(played.requester, played.conference, "plan-approved");
            });
        }
        Map<String, List<JsonNode>> inboxes = new HashMap<>();
        return each(played -> {
            for (String attendee : played.attendees.values()) {
                assertThat(kinds(inboxes, attendee, played))
                        .containsExactlyElementsOf(sorted("agenda", played.sheets, "convening", 1, "outcome", 1));
            }
            assertThat(kinds(inboxes, played.requester, played))
                    .containsExactlyElementsOf(sorted(
                            "consent-check", 1, "convening", 1, "plan-approved", 1, "report-due", 1, "to-be-held", 1));
            assertThat(kinds(inboxes, "center", played))
                    .containsExactlyElementsOf(sorted(
                            "outcome",
                            1,
                            "plan-submitted",
                            1,
                            "ready-for-review",
                            1,
                            "replied",
                            played.attendees.size(),
                            "request-received",
                            1,
                            "sheet-received",
                            played.sheets,
                            "to-be-convened",
                            1));
            assertThat(kinds(inboxes, "director", played))
                    .containsExactlyElementsOf(sorted("outcome", 1, "plan-submitted", 1, "ready-for-review", 1));
        });
    }

    private List<String> kinds(Map<String, List<JsonNode>> inboxes, String login, PlayedCase played) {
        return kinds(inboxes.computeIfAbsent(login, owner -> hub().inbox(owner, null)), played.conference);
    }

    private static List<String> kinds(List<JsonNode> notices, String conference) {
        return notices.stream()
                .filter(notice -> notice.path("conferenceId").asString().equals(conference))
                .map(notice -> notice.path("kind").asString())
                .sorted()
                .toList();
    }

    private static List<String> sorted(Object... kindsAndTimes) {
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < kindsAndTimes.length; i += 2) {
            kinds.addAll(Collections.nCopies((Integer) kindsAndTimes[i + 1], (String) kindsAndTimes[i]));
        }
        return kinds.stream().sorted().toList();
    }

    /** C001: she does not want the school named to any but the board of education. Nobody marked where it is spoken of. */
    @Test
    default void aWithheldThingThatIsNotMarkedHidesTheFreeTextsFromThatAgencyAlone() {
        PlayedCase played = numbered("C001");
        String board = people().agency("釧路市教育委員会");
        String overview = played.written.text("caseOverview");
        played.afterPledge.forEach((agency, read) -> {
            JsonNode seen = Json.read(read);
            if (agency.equals(board)) {
                assertThat(seen.path("caseOverview").asString()).isEqualTo(overview);
            } else {
                assertThat(seen.has("caseOverview")).isFalse();
                assertThat(seen.path("withheld").valueStream().map(JsonNode::asString))
                        .contains("caseOverview", "currentSituation", "topics");
            }
        });
        played.editions.forEach((agency, edition) -> assertThat(
                        withoutSpace(ReadPdf.text(edition)).contains("自閉スペクトラム症"))
                .isEqualTo(agency.equals(board)));
    }

    /** C034: the sentences were marked, so that the rest of the text can be shared. */
    @Test
    default void aMarkedPassageIsTakenOutAndTheRestIsShared() {
        PlayedCase played = numbered("C034");
        List<String> withheld = played.written.sentencesWithheld();
        assertThat(withheld).isNotEmpty();
        for (String sentence : withheld) {
            assertThat(played.afterPledge.values()).isNotEmpty().allSatisfy(read -> {
                assertThat(read).doesNotContain(sentence).contains("〔伏せています〕").contains("本人の手元に残った額は僅かである");
            });
            assertThat(played.editions.values()).allSatisfy(edition -> assertThat(withoutSpace(ReadPdf.text(edition)))
                    .doesNotContain(withoutSpace(sentence).substring(0, 20))
                    .contains("〔伏せています〕"));
        }
    }

    @Test
    default void noMeetingIsConvenedWhileHerConditionIsNotMet() {
        List<PlayedCase> conditional = forty().stream()
                .filter(played -> played.conveningBeforeConditions != null)
                .toList();
        assertThat(conditional).hasSize(2).allSatisfy(played -> {
            assertThat(played.conveningBeforeConditions.status()).isEqualTo(409);
            assertThat(played.conveningBeforeConditions.rule()).isEqualTo("consent.condition-unmet");
        });
    }
}
