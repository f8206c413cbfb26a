package jp.tsunagi.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of words that an office keeps: one on each line, a remark after a comma, {@code # } before a line that is none. The
 * file beside the working directory goes before the packaged one.
 */
public final class WordFile {

    private static final int SHORTEST = 2;

    private WordFile() {}

    /**
     * @param file such as {@code config/safe-words.csv}
     * @throws IllegalStateException naming file and line where a word could not be looked for
     */
    public static List<String> read(String file) {
        Path override = Path.of(file);
        try {
            if (Files.isRegularFile(override)) {
                return parse(Files.readString(override), override.toString());
            }
            try (InputStream in = WordFile.class.getResourceAsStream("/defaults/" + file)) {
                if (in == null) {
                    throw new IOException("neither beside the program nor packaged");
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * @throws IllegalStateException where the list is empty: then a paper would be checked against nothing; and where a word
     *     is a single letter that is no kanji, or nothing but signs: it would be found everywhere, or never
     */
    public static List<String> parse(String csv, String source) {
        List<String> words = new ArrayList<>();
        int number = 0;
        for (String line : csv.lines().toList()) {
            number++;
            String word = line.startsWith("# ") ? "" : line.split(",", 2)[0].strip();
            if (word.isEmpty()) {
                continue;
            }
            String folded = TellingWords.folded(word);
            if (folded.codePointCount(0, folded.length()) < SHORTEST && !folded.matches("\\p{IsHan}")) {
                throw new IllegalStateException(
                        source + ", line " + number + ": 「" + word + "」 is too short to look for");
            }
            words.add(word);
        }
        if (words.isEmpty()) {
            throw new IllegalStateException(source + " names no word");
        }
        return List.copyOf(words);
    }
}
