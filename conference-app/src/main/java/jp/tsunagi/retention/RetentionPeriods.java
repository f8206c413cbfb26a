package jp.tsunagi.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import jp.tsunagi.conference.KeptFor;
import org.springframework.stereotype.Component;

/** The periods in force: {@code config/retention.yml} beside the working directory, else the packaged one; read at start. */
@Component
class RetentionPeriods implements KeptFor {

    private static final String FILE = "config/retention.yml";

    private final RetentionProfile profile = read(Path.of(FILE));

    RetentionProfile profile() {
        return profile;
    }

    @Override
    public Duration exports() {
        return Duration.ofDays(profile.exportDays());
    }

    @Override
    public LocalDate until(LocalDate ended) {
        return ended.plusYears(profile.caseYears());
    }

    static RetentionProfile read(Path override) {
        try {
            if (Files.isRegularFile(override)) {
                return RetentionProfile.parse(override.toString(), Files.readString(override));
            }
            try (InputStream in = RetentionPeriods.class.getResourceAsStream("/defaults/" + FILE)) {
                if (in == null) {
                    throw new IOException("neither beside the program nor packaged");
                }
                return RetentionProfile.parse(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + FILE + " cannot be read as UTF-8", e);
        }
    }
}
