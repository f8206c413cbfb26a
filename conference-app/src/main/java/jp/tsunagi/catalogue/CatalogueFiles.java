package jp.tsunagi.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the catalogue: those in a folder beside the program first, one by one, and the packaged ones else. */
final class CatalogueFiles {

    private static final String FOLDER = "config/catalogue";

    private final Path beside;

    CatalogueFiles(Path beside) {
        this.beside = beside;
    }

    static CatalogueFiles standard() {
        return new CatalogueFiles(Path.of(FOLDER));
    }

    String read(Pillar pillar) {
        Path own = beside.resolve(pillar.file());
        try {
            if (Files.isRegularFile(own)) {
                return Files.readString(own);
            }
            try (InputStream packaged =
                    CatalogueFiles.class.getResourceAsStream("/defaults/" + FOLDER + "/" + pillar.file())) {
                if (packaged == null) {
                    throw new IOException("neither beside the program nor packaged");
                }
                return new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + location(pillar) + " cannot be read as UTF-8", e);
        }
    }

    /** How a message names the file. */
    String location(Pillar pillar) {
        Path own = beside.resolve(pillar.file());
        return Files.isRegularFile(own) ? own.toString() : FOLDER + "/" + pillar.file();
    }

    /** Files of the office's folder that nobody would read, such as one of a misspelt name. */
    List<String> unread() {
        List<String> known = Stream.of(Pillar.values()).map(Pillar::file).toList();
        if (!Files.isDirectory(beside)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(beside)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("(?i).*\\.ya?ml"))
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + beside + " cannot be listed", e);
        }
    }
}
