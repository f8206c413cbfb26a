package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.casefile.BlockedPerson;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.LocationGroup;
import jp.tsunagi.casefile.Person;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.shared.FieldProblem;
import org.springframework.stereotype.Service;

/** Cases that do not begin with a request typed here, but with what came from another agency. */
@Service
public class CaseBeginnings {

    private final Casefiles casefiles;
    private final Conferences conferences;
    private final Directory directory;
    private final Deadlines deadlines;

    CaseBeginnings(Casefiles casefiles, Conferences conferences, Directory directory, Deadlines deadlines) {
        this.casefiles = casefiles;
        this.conferences = conferences;
        this.directory = directory;
        this.deadlines = deadlines;
    }

    /**
     * A case that is to begin. Both ids are decided before, so that a repeat finds what the first one made.
     *
     * @param known the request as far as it is known: its first conference is a draft of it
     * @param notNear who must not come near her; the Center's alone to know
     */
    public record Beginning(
            CaseId caseId, ConferenceId conference, TeamSection team, Request known, List<BlockedPerson> notNear) {

        public Beginning {
            notNear = List.copyOf(notNear);
        }
    }

    /** What keeps a case from beginning with this; nothing where it can. */
    public List<FieldProblem> problems(Request known, LocalDate today) {
        return RequestRules.ofBeginning(known, directory, today);
    }

    /**
     * Opens the case and the draft of its first conference, whichever of them is not there yet. She has agreed to nothing
     * here: what that agency may share it asks her anew.
     */
    public void begin(Beginning beginning, Command command) {
        TeamSection team = beginning.team();
        Request known = beginning.known();
        Optional<Casefile> there = casefiles.find(beginning.caseId());
        if (there.isEmpty()) {
            Casefile casefile = casefiles.findOrOpen(beginning.caseId(), team.agency(), team.section(), command);
            String name = known.name();
            casefile.takeOver(
                    name == null
                            ? null
                            : new Person(
                                    name,
                                    known.kana(),
                                    known.formerName(),
                                    known.commonName(),
                                    known.callName(),
                                    known.birthDate(),
                                    known.approximateAge()),
                    new LocationGroup(known.address()),
                    beginning.notNear(),
                    command);
            casefiles.save(casefile);
        }
        if (conferences.find(beginning.conference()).isEmpty()) {
            CaseConference conference = CaseConference.opened(
                    beginning.conference(), beginning.caseId(), 1, null, team, known, command, deadlines);
            conference.replace(known, command);
            conferences.add(conference);
        }
    }

    /** Whether the draft is there, or what became of it: the case can be worked on. */
    public boolean begun(ConferenceId conference) {
        return conferences.find(conference).isPresent();
    }
}
