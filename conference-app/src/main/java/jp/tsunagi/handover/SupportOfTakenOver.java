package jp.tsunagi.handover;

import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.plan.PlanContent.LegalDeadline;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.plan.SupportTakenOver;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes on of the support in a case that was taken over. Who does it from now on is for the new plan to say. */
@Component
class SupportOfTakenOver implements SupportTakenOver {

    private final TakenOvers takenOvers;

    SupportOfTakenOver(TakenOvers takenOvers) {
        this.takenOvers = takenOvers;
    }

    @Override
    public Optional<Came> of(CaseId caseId) {
        return takenOvers
                .find(caseId)
                .map(record -> new Came(
                        record.handed().measures().stream()
                                .map(SupportOfTakenOver::measure)
                                .toList(),
                        record.handed().deadlines().stream()
                                .map(one -> new LegalDeadline(one.procedure(), one.until(), one.note()))
                                .toList()));
    }

    /** Who has done it so far stays readable until the writer names somebody. */
    private static Measure measure(Handed.Measure measure) {
        return new Measure(
                null,
                measure.area(),
                measure.issue(),
                said(measure.agency(), measure.measure()),
                null,
                null,
                null,
                measure.due(),
                measure.byPerson(),
                null,
                measure.mustDo(),
                null,
                null);
    }

    private static @Nullable String said(@Nullable String agency, @Nullable String text) {
        return agency == null || agency.isBlank() || text == null ? text : agency + "：" + text;
    }
}
