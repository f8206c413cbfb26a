package jp.tsunagi.document;

import static jp.tsunagi.document.DocumentFixtures.PRINTABLE;
import static jp.tsunagi.document.DocumentFixtures.PRINTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.document.PrintableCharacters.Unprintable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableCharactersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "髙橋﨑濵邉邊",
                "\uD842\uDFB7\uD842\uDFB7川", // 𠮷𠮷川
                "\uD84D\uDE3A本 \uD844\uDD3D屋 \uD859\uDEB0坂",
                "李晓燕 张丽娜 陳淑媺",
                "Nguyễn Thị Thanh Huyền",
                "Nguye\u0302\u0303n Thi\u0323", // decomposed
                "か\u3099ハ\u309A", // decomposed
                "葛\uDB40\uDD00 葛\uDB40\uDD01西",
                "김서연유",
                "\u1100\u1175\u11B7", // decomposed 김
                "Шевченко-Гай Ελένη",
                "Yıldızoğlu İrem Þórsdóttir Æsa Kaʻiulani O’Brien",
                "☑☐①㈱Ⅷ〆々ゞヽヱヰﾀﾅｶ〜～−",
                "神\uFA19 塚\uFA10",
                "一行目\n二行目\r\n三行目\tタブ",
                "\u00a0\u3000 ",
                "<b>&amp;</b> =SUM(1,1) \"引用\"",
                ""
            })
    void acceptsAndPrintsWhatNamesAreWrittenWith(String text) {
        assertThat(PRINTABLE.check(text)).isEmpty();
        String box =
                TaggedText.boxes(PRINTER.print(DocumentFixtures.named(text))).get("対象者氏名");
        assertThat(ReadPdf.withoutSpace(box)).isEqualTo(ReadPdf.withoutSpace(text));
    }

    @ParameterizedTest
    @CsvSource({
        "U+1F600, U+1F600",
        "U+1F468 U+200D U+1F469, U+1F468",
        "U+0627, U+0627",
        "U+05D0, U+05D0",
        "U+0E43, U+0E43",
        "U+0915, U+0915",
        "U+200B, U+200B",
        "U+200D, U+200D",
        "U+202E, U+202E",
        "U+2066, U+2066",
        "U+FEFF, U+FEFF",
        "U+00AD, U+00AD",
        "U+0000, U+0000",
        "U+0007, U+0007",
        "U+0085, U+0085",
        "U+2028, U+2028",
        "U+E000, U+E000",
        "U+F0000, U+F0000",
        "U+FFFF, U+FFFF",
        "U+D800, U+D800",
        "U+0301, U+0301",
        "U+3042 U+0301, U+3042 U+0301",
        "U+304B U+309A, U+304B U+309A",
        "U+8FBB U+E01EF, U+8FBB U+E01EF",
        "U+8FBB U+E0100 U+E0100, U+8FBB U+E0100 U+E0100",
        "U+3164, U+3164",
        "U+1B0A1, U+1B0A1",
        "U+30000, U+30000",
    })
    void refusesByNameWhatCannotBePrinted(String codePoints, String name) {
        String text = "架空" + text(codePoints);

        // A mark at the beginning of the text belongs to the character before it.
        String expected = Character.getType(text(codePoints).codePointAt(0)) == Character.NON_SPACING_MARK
                ? "U+7A7A " + name
                : name;
        assertThat(PRINTABLE.check(text)).extracting(Unprintable::name).contains(expected);
        assertThatThrownBy(() -> PRINTER.print(DocumentFixtures.named(text)))
                .isInstanceOf(UnprintableCharacterException.class)
                .hasMessage("Not printable: " + expected);
    }

    @Test
    void saysWhereEachCharacterStandsAndWhetherItShows() {
        List<Unprintable> found = PRINTABLE.check("\uD842\uDFB7\u200B子\uD83D\uDE00");

        assertThat(found).extracting(Unprintable::index).containsExactly(1, 3);
        assertThat(found).extracting(Unprintable::invisible).containsExactly(true, false);
        assertThat(found.get(1).characters()).isEqualTo("\uD83D\uDE00");
    }

    /** The hard names: each is printed as it was typed, or refused with the character named. */
    @Test
    void printsEachOfTheHardNamesExactlyOrRefusesItByName() {
        List<String> lines =
                DocumentFixtures.resource("/data/names.csv").lines().skip(1).toList();
        assertThat(lines).hasSize(205);
        List<String> refused = new ArrayList<>();
        for (String line : lines) {
            List<String> columns = columns(line);
            String name = columns.get(1) + "　" + columns.get(2) + "（" + columns.get(3) + "　" + columns.get(4) + "）";
            if (PRINTABLE.check(name).isEmpty()) {
                String box = TaggedText.boxes(PRINTER.print(DocumentFixtures.named(name)))
                        .get("対象者氏名");
                assertThat(ReadPdf.withoutSpace(box)).as(line).isEqualTo(ReadPdf.withoutSpace(name));
            } else {
                refused.add(columns.get(0));
                assertThatThrownBy(() -> PRINTER.print(DocumentFixtures.named(name)))
                        .isInstanceOf(UnprintableCharacterException.class)
                        .hasMessageMatching("Not printable: U\\+[0-9A-F]+( U\\+[0-9A-F]+)*");
            }
        }
        // A variant that the font has not (U+908A U+E0101), hentaigana, zero-width space, Thai, Arabic.
        assertThat(refused).containsExactly("N012", "N058", "N079", "N098", "N100");
    }

    @Test
    void keepsSpacesAtTheEdgesOfAName() {
        byte[] pdf = PRINTER.print(DocumentFixtures.named("　長沼　"));
        assertThat(TaggedText.boxes(pdf)).containsEntry("対象者氏名", "　長沼　");
    }

    private static String text(String codePoints) {
        StringBuilder text = new StringBuilder();
        for (String codePoint : codePoints.split(" ")) {
            text.appendCodePoint(Integer.parseInt(codePoint.substring(2), 16));
        }
        return text.toString();
    }

    private static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        StringBuilder column = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                column.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                columns.add(column.toString());
                column.setLength(0);
            } else {
                column.append(c);
            }
        }
        columns.add(column.toString());
        return columns;
    }
}
