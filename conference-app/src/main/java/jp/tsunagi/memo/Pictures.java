package jp.tsunagi.memo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Makes a picture anew from its pixels, upright. A list of what is to be removed (place, device, preview, maker's notes, a
 * film behind the end) would always miss something; what is not a pixel is not carried over at all.
 */
@Component
class Pictures {

    /** More than this is made smaller: enough to read a page of small print, and 72 MB while it is worked on. */
    static final long MOST_PIXELS = 24_000_000;

    /** More than this is not opened: a few kilobytes can say that they are an enormous picture. */
    static final long MOST_OPENED = 64_000_000;

    private static final float QUALITY = 0.92f;

    /** One at a time: memory for one picture, however many come at once. */
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * @param format {@code jpeg} or {@code png}
     * @throws UnreadableFile where it cannot be opened as such a picture
     */
    byte[] cleaned(byte[] content, String format) throws UnreadableFile {
        turn.lock();
        try {
            return written(upright(read(content, format), orientation(content)), format);
        } catch (IOException | RuntimeException e) {
            // Readers of broken pictures throw whatever comes to hand.
            throw new UnreadableFile("picture");
        } finally {
            turn.unlock();
        }
    }

    private static BufferedImage read(byte[] content, String format) throws IOException, UnreadableFile {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_OPENED) {
                throw new UnreadableFile("picture too large");
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int every = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
            if (every > 1) {
                param.setSourceSubsampling(every, every, 0, 0);
            }
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /** As the device said the picture is to be turned, 1 to 8; 1 where it said nothing. */
    private static int orientation(byte[] content) {
        try {
            ExifIFD0Directory directory = ImageMetadataReader.readMetadata(new ByteArrayInputStream(content))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer said = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return said == null || said < 1 || said > 8 ? 1 : said;
        } catch (ImageProcessingException | IOException e) {
            return 1;
        }
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        boolean alpha = image.getColorModel().hasAlpha();
        if (orientation == 1 && image.getType() != BufferedImage.TYPE_CUSTOM) {
            return image;
        }
        int w = image.getWidth();
        int h = image.getHeight();
        boolean onItsSide = orientation >= 5;
        BufferedImage turned = new BufferedImage(
                onItsSide ? h : w,
                onItsSide ? w : h,
                alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        AffineTransform way =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
                    default -> new AffineTransform();
                };
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(image, way, null);
        graphics.dispose();
        return turned;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
