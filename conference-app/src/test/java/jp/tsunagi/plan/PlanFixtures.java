package jp.tsunagi.plan;

import static jp.tsunagi.casefile.CasefileFixtures.CENTER;
import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SAPPORO;
import static jp.tsunagi.casefile.CasefileFixtures.SECTION;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static jp.tsunagi.casefile.CasefileFixtures.TODAY;
import static jp.tsunagi.casefile.CasefileFixtures.command;
import static jp.tsunagi.casefile.CasefileFixtures.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.plan.PlanContent.Area;
import jp.tsunagi.plan.PlanContent.Goal;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.plan.PlanContent.Term;
import jp.tsunagi.plan.VersionRecord.Basis;
import jp.tsunagi.plan.VersionRecord.Confirmed;
import tools.jackson.databind.json.JsonMapper;

/** Plans with a person who does not exist, in every state. */
final class PlanFixtures {

    static final Officer DIRECTOR = officer("director", CENTER, Role.DIRECTOR);
    static final CaseId CASE = new CaseId("case-1");
    static final String CONFERENCE = "conference-1";
    static final Basis BASIS = new Basis(CONFERENCE, "R8-0001", 1, LocalDate.of(2026, 11, 18));
    static final TeamSection TEAM = new TeamSection(SAPPORO, SECTION);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanFixtures() {}

    /** Complete, so that it may be submitted. */
    static PlanContent content() {
        return JSON.readValue(
                """
                {"basedOn": "conference-1", "leadAgency": "011002", "keyPerson": "架空 相談員",
                 "wishes": "静かに暮らしたい", "participation": "ATTENDED", "situation": "知人宅にいる",
                 "policy": "住まいを定める", "goals": [{"term": "SHORT", "text": "部屋を決める", "by": "三か月後"}],
                 "measures": [{"area": "HOUSING", "issue": "住まい", "measure": "申請に同行する", "agency": "011002",
                               "contact": "代表窓口", "start": "2026-11-20", "due": "2026-12-11", "byPerson": "希望を書き出す"}],
                 "nextReview": "2027-02-20"}
                """,
                PlanContent.class);
    }

    static PlanContent with(UnaryOperator<Measure> change) {
        PlanContent content = content();
        return content.with(
                content.basedOn(),
                content.leadAgency(),
                content.policy(),
                content.measures().stream().map(change).toList());
    }

    static PlanContent measureOf(AgencyCode agency) {
        return with(measure -> new Measure(
                measure.id(),
                measure.area(),
                measure.issue(),
                measure.measure(),
                agency.value(),
                measure.contact(),
                measure.start(),
                measure.due(),
                measure.byPerson(),
                measure.catalogue(),
                measure.mustDo(),
                measure.withheld(),
                measure.carryWords()));
    }

    static Goal goal(String text) {
        return new Goal(Term.LONG, text, null);
    }

    static Measure measure(Area area, String text) {
        return new Measure(null, area, null, text, SAPPORO.value(), null, null, null, null, null, null, null, null);
    }

    /** A plan whose latest version is in this state; the first one, but where another had to take its place. */
    static SupportPlan in(PlanState state) {
        return in(state, content());
    }

    static SupportPlan in(PlanState state, PlanContent content) {
        SupportPlan plan =
                switch (state) {
                    case DRAFT -> drafted(SupportPlan.of(CASE), content);
                    case SUBMITTED -> submitted(in(PlanState.DRAFT, content));
                    case APPROVED -> approved(in(PlanState.SUBMITTED, content));
                    case CONFIRMED -> confirmed(in(PlanState.APPROVED, content));
                    // Its place is taken by a later version, which is taken away again, to look at this one alone.
                    case SUPERSEDED -> {
                        SupportPlan next = reloaded(drafted(in(PlanState.CONFIRMED, content), content));
                        yield alone(confirmed(approved(submitted(next))));
                    }
                };
        return reloaded(plan);
    }

    static SupportPlan drafted(SupportPlan plan, PlanContent content) {
        plan.open(content, BASIS, TEAM, command(SUBMITTER));
        return plan;
    }

    static SupportPlan submitted(SupportPlan plan) {
        plan.submit(number(plan), command(SUBMITTER));
        return reloaded(plan);
    }

    static SupportPlan approved(SupportPlan plan) {
        plan.approve(number(plan), null, 2, Set.of(POLICE), command(DIRECTOR));
        return reloaded(plan);
    }

    static SupportPlan confirmed(SupportPlan plan) {
        plan.confirm(number(plan), agreed(), command(SUBMITTER));
        return reloaded(plan);
    }

    static Confirmed agreed() {
        return new Confirmed(
                Confirmation.Result.AGREED,
                Confirmation.Method.ORAL,
                TODAY,
                false,
                null,
                SUBMITTER.id(),
                SUBMITTER.name());
    }

    static int number(SupportPlan plan) {
        return plan.latest().orElseThrow().number();
    }

    /** As it is found at the next look. */
    static SupportPlan reloaded(SupportPlan plan) {
        return new SupportPlan(plan.toRecord());
    }

    /** What was announced since it was loaded, by kind. */
    static List<String> announced(SupportPlan plan) {
        PlanRecord record = plan.toRecord();
        return record.outbox().stream()
                .filter(event -> event.forVersion() == record.version())
                .map(PendingEvent::kind)
                .toList();
    }

    static Command by(Officer officer) {
        return command(officer);
    }

    private static SupportPlan alone(SupportPlan plan) {
        PlanRecord record = plan.toRecord();
        return new SupportPlan(new PlanRecord(
                record.id(),
                record.version(),
                record.caseId(),
                record.versions().subList(0, 1),
                record.followed(),
                record.seen(),
                record.outbox(),
                record.pending(),
                record.sentThrough()));
    }
}
