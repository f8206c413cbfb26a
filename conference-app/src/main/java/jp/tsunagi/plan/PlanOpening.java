package jp.tsunagi.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the next version begins with: the last one, and of its measures those that are to go on, under their own ids. Where it
 * follows another conference than the last version did, what that conference decided comes in besides.
 */
@Component
class PlanOpening {

    private static final Set<String> ENDED = Set.of(
            PlanContent.Progress.DONE.name(),
            PlanContent.Progress.NO_LONGER_POSSIBLE.name(),
            PlanContent.Progress.DECLINED_BY_PERSON.name(),
            PlanContent.Progress.HANDED_OVER.name());

    private final ConferencesOfCase conferences;
    private final Directory directory;

    PlanOpening(ConferencesOfCase conferences, Directory directory) {
        this.conferences = conferences;
        this.directory = directory;
    }

    /** Ids of the measures that have not come to an end: they go on unless somebody says otherwise. */
    static List<String> stillOpen(Projection last) {
        List<String> open = new ArrayList<>();
        if (last.shown().get("measures") instanceof List<?> measures) {
            for (Object each : measures) {
                if (each instanceof Map<?, ?> measure
                        && measure.get("id") != null
                        && !ENDED.contains(String.valueOf(measure.get("progress")))) {
                    open.add(String.valueOf(measure.get("id")));
                }
            }
        }
        return open;
    }

    /**
     * @param last what the last version says
     * @param kept ids of the measures that go on
     */
    PlanContent next(PlanContent last, String conferenceId, Set<String> kept, Command command) {
        List<Measure> measures = new ArrayList<>();
        last.measures().stream()
                .filter(measure -> measure.id() != null && kept.contains(measure.id()))
                .map(this::reachable)
                .forEach(measures::add);
        if (conferenceId.equals(last.basedOn())) {
            return last.with(conferenceId, last.leadAgency(), last.policy(), measures);
        }
        Projection seen =
                conferences.seen(new ConferenceId(conferenceId), command).orElseThrow(Refusal::notFound);
        PlanContent decided = PlanPrefill.of(last.with(conferenceId, null, null, List.of()), seen, directory);
        decided.measures().stream()
                .filter(measure -> measures.stream().noneMatch(there -> saysTheSame(there, measure)))
                .forEach(measures::add);
        return last.with(conferenceId, null, decided.policy() == null ? last.policy() : decided.policy(), measures);
    }

    /** An agency that left the directory stays readable until the writer names another one. */
    Measure reachable(Measure measure) {
        String agency = measure.agency();
        if (agency == null || directory.isActive(agency)) {
            return measure;
        }
        return new Measure(
                measure.id(),
                measure.area(),
                measure.issue(),
                directory.nameOf(agency) + "：" + text(measure.measure()),
                null,
                measure.contact(),
                measure.start(),
                measure.due(),
                measure.byPerson(),
                measure.catalogue(),
                measure.mustDo(),
                measure.withheld(),
                measure.carryWords());
    }

    static boolean saysTheSame(Measure one, Measure other) {
        return Objects.equals(one.agency(), other.agency())
                && text(one.measure()).equals(text(other.measure()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
