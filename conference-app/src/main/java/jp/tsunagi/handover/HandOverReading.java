package jp.tsunagi.handover;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.CaseBeginnings;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.handover.HandOverDesk.Sight;
import jp.tsunagi.handover.OfferView.Standing;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What officers read of hand-overs, by the policy; entered into the audit before it leaves. */
@Service
class HandOverReading {

    private final HandOverDesk desk;
    private final HandOvers handOvers;
    private final TakenOvers takenOvers;
    private final HandOverSource source;
    private final CaseBeginnings beginnings;
    private final Casefiles casefiles;
    private final Accounts accounts;
    private final Acts acts;

    HandOverReading(
            HandOverDesk desk,
            HandOvers handOvers,
            TakenOvers takenOvers,
            HandOverSource source,
            CaseBeginnings beginnings,
            Casefiles casefiles,
            Accounts accounts,
            Acts acts) {
        this.desk = desk;
        this.handOvers = handOvers;
        this.takenOvers = takenOvers;
        this.source = source;
        this.beginnings = beginnings;
        this.casefiles = casefiles;
        this.accounts = accounts;
        this.acts = acts;
    }

    /**
     * The hand-overs of a case.
     *
     * @param items by name of the API, the newest first
     * @param mayOffer whether the officer could offer one now
     */
    record All(List<Map<String, Object>> items, boolean mayOffer) {}

    /** @throws Refused {@code not-found} */
    All all(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        List<HandOverRecord> records = handOvers.ofCase(sight.casefile().id());
        entered("handover.read", caseId, caseId, List.of(FieldClass.OFFICE.name()), command);
        return new All(
                records.stream().map(record -> view(record, sight, command)).toList(),
                sight.offers()
                        && desk.submitted(sight.casefile().id())
                        && records.stream().noneMatch(record -> record.state().open()));
    }

    /**
     * One of them, with what the agency gets, or got, of her.
     *
     * @throws Refused {@code not-found}
     */
    Map<String, Object> one(String caseId, String n, Command command) {
        Sight sight = desk.sight(caseId, command);
        HandOverRecord record = desk.ofCase(sight, n).record();
        Projection handed = handed(record, sight, command);
        entered("handover.read", caseId, n, names(handed), command);
        Map<String, Object> shown = new LinkedHashMap<>(view(record, sight, command));
        shown.put("handed", handed.shown());
        return shown;
    }

    /** What the agency gets of it: as it is frozen once it was accepted, and by her consent of today before. */
    Projection handed(HandOverRecord record, Sight sight, Command command) {
        Grants reader = grants(sight.relations());
        if (record.given() != null) {
            return Projection.of(record.given(), reader);
        }
        ConsentScope scope = HandOverConsent.scope(sight.casefile(), record, command.today());
        return Projection.of(record.handed(), HandOverConsent.grants(scope).within(reader));
    }

    /** The measures that could be chosen, for those who may offer. @throws Refused {@code not-found} */
    List<Handed.Measure> measures(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        if (!sight.offers()) {
            throw Refusal.notFound();
        }
        entered("handover.read", caseId, caseId, List.of(FieldClass.OUTCOME.name()), command);
        return source.measures(sight.casefile().id());
    }

    /** Agencies of the directory that her consent lets take the case over today. */
    List<String> possible(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        Casefile casefile = sight.casefile();
        return casefile.consent()
                .map(consent -> consent.currentRecipients().stream()
                        .filter(agency -> !command.officer().worksFor(agency)
                                && casefile.transferScopeFor(agency, command.today())
                                        .covers()
                                && !HandOverRules.sections(accounts, agency).isEmpty())
                        .map(agency -> agency.value())
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    /** Whether hand-overs of the case exist for this officer: offered from here, or what it began with. */
    boolean isFor(CaseId caseId, Command command) {
        try {
            desk.sight(caseId.value(), command);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    /** The offers to the officer's agency, answered or not. */
    List<Map<String, Object>> offers(Command command) {
        return desk.offered(command).stream()
                .map(record -> offer(record, command))
                .toList();
    }

    /** One of them. @throws Refused {@code not-found} */
    Map<String, Object> offer(String n, Command command) {
        return offer(desk.offered(n, command).record(), command);
    }

    /** Sections of the officer's agency that could take a case. */
    List<String> sections(Command command) {
        return HandOverRules.sections(accounts, command.officer().agency());
    }

    /** What a case began with that was taken over; for its team alone. Empty where it began here. */
    Optional<Projection> takenOver(String caseId, Command command) {
        Optional<TakenOverRecord> came = came(caseId, command);
        came.ifPresent(record -> entered(
                "handover.read",
                caseId,
                record.id(),
                List.of(FieldClass.IDENTITY.name(), FieldClass.NARRATIVE.name(), FieldClass.OUTCOME.name()),
                command));
        return came.map(
                record -> Projection.of(TakenOverView.of(record), grants(EnumSet.of(Relation.REQUESTING_TEAM))));
    }

    /** The record of it, for those whose case it is. */
    Optional<TakenOverRecord> came(String caseId, Command command) {
        return takenOvers
                .find(new CaseId(caseId))
                .filter(record -> HandOverDesk.receives(command.officer()) && ofTeam(record, command));
    }

    /** Whether the case of what was taken over is there already. */
    boolean begun(TakenOverRecord record) {
        return beginnings.begun(new ConferenceId(record.conferenceId()));
    }

    static Grants grants(Set<Relation> relations) {
        return RedactionPolicy.decide(relations, ConsentScope.NOTHING).asTyped();
    }

    private boolean ofTeam(TakenOverRecord record, Command command) {
        return casefiles
                .find(record.caseId())
                .map(casefile -> casefile.hasOnTeam(command.officer()))
                .orElseGet(() -> record.team().includes(command.officer()));
    }

    private Map<String, Object> view(HandOverRecord record, Sight sight, Command command) {
        return Projection.of(HandOverView.of(record, sight.offers(), command.today()), grants(sight.relations()))
                .shown();
    }

    private Map<String, Object> offer(HandOverRecord record, Command command) {
        Standing standing = OfferView.standing(record, desk.covered(record, command));
        OfferView view = new OfferView(
                record.id(),
                record.reference(),
                standing,
                record.team().agency().value(),
                record.offeredOn(),
                record.answerBy(),
                standing == Standing.TAKEN_OVER ? newConference(record, command) : null);
        // Asked, and shown no more than any agency that is asked to come.
        return Projection.of(view, RedactionPolicy.decide(EnumSet.of(Relation.INVITED), ConsentScope.NOTHING))
                .shown();
    }

    private @Nullable String newConference(HandOverRecord record, Command command) {
        HandOverRecord.Accepted accepted = record.accepted();
        TeamSection team = accepted == null ? null : accepted.team();
        if (accepted == null || team == null || accepted.newCase() == null) {
            return null;
        }
        return came(accepted.newCase().value(), command)
                .filter(this::begun)
                .map(TakenOverRecord::conferenceId)
                .orElse(null);
    }

    private void entered(String action, String caseId, String subject, List<String> classes, Command command) {
        acts.shown(command, action, caseId, subject, classes);
    }

    private static List<String> names(Projection projection) {
        return projection.classes().stream().map(FieldClass::name).toList();
    }
}
