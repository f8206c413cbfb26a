package jp.tsunagi.secondfactor;

import com.itextpdf.barcodes.exceptions.WriterException;
import com.itextpdf.barcodes.qrcode.ByteMatrix;
import com.itextpdf.barcodes.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code as the path of a picture that stands in the page itself: a secret has no address of its own.
 *
 * @param size side in modules, the quiet border included
 * @param path in SVG, one unit a module
 */
record QrPicture(int size, String path) {

    static QrPicture of(String text) {
        ByteMatrix modules;
        try {
            modules = new QRCodeWriter().encode(text, 1, 1, Map.of());
        } catch (WriterException e) {
            throw new IllegalStateException("A text too long for a QR code");
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 0) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(modules.getWidth(), path.toString());
    }

    @Override
    public String toString() {
        return "QrPicture";
    }
}
