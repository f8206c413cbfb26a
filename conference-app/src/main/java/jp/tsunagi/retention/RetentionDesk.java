package jp.tsunagi.retention;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.ConferencesOfCase.Latest;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.EndedCases;
import jp.tsunagi.conference.EndedCases.Ended;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Who keeps the periods: the Center's staff and its director, as far as they may know of the case at all. */
@Component
class RetentionDesk {

    private static final Set<Relation> CENTER = EnumSet.of(Relation.CENTER, Relation.CASE_OFFICER, Relation.DIRECTOR);

    private final Keepings keepings;
    private final EndedCases cases;
    private final ConferencesOfCase conferences;
    private final Directory directory;

    RetentionDesk(Keepings keepings, EndedCases cases, ConferencesOfCase conferences, Directory directory) {
        this.keepings = keepings;
        this.cases = cases;
        this.conferences = conferences;
        this.directory = directory;
    }

    /**
     * A case as the Center finds it.
     *
     * @param ended empty while one of its conferences goes on
     */
    record Found(CaseId caseId, CaseKeeping keeping, Optional<Ended> ended) {}

    boolean isCenter(Officer officer) {
        return officer.person()
                && officer.worksFor(directory.center())
                && (officer.is(Role.CENTER_STAFF) || officer.is(Role.DIRECTOR));
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} for everybody else */
    void requireCenter(Command command) {
        if (!isCenter(command.officer())) {
            throw Refusal.notFound();
        }
    }

    /** Whether this officer of the Center may know of the case. */
    boolean knows(CaseId caseId, Command command) {
        return conferences.of(caseId, command).stream()
                .anyMatch(one -> one.submitted()
                        && !one.excluded()
                        && one.relations().stream().anyMatch(CENTER::contains));
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} */
    Found found(String id, Command command) {
        requireCenter(command);
        CaseId caseId = new CaseId(id);
        if (!Ids.isId(id) || !knows(caseId, command)) {
            throw Refusal.notFound();
        }
        Latest latest = conferences.lastSubmitted(caseId).orElseThrow(Refusal::notFound);
        CaseKeeping keeping = keepings.of(caseId)
                .orElseGet(() -> CaseKeeping.untouched(caseId, latest.id().value(), latest.reference()));
        if (keeping.decided()) {
            // What is left is carried out in this very moment: for everybody it is gone.
            throw Refusal.notFound();
        }
        keeping.foundBy(latest.id().value(), latest.reference());
        return new Found(caseId, keeping, cases.of(caseId));
    }
}
