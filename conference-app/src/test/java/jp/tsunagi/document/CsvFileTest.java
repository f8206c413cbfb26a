package jp.tsunagi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @Test
    void beginsWithAByteOrderMarkAndEndsLinesAsSpreadsheetsDo() {
        byte[] file = CsvFile.of(List.of(List.of("案件番号", "期限"), List.of("R8-0012", "")));

        assertThat(Arrays.copyOf(file, 3)).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(text(file)).isEqualTo("\"案件番号\",\"期限\"\r\n\"R8-0012\",\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠a",
                "=HYPERLINK(\"http://x\")"
            })
    void whatASpreadsheetWouldTakeForAFormulaIsText(String cell) {
        assertThat(text(CsvFile.of(List.of(List.of(cell))))).isEqualTo("\"'" + cell.replace("\"", "\"\"") + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R8-0012", "2026-09-05", "札幌市", "a=b", "葛󠄀飾区", "𠮷田", "Grüße", ""})
    void anythingElseStaysAsItIs(String cell) {
        assertThat(text(CsvFile.of(List.of(List.of("x", cell))))).isEqualTo("\"x\",\"" + cell + "\"\r\n");
    }

    @Test
    void quotesCommasAndLinesInsideACellDoNotEndIt() {
        assertThat(text(CsvFile.of(List.of(List.of("a\"b", "c,d", "e\r\nf")))))
                .isEqualTo("\"a\"\"b\",\"c,d\",\"e\r\nf\"\r\n");
    }

    private static String text(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return text.substring(1);
    }
}
