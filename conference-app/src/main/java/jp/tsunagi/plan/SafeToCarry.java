package jp.tsunagi.plan;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.wording.TellingWords;
import org.springframework.stereotype.Component;

/** Whether words on a paper that she carries would tell on her when it is found, for whoever prints one. */
@Component
public class SafeToCarry {

    private final SafeWordList words;

    SafeToCarry(SafeWordList words) {
        this.words = words;
    }

    /** Of each text the first word that tells, in the order of the texts; empty where none does. */
    public List<Optional<String>> telling(List<String> texts) {
        TellingWords safe = words.now();
        return texts.stream().map(safe::telling).toList();
    }
}
