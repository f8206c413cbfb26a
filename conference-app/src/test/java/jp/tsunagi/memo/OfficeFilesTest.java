package jp.tsunagi.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfficeFilesTest {

    private final AttachmentTypes types = new AttachmentTypes();
    private final OfficeFiles files = new OfficeFiles(new Pictures());

    @Test
    void aDocumentLosesItsAuthorAndKeepsItsText() throws Exception {
        Map<String, byte[]> before = OfficeFile.unzipped(OfficeFile.word("話し合いの内容"));
        assertThat(text(before.get("meta/props0.xml"))).contains(OfficeFile.AUTHOR);

        byte[] clean = files.cleaned(OfficeFile.word("話し合いの内容"));

        Map<String, byte[]> parts = OfficeFile.unzipped(clean);
        assertThat(parts.keySet()).isEqualTo(before.keySet());
        parts.forEach((name, part) -> assertThat(text(part)).as(name).doesNotContain(OfficeFile.AUTHOR));
        assertThat(text(parts.get("word/document.xml"))).contains("話し合いの内容");
        assertThat(types.of(clean)).contains(AttachmentType.DOCX);
    }

    @Test
    void thePicturesInItLoseTheirPlaceAndThePreviewGoes() throws Exception {
        Map<String, byte[]> parts = OfficeFile.unzipped(files.cleaned(OfficeFile.excel("表")));

        byte[] picture = parts.get("xl/media/image1.jpeg");
        assertThat(new String(picture, StandardCharsets.ISO_8859_1)).doesNotContain(Picture.CAMERA_WORDS);
        assertThat(Picture.opened(picture).getWidth()).isEqualTo(120);
        assertThat(parts.get("docProps/thumbnail.jpeg")).isEmpty();
    }

    @Test
    void whatIsFarLargerInsideThanOutsideIsUnreadable() {
        Map<String, byte[]> parts = OfficeFile.parts(OfficeFile.WORD, "word/document.xml", "文");
        parts.put("word/bomb.xml", new byte[60 * 1024 * 1024]);
        byte[] bomb = OfficeFile.zipped(parts);
        assertThat(bomb.length).isLessThan(Attaching.LARGEST);

        assertThatThrownBy(() -> files.cleaned(bomb)).isInstanceOf(UnreadableFile.class);
    }

    private static String text(byte[] part) {
        return new String(part, StandardCharsets.UTF_8);
    }
}
