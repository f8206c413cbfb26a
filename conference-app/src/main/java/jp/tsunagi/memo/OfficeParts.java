package jp.tsunagi.memo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the list of parts of a Word or Excel file says of each of them ({@code [Content_Types].xml}). */
final class OfficeParts {

    static final String LIST = "[Content_Types].xml";

    private static final String MAIN = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, AttachmentType> MAIN_PARTS = Map.of(
            MAIN + "wordprocessingml.document.main+xml", AttachmentType.DOCX,
            MAIN + "spreadsheetml.sheet.main+xml", AttachmentType.XLSX);
    private static final int LONGEST_LIST = 1024 * 1024;
    private static final int MOST_ENTRIES = 10_000;

    private final Map<String, String> ofPart = new HashMap<>();
    private final Map<String, String> ofExtension = new HashMap<>();

    private OfficeParts(Element types) {
        each(
                types,
                "Override",
                part -> ofPart.put(lower(part.getAttribute("PartName")), part.getAttribute("ContentType")));
        each(
                types,
                "Default",
                kind -> ofExtension.put(lower(kind.getAttribute("Extension")), kind.getAttribute("ContentType")));
    }

    /** A Word or Excel file without macros; empty for any other archive. */
    static Optional<AttachmentType> typeOf(byte[] archive) {
        try {
            return read(archive).flatMap(OfficeParts::type);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Empty where there is no such list. */
    static Optional<OfficeParts> read(byte[] archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    return Optional.empty();
                }
                if (entry.getName().equals(LIST)) {
                    return Optional.of(new OfficeParts(parse(zip.readNBytes(LONGEST_LIST))));
                }
            }
            return Optional.empty();
        } catch (ParserConfigurationException | SAXException | IllegalArgumentException e) {
            throw new IOException("The list of parts cannot be read");
        }
    }

    /** What a part holds; null where nothing says so. */
    @Nullable String contentType(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return ofPart.getOrDefault(lower("/" + name), ofExtension.get(lower(extension)));
    }

    private Optional<AttachmentType> type() {
        boolean runs = ofPart.values().stream().anyMatch(OfficeParts::runs)
                || ofExtension.values().stream().anyMatch(OfficeParts::runs);
        return runs
                ? Optional.empty()
                : ofPart.values().stream()
                        .flatMap(content -> Optional.ofNullable(MAIN_PARTS.get(content)).stream())
                        .findFirst();
    }

    /** Macros, and controls that run when the file is opened. */
    private static boolean runs(String contentType) {
        String lower = lower(contentType);
        return lower.contains("macroenabled") || lower.contains("vbaproject") || lower.contains("activex");
    }

    private static Element parse(byte[] list) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        try (InputStream in = new ByteArrayInputStream(list)) {
            return builder.parse(in).getDocumentElement();
        }
    }

    private static void each(Element types, String name, java.util.function.Consumer<Element> what) {
        NodeList found = types.getElementsByTagNameNS("*", name);
        for (int i = 0; i < found.getLength(); i++) {
            what.accept((Element) found.item(i));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
