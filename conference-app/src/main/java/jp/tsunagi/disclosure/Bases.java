package jp.tsunagi.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The legal bases to choose from: {@code config/disclosure-bases.csv} beside the working directory, else the packaged one.
 * Data and not code, because which article applies to whom is for each office to check (domain.md E3, E10).
 */
@Component
class Bases {

    private static final String FILE = "config/disclosure-bases.csv";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{1,39}");
    private static final int COLUMNS = 5;

    private final List<Basis> all;

    Bases() {
        this(read());
    }

    Bases(List<Basis> all) {
        this.all = List.copyOf(all);
    }

    List<Basis> all() {
        return all;
    }

    Optional<Basis> find(String code) {
        return all.stream().filter(basis -> basis.code().equals(code)).findFirst();
    }

    private String label(String code) {
        return find(code)
                .map(basis -> Locale.ENGLISH
                                .getLanguage()
                                .equals(LocaleContextHolder.getLocale().getLanguage())
                        ? basis.en()
                        : basis.ja())
                .orElse(code);
    }

    /** All of them in the reader's language, by code. */
    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        all.forEach(basis -> labels.put(basis.code(), label(basis.code())));
        return labels;
    }

    /** For papers. */
    String japanese(String code) {
        return find(code).map(Basis::ja).orElse(code);
    }

    /** @throws IllegalStateException where a line cannot be read: a basis that nobody wrote must not be chosen */
    static List<Basis> parse(String csv, String source) {
        List<Basis> bases = new ArrayList<>();
        for (String line : csv.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split(",", COLUMNS);
            if (cells.length != COLUMNS || !CODE.matcher(cells[0].strip()).matches()) {
                throw new IllegalStateException(source + " has a line that is no basis: " + line);
            }
            bases.add(new Basis(
                    cells[0].strip(), yes(cells[1], line), yes(cells[2], line), cells[3].strip(), cells[4].strip()));
        }
        if (bases.isEmpty() || bases.stream().map(Basis::code).distinct().count() != bases.size()) {
            throw new IllegalStateException(source + " names no basis, or one twice");
        }
        return bases;
    }

    private static boolean yes(String cell, String line) {
        return switch (cell.strip()) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalStateException("yes or no is expected: " + line);
        };
    }

    private static List<Basis> read() {
        Path override = Path.of(FILE);
        try {
            if (Files.isRegularFile(override)) {
                return parse(Files.readString(override), override.toString());
            }
            try (InputStream in = Bases.class.getResourceAsStream("/defaults/" + FILE)) {
                if (in == null) {
                    throw new IOException("neither beside the program nor packaged");
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), FILE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + FILE + " cannot be read: " + e.getMessage(), e);
        }
    }
}
