package jp.tsunagi.conference;

import static jp.tsunagi.casefile.CasefileFixtures.TODAY;
import static jp.tsunagi.conference.ConferenceFixtures.DIRECTORY;
import static jp.tsunagi.conference.ConferenceFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.shared.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {

    @Test
    void aCompleteRequestHasNothingWrong() {
        assertThat(submitting(request())).isEmpty();
        assertThat(drafting(request())).isEmpty();
    }

    @Test
    void aRequestWithNothingMoreThanIsRequiredHasNothingWrong() {
        assertThat(submitting(least())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "guidelineItem,     guidelineItem choose",
        "name,              name required",
        "currentSituation,  currentSituation required",
        "caseOverview,      caseOverview required",
        "topics,            topics required",
        "invitees,          invitees at-least-one",
        "consent,           consent.confirmed consent-tick",
        "consent.confirmed, consent.confirmed consent-tick"
    })
    void whatIsRequiredIsAskedForAtSubmissionAndNotInADraft(String field, String problem) {
        assertThat(submitting(least().with(field, null))).containsExactly(problem);
        assertThat(drafting(least().with(field, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "currentSituation", "caseOverview", "topics"})
    void blanksAreNothing(String field) {
        for (String blank : List.of("", " ", "　", "\n\t")) {
            assertThat(submitting(least().with(field, blank))).contains(field + " required");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kana",
                "formerName",
                "commonName",
                "callName",
                "nameAtMeeting",
                "birthDate",
                "approximateAge",
                "address",
                "addressHandling",
                "phone",
                "safeContact",
                "needs",
                "wishes",
                "factors",
                "preferredSlots",
                "preferredPlace",
                "urgent",
                "legalBasis",
                "contactPerson",
                "contactPhone",
                "consent.method",
                "consent.confirmedBy",
                "consent.confirmedOn",
                "consent.validUntil",
                "consent.recipients",
                "consent.withheld",
                "consent.conditions",
                "consent.locationRecipients",
                "consent.contactAgency"
            })
    void everythingElseMayBeLeftOut(String field) {
        assertThat(submitting(request().with(field, null))).isEmpty();
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("name", 100),
                Arguments.of("kana", 100),
                Arguments.of("formerName", 100),
                Arguments.of("commonName", 100),
                Arguments.of("callName", 100),
                Arguments.of("address", 500),
                Arguments.of("phone", 100),
                Arguments.of("safeContact", 500),
                Arguments.of("currentSituation", 4_000),
                Arguments.of("caseOverview", 8_000),
                Arguments.of("topics", 4_000),
                Arguments.of("wishes", 4_000),
                Arguments.of("preferredPlace", 500),
                Arguments.of("contactPerson", 100),
                Arguments.of("contactPhone", 100),
                Arguments.of("source", 500),
                Arguments.of("needs[0]", 500),
                Arguments.of("invitees[0].agencyName", 100),
                Arguments.of("invitees[0].section", 500),
                Arguments.of("invitees[0].person", 100),
                Arguments.of("invitees[0].reason", 500),
                Arguments.of("preferredSlots[0].note", 500),
                Arguments.of("consent.confirmedBy", 100),
                Arguments.of("consent.withheld[0].item", 100),
                Arguments.of("consent.conditions[0].text", 500),
                Arguments.of("consent.locationRecipients[0].need", 500));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void isAsLongAsItsLimitInCharactersAsPeopleCountThem(String field, int limit) {
        for (String character : List.of("あ", "𠮷")) {
            ConferenceFixtures.Draft longest = full().with(field, character.repeat(limit));
            ConferenceFixtures.Draft longer = full().with(field, character.repeat(limit + 1));

            assertThat(submitting(longest)).isEmpty();
            assertThat(submitting(longer)).containsExactly(field + " too-long");
            assertThat(drafting(longer)).containsExactly(field + " too-long");
        }
    }

    @ParameterizedTest
    @MethodSource("limits")
    void whatNoPaperCanShowIsFoundWhenItIsTyped(String field, int limit) {
        ConferenceFixtures.Draft typed = full().with(field, "雪" + ConferenceFixtures.FakeDirectory.NO_GLYPH);

        assertThat(submitting(typed)).containsExactly(field + " unprintable");
        assertThat(drafting(typed)).containsExactly(field + " unprintable");
    }

    @Test
    void everyTextOfARequestHasALimit() {
        // Whoever adds a text adds it to the limits; a text of 20,000 characters is too long anywhere.
        String long20 = "あ".repeat(20_000);
        List<String> unlimited = new ArrayList<>();
        for (String path : texts(full().json(), "")) {
            if (drafting(full().with(path, long20)).isEmpty()
                    && submitting(full().with(path, long20)).isEmpty()) {
                unlimited.add(path);
            }
        }
        assertThat(texts(full().json(), "")).hasSizeGreaterThan(24);
        assertThat(unlimited).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "needs, 50",
        "factors, 10",
        "invitees, 50",
        "preferredSlots, 10",
        "consent.recipients, 50",
        "consent.withheld, 50",
        "consent.conditions, 50",
        "consent.locationRecipients, 50"
    })
    void aListHasALimit(String field, int limit) {
        Object first = first(full().json(), field);

        assertThat(drafting(full().with(field, Collections.nCopies(limit, first))))
                .isEmpty();
        assertThat(drafting(full().with(field, Collections.nCopies(limit + 1, first))))
                .containsExactly(field + " too-many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "kana", "formerName", "commonName", "callName", "invitees[0].person"})
    void aNameHasNoMarkupAndDoesNotBeginAsAFormula(String field) {
        for (String markup : List.of("<script>alert(1)</script>", "花子<b>", "a>b")) {
            assertThat(submitting(full().with(field, markup))).containsExactly(field + " no-name-character");
        }
        for (String formula :
                List.of("=1+1", "+81", "-花子", "@SUM(A1)", "　=1", " =HYPERLINK(\"x\")", "＝1+1", "＋1", "＠花子")) {
            assertThat(submitting(full().with(field, formula)))
                    .as(formula)
                    .containsExactly(field + " no-name-beginning");
        }
    }

    @ParameterizedTest
    @CsvSource({"FORMER_NAME, formerName", "COMMON_NAME, commonName", "CALL_NAME, callName"})
    void theNameThatIsUsedAtTheMeetingIsThere(String chosen, String field) {
        for (String nothing : new String[] {null, "", "　"}) {
            ConferenceFixtures.Draft draft =
                    full().with("nameAtMeeting", chosen).with(field, nothing);

            assertThat(submitting(draft)).containsExactly(field + " used-at-meeting");
            assertThat(drafting(draft)).containsExactly(field + " used-at-meeting");
        }
        assertThat(submitting(full().with("nameAtMeeting", chosen))).isEmpty();
    }

    @Test
    void herOwnNameCanBeChosenWithoutAnyOther() {
        assertThat(submitting(request().with("nameAtMeeting", "NAME"))).isEmpty();
        assertThat(drafting(least().with("name", null).with("nameAtMeeting", "NAME")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"髙﨑 花子", "𠮷田 花子", "葛󠄀城 花子", "Anna-María Ó Brien", "ー子", "・花子", "花=子", "1234"})
    void aNameIsTakenAsItIsWritten(String name) {
        assertThat(submitting(request().with("name", name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "-1"})
    void thereAreTwoItemsInTheGuideline(int item) {
        assertThat(submitting(request().with("guidelineItem", item))).containsExactly("guidelineItem one-of");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-20, -",
                "2026-11-21, birthDate not-future",
                "1896-11-20, -",
                "1896-11-19, birthDate too-long-ago"
            })
    void aBirthDateIsPossible(String date, String problem) {
        assertThat(submitting(request().with("birthDate", date))).isEqualTo(list(problem));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-1, approximateAge between",
                "0, -",
                "130, -",
                "131, approximateAge between",
                "2147483647, approximateAge between"
            })
    void anAgeIsPossible(int age, String problem) {
        assertThat(submitting(request().with("birthDate", null).with("approximateAge", age)))
                .isEqualTo(list(problem));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-19, false, preferredSlots[0].date future",
                "2026-11-20, false, preferredSlots[0].date future",
                "2026-11-21, false, -",
                "2026-11-19, true, preferredSlots[0].date future",
                "2026-11-20, true, -"
            })
    void aWishIsForTheFutureAndForTodayOnlyWhereItIsUrgent(String date, boolean urgent, String problem) {
        assertThat(submitting(request().with("preferredSlots[0].date", date).with("urgent", urgent)))
                .isEqualTo(list(problem));
    }

    @Test
    void aWishHasADateOrANote() {
        assertThat(submitting(request().with("preferredSlots[0].date", null)))
                .containsExactly("preferredSlots[0].date date-or-note");
        assertThat(submitting(request().with("preferredSlots[0].date", null).with("preferredSlots[0].note", "なるべく早く")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12:00, 10:00", "10:00, 10:00"})
    void aWishEndsAfterItStarts(String start, String end) {
        assertThat(submitting(request().with("preferredSlots[0].start", start).with("preferredSlots[0].end", end)))
                .containsExactly("preferredSlots[0].end after-start");
    }

    @Test
    void anInviteeIsAnAgencyOfTheDirectoryOrOneByName() {
        assertThat(submitting(request().with("invitees[0].agency", "X9999")))
                .containsExactly("invitees[0].agency unknown-agency");
        assertThat(submitting(request().with("invitees[0].agency", null)))
                .containsExactly("invitees[0].agency agency-or-name");
        assertThat(submitting(request().with("invitees[0].agency", null).with("invitees[0].agencyName", "架空法律事務所")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-20, 2026-11-20, -",
                "2026-11-20, 2027-11-20, -",
                "2026-11-20, 2027-11-21, consent.validUntil at-most-a-year",
                "2026-11-21, -,          consent.confirmedOn not-future",
                "2026-11-20, 2026-11-19, consent.validUntil not-before-consent consent.validUntil consent-ended",
                "2026-10-01, 2026-11-19, consent.validUntil consent-ended",
                "2026-08-22, -,          -", // ninety days: today is the last one
                "2026-08-21, -,          consent.validUntil consent-ended",
                "-,          2027-11-20, -",
                "-,          2027-11-21, consent.validUntil at-most-a-year",
                "-,          -,          -"
            })
    void herConsentHoldsTodayAndAtMostAYear(String confirmedOn, String validUntil, String problems) {
        assertThat(submitting(
                        request().with("consent.confirmedOn", confirmedOn).with("consent.validUntil", validUntil)))
                .isEqualTo(pairs(problems));
    }

    @Test
    void theConsentNamesAgenciesThatThereAre() {
        assertThat(submitting(full().with("consent.recipients[0]", "X9999")))
                .containsExactly("consent.recipients[0] unknown-agency");
        assertThat(submitting(full().with("consent.contactAgency", "X9999")))
                .containsExactly("consent.contactAgency unknown-agency");
        assertThat(submitting(full().with("consent.withheld[0].exceptRecipients", List.of("X9999"))))
                .containsExactly("consent.withheld[0].exceptRecipients[0] unknown-agency");
        assertThat(submitting(full().with("consent.locationRecipients[0].agency", "X9999")))
                .containsExactly("consent.locationRecipients[0].agency unknown-agency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anAgencyThatIsListedIsNamed(String blank) {
        assertThat(submitting(full().with("consent.recipients[0]", blank)))
                .containsExactly("consent.recipients[0] choose");
        assertThat(submitting(full().with("consent.withheld[0].exceptRecipients", List.of(blank))))
                .containsExactly("consent.withheld[0].exceptRecipients[0] choose");
        assertThat(submitting(full().with("consent.locationRecipients[0].agency", blank)))
                .containsExactly("consent.locationRecipients[0].agency choose");
    }

    @Test
    void aConsentToNothingIsNone() {
        assertThat(submitting(full().with("consent.purposes", List.of()))).containsExactly("consent.purposes choose");
        assertThat(submitting(full().with("consent.purposes", List.of("PLAN")))).isEmpty();
    }

    @Test
    void aPermissionForTheLocationSaysWhatItIsNeededFor() {
        assertThat(submitting(full().with("consent.locationRecipients[0].need", " ")))
                .containsExactly("consent.locationRecipients[0].need required");
    }

    @Test
    void aConditionIsNotMetInTheFuture() {
        assertThat(submitting(full().with("consent.conditions[0].metOn", "2026-11-21")))
                .containsExactly("consent.conditions[0].metOn not-future");
    }

    @Test
    void holesInListsAreNothing() {
        assertThat(submitting(request()
                        .with("invitees", Collections.singletonList(null))
                        .with("preferredSlots", Collections.singletonList(null))
                        .with("consent.recipients", Collections.singletonList(null))))
                .containsExactly("invitees at-least-one");
    }

    @Test
    void whoActsForAnotherAgencySaysHowTheRequestCameIn() {
        assertThat(submitting(request().with("onBehalfOf", "E0001"))).containsExactly("source required");
        assertThat(submitting(request().with("onBehalfOf", "E0001").with("source", "電話")))
                .isEmpty();
    }

    @Test
    void anEmergencyMeetingWasHeldSomewhereAtSomeTimeAlready() {
        assertThat(submitting(request().with("retrospective", true))).containsExactly("held required");
        assertThat(submitting(retrospective("2026-11-18T10:00:00", "2026-11-18T11:00:00")))
                .isEmpty();
        assertThat(submitting(retrospective("2026-11-18T10:00:00", "2026-11-18T10:00:00")))
                .containsExactly("held.end after-start");
        assertThat(submitting(retrospective("2026-11-20T10:00:00", "2026-11-21T00:00:00")))
                .containsExactly("held.end not-future");
        assertThat(submitting(retrospective(null, null))).containsExactly("held.start required", "held.end required");
        assertThat(submitting(retrospective("2026-11-18T10:00:00", "2026-11-18T11:00:00")
                        .with("held.place", " ")))
                .containsExactly("held.place required");
    }

    @Test
    void anEmergencyMeetingMayWishForAPastSlot() {
        assertThat(submitting(retrospective("2026-11-18T10:00:00", "2026-11-18T11:00:00")
                        .with("preferredSlots[0].date", "2026-11-18")))
                .isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(submitting(request()
                        .with("name", null)
                        .with("birthDate", "2027-01-01")
                        .with("topics", "")
                        .with("invitees[0].agency", "X9999")
                        .with("preferredSlots[0].end", "09:00")
                        .with("consent.validUntil", "2028-01-01")))
                .containsExactlyInAnyOrder(
                        "name required",
                        "birthDate not-future",
                        "topics required",
                        "invitees[0].agency unknown-agency",
                        "preferredSlots[0].end after-start",
                        "consent.validUntil at-most-a-year");
    }

    @Test
    void twoThingsWrongWithOneFieldAreBothSaid() {
        assertThat(submitting(request().with("name", "=<b>")))
                .containsExactly("name no-name-character", "name no-name-beginning");
    }

    @Test
    void aProblemNeverRepeatsWhatWasTyped() {
        List<FieldProblem> problems = RequestRules.ofSubmission(
                request()
                        .with("name", "=秘密の名前")
                        .with("address", "秘密の町".repeat(200))
                        .with("birthDate", "2027-01-01")
                        .build(),
                DIRECTORY,
                TODAY.atTime(12, 0));

        assertThat(problems).hasSize(3);
        assertThat(problems.toString()).doesNotContain("秘密");
    }

    private static ConferenceFixtures.Draft least() {
        ConferenceFixtures.Draft least = request();
        List.copyOf(least.json().keySet()).stream()
                .filter(name -> !List.of(
                                "guidelineItem",
                                "name",
                                "currentSituation",
                                "caseOverview",
                                "topics",
                                "invitees",
                                "consent")
                        .contains(name))
                .forEach(least.json()::remove);
        return least.with("consent", new LinkedHashMap<>(Map.of("confirmed", true)));
    }

    /** Every text filled in. */
    private static ConferenceFixtures.Draft full() {
        return request()
                .with("formerName", "見本")
                .with("commonName", "見本 はな")
                .with("callName", "はな")
                .with("phone", "000-0000-0000")
                .with("safeContact", "平日の昼")
                .with("needs", list("通訳"))
                .with("contactPerson", "架空 相談員")
                .with("contactPhone", "000-0000-0001")
                .with("source", "電話")
                .with("invitees[0].agencyName", "架空警察署")
                .with("invitees[0].person", "例示 太郎")
                .with("consent.contactAgency", "S0001")
                .with("consent.recipients", list("P0001"))
                .with("consent.withheld", objects("item", "勤務先", "exceptRecipients", new ArrayList<>(List.of("P0001"))))
                .with("consent.conditions", objects("text", "通訳の同席", "metOn", "2026-11-20"))
                .with("consent.locationRecipients", objects("agency", "P0001", "need", "巡回"));
    }

    private static ConferenceFixtures.Draft retrospective(String start, String end) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("start", start);
        held.put("end", end);
        held.put("place", "庁舎");
        held.put(
                "attendance",
                List.of(
                        Map.of("agency", "011002", "presence", "PRESENT"),
                        Map.of("agency", "P0001", "presence", "PRESENT")));
        return request().with("retrospective", true).with("held", held);
    }

    /** Paths of all texts that are neither dates nor constants. */
    @SuppressWarnings("unchecked")
    private static List<String> texts(Object node, String path) {
        List<String> found = new ArrayList<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach(
                    (name, value) -> found.addAll(texts(value, path.isEmpty() ? (String) name : path + "." + name)));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                found.addAll(texts(list.get(i), path + "[" + i + "]"));
            }
        } else if (node instanceof String text && !text.matches("[A-Z_]{6,}|\\d{4}-\\d{2}-\\d{2}|\\d{2}:\\d{2}")) {
            found.add(path);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Object first(Map<String, Object> json, String field) {
        Object here = json;
        for (String name : field.split("\\.")) {
            here = ((Map<String, Object>) here).get(name);
        }
        return ((List<Object>) here).get(0);
    }

    private static List<Object> objects(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return new ArrayList<>(List.of(object));
    }

    private static List<String> list(String only) {
        return only == null ? List.of() : new ArrayList<>(List.of(only));
    }

    /** "field problem field problem" as two. */
    private static List<String> pairs(String problems) {
        List<String> found = new ArrayList<>();
        String[] words = problems == null ? new String[0] : problems.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            found.add(words[i] + " " + words[i + 1]);
        }
        return found;
    }

    private static List<String> submitting(ConferenceFixtures.Draft draft) {
        return said(RequestRules.ofSubmission(draft.build(), DIRECTORY, TODAY.atTime(12, 0)));
    }

    private static List<String> drafting(ConferenceFixtures.Draft draft) {
        return said(RequestRules.ofDraft(draft.build(), DIRECTORY, TODAY));
    }

    private static List<String> said(List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> problem.field() + " " + problem.problem())
                .toList();
    }
}
