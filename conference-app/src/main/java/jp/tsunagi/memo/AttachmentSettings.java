package jp.tsunagi.memo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param scanner {@code host:port} of a clamd; empty for none
 * @param scannerTimeout how long it may take to answer
 */
@ConfigurationProperties("tsunagi.attachments")
record AttachmentSettings(@DefaultValue("") String scanner, @DefaultValue("30s") Duration scannerTimeout) {

    AttachmentSettings {
        if (!scanner.isEmpty() && !scanner.matches("[^:\\s]+:\\d{1,5}")) {
            throw new IllegalArgumentException("tsunagi.attachments.scanner is host:port");
        }
        if (scannerTimeout.toMillis() < 1 || scannerTimeout.toMinutes() > 10) {
            throw new IllegalArgumentException("tsunagi.attachments.scanner-timeout lies between 1ms and 10m");
        }
    }
}
