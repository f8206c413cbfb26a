package jp.tsunagi.handover;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.clock.RunningPeriods;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.ConferencesOfCase.Found;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.Request.AddressHandling;
import jp.tsunagi.plan.PlanContent;
import jp.tsunagi.plan.SupportToHandOver;
import jp.tsunagi.plan.SupportToHandOver.Support;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is known of a case to those who hand it over, in the parts that were chosen: nobody hands over more than they see. Of
 * several conferences the last one's words count.
 */
@Component
class HandOverSource {

    private final ConferencesOfCase conferences;
    private final SupportToHandOver supports;
    private final RunningPeriods periods;
    private final Directory directory;

    HandOverSource(
            ConferencesOfCase conferences, SupportToHandOver supports, RunningPeriods periods, Directory directory) {
        this.conferences = conferences;
        this.supports = supports;
        this.periods = periods;
        this.directory = directory;
    }

    /** The measures that are going on and that she lets be known; to choose from. */
    List<Handed.Measure> measures(CaseId caseId) {
        return supports.of(caseId).map(Support::measures).orElse(List.of()).stream()
                .map(this::measure)
                .toList();
    }

    /** Ids of those. */
    Set<String> stillOpen(CaseId caseId) {
        return measures(caseId).stream()
                .flatMap(measure -> Stream.ofNullable(measure.id()))
                .collect(Collectors.toSet());
    }

    /** What was chosen, as it stands today; the policy has still to be asked what of it goes along. */
    Handed collect(CaseId caseId, List<Part> chosen, Set<String> measures, @Nullable String remarks, Command command) {
        Set<Part> parts = chosen.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(chosen);
        List<Found> known = conferences.of(caseId, command).stream()
                .filter(found -> found.submitted() && !found.relations().isEmpty())
                .toList();
        Values request = new Values(
                parts,
                last(known.stream())
                        .flatMap(found -> conferences.seen(found.id(), command))
                        .map(seen -> seen.shown())
                        .orElse(Map.of()));
        Map<?, ?> outcome = last(known.stream().filter(Found::reported))
                .flatMap(found -> conferences.seen(found.id(), command))
                .map(seen -> seen.shown().get("outcome"))
                .map(shown -> (Map<?, ?>) shown)
                .orElse(Map.of());
        Optional<Support> support = supports.of(caseId);
        return new Handed(
                request.text(Part.PERSON, "name"),
                request.text(Part.PERSON, "kana"),
                request.text(Part.PERSON, "callName"),
                (LocalDate) request.value(Part.PERSON, "birthDate"),
                (Integer) request.value(Part.PERSON, "approximateAge"),
                request.text(Part.CONTACT, "phone"),
                request.text(Part.CONTACT, "safeContact"),
                request.address(),
                request.value(Part.NEEDS, "needs") instanceof List<?> needs
                        ? needs.stream().map(String::valueOf).toList()
                        : List.of(),
                request.text(Part.SITUATION, "currentSituation"),
                request.text(Part.SITUATION, "caseOverview"),
                request.text(Part.WISHES, "wishes"),
                parts.contains(Part.OUTCOME) ? (String) outcome.get("outcome") : null,
                parts.contains(Part.OUTCOME) ? support.map(Support::policy).orElse(null) : null,
                parts.contains(Part.CHILDREN)
                        ? support.map(Support::children)
                                .map(HandOverSource::said)
                                .orElse(null)
                        : null,
                parts.contains(Part.DEADLINES) ? deadlines(caseId, support, command.today()) : List.of(),
                measures(caseId).stream()
                        .filter(measure -> measure.id() != null && measures.contains(measure.id()))
                        .toList(),
                remarks == null || remarks.isBlank() ? null : remarks);
    }

    /** What the clock knows, and of the plan what the clock does not; nothing where she withholds it in her plan. */
    private List<Handed.Deadline> deadlines(CaseId caseId, Optional<Support> support, LocalDate today) {
        if (support.filter(Support::deadlinesWithheld).isPresent()) {
            return List.of();
        }
        List<Handed.Deadline> running = periods.of(caseId, today).stream()
                .map(period -> new Handed.Deadline(period.procedure(), period.until(), period.note()))
                .toList();
        Stream<Handed.Deadline> planned = support.map(Support::deadlines).orElse(List.of()).stream()
                .map(one -> new Handed.Deadline(one.procedure(), one.until(), one.note()))
                .filter(one -> running.stream()
                        .noneMatch(period ->
                                period.procedure() == one.procedure() && Objects.equals(period.until(), one.until())));
        return Stream.concat(running.stream(), planned).toList();
    }

    private Handed.Measure measure(PlanContent.Measure measure) {
        return new Handed.Measure(
                measure.id(),
                measure.area(),
                measure.issue(),
                measure.measure(),
                directory.nameOrNothing(measure.agency()),
                measure.due(),
                measure.byPerson(),
                measure.mustDo());
    }

    private static @Nullable String said(PlanContent.ChildrenPart children) {
        String text = Stream.of(children.situation(), children.support())
                .filter(one -> one != null && !one.isBlank())
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }

    private static Optional<Found> last(Stream<Found> found) {
        return found.reduce((former, latter) -> latter);
    }

    /** What the officer sees of the request, where its part was chosen. */
    private record Values(Set<Part> parts, Map<String, Object> shown) {

        @Nullable Object value(Part part, String name) {
            return parts.contains(part) ? shown.get(name) : null;
        }

        @Nullable String text(Part part, String name) {
            return (String) value(part, name);
        }

        /** That those who wrote it down want it withheld goes before a permission for it, as at a conference. */
        @Nullable String address() {
            return shown.get("addressHandling") == AddressHandling.WITHHOLD ? null : text(Part.ADDRESS, "address");
        }
    }
}
