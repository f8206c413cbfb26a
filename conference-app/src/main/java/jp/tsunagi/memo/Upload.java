package jp.tsunagi.memo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as it came with a form. Its name is not even kept in memory.
 *
 * @param content null where it was too large to be taken
 * @param size in bytes, also where it was too large
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Upload(byte @Nullable [] content, long size) {

    static final String ATTRIBUTE = Upload.class.getName();

    /** What came with this form. */
    static List<Upload> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof List<?> uploads
                ? uploads.stream().map(Upload.class::cast).toList()
                : List.of();
    }

    @Override
    public String toString() {
        return "Upload";
    }
}
