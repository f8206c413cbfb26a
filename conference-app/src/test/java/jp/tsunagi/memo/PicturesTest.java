package jp.tsunagi.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {

    private final Pictures pictures = new Pictures();

    @Test
    void aPhotographLosesItsPlaceAndEverythingElseItSaysOfItself() throws Exception {
        byte[] taken = Picture.withPlace(1);
        assertThat(metadata(taken).getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation())
                .isNotNull();
        assertThat(text(taken)).contains(Picture.CAMERA_WORDS);

        byte[] clean = pictures.cleaned(taken, "jpeg");

        assertThat(metadata(clean).containsDirectoryOfType(GpsDirectory.class)).isFalse();
        assertThat(metadata(clean).containsDirectoryOfType(ExifDirectoryBase.class))
                .isFalse();
        assertThat(text(clean)).doesNotContain(Picture.CAMERA_WORDS, "Exif");
        assertThat(Picture.opened(clean).getWidth()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 120, 80, 60, 10",
        "2, 120, 80, 60, 10",
        "3, 120, 80, 60, 70",
        "4, 120, 80, 60, 70",
        "5, 80, 120, 10, 60",
        "6, 80, 120, 70, 60",
        "7, 80, 120, 70, 60",
        "8, 80, 120, 10, 60"
    })
    void isTurnedAsTheDeviceWasHeld(int orientation, int width, int height, int redX, int redY) throws Exception {
        BufferedImage upright = Picture.opened(pictures.cleaned(Picture.withPlace(orientation), "jpeg"));

        assertThat(upright.getWidth()).isEqualTo(width);
        assertThat(upright.getHeight()).isEqualTo(height);
        Color there = new Color(upright.getRGB(redX, redY));
        assertThat(there.getRed()).isGreaterThan(200);
        assertThat(there.getBlue()).isLessThan(60);
    }

    @Test
    void whatHangsBehindTheEndOfAPictureIsLeftBehind() throws Exception {
        byte[] picture = Picture.plain();
        byte[] more = Arrays.copyOf(picture, picture.length + 5_000);
        byte[] hidden = Picture.CAMERA_WORDS.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hidden, 0, more, picture.length + 100, hidden.length);

        assertThat(text(pictures.cleaned(more, "jpeg"))).doesNotContain(Picture.CAMERA_WORDS);
    }

    @Test
    void aDrawingLosesItsTexts() throws Exception {
        byte[] png = withText(Picture.png(), "Author", Picture.CAMERA_WORDS);
        assertThat(text(png)).contains(Picture.CAMERA_WORDS);

        byte[] clean = pictures.cleaned(png, "png");

        assertThat(text(clean)).doesNotContain(Picture.CAMERA_WORDS, "tEXt");
        assertThat(Picture.opened(clean).getHeight()).isEqualTo(80);
    }

    @Test
    void aLargePhotographIsMadeSmaller() throws Exception {
        byte[] large = Picture.withPlace(Picture.image(7_000, 5_000), 6);

        BufferedImage clean = Picture.opened(pictures.cleaned(large, "jpeg"));

        assertThat((long) clean.getWidth() * clean.getHeight())
                .isLessThanOrEqualTo(Pictures.MOST_PIXELS)
                .isGreaterThan(Pictures.MOST_PIXELS / 4);
        assertThat(clean.getHeight()).isGreaterThan(clean.getWidth());
    }

    @Test
    void aPictureThatSaysItIsEnormousIsNotOpened() {
        byte[] png = Picture.png();
        // Width and height stand in the first part, behind its length and name.
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());

        assertThatThrownBy(() -> pictures.cleaned(png, "png")).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void whatOnlyBeginsLikeAPictureIsUnreadable() {
        byte[] cut = Arrays.copyOf(Picture.plain(), 60);

        assertThatThrownBy(() -> pictures.cleaned(cut, "jpeg"))
                .isInstanceOf(UnreadableFile.class)
                .hasNoCause();
    }

    private static byte[] withText(byte[] png, String key, String value) {
        byte[] body = ("tEXt" + key + "\0" + value).getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(body);
        ByteBuffer chunk = ByteBuffer.allocate(body.length + 8)
                .putInt(body.length - 4)
                .put(body)
                .putInt((int) sum.getValue());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Behind the signature and the first part.
        out.write(png, 0, 33);
        out.writeBytes(chunk.array());
        out.write(png, 33, png.length - 33);
        return out.toByteArray();
    }

    private static Metadata metadata(byte[] content) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(content));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
