package jp.tsunagi.court;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.conference.WordsOfCase;
import jp.tsunagi.wording.PlaceLike;
import jp.tsunagi.wording.TellingWords;
import jp.tsunagi.wording.WordFile;
import org.springframework.stereotype.Component;

/**
 * What a statement to a court must not say, since a party may read it (DV Act, Art. 19): where she is, which shelter, school
 * or clinic, and that a conference was held. The office adds words by {@code config/court-words.csv}.
 */
@Component
class CourtWords {

    private static final String FILE = "config/court-words.csv";

    /** Agencies whose name alone leads to her or to her children. */
    private static final Set<AgencyKind> NEVER_NAMED = EnumSet.of(
            AgencyKind.PRIVATE_SHELTER,
            AgencyKind.SELF_RELIANCE_FACILITY,
            AgencyKind.MOTHER_AND_CHILD_FACILITY,
            AgencyKind.MEDICAL_INSTITUTION,
            AgencyKind.HEALTH_CENTER,
            AgencyKind.EDUCATION,
            AgencyKind.CHILD_GUIDANCE_CENTER,
            AgencyKind.WELFARE_OFFICE);

    private final WordsOfCase words;
    private final List<String> own;

    CourtWords(WordsOfCase words) {
        this.words = words;
        this.own = WordFile.read(FILE);
    }

    /** Of a case, as of now: its record and the directory grow. */
    TellingWords of(CaseId caseId) {
        Set<String> all = new LinkedHashSet<>(own);
        all.addAll(words.whereabouts(caseId));
        all.addAll(words.withheld(caseId));
        all.addAll(words.meetings(caseId));
        all.addAll(words.names(NEVER_NAMED));
        return new TellingWords(all);
    }

    /** What could be a place or a telephone in a text: to be looked at once more, and often meant. */
    List<String> marks(CaseId caseId, String text) {
        List<String> marks = new ArrayList<>(PlaceLike.of(text));
        words.towns(caseId).stream().filter(text::contains).forEach(marks::add);
        words.names(EnumSet.of(AgencyKind.MUNICIPALITY)).stream()
                .filter(text::contains)
                .filter(town -> !marks.contains(town))
                .forEach(marks::add);
        return marks;
    }
}
