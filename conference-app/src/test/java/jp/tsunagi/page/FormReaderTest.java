package jp.tsunagi.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import jp.tsunagi.shared.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.format.support.DefaultFormattingConversionService;

class FormReaderTest {

    private final FormReader reader = new FormReader(new DefaultFormattingConversionService());

    enum Kind {
        ONE,
        TWO
    }

    record Row(@Nullable String agency, @Nullable LocalTime start, @Nullable List<String> except) {
        Row {
            except = except == null ? List.of() : except;
        }
    }

    record Part(@Nullable Boolean confirmed, @Nullable List<Row> rows) {
        Part {
            rows = rows == null ? List.of() : rows;
        }
    }

    record Body(
            @Nullable String name,
            @Nullable Integer age,
            @Nullable LocalDate birthDate,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end,
            List<Kind> kinds,
            List<String> needs,
            List<Row> rows,
            @Nullable Part part) {}

    @Test
    void readsABodyAsTheApiHasIt() {
        Typed typed = typed(Map.of(
                        "name", List.of(" 髙橋 "),
                        "age", List.of("４２"),
                        "birthDate.era", List.of("昭和"),
                        "birthDate.year", List.of("５５"),
                        "birthDate.month", List.of("3"),
                        "birthDate.day", List.of("27"),
                        "kinds", List.of("ONE", "TWO"),
                        "needs", List.of("通訳\n託児\n"),
                        "rows[0].agency", List.of("P0001"),
                        "part.confirmed", List.of("true")))
                .with("part.rows[0].agency", "J0001")
                .with("part.rows[0].except", "A", "B");

        Body body = reader.read(typed, Body.class).orRefuse();

        assertThat(body.name()).isEqualTo(" 髙橋 ");
        assertThat(body.age()).isEqualTo(42);
        assertThat(body.birthDate()).isEqualTo("1980-03-27");
        assertThat(body.kinds()).containsExactly(Kind.ONE, Kind.TWO);
        assertThat(body.needs()).containsExactly("通訳", "託児");
        assertThat(body.rows()).extracting(Row::agency).containsExactly("P0001");
        assertThat(body.part()).isNotNull();
        assertThat(body.part().confirmed()).isTrue();
        assertThat(body.part().rows().get(0).except()).containsExactly("A", "B");
    }

    @Test
    void readsTheEndOfAMeetingOnTheDayOfItsStart() {
        Typed typed =
                date("start", "令和", "8", "12", "3").with("start.time", "10時").with("end.time", "１２：３０");

        Body body = reader.read(typed, Body.class).orRefuse();

        assertThat(body.start()).isEqualTo("2026-12-03T10:00");
        assertThat(body.end()).isEqualTo("2026-12-03T12:30");
    }

    @Test
    void takesAWholeDateApartWhereverItIsPasted() {
        assertThat(reader.read(date("birthDate", "", "S55.3.27", "", ""), Body.class)
                        .orRefuse()
                        .birthDate())
                .isEqualTo("1980-03-27");
        assertThat(reader.read(date("birthDate", "", "㍼55年3月27日", "", ""), Body.class)
                        .orRefuse()
                        .birthDate())
                .isEqualTo("1980-03-27");
        assertThat(reader.read(date("birthDate", "", "1980", "3", "27"), Body.class)
                        .orRefuse()
                        .birthDate())
                .isEqualTo("1980-03-27");
    }

    @Test
    void saysWhatToMendAndReadsTheRest() {
        FormReader.Read<Body> read = reader.read(
                date("birthDate", "昭和", "64", "1", "8").with("age", "abc").with("name", "花子"), Body.class);

        assertThat(read.problems())
                .extracting(FieldProblem::field, FieldProblem::problem)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("birthDate", "era-ended"),
                        org.assertj.core.groups.Tuple.tuple("age", "digits"));
        assertThat(read.body().name()).isEqualTo("花子");
        assertThat(problem(date("birthDate", "昭和", "55", "", "3"))).isEqualTo("date-month");
        assertThat(problem(date("birthDate", "", "55", "3", "3"))).isEqualTo("date-era");
        assertThat(problem(date("birthDate", "平成", "31", "5", "1"))).isEqualTo("era-ended");
        assertThat(problem(date("birthDate", "令和", "8", "2", "30"))).isEqualTo("no-such-day");
    }

    @Test
    void writesABodyAsItWouldHaveBeenTyped() {
        Body body = new Body(
                "花子",
                42,
                LocalDate.of(1989, 1, 8),
                LocalDateTime.of(2026, 12, 3, 10, 0),
                LocalDateTime.of(2026, 12, 3, 12, 0),
                List.of(Kind.TWO),
                List.of("通訳", "託児"),
                List.of(new Row("P0001", LocalTime.of(9, 0), List.of("A"))),
                new Part(true, List.of()));

        Typed typed = Forms.typed(body);

        assertThat(typed.text("birthDate.era")).isEqualTo("平成");
        assertThat(typed.text("birthDate.year")).isEqualTo("1");
        assertThat(reader.read(typed, Body.class).orRefuse()).isEqualTo(body);
    }

    private String problem(Typed typed) {
        return reader.read(typed, Body.class).problems().get(0).problem();
    }

    private static Typed date(String name, String era, String year, String month, String day) {
        return typed(Map.of(
                name + ".era", List.of(era),
                name + ".year", List.of(year),
                name + ".month", List.of(month),
                name + ".day", List.of(day)));
    }

    private static Typed typed(Map<String, List<String>> values) {
        return Typed.from(values);
    }
}
