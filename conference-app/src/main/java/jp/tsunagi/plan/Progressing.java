package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.plan.ItemState.Line;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.plan.PlanContent.Progress;
import jp.tsunagi.plan.PlanDesk.Sight;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What has become of a measure of the plan in force (domain.md N14): said by the agency that does it, or by the lead agency,
 * which heard it there. That she did not want it needs no reason, and is no failure.
 */
@Service
public class Progressing {

    static final int LONGEST_NOTE = 500;

    private static final int LONGEST_SOURCE = 100;
    private static final Set<Progress> WITH_REASON = EnumSet.of(Progress.NO_LONGER_POSSIBLE, Progress.NOT_DONE);
    /** Where nothing was said yet, and what follows from a hand-over alone. */
    private static final Set<Progress> NOT_SAID = EnumSet.of(Progress.PLANNED, Progress.HANDED_OVER);

    private static final Set<Progress> WITH_NEXT = EnumSet.of(Progress.IN_PROGRESS, Progress.NOT_DONE);

    private final PlanDesk desk;
    private final ConferencesOfCase conferences;
    private final Directory directory;

    Progressing(PlanDesk desk, ConferencesOfCase conferences, Directory directory) {
        this.desk = desk;
        this.conferences = conferences;
        this.directory = directory;
    }

    /**
     * What is said of a measure.
     *
     * @param reason needed where it was not done, or cannot be any more
     * @param next when its agency looks at it again
     * @param source how the lead agency heard it, needed where it speaks for another agency
     */
    public record Update(
            @Nullable Progress progress,
            @Nullable String reason,
            @Nullable String note,
            @Nullable LocalDate next,
            @Nullable String source) {}

    /** How far a measure has come. */
    public record Reached(String measure, Progress progress, long revision) {}

    /**
     * @param revision how often something had been said of it when it was read, with or without quotes; null to say it
     *     whatever was said meanwhile
     * @throws jp.tsunagi.shared.Refused {@code plan.progress-incomplete} with the fields; {@code version.stale}; {@code
     *     plan.case-closed}; {@code step.not-permitted}; {@code not-found} where the officer does not see the measure
     */
    public Reached update(String caseId, String measure, Update update, @Nullable String revision, Command command) {
        desk.take("plan.progress", caseId, command, sight -> {
            Measure found = measure(sight, measure);
            boolean own = requireMay(sight, found, command.officer());
            check(update, own, command.today());
            return () -> {
                Followed followed = sight.plan().followed();
                ItemState item = followed.item(measure);
                if (revision != null && !revision.replace("\"", "").equals(String.valueOf(item.revision()))) {
                    throw Refusal.conflict("version.stale");
                }
                if (item.progress() == Progress.HANDED_OVER) {
                    throw Refusal.conflict("plan.measure-handed-over");
                }
                if (!conferences.goingOn(sight.casefile().id())) {
                    throw Refusal.conflict("plan.case-closed");
                }
                sight.plan().follow(followed.with(item.said(line(update, found, own, command))), command);
            };
        });
        ItemState now = desk.sight(caseId, command).plan().followed().item(measure);
        return new Reached(measure, now.progress(), now.revision());
    }

    /** The measures of the version in force that the officer could say something of, by id. */
    public Set<String> speaksFor(String caseId, Command command) {
        Sight sight = desk.sight(caseId, command);
        Set<String> ids = new LinkedHashSet<>();
        sight.plan()
                .inForce()
                .filter(version -> sight.standing().seat(version).known())
                .ifPresent(version -> Rows.shown(sight, sight.version(String.valueOf(version.number()))).stream()
                        .filter(measure -> speaksFor(sight, measure, command.officer()))
                        .flatMap(measure -> Stream.ofNullable(measure.id()))
                        .forEach(ids::add));
        return ids;
    }

    /** The measure of the version in force, where the officer sees it. */
    private static Measure measure(Sight sight, String id) {
        VersionRecord version = sight.plan().inForce().orElseThrow(Refusal::notFound);
        return Rows.shown(sight, sight.version(String.valueOf(version.number()))).stream()
                .filter(measure -> id.equals(measure.id()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** @return whether the measure is the own agency's */
    private boolean requireMay(Sight sight, Measure measure, Officer officer) {
        if (!speaksFor(sight, measure, officer)) {
            throw Refusal.forbidden("step.not-permitted");
        }
        return officer.agency().value().equals(measure.agency());
    }

    /** Who sees a measure of the own agency does it; a gateway does not, since it only fetches for those who do. */
    private boolean speaksFor(Sight sight, Measure measure, Officer officer) {
        VersionRecord version = sight.plan().inForce().orElseThrow(Refusal::notFound);
        if (!officer.person()) {
            return false;
        }
        if (officer.agency().value().equals(measure.agency())) {
            return true;
        }
        boolean leads = sight.standing()
                .leads(version.content().leadAgency(), version.basis().conferenceId());
        String agency = measure.agency();
        boolean byPhone = agency != null
                && directory.isActive(agency)
                && directory.reachedByPhoneOnly(new AgencyCode(agency))
                && sight.standing().seat(version).is(Relation.CENTER);
        return leads || byPhone;
    }

    private void check(Update update, boolean own, LocalDate today) {
        FieldCheck fields = new FieldCheck(directory);
        Progress progress = update.progress();
        if (progress == null || NOT_SAID.contains(progress)) {
            fields.add("progress", "choose");
        } else if (WITH_REASON.contains(progress)) {
            fields.required("reason", update.reason());
        }
        fields.text("reason", update.reason(), LONGEST_NOTE);
        fields.text("note", update.note(), LONGEST_NOTE);
        if (update.next() != null && update.next().isBefore(today)) {
            fields.add("next", "date-past");
        }
        if (!own) {
            fields.required("source", update.source());
        }
        fields.text("source", update.source(), LONGEST_SOURCE);
        fields.refuseUnder("plan.progress-incomplete");
    }

    private static Line line(Update update, Measure measure, boolean own, Command command) {
        Progress progress = Objects.requireNonNull(update.progress());
        Officer officer = command.officer();
        return new Line(
                progress,
                update.reason(),
                update.note(),
                WITH_NEXT.contains(progress) ? update.next() : null,
                command.today(),
                command.at(),
                officer.id(),
                officer.name(),
                officer.agency(),
                own ? officer.agency() : new AgencyCode(Objects.requireNonNull(measure.agency())),
                own ? null : update.source());
    }
}
