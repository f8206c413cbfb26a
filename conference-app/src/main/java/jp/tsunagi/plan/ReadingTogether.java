package jp.tsunagi.plan;

import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.document.PersonPlan;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Service;

/** The newest version as it is read together with her (S33), and what she says to it. */
@Service
class ReadingTogether {

    private final PlanDesk desk;
    private final PersonPlans plans;
    private final Planning planning;
    private final Acts acts;

    ReadingTogether(PlanDesk desk, PersonPlans plans, Planning planning, Acts acts) {
        this.desk = desk;
        this.plans = plans;
        this.planning = planning;
        this.acts = acts;
    }

    /**
     * What is on the screen.
     *
     * @param said what she said so far
     * @param revision of the version, to name when something is changed
     * @param open whether she can still change it
     * @param asked whether she is to be asked what she says to the whole
     */
    record Screen(PersonPlan plan, Hers said, String revision, boolean open, boolean asked) {}

    /**
     * The newest version, as her own edition has it.
     *
     * @param children whether with what concerns her children
     * @throws jp.tsunagi.shared.Refused {@code not-found} also for whoever does not lead
     */
    Screen read(String caseId, boolean children, Command command) {
        VersionRecord newest = desk.sight(caseId, command).plan().latest().orElseThrow(Refusal::notFound);
        PersonPlans.Edition edition = plans.of(caseId, String.valueOf(newest.number()), children, command);
        VersionRecord version = edition.version();
        if (!edition.sight()
                .standing()
                .leads(version.content().leadAgency(), version.basis().conferenceId())) {
            throw Refusal.notFound();
        }
        acts.shown(
                command,
                "plan.together",
                caseId,
                edition.sight().plan().id(),
                edition.projection().classes().stream().map(FieldClass::name).toList());
        return new Screen(
                edition.plan(),
                Hers.of(version.content()),
                String.valueOf(version.revision()),
                PlanStep.REPLACE.possibleIn(version.state()),
                PlanStep.CONFIRM.possibleIn(version.state()));
    }

    /**
     * Writes what she said into the draft; all else stays as it is.
     *
     * @param revision of the draft she saw
     * @throws jp.tsunagi.shared.Refused as {@link Planning#replace}
     */
    void say(String caseId, Hers said, String revision, Command command) {
        VersionRecord draft = desk.sight(caseId, command).plan().latest().orElseThrow(Refusal::notFound);
        planning.replace(caseId, said.over(draft.content()), revision, command);
    }
}
