package jp.tsunagi.document;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A paper as it is about to leave, for whoever checks it. */
public final class FinishedPaper {

    /** Numbers that a machine made, and times: no words, and never on the page. */
    private static final Pattern MACHINE_MADE = Pattern.compile(
            "uuid:[0-9a-fA-F-]+|\\d{4}-\\d{2}-\\d{2}T[0-9:.+Z-]+|<\\?[^>]*>|xmlns:[^>\\s]+|<[^>]*>|https?://\\S+");

    private FinishedPaper() {}

    /** By which a ledger knows it. */
    public static String sha256(byte[] pdf) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** All that it says: on its pages, and in what a reader shows besides, without what a machine wrote for machines. */
    public static List<String> says(byte[] pdf) {
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
            return said.stream()
                    .map(text -> MACHINE_MADE.matcher(text).replaceAll(" "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
