package jp.tsunagi.complaint;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.plan.PlanOfCase;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Component;

/** Where every step on a complaint is taken, and where it is asked who may. */
@Component
class ComplaintDesk {

    private final Complaints complaints;
    private final Casefiles casefiles;
    private final PlanOfCase plans;
    private final ConferencesOfCase conferences;
    private final Directory directory;
    private final Acts acts;
    private final OutboxNudge nudge;

    ComplaintDesk(
            Complaints complaints,
            Casefiles casefiles,
            PlanOfCase plans,
            ConferencesOfCase conferences,
            Directory directory,
            Acts acts,
            OutboxNudge nudge) {
        this.complaints = complaints;
        this.casefiles = casefiles;
        this.plans = plans;
        this.conferences = conferences;
        this.directory = directory;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** A case as one officer finds its complaints. */
    record Sight(CaseId caseId, ComplaintStanding standing) {}

    /** A complaint as one officer finds it. */
    record Found(Complaint complaint, ComplaintStanding standing) {

        boolean handles() {
            return standing.handles(complaint.record());
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is no such case, or none for this officer */
    Sight sight(String id, Command command) {
        if (!Ids.isId(id)) {
            throw Refusal.notFound();
        }
        Casefile casefile = casefiles.find(new CaseId(id)).orElseThrow(Refusal::notFound);
        ComplaintStanding standing = standing(casefile, command);
        boolean known = standing.accompanies()
                || conferences.lastSubmitted(casefile.id()).isPresent();
        if (!known || !standing.takesPart()) {
            throw Refusal.notFound();
        }
        return new Sight(casefile.id(), standing);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is none, or it is kept from this officer */
    Found found(String caseId, String n, Command command) {
        Sight sight = sight(caseId, command);
        return (Ids.isId(n) ? complaints.find(n) : Optional.<Complaint>empty())
                .filter(complaint -> complaint.record().caseId().equals(sight.caseId()))
                .filter(complaint -> sight.standing().reads(complaint.record()))
                .map(complaint -> new Found(complaint, sight.standing()))
                .orElseThrow(Refusal::notFound);
    }

    /** Those of the case that the officer may know of. */
    List<ComplaintRecord> all(Sight sight) {
        return complaints.ofCase(sight.caseId()).stream()
                .filter(complaint -> sight.standing().reads(complaint))
                .toList();
    }

    /** How an officer stands to the complaints of a case. */
    ComplaintStanding standing(Casefile casefile, Command command) {
        return new ComplaintStanding(command.officer(), accompanies(casefile, command), directory.center());
    }

    /**
     * Takes a step on what is there at that moment; a repeat finds that it was taken.
     *
     * @param change asks everything that must be asked, and hands out what is then done
     */
    void take(String action, String caseId, String n, Command command, Function<Complaint, Runnable> change) {
        Found before = found(caseId, n, command);
        try {
            asked(before, command, change);
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.FORBIDDEN) {
                acts.refused(command, action, caseId, n, refused);
            }
            throw refused;
        }
        acts.perform(command, action, caseId, n, () -> {
            Found now = found(caseId, n, command);
            Runnable work = asked(now, command, change);
            if (!now.complaint().has(command)) {
                work.run();
                complaints.save(now.complaint());
            }
            return true;
        });
        nudge.nudge();
    }

    private static Runnable asked(Found found, Command command, Function<Complaint, Runnable> change) {
        if (found.standing().isAbout(found.complaint().record())) {
            throw Refusal.forbidden("complaint.about-you");
        }
        if (!found.handles()) {
            throw Refusal.forbidden("step.not-permitted");
        }
        return found.complaint().has(command) ? () -> {} : change.apply(found.complaint());
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
