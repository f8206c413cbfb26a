package jp.tsunagi.court;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.ConferencesOfCase.Found;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Where a case is looked up for what is written down for a court, and where it is asked who may. */
@Component
class CourtDesk {

    private static final Set<Relation> CENTER = EnumSet.of(Relation.CENTER, Relation.CASE_OFFICER, Relation.DIRECTOR);

    private final Casefiles casefiles;
    private final ConferencesOfCase conferences;

    CourtDesk(Casefiles casefiles, ConferencesOfCase conferences) {
        this.casefiles = casefiles;
        this.conferences = conferences;
    }

    /** A case as one officer finds it. */
    record Sight(Casefile casefile, CourtStanding standing) {

        CaseId caseId() {
            return casefile.id();
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is no such case, or none for this officer */
    Sight sight(String id, Command command) {
        if (!Ids.isId(id)) {
            throw Refusal.notFound();
        }
        CaseId caseId = new CaseId(id);
        List<Found> of = conferences.of(caseId, command);
        // Read after the conferences: a withdrawal that came first is seen.
        Casefile casefile = casefiles.find(caseId).orElseThrow(Refusal::notFound);
        CourtStanding standing = standing(casefile, of, command);
        if (!standing.takesPart()) {
            throw Refusal.notFound();
        }
        return new Sight(casefile, standing);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found}; {@code step.not-permitted} for whoever is not of the Center */
    Sight center(String id, Command command) {
        Sight sight = sight(id, command);
        if (!sight.standing().states()) {
            throw Refusal.forbidden("step.not-permitted");
        }
        return sight;
    }

    private static CourtStanding standing(Casefile casefile, List<Found> of, Command command) {
        Officer officer = command.officer();
        boolean works = officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF);
        boolean onTeam = works
                && (casefile.hasOnTeam(officer)
                        || of.stream()
                                .anyMatch(
                                        one -> one.submitted() && one.is(Relation.REQUESTING_TEAM) && !one.excluded()));
        boolean ofCenter = of.stream().anyMatch(one -> CENTER.stream().anyMatch(one::is));
        return new CourtStanding(officer, onTeam, ofCenter, casefile.consentInForce(command.today()));
    }
}
