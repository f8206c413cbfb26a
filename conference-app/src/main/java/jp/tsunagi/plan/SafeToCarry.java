package jp.tsunagi.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Whether words on a paper that she carries would tell on her when it is found, for whoever prints one. */
@Component
public class SafeToCarry {

    /** Numbers that a machine made, and times: no words, and never on the page. */
    private static final Pattern MACHINE_MADE = Pattern.compile(
            "uuid:[0-9a-fA-F-]+|\\d{4}-\\d{2}-\\d{2}T[0-9:.+Z-]+|<\\?[^>]*>|xmlns:[^>\\s]+|<[^>]*>|https?://\\S+");

    private final SafeWordList words;

    SafeToCarry(SafeWordList words) {
        this.words = words;
    }

    /** Of each text the first word that tells, in the order of the texts; empty where none does. */
    public List<Optional<String>> telling(List<String> texts) {
        SafeWords safe = words.now();
        return texts.stream().map(safe::telling).toList();
    }

    /** Whether a finished paper tells. @param said all that it says, metadata included */
    public boolean tells(List<String> said) {
        SafeWords safe = words.now();
        return said.stream()
                .map(text -> MACHINE_MADE.matcher(text).replaceAll(" "))
                .anyMatch(text -> safe.telling(text).isPresent());
    }
}
