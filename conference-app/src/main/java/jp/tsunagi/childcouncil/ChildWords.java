package jp.tsunagi.childcouncil;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.conference.WordsOfCase;
import jp.tsunagi.wording.TellingWords;
import org.springframework.stereotype.Component;

/** What a notification never says: where they are. Whoever must know is told by telephone. */
@Component
class ChildWords {

    private static final Set<AgencyKind> NEVER_NAMED = EnumSet.of(
            AgencyKind.PRIVATE_SHELTER, AgencyKind.SELF_RELIANCE_FACILITY, AgencyKind.MOTHER_AND_CHILD_FACILITY);

    private final WordsOfCase words;

    ChildWords(WordsOfCase words) {
        this.words = words;
    }

    /** Whether the name of such an agency tells where they are. */
    static boolean neverNamed(AgencyKind kind) {
        return NEVER_NAMED.contains(kind);
    }

    /** Of a case, as of now. */
    TellingWords of(CaseId caseId) {
        Set<String> all = new LinkedHashSet<>(words.whereabouts(caseId));
        all.addAll(words.withheld(caseId));
        all.addAll(words.names(NEVER_NAMED));
        return new TellingWords(all);
    }

    /** What may stand there although it is a word of the address: the family's name. */
    static List<String> family(ChildDesk.Sight sight) {
        return sight.casefile()
                .person()
                .map(person -> List.of(person.name().split("[\\s\u3000]+", 2)[0]))
                .orElse(List.of());
    }
}
