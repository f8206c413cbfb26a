package jp.tsunagi.store;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The two folders of an installation. They are backed up apart: whoever holds both holds everything.
 *
 * @param dataDir everything that the embedded broker and database write
 * @param keyDir the keys, never inside {@code dataDir}
 */
@ConfigurationProperties("tsunagi")
public record Folders(@DefaultValue("data") Path dataDir, @DefaultValue("keys") Path keyDir) {

    public Folders {
        dataDir = dataDir.toAbsolutePath().normalize();
        keyDir = keyDir.toAbsolutePath().normalize();
        if (keyDir.startsWith(dataDir)) {
            throw new IllegalArgumentException("tsunagi.key-dir must lie outside tsunagi.data-dir");
        }
    }
}
