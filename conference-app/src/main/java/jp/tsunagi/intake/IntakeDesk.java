package jp.tsunagi.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.intake.IntakeRecord.Grant;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Where every step on an intake sheet is taken, and where it is asked who may. */
@Component
class IntakeDesk {

    private final IntakeSheets sheets;
    private final Casefiles casefiles;
    private final ConferencesOfCase conferences;
    private final Acts acts;
    private final OutboxNudge nudge;

    IntakeDesk(IntakeSheets sheets, Casefiles casefiles, ConferencesOfCase conferences, Acts acts, OutboxNudge nudge) {
        this.sheets = sheets;
        this.casefiles = casefiles;
        this.conferences = conferences;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** A sheet as its keepers find it; with nothing in it before the first word. */
    record Kept(Casefile casefile, IntakeSheet sheet) {}

    /** A sheet as a section finds it that has something of it. */
    record Given(Casefile casefile, IntakeSheet sheet, IntakeStanding standing, Grant grant) {}

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is no such case, or the officer is not on its team */
    Kept kept(String caseId, Command command) {
        if (!Ids.isId(caseId)) {
            throw Refusal.notFound();
        }
        Casefile casefile = casefiles
                .find(new CaseId(caseId))
                .filter(found -> IntakeStanding.keeps(command.officer(), found))
                .orElseThrow(Refusal::notFound);
        return new Kept(
                casefile,
                sheets.find(IntakeSheet.idOf(casefile.id()))
                        .orElseGet(() -> IntakeSheet.begun(casefile.id(), casefile.requestingAgency())));
    }

    boolean keeps(CaseId caseId, Officer officer) {
        return casefiles
                .find(caseId)
                .filter(casefile -> IntakeStanding.keeps(officer, casefile))
                .isPresent();
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is none, or the officer's section has nothing of it */
    Given given(String id, Command command) {
        return (Ids.isId(id) ? sheets.find(id) : Optional.<IntakeSheet>empty())
                .flatMap(sheet -> casefiles
                        .find(sheet.record().caseId())
                        .flatMap(casefile -> given(sheet, casefile, command.officer())))
                .orElseThrow(Refusal::notFound);
    }

    /** All that the officer's section has something of. */
    List<Given> given(Command command) {
        Officer officer = command.officer();
        if (!IntakeStanding.worksInSection(officer)) {
            return List.of();
        }
        List<IntakeSheet> found = sheets.givenTo(officer.agency(), officer.section());
        if (found.isEmpty()) {
            return List.of();
        }
        Set<CaseId> ids = new HashSet<>();
        found.forEach(sheet -> ids.add(sheet.record().caseId()));
        Map<CaseId, Casefile> cases = casefiles.find(ids);
        return found.stream()
                .flatMap(sheet -> Optional.ofNullable(cases.get(sheet.record().caseId()))
                        .flatMap(casefile -> given(sheet, casefile, officer))
                        .stream())
                .toList();
    }

    private Optional<Given> given(IntakeSheet sheet, Casefile casefile, Officer officer) {
        IntakeStanding standing =
                new IntakeStanding(officer, casefile, sheet.record(), conferences.isBlocked(casefile, officer));
        return standing.grant().map(grant -> new Given(casefile, sheet, standing, grant));
    }

    /** A step of those who keep it, on what is there at that moment; a repeat finds that it was taken. */
    void keep(String action, String caseId, Command command, Consumer<Kept> change) {
        String id = kept(caseId, command).sheet().record().id();
        acts.perform(command, action, caseId, id, () -> {
            Kept now = kept(caseId, command);
            if (!now.sheet().has(command)) {
                change.accept(now);
                sheets.save(now.sheet());
            }
            return true;
        });
        nudge.nudge();
    }

    /** The same of a section that has something of it. */
    void takePart(String action, String id, Command command, Consumer<Given> change) {
        String caseId = given(id, command).casefile().id().value();
        acts.perform(command, action, caseId, id, () -> {
            Given now = given(id, command);
            if (!now.sheet().has(command)) {
                change.accept(now);
                sheets.save(now.sheet());
            }
            return true;
        });
    }
}
