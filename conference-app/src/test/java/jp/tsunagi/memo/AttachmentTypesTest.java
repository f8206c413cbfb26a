package jp.tsunagi.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttachmentTypesTest {

    private final AttachmentTypes types = new AttachmentTypes();

    @Test
    void tellsByTheContentWhatItIs() {
        assertThat(types.of("%PDF-1.7\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1)))
                .contains(AttachmentType.PDF);
        assertThat(types.of(Picture.withPlace(1))).contains(AttachmentType.JPEG);
        assertThat(types.of(Picture.png())).contains(AttachmentType.PNG);
        assertThat(types.of(OfficeFile.word("文"))).contains(AttachmentType.DOCX);
        assertThat(types.of(OfficeFile.excel("表"))).contains(AttachmentType.XLSX);
    }

    @Test
    void takesNothingElse() {
        for (String other :
                new String[] {"", "MZ\u0090\u0000", "<html><body>x</body></html>", "GIF89a", "#!/bin/sh\n", "text"}) {
            assertThat(types.of(other.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(other)
                    .isEmpty();
        }
        assertThat(types.of(OfficeFile.zipped(Map.of("a.txt", OfficeFile.utf8("any archive")))))
                .isEmpty();
    }

    @Test
    void takesNoDocumentThatRunsSomething() {
        String macros = "application/vnd.ms-word.document.macroEnabled.main+xml";
        assertThat(types.of(OfficeFile.zipped(OfficeFile.parts(macros, "word/document.xml", "文"))))
                .isEmpty();
        Map<String, byte[]> hidden = OfficeFile.parts(OfficeFile.WORD, "word/document.xml", "文");
        hidden.computeIfPresent(
                "[Content_Types].xml",
                (name, list) -> OfficeFile.utf8(
                        new String(list, StandardCharsets.UTF_8)
                                .replace(
                                        "</Types>",
                                        "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>")));
        assertThat(types.of(OfficeFile.zipped(hidden))).isEmpty();
    }

    @Test
    void takesNoListOfPartsThatReachesOutside() {
        Map<String, byte[]> parts = OfficeFile.parts(OfficeFile.WORD, "word/document.xml", "文");
        parts.computeIfPresent(
                "[Content_Types].xml",
                (name, list) -> OfficeFile.utf8(new String(list, StandardCharsets.UTF_8)
                        .replace("<Types", "<!DOCTYPE Types SYSTEM \"file:///etc/passwd\"><Types")));
        assertThat(types.of(OfficeFile.zipped(parts))).isEmpty();
    }
}
