package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.line;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Prints the memo that she carries with her: no mark, no number, no name of any office. Safe for use by several threads. */
public final class MemoPrinter {

    static final String TEMPLATE = "pdf/memo.yml";

    static final FormFields FIELDS =
            FormFields.of().with(Map.of("lines", List.of(line("day"), line("words")), "next", List.of(line("day"))));

    private final FormLayout layout;

    MemoPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** The memo, tagged. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(Memo memo) {
        PaperContent content = new PaperContent(Set.of())
                .list(
                        "lines",
                        memo.lines().stream()
                                .map(line -> PaperContent.line()
                                        .text("day", PaperTexts.dayWithWeekday(line.day()))
                                        .text("words", line.words()))
                                .toList())
                .list(
                        "next",
                        Stream.ofNullable(memo.next())
                                .map(day -> PaperContent.line().text("day", PaperTexts.dayWithWeekday(day)))
                                .toList());
        return layout.print(content, false, "");
    }

    /** All that a finished memo says: on its pages, and in what a reader shows besides. For whoever checks it. */
    public List<String> said(byte[] pdf) {
        try (PdfDocument document = new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf)))) {
            List<String> said = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                said.add(PdfTextExtractor.getTextFromPage(document.getPage(page)));
            }
            var info = document.getDocumentInfo();
            Stream.of(info.getTitle(), info.getAuthor(), info.getSubject(), info.getKeywords(), info.getCreator())
                    .filter(Objects::nonNull)
                    .forEach(said::add);
            byte[] metadata = document.getXmpMetadataBytes();
            if (metadata != null) {
                said.add(new String(metadata, StandardCharsets.UTF_8));
            }
            return List.copyOf(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
