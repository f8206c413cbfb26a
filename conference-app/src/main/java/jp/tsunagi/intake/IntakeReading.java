package jp.tsunagi.intake;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.intake.IntakeDesk.Given;
import jp.tsunagi.intake.IntakeDesk.Kept;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.protection.Relation;
import org.springframework.stereotype.Service;

/** What officers read of intake sheets, by the policy; entered into the audit before it leaves. */
@Service
class IntakeReading {

    private final IntakeDesk desk;
    private final IntakeViews views;
    private final ConferencesOfCase conferences;
    private final Acts acts;

    IntakeReading(IntakeDesk desk, IntakeViews views, ConferencesOfCase conferences, Acts acts) {
        this.desk = desk;
        this.views = views;
        this.conferences = conferences;
        this.acts = acts;
    }

    /**
     * The whole sheet, for those who keep it.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}
     */
    Map<String, Object> kept(String caseId, Command command) {
        Kept kept = desk.kept(caseId, command);
        // Their own words, marks included.
        Projection shown = Projection.of(
                views.team(kept),
                RedactionPolicy.decide(EnumSet.of(Relation.REQUESTING_TEAM), ConsentScope.NOTHING)
                        .asTyped());
        entered(kept.sheet(), shown, command);
        return shown.shown();
    }

    /**
     * What the officer's section has of a sheet. What it does not have is not even named.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}
     */
    Map<String, Object> given(String id, Command command) {
        Given given = desk.given(id, command);
        Projection shown = Projection.of(
                views.division(
                        given, conferences.nameAtMeeting(given.casefile()).orElse(null)),
                RedactionPolicy.decide(
                        given.standing().relations(), given.standing().scope()));
        entered(given.sheet(), shown, command);
        return shown.shown();
    }

    /** A sheet that a section has something of; nothing of hers. */
    record Listed(String id, String code, Instant givenAt, long procedures, long open) {}

    /** All that the officer's section has something of, the newest first. */
    List<Listed> all(Command command) {
        return desk.given(command).stream()
                .map(IntakeReading::listed)
                .sorted((one, other) -> other.givenAt().compareTo(one.givenAt()))
                .toList();
    }

    private static Listed listed(Given given) {
        IntakeRecord sheet = given.sheet().record();
        var rows = sheet.of(given.grant().division());
        return new Listed(
                sheet.id(),
                sheet.code(),
                given.grant().givenAt(),
                rows.size(),
                rows.stream().filter(row -> row.done() == null).count());
    }

    private void entered(IntakeSheet sheet, Projection shown, Command command) {
        acts.shown(
                command,
                "intake-sheet.read",
                sheet.record().caseId().value(),
                sheet.record().id(),
                shown.classes().stream().map(FieldClass::name).toList());
    }
}
