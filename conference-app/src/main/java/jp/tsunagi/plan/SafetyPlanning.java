package jp.tsunagi.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.plan.PlanDesk.Sight;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The safety plan (安全計画): read, written, and opened to an agency that needs it. Each act stands in the audit first. */
@Service
public class SafetyPlanning {

    private static final int LONGEST_NEED = 500;

    private final SafetyRecords records;
    private final PlanDesk desk;
    private final Directory directory;
    private final Acts acts;

    SafetyPlanning(SafetyRecords records, PlanDesk desk, Directory directory, Acts acts) {
        this.records = records;
        this.desk = desk;
        this.directory = directory;
        this.acts = acts;
    }

    /** As the policy is asked to show it. @param version 0 before it is begun */
    record View(
            @Classified(FieldClass.OPERATION) String caseId,
            @Classified(FieldClass.OPERATION) int version,
            @Classified(FieldClass.SAFETY_PLAN) @Nullable Instant writtenAt,
            @Nullable SafetyContent content,
            @Classified(FieldClass.SAFETY_PLAN) List<SafetyRecord.Reader> readers) {}

    /** Names an agency that needs it. */
    public record Naming(@Nullable String agency, @Nullable String need) {}

    private record Found(Sight sight, @Nullable SafetyRecord record, SafetyStanding standing) {}

    /**
     * The newest version, with nothing in it before the first.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} for whoever is none of its readers, whether it is there or not
     */
    public Projection read(String caseId, Command command) {
        Found found = find(caseId, command);
        if (!found.standing().reads()) {
            throw Refusal.notFound();
        }
        SafetyRecord record = found.record();
        View view = record == null
                ? new View(caseId, 0, null, null, List.of())
                : new View(
                        caseId,
                        record.latest().number(),
                        record.latest().writtenAt(),
                        record.latest().content(),
                        record.readers());
        Projection projection = Projection.of(
                view,
                RedactionPolicy.decide(
                        found.standing().relations(), found.sight().standing().scope()));
        acts.shown(
                command,
                "safety-plan.read",
                caseId,
                SafetyRecord.idOf(new CaseId(caseId)),
                projection.classes().stream().map(FieldClass::name).toList());
        return projection;
    }

    public boolean mayRead(String caseId, Command command) {
        return find(caseId, command).standing().reads();
    }

    /** Whether the officer is one of those who write it. */
    public boolean mayWrite(String caseId, Command command) {
        return find(caseId, command).standing().writes();
    }

    /**
     * Writes the next version.
     *
     * @param revision the version it was made from; null to write over whatever is there
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code step.not-permitted} for who may only read it; {@code
     *     version.stale}; {@code safety-plan.incomplete} with the fields
     */
    public void write(String caseId, SafetyContent content, @Nullable String revision, Command command) {
        content.check(directory);
        String expected = revision == null ? null : revision.replace("\"", "");
        change("write", caseId, command, found -> {
            SafetyRecord record = found.record();
            if (record == null) {
                if (expected != null && !expected.equals("0")) {
                    throw Refusal.conflict("version.stale");
                }
                return SafetyRecord.first(
                        new CaseId(caseId),
                        new TeamSection(
                                command.officer().agency(), command.officer().section()),
                        content,
                        command);
            }
            return record.written(content, expected, command);
        });
    }

    /** Lets an agency read it that her consent covers; it does so while that holds and its attendee has pledged. */
    public void name(String caseId, Naming naming, Command command) {
        FieldCheck fields = new FieldCheck(directory);
        fields.namedAgency("agency", naming.agency());
        fields.required("need", naming.need());
        fields.text("need", naming.need(), LONGEST_NEED);
        fields.refuseUnder("safety-plan.incomplete");
        String agency = Optional.ofNullable(naming.agency()).orElseThrow();
        change("name-reader", caseId, command, found -> {
            if (!found.sight()
                    .casefile()
                    .scopeFor(new AgencyCode(agency), command.today())
                    .covers()) {
                FieldCheck consent = new FieldCheck(directory);
                consent.add("agency", "not-consented");
                consent.refuseUnder("safety-plan.incomplete");
            }
            return begun(found).named(agency, Optional.ofNullable(naming.need()).orElseThrow(), command);
        });
    }

    /** From now on the agency does not read it. */
    public void dismiss(String caseId, String agency, Command command) {
        change("dismiss-reader", caseId, command, found -> {
            if (begun(found).reader(agency).isEmpty()) {
                throw Refusal.notFound();
            }
            return begun(found).dismissed(agency, command);
        });
    }

    private static SafetyRecord begun(Found found) {
        return Optional.ofNullable(found.record()).orElseThrow(Refusal::notFound);
    }

    private void change(String step, String caseId, Command command, Function<Found, SafetyRecord> change) {
        permitted(find(caseId, command));
        acts.perform(command, "safety-plan." + step, caseId, SafetyRecord.idOf(new CaseId(caseId)), () -> {
            Found now = find(caseId, command);
            permitted(now);
            if (now.record() == null || !now.record().has(command)) {
                records.save(change.apply(now));
            }
            return true;
        });
    }

    private static void permitted(Found found) {
        if (!found.standing().writes()) {
            throw found.standing().reads() ? Refusal.forbidden("step.not-permitted") : Refusal.notFound();
        }
    }

    private Found find(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        SafetyRecord record = records.find(new CaseId(caseId)).orElse(null);
        return new Found(sight, record, new SafetyStanding(command.officer(), sight, record));
    }
}
