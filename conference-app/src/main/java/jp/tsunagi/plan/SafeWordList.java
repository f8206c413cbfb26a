package jp.tsunagi.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.wording.Names;
import jp.tsunagi.wording.TellingWords;
import jp.tsunagi.wording.WordFile;
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

    private final Agencies agencies;
    private final MessageSource messages;
    private final List<String> own;

    SafeWordList(Agencies agencies, MessageSource messages) {
        this.agencies = agencies;
        this.messages = messages;
        this.own = WordFile.read(FILE);
    }

    /** As of now: the directory grows. */
    TellingWords now() {
        List<String> words = new ArrayList<>(own);
        for (AgencyKind kind : AgencyKind.values()) {
            if (kind != AgencyKind.OTHER) {
                String label = messages.getMessage("kind." + kind.name(), null, Locale.JAPANESE);
                words.addAll(List.of(label.split("・")));
            }
        }
        for (AgencyCode code : agencies.codes()) {
            agencies.find(code).ifPresent(agency -> {
                words.addAll(Names.of(agency.name()));
                words.addAll(agency.sections());
            });
        }
        return new TellingWords(words);
    }
}
