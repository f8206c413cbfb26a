package jp.tsunagi.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where templates and fonts come from: a folder beside the program first, file by file, and the packaged defaults else.
 */
final class TemplateFiles {

    private static final String DEFAULTS = "/defaults/templates/";

    private final Path override;

    TemplateFiles(Path override) {
        this.override = override;
    }

    /** {@code templates} in the working directory over the packaged defaults. */
    static TemplateFiles standard() {
        return new TemplateFiles(Path.of("templates"));
    }

    /** The content of a file such as {@code pdf/case-review-form.yml}. @throws UncheckedIOException if unreadable */
    byte[] read(String name) {
        try {
            Path file = override.resolve(name);
            if (Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
            try (InputStream in = TemplateFiles.class.getResourceAsStream(DEFAULTS + name)) {
                if (in == null) {
                    throw new IOException("neither beside the program nor packaged");
                }
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The template file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** How a message names a file: where it lies, if it is one of the office's own. */
    String location(String name) {
        Path file = override.resolve(name);
        return Files.isRegularFile(file) ? file.toString() : "templates/" + name;
    }
}
