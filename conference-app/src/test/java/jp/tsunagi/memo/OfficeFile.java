package jp.tsunagi.memo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Word and Excel files as the programs write them, small. */
public final class OfficeFile {

    /** Whoever typed it, as the program notes by itself. */
    public static final String AUTHOR = "作成 架空代";

    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private OfficeFile() {}

    /** @param text in the document */
    public static byte[] word(String text) {
        return zipped(parts(WORD, "word/document.xml", text));
    }

    static byte[] excel(String text) {
        return zipped(parts(EXCEL, "xl/workbook.xml", text));
    }

    static Map<String, byte[]> parts(String mainType, String mainPart, String text) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String base = "application/vnd.openxmlformats-officedocument.";
        parts.put(
                "[Content_Types].xml",
                utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types"
                        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
                        + "<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + override("/" + mainPart, mainType)
                        // Not where Word puts it: what counts is what the list says of it.
                        + override("/meta/props0.xml", "application/vnd.openxmlformats-package.core-properties+xml")
                        + override("/docProps/app.xml", base + "extended-properties+xml")
                        + override("/docProps/custom.xml", base + "custom-properties+xml") + "</Types>"));
        parts.put("_rels/.rels", utf8("<Relationships/>"));
        parts.put(mainPart, utf8("<main>" + text + "</main>"));
        parts.put("meta/props0.xml", utf8("<x><creator>" + AUTHOR + "</creator></x>"));
        parts.put("docProps/app.xml", utf8("<x><Company>" + AUTHOR + "</Company></x>"));
        parts.put("docProps/custom.xml", utf8("<x>" + AUTHOR + "</x>"));
        parts.put("docProps/thumbnail.jpeg", Picture.withPlace(1));
        parts.put(mainPart.replaceFirst("/.*", "/media/image1.jpeg"), Picture.withPlace(1));
        return parts;
    }

    static byte[] zipped(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Map<String, byte[]> unzipped(byte[] archive) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** One part of an archive. */
    public static byte[] part(byte[] archive, String name) {
        return unzipped(archive).get(name);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }
}
