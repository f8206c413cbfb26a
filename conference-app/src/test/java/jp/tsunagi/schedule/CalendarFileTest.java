package jp.tsunagi.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.tsunagi.schedule.CalendarFile.Event;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {

    private static final Instant NOW = Instant.parse("2026-11-20T01:02:03Z");
    private static final LocalDateTime START = LocalDateTime.of(2026, 12, 3, 10, 0);

    @Test
    void anAppointmentSaysItsNumberItsTimeInUtcAndALinkAndNobodysName() {
        Event event = event("会議 R8-0012", "つなぎで確認", URI.create("http://hub.example.jp/c/01ARZ3NDEKTSV4RRFFQ69G5FAV"));

        assertThat(lines(CalendarFile.publish(List.of(event), NOW)))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Tsunagi//Tsunagi//JA",
                        "METHOD:PUBLISH",
                        "BEGIN:VEVENT",
                        "UID:1@tsunagi",
                        "SEQUENCE:2",
                        "DTSTAMP:20261120T010203Z",
                        "DTSTART:20261203T010000Z",
                        "DTEND:20261203T030000Z",
                        "ORGANIZER:invalid:nomail",
                        "SUMMARY:会議 R8-0012",
                        "CLASS:CONFIDENTIAL",
                        "STATUS:CONFIRMED",
                        "LOCATION:つなぎで確認",
                        "DESCRIPTION:http://hub.example.jp/c/01ARZ3NDEKTSV4RRFFQ69G5FAV",
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "TRIGGER:-P1D",
                        "DESCRIPTION:会議 R8-0012",
                        "END:VALARM",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void oneThatIsOffIsTakenOutByTheSameUidWithoutAnAlarm() {
        Event event = new Event("1@tsunagi", 5, "会議 R8-0012", null, null, null, null);

        assertThat(lines(CalendarFile.cancel(List.of(event), NOW)))
                .contains("METHOD:CANCEL", "UID:1@tsunagi", "SEQUENCE:5", "STATUS:CANCELLED", "CLASS:CONFIDENTIAL")
                .noneMatch(
                        line -> line.startsWith("DTSTART") || line.startsWith("LOCATION") || line.contains("VALARM"));
    }

    @Test
    void aDueDateIsAWholeDay() {
        Event event = Event.onDay("2@tsunagi", 0, "期限 R8-0012", LocalDate.of(2026, 12, 3), null);

        assertThat(lines(CalendarFile.publish(List.of(event), NOW)))
                .contains("DTSTART;VALUE=DATE:20261203")
                .noneMatch(line -> line.startsWith("DTEND"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a;b       | a\\;b",
                "a,b       | a\\,b",
                "a\\b      | a\\\\b",
                "'a\nb'    | a\\nb",
                "'a\r\nb'  | a\\nb",
                "'a\u0007b'| ab",
                "a:\"b\"   | a:\"b\""
            })
    void whatWouldEndAValueIsEscaped(String text, String written) {
        assertThat(lines(CalendarFile.publish(List.of(event(text, null, null)), NOW)))
                .contains("SUMMARY:" + written);
    }

    @Test
    void nobodyWritesALineOfTheirOwn() {
        Event event = event("会議\r\nATTENDEE:mailto:x@example.jp", null, null);

        assertThat(new String(CalendarFile.publish(List.of(event), NOW), StandardCharsets.UTF_8))
                .doesNotContain("\nATTENDEE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "期限をまもるための予定の名前がとても長いときにも折り返しが正しく読める",
                "Grüße aus Köln, ü ö ä ß é ï — über siebzig Zeichen lang, damit gefaltet wird, süß",
                "葛󠄀飾区の辻󠄀さんと葛󠄀飾区の辻󠄀さんと葛󠄀飾区の辻󠄀さんと葛󠄀飾区の辻󠄀さん",
                "𠮷野家で𠮷田さんと𠮷野家で𠮷田さんと𠮷野家で𠮷田さんと𠮷野家で𠮷田さん",
                "ga\u0308nzlich zerlegte Umlaute a\u0308o\u0308u\u0308 a\u0308o\u0308u\u0308 a\u0308o\u0308u\u0308 a\u0308o\u0308u\u0308 a\u0308o\u0308u\u0308"
            })
    void longLinesAreFoldedByOctetsAndNoCharacterIsTorn(String text) {
        byte[] file = CalendarFile.publish(List.of(event(text, null, null)), NOW);

        String[] written = new String(file, StandardCharsets.UTF_8).split("\r\n", -1);
        assertThat(written).anyMatch(line -> line.startsWith(" "));
        assertThat(written).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\uFFFD");
            assertThat(line.startsWith(" ") && line.length() > 1 && isVariationSelector(line.codePointAt(1)))
                    .as("a variation selector begins a line")
                    .isFalse();
        });
        assertThat(lines(file)).contains("SUMMARY:" + text.replace(",", "\\,"));
    }

    @Test
    void whatFitsIntoALineStaysWhole() {
        String fits = "x".repeat(75 - "SUMMARY:".length());

        assertThat(new String(CalendarFile.publish(List.of(event(fits, null, null)), NOW), StandardCharsets.UTF_8))
                .contains("SUMMARY:" + fits + "\r\nCLASS");
        assertThat(new String(
                        CalendarFile.publish(List.of(event(fits + "y", null, null)), NOW), StandardCharsets.UTF_8))
                .contains("SUMMARY:" + fits + "\r\n y\r\nCLASS");
    }

    private static Event event(String summary, @Nullable String location, @Nullable URI link) {
        return new Event("1@tsunagi", 2, summary, START, START.plusHours(2), location, link);
    }

    /** As a calendar reads it: lines put together again. */
    private static List<String> lines(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).endsWith("\r\n").doesNotContainPattern("(?<!\r)\n");
        return text.replace("\r\n ", "").lines().toList();
    }

    private static boolean isVariationSelector(int codePoint) {
        return codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }
}
