package jp.tsunagi.conference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Addresses by postal code, from {@code config/postal-codes.csv} beside the working directory, else the packaged one. Looked
 * up here and nowhere outside: what is asked for would tell where she is.
 */
@Component
class PostalCodes {

    private static final String FILE = "config/postal-codes.csv";
    private static final String PREFECTURE = "北海道";
    private static final Pattern HYPHENS = Pattern.compile("[‐‑–—−－ー〒\\s-]");
    private static final Pattern CODE = Pattern.compile("\\d{7}");

    private final Map<String, String> addresses = new TreeMap<>();
    private final SortedSet<String> municipalities = new TreeSet<>();

    PostalCodes() {
        table().lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
            String[] column = line.split(",", -1);
            addresses.put(column[0], PREFECTURE + column[1] + column[2]);
            municipalities.add(PREFECTURE + column[1]);
        });
    }

    /** Whether it has the shape of a postal code: seven digits, full-width or not, with or without a hyphen. */
    boolean isCode(String typed) {
        return CODE.matcher(digits(typed)).matches();
    }

    /** Prefecture, municipality and area; empty where the table does not have the code. */
    Optional<String> address(String typed) {
        return Optional.ofNullable(addresses.get(digits(typed)));
    }

    /** The municipalities of the table, with their prefecture. */
    SortedSet<String> municipalities() {
        return municipalities;
    }

    private static String digits(String typed) {
        return HYPHENS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
    }

    private static String table() {
        try {
            Path own = Path.of(FILE);
            return Files.exists(own)
                    ? Files.readString(own)
                    : new ClassPathResource("defaults/" + FILE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The table of postal codes cannot be read", e);
        }
    }
}
