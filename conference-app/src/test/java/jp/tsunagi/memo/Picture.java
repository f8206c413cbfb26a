package jp.tsunagi.memo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/** Pictures as telephones make them: red at the top, blue below, and a place written into them. */
public final class Picture {

    /** Said by the camera of itself; found in a file it tells that its notes are still there. */
    public static final String CAMERA_WORDS = "KAKUU-CAMERA-9087";

    private Picture() {}

    /** A photograph with nothing but its pixels. */
    public static byte[] plain() {
        return encoded(image(120, 80), "jpeg");
    }

    public static byte[] png() {
        return encoded(image(120, 80), "png");
    }

    /** A photograph taken in the middle of Sapporo, the device held in this way (1 to 8). */
    public static byte[] withPlace(int orientation) {
        return withPlace(image(120, 80), orientation);
    }

    static byte[] withPlace(BufferedImage image, int orientation) {
        try {
            TiffOutputSet notes = new TiffOutputSet();
            notes.setGpsInDegrees(141.3544, 43.0621);
            notes.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) orientation);
            notes.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_LENS_MODEL, CAMERA_WORDS);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new ExifRewriter().updateExifMetadataLossless(encoded(image, "jpeg"), out, notes);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage image(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width, height - height / 2);
        graphics.dispose();
        return image;
    }

    static BufferedImage opened(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
