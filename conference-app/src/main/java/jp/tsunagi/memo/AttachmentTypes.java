package jp.tsunagi.memo;

import java.util.Optional;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Tells the type of a file by its content. */
@Component
class AttachmentTypes {

    private final Tika tika = new Tika();

    /** Empty for everything that is not taken, such as a document with macros or one behind a password. */
    Optional<AttachmentType> of(byte[] content) {
        return switch (tika.detect(content)) {
            case "application/pdf" -> Optional.of(AttachmentType.PDF);
            case "image/jpeg" -> Optional.of(AttachmentType.JPEG);
            case "image/png" -> Optional.of(AttachmentType.PNG);
            // Which of the two, and whether it has macros, stands inside.
            case "application/zip", "application/x-tika-ooxml" -> OfficeParts.typeOf(content);
            default -> Optional.empty();
        };
    }
}
