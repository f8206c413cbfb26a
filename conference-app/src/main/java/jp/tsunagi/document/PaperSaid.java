package jp.tsunagi.document;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All that a finished paper says: on its pages, and in what a reader shows besides. */
final class PaperSaid {

    private PaperSaid() {}

    static List<String> by(byte[] pdf) {
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
