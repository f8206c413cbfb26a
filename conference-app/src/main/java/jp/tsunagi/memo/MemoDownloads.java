package jp.tsunagi.memo;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a file leaves: to be saved, never shown by the browser, kept by nobody on the way, under a name that tells nothing. */
final class MemoDownloads {

    private MemoDownloads() {}

    static ResponseEntity<byte[]> answer(MemoReading.Download download) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(download.type().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(download.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(download.content());
    }
}
