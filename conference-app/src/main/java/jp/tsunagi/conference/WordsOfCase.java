package jp.tsunagi.conference;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.LocationGroup;
import jp.tsunagi.protection.Passages;
import jp.tsunagi.wording.AddressWords;
import jp.tsunagi.wording.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The words of a case by which a paper that leaves would tell where she is, what she wants kept, or that there was a
 * conference. They are for looking for, never for showing.
 */
@Service
public class WordsOfCase {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 60;
    /** A meeting without a place has none that could tell. */
    private static final Set<String> NO_PLACE = Set.of("オンライン", "電話", "センター");

    private final Conferences conferences;
    private final Casefiles casefiles;
    private final Agencies agencies;

    WordsOfCase(Conferences conferences, Casefiles casefiles, Agencies agencies) {
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.agencies = agencies;
    }

    /** Where she lives or stays and how she is reached, of the case and of every request, each part by itself. */
    public Set<String> whereabouts(CaseId caseId) {
        Set<String> words = new LinkedHashSet<>();
        List<String> municipalities = municipalities();
        addresses(caseId).forEach(address -> words.addAll(AddressWords.of(address, municipalities)));
        requests(caseId).map(Request::phone).filter(WordsOfCase::long_).forEach(words::add);
        return words;
    }

    /** The municipalities in which she lives or stays: mentioned in much that tells nothing, and yet worth a second look. */
    public Set<String> towns(CaseId caseId) {
        Set<String> towns = new LinkedHashSet<>();
        List<String> municipalities = municipalities();
        addresses(caseId).forEach(address -> AddressWords.municipality(address, municipalities)
                .ifPresent(towns::add));
        return towns;
    }

    /** What was said in passages that she wants withheld. */
    public Set<String> withheld(CaseId caseId) {
        Set<String> words = new LinkedHashSet<>();
        requests(caseId)
                .flatMap(request -> Stream.of(
                        request.currentSituation(), request.caseOverview(), request.topics(), request.wishes()))
                .filter(Objects::nonNull)
                .flatMap(text -> Passages.said(text).stream())
                .map(String::strip)
                .filter(said -> said.length() >= 2 && said.length() <= LONGEST)
                .forEach(words::add);
        return words;
    }

    /** By what a conference of the case is known: its number, and where it was or was to be held. */
    public Set<String> meetings(CaseId caseId) {
        Set<String> words = new LinkedHashSet<>();
        for (CaseConference conference : conferences.ofCase(caseId)) {
            if (conference.submittedBy().isPresent()) {
                words.add(conference.reference());
            }
            Stream.of(
                            conference.request().preferredPlace(),
                            conference.convening().map(Convening::place).orElse(null),
                            conference.outcome().map(OutcomeReport::place).orElse(null))
                    .filter(WordsOfCase::long_)
                    .map(String::strip)
                    .filter(place -> !NO_PLACE.contains(place))
                    .forEach(words::add);
        }
        return words;
    }

    /** What the agencies of these kinds are called. */
    public Set<String> names(Collection<AgencyKind> kinds) {
        Set<String> names = new LinkedHashSet<>();
        agencies.codes().stream()
                .flatMap(code -> agencies.find(code).stream())
                .filter(agency -> kinds.contains(agency.kind()))
                .forEach(agency -> names.addAll(Names.of(agency.name())));
        return names;
    }

    private Stream<String> addresses(CaseId caseId) {
        return Stream.concat(
                        casefiles.find(caseId).flatMap(Casefile::location).map(LocationGroup::address).stream(),
                        requests(caseId).map(Request::address))
                .filter(WordsOfCase::long_);
    }

    private Stream<Request> requests(CaseId caseId) {
        return conferences.ofCase(caseId).stream().map(CaseConference::request);
    }

    private List<String> municipalities() {
        return agencies.codes().stream()
                .flatMap(code -> agencies.find(code).stream())
                .filter(agency -> agency.kind() == AgencyKind.MUNICIPALITY)
                .map(Agency::name)
                .toList();
    }

    private static boolean long_(@Nullable String text) {
        return text != null && text.strip().length() >= SHORTEST;
    }
}
