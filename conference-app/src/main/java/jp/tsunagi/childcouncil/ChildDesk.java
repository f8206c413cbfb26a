package jp.tsunagi.childcouncil;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.ConferencesOfCase.Found;
import jp.tsunagi.plan.PlanOfCase;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Where a case is looked up for what concerns her children, and where it is asked who may: those who go with her through the
 * case, and the Center. Her consent does not matter to it: a notification of child abuse never waits for it (domain.md E10).
 */
@Component
class ChildDesk {

    private static final Set<Relation> CENTER = EnumSet.of(Relation.CENTER, Relation.CASE_OFFICER, Relation.DIRECTOR);

    private final Casefiles casefiles;
    private final ConferencesOfCase conferences;
    private final PlanOfCase plans;
    private final Notifications notifications;

    ChildDesk(Casefiles casefiles, ConferencesOfCase conferences, PlanOfCase plans, Notifications notifications) {
        this.casefiles = casefiles;
        this.conferences = conferences;
        this.plans = plans;
        this.notifications = notifications;
    }

    /** A case as one officer finds it. @param relations never none */
    record Sight(Casefile casefile, Set<Relation> relations) {

        CaseId caseId() {
            return casefile.id();
        }
    }

    /** A notification as one officer finds it. */
    record Seen(Sight sight, NotificationRecord record) {}

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is no such case, or none for this officer */
    Sight sight(String id, Command command) {
        if (!Ids.isId(id)) {
            throw Refusal.notFound();
        }
        CaseId caseId = new CaseId(id);
        List<Found> of = conferences.of(caseId, command);
        Casefile casefile = casefiles.find(caseId).orElseThrow(Refusal::notFound);
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        if (command.officer().person()) {
            of.stream()
                    .flatMap(one -> one.relations().stream())
                    .filter(CENTER::contains)
                    .forEach(relations::add);
            if (accompanies(casefile, command)) {
                relations.add(Relation.REQUESTING_TEAM);
            }
        }
        if (relations.isEmpty()) {
            throw Refusal.notFound();
        }
        return new Sight(casefile, relations);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} */
    Seen seen(String caseId, String n, Command command) {
        Sight sight = sight(caseId, command);
        return (Ids.isId(n) ? notifications.find(n) : Optional.<NotificationRecord>empty())
                .filter(record -> record.caseId().equals(sight.caseId()))
                .map(record -> new Seen(sight, record))
                .orElseThrow(Refusal::notFound);
    }

    private boolean accompanies(Casefile casefile, Command command) {
        Officer officer = command.officer();
        boolean works = officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF);
        if (works && casefile.hasOnTeam(officer)) {
            return true;
        }
        try {
            return plans.accompanies(casefile.id(), command);
        } catch (Refused refused) {
            // Her case is gone in this very moment.
            return false;
        }
    }
}
