package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.plan.ItemState.Line;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.plan.PlanContent.Participation;
import jp.tsunagi.plan.PlanContent.Progress;
import jp.tsunagi.plan.PlanDesk.Sight;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows a version as the policy shows it: beside each measure that the officer sees, and its reviews. */
@Component
class FollowViews {

    private final Directory directory;

    FollowViews(Directory directory) {
        this.directory = directory;
    }

    /**
     * What stands beside a measure.
     *
     * @param saidOn when, and {@code saidBy} by which agency, that was said
     * @param overdue whether its day has passed and it has not ended
     * @param agencyLost why its agency cannot do it any more
     * @param revision to be named by who says something of it
     */
    record ItemView(
            @Classified(FieldClass.OUTCOME) @Nullable Progress progress,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String reason,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String note,
            @Classified(FieldClass.OUTCOME) @Nullable LocalDate next,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate saidOn,
            @Classified(FieldClass.AGENCY) @Nullable String saidBy,
            @Classified(FieldClass.OUTCOME) boolean overdue,
            @Classified(FieldClass.CONSENT) @Nullable LostAgency agencyLost,
            @Classified(FieldClass.AGENCY) long revision,
            @Classified(FieldClass.STAFF) List<LineView> history) {}

    /** One thing that was said: who, for which agency, when, and why. */
    record LineView(
            @Classified(FieldClass.STAFF) Progress progress,
            @Classified(value = FieldClass.STAFF, freeText = true) @Nullable String reason,
            @Classified(value = FieldClass.STAFF, freeText = true) @Nullable String note,
            @Classified(FieldClass.STAFF) @Nullable LocalDate next,
            @Classified(FieldClass.STAFF) LocalDate on,
            @Classified(FieldClass.STAFF) String name,
            @Classified(FieldClass.STAFF) String agency,
            @Classified(FieldClass.STAFF) @Nullable String forAgency,
            @Classified(FieldClass.STAFF) @Nullable String source) {}

    /** A review, with what was said of the goals and of the measures that the officer sees. */
    record ReviewView(
            @Classified(FieldClass.OPERATION) int number,
            @Classified(FieldClass.OPERATION) int version,
            @Classified(FieldClass.SCHEDULE) LocalDate reviewedOn,
            @Classified(FieldClass.STAFF) String recordedBy,
            @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String lastWishes,
            @Classified(value = FieldClass.NARRATIVE, freeText = true) String wishes,
            @Classified(FieldClass.NARRATIVE) Participation participation,
            @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String participationNote,
            @Classified(FieldClass.OUTCOME) List<ReviewRecord.OfGoal> goals,
            @Classified(FieldClass.OUTCOME) List<ReviewRecord.OfMeasure> measures,
            @Classified(FieldClass.SCHEDULE) LocalDate nextReview,
            @Classified(FieldClass.OPERATION) @Nullable Integer openedVersion) {}

    /**
     * Puts beside each measure that is shown what has become of it; nothing beside those of a version that was never in force
     * and of which nothing was said.
     *
     * @param content the content of the version, as the policy shows it
     */
    Projection beside(Projection content, Sight sight, Sight.Of found, Grants grants, LocalDate today) {
        if (!(content.shown().get("measures") instanceof List<?> measures)) {
            return content;
        }
        Map<String, Measure> byId = found.version().content().measures().stream()
                .filter(measure -> measure.id() != null)
                .collect(Collectors.toMap(measure -> Objects.requireNonNull(measure.id()), Function.identity()));
        List<Map<String, Object>> both = new ArrayList<>();
        Set<String> withheld = new LinkedHashSet<>(content.withheld());
        for (Object shown : measures) {
            Map<String, Object> row = new LinkedHashMap<>();
            ((Map<?, ?>) shown).forEach((name, value) -> row.put(String.valueOf(name), value));
            Measure measure = byId.get(String.valueOf(row.get("id")));
            ItemView view = measure == null ? null : view(measure, sight, found.version(), today);
            if (view != null) {
                Projection item = Projection.of(view, grants);
                Map<String, Object> follow = new LinkedHashMap<>(item.shown());
                Object progress = follow.remove("progress");
                if (progress != null) {
                    row.put("progress", progress);
                }
                row.put("follow", follow);
                item.withheld().forEach(name -> withheld.add("measures.follow." + name));
            }
            both.add(row);
        }
        Map<String, Object> all = new LinkedHashMap<>(content.shown());
        all.put("measures", both);
        return new Projection(all, List.copyOf(withheld), content.classes());
    }

    /** The reviews, the newest first. */
    List<Projection> reviews(Sight sight, Sight.Of found, Grants grants) {
        if (found.seat().ownMeasuresOnly()) {
            return List.of();
        }
        List<Measure> rows = Rows.shown(sight, found);
        boolean keeps = sight.standing().keeps(found.version());
        String own = sight.standing().officer().agency().value();
        List<Projection> shown = new ArrayList<>();
        for (ReviewRecord review : sight.plan().followed().reviews()) {
            // What was withheld when it was said stays withheld, though the mark has gone since.
            Withholding withheld = Withholding.of(sight.plan(), found.version())
                    .and(sight.plan().version(review.version()));
            Set<String> seen = rows.stream()
                    .filter(measure -> keeps || own.equals(measure.agency()) || !withheld.hides(measure))
                    .map(measure -> Objects.requireNonNullElse(measure.id(), ""))
                    .collect(Collectors.toSet());
            ReviewView view = new ReviewView(
                    review.number(),
                    review.version(),
                    review.reviewedOn(),
                    review.recordedBy(),
                    review.lastWishes(),
                    review.wishes(),
                    review.participation(),
                    review.participationNote(),
                    review.goals(),
                    review.measures().stream()
                            .filter(one -> seen.contains(one.measure()))
                            .toList(),
                    review.nextReview(),
                    review.openedVersion());
            shown.add(0, Projection.of(view, keeps ? grants : withheld.narrowed(grants)));
        }
        return shown;
    }

    private @Nullable ItemView view(Measure measure, Sight sight, VersionRecord version, LocalDate today) {
        ItemState item = sight.plan().followed().item(measure.id());
        boolean inForce = version.state() == PlanState.CONFIRMED;
        if (item.lines().isEmpty() && !inForce) {
            return null;
        }
        Line last = item.last().orElse(null);
        boolean open = inForce && !item.ended();
        return new ItemView(
                item.progress(),
                last == null ? null : last.reason(),
                last == null ? null : last.note(),
                last == null ? null : last.next(),
                last == null ? null : last.on(),
                last == null ? null : last.agency().value(),
                open && measure.due() != null && measure.due().isBefore(today),
                open
                        ? LostAgency.of(measure, version, sight.casefile(), directory, today)
                                .orElse(null)
                        : null,
                item.revision(),
                item.lines().stream().map(FollowViews::line).toList());
    }

    private static LineView line(Line line) {
        return new LineView(
                line.progress(),
                line.reason(),
                line.note(),
                line.next(),
                line.on(),
                line.name(),
                line.agency().value(),
                line.agency().equals(line.forAgency()) ? null : line.forAgency().value(),
                line.source());
    }
}
