package jp.tsunagi.memo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * Makes a Word or Excel file anew without what it says of itself: author, company, times, own properties, preview, and what
 * cameras wrote into its pictures. Names beside comments and tracked changes are part of the text and stay; the page says so.
 */
@Component
class OfficeFiles {

    private static final long LARGEST = 200L * 1024 * 1024;
    private static final int LARGEST_PART = 50 * 1024 * 1024;
    private static final int MOST_PARTS = 10_000;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String SCHEMAS = "http://schemas.openxmlformats.org/";

    /** What is put in place of the parts of these kinds: a part that is missing would be a broken file. */
    private static final Map<String, String> EMPTIED = Map.of(
            "application/vnd.openxmlformats-package.core-properties+xml",
            "<cp:coreProperties xmlns:cp=\"" + SCHEMAS + "package/2006/metadata/core-properties\"/>",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            "<Properties xmlns=\"" + SCHEMAS + "officeDocument/2006/extended-properties\"/>",
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
            "<Properties xmlns=\"" + SCHEMAS + "officeDocument/2006/custom-properties\"/>");

    private static final String PREVIEW = "docprops/thumbnail.";

    private final Pictures pictures;

    OfficeFiles(Pictures pictures) {
        this.pictures = pictures;
    }

    /** @throws UnreadableFile where it is broken, or far larger inside than outside */
    byte[] cleaned(byte[] content) throws UnreadableFile {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            OfficeParts parts = OfficeParts.read(content).orElseThrow(() -> new UnreadableFile("no list of parts"));
            long total = 0;
            int count = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readNBytes(LARGEST_PART + 1);
                total += part.length;
                if (part.length > LARGEST_PART || total > LARGEST || ++count > MOST_PARTS) {
                    throw new UnreadableFile("far larger inside than outside");
                }
                if (!entry.isDirectory()) {
                    write(zip, entry.getName(), cleaned(entry.getName(), part, parts));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile("archive");
        }
        return out.toByteArray();
    }

    private byte[] cleaned(String name, byte[] part, OfficeParts parts) throws UnreadableFile {
        String emptied = EMPTIED.get(Objects.requireNonNullElse(parts.contentType(name), ""));
        if (emptied != null) {
            return ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + emptied)
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (name.toLowerCase(java.util.Locale.ROOT).startsWith(PREVIEW)) {
            // How the first page once looked, perhaps before something was deleted from it.
            return new byte[0];
        }
        if (begins(part, 0xFF, 0xD8, 0xFF)) {
            return pictures.cleaned(part, "jpeg");
        }
        return begins(part, 0x89, 'P', 'N', 'G') ? pictures.cleaned(part, "png") : part;
    }

    private static void write(ZipOutputStream zip, String name, byte[] part) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(part);
        zip.closeEntry();
    }

    private static boolean begins(byte[] part, int... with) {
        if (part.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((part[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
