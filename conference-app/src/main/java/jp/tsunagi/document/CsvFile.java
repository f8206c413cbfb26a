package jp.tsunagi.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * A table for a spreadsheet (ui.md B11): UTF-8 with a byte order mark, lines ending in CRLF, every cell quoted, and no cell
 * that a spreadsheet would take for a formula.
 */
public final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a formula begins with; full-width too, which a Japanese spreadsheet may narrow, and what it would skip before. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final CSVFormat FORMAT = CSVFormat.Builder.create()
            .setQuoteMode(QuoteMode.ALL)
            .setRecordSeparator("\r\n")
            .get();

    private CsvFile() {}

    /** @param rows each a list of cells, the heads of the columns first */
    public static byte[] of(List<List<String>> rows) {
        StringBuilder file = new StringBuilder().append(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(file, FORMAT)) {
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(CsvFile::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A table in memory could not be written", e);
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && BEGINS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
