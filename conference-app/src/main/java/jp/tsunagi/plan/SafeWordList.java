package jp.tsunagi.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.agency.AgencyKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words that must not stand on a paper she carries: the office's own list ({@code config/safe-words.csv} beside the
 * working directory, else the packaged one), each agency of the directory by its names and sections, and what agencies are
 * called by their kind.
 */
@Component
class SafeWordList {

    private static final String FILE = "config/safe-words.csv";
    private static final Pattern QUOTED = Pattern.compile("「([^」]{2,})」");
    private static final Pattern BRACKETS = Pattern.compile("[（(][^）)]*[）)]|「[^」]*」");
    private static final int SHORTEST_NAME = 2;

    private final Agencies agencies;
    private final MessageSource messages;
    private final List<String> own;

    SafeWordList(Agencies agencies, MessageSource messages) {
        this.agencies = agencies;
        this.messages = messages;
        this.own = read();
    }

    /** As of now: the directory grows. */
    SafeWords now() {
        List<String> words = new ArrayList<>(own);
        for (AgencyKind kind : AgencyKind.values()) {
            if (kind != AgencyKind.OTHER) {
                String label = messages.getMessage("kind." + kind.name(), null, Locale.JAPANESE);
                words.addAll(List.of(label.split("・")));
            }
        }
        for (AgencyCode code : agencies.codes()) {
            agencies.find(code).ifPresent(agency -> {
                words.addAll(names(agency.name()));
                words.addAll(agency.sections());
            });
        }
        return new SafeWords(words);
    }

    /** The whole, what is said without what stands in brackets, and a name in quotation marks. */
    static List<String> names(String name) {
        List<String> names = new ArrayList<>(List.of(name));
        String short_ = BRACKETS.matcher(name).replaceAll("").strip();
        if (short_.length() >= SHORTEST_NAME) {
            names.add(short_);
        }
        Matcher quoted = QUOTED.matcher(name);
        while (quoted.find()) {
            names.add(quoted.group(1));
        }
        return names;
    }

    private static List<String> read() {
        Path override = Path.of(FILE);
        try {
            if (Files.isRegularFile(override)) {
                return parse(Files.readString(override), override.toString());
            }
            try (InputStream in = SafeWordList.class.getResourceAsStream("/defaults/" + FILE)) {
                if (in == null) {
                    throw new IOException("neither beside the program nor packaged");
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), FILE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalStateException where the list is empty: then a paper would be checked against nothing */
    static List<String> parse(String csv, String source) {
        List<String> words = csv.lines()
                .filter(line -> !line.startsWith("# "))
                .map(line -> line.split(",", 2)[0].strip())
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            throw new IllegalStateException(source + " names no word");
        }
        return words;
    }
}
