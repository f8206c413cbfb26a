package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.command.Command;
import jp.tsunagi.document.PersonPlan;
import jp.tsunagi.document.PersonPlan.Window;
import jp.tsunagi.document.PersonPlan.Withheld;
import jp.tsunagi.plan.PlanDesk.Sight;
import jp.tsunagi.protection.Passages;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A version as it is shown to the person herself, on paper and on the screen they read together. Made of what the policy
 * shows the officer who is with her, and of that only what is hers: what is named here is taken, all else is left.
 */
@Component
class PersonPlans {

    private final PlanDesk desk;
    private final PlanViews views;
    private final Agencies agencies;

    PersonPlans(PlanDesk desk, PlanViews views, Agencies agencies) {
        this.desk = desk;
        this.views = views;
        this.agencies = agencies;
    }

    /** A version with the officer's sight of it. @param projection what the officer may see, for the audit */
    record Edition(Sight sight, VersionRecord version, Projection projection, PersonPlan plan) {}

    /**
     * The version for her.
     *
     * @param children whether what concerns her children is in it
     * @throws jp.tsunagi.shared.Refused {@code not-found} also for whoever may know of the plan and is not with her
     */
    Edition of(String caseId, String version, boolean children, Command command) {
        Sight sight = desk.sight(caseId, command);
        VersionRecord found = sight.plan().versions().stream()
                .filter(v -> String.valueOf(v.number()).equals(version))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        PlanStanding.Seat seat = sight.standing().seat(found);
        // Those who made it with her; to all others, also of the Center, this edition does not exist.
        if (!seat.is(Relation.REQUESTING_TEAM)) {
            throw Refusal.notFound();
        }
        Projection projection = views.of(sight, new Sight.Of(found, seat), command);
        return new Edition(sight, found, projection, plan(sight, found, projection, children, command));
    }

    /** Whether the officer is one of those who make these editions of the version. */
    boolean mayMake(String caseId, String version, Command command) {
        Sight sight = desk.sight(caseId, command);
        return sight.plan().versions().stream()
                .filter(v -> String.valueOf(v.number()).equals(version))
                .anyMatch(v -> sight.standing().seat(v).is(Relation.REQUESTING_TEAM));
    }

    private PersonPlan plan(
            Sight sight, VersionRecord version, Projection projection, boolean children, Command command) {
        Shown shown = new Shown(projection.shown());
        Shown ofChildren = shown.part("children");
        return new PersonPlan(
                version.number(),
                version.state().name(),
                version.created().on(),
                shown.text("keyPerson"),
                shown.text("wishes"),
                shown.text("policy"),
                shown.parts("goals")
                        .map(goal -> new PersonPlan.Goal(goal.text("term"), goal.text("text"), goal.text("by")))
                        .toList(),
                shown.parts("measures").map(this::measure).toList(),
                shown.parts("deadlines")
                        .map(deadline -> new PersonPlan.Deadline(
                                deadline.text("procedure"), deadline.date("until"), deadline.text("note")))
                        .toList(),
                shown.date("nextReview"),
                shown.has("sharing") ? recipients(sight, command) : null,
                shown.has("sharing") ? withheld(sight, shown, children, command) : null,
                children && shown.has("children")
                        ? new PersonPlan.Children(ofChildren.text("situation"), ofChildren.text("support"))
                        : null,
                window(shown.text("leadAgency")),
                window(agencies.center()));
    }

    private PersonPlan.Measure measure(Shown measure) {
        return new PersonPlan.Measure(
                Objects.requireNonNull(measure.text("id"), "Every stored measure has an id"),
                measure.text("measure"),
                window(measure.text("agency")),
                measure.date("due"),
                measure.text("byPerson"),
                Boolean.parseBoolean(measure.text("withheld")));
    }

    /** Today's, not those of the day on which the version was made. */
    private List<Window> recipients(Sight sight, Command command) {
        Set<String> codes = new TreeSet<>();
        sight.casefile()
                .consent()
                .filter(consent -> consent.inForce(command.today()))
                .map(Consent::currentRecipients)
                .ifPresent(all -> all.stream().map(AgencyCode::value).forEach(codes::add));
        return codes.stream().map(this::window).filter(Objects::nonNull).toList();
    }

    private List<Withheld> withheld(Sight sight, Shown shown, boolean children, Command command) {
        List<Withheld> withheld = new ArrayList<>();
        sight.casefile()
                .consent()
                .filter(consent -> consent.inForce(command.today()))
                .ifPresent(consent -> consent.withheld()
                        .forEach(entry -> withheld.add(new Withheld(
                                entry.item(),
                                false,
                                entry.exceptRecipients().stream()
                                        .map(this::nameOf)
                                        .toList()))));
        shown.values("withheldParts")
                .map(String::valueOf)
                .filter(part -> children || !part.equals("children"))
                .forEach(part -> withheld.add(new Withheld(part, true, null)));
        return withheld;
    }

    private String nameOf(String code) {
        return agencies.find(code).map(Agency::name).orElse(code);
    }

    private @Nullable Window window(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return agencies.find(code).map(PersonPlans::window).orElseGet(() -> new Window(code, ""));
    }

    private static Window window(Agency agency) {
        return new Window(agency.name(), agency.contactWindow());
    }

    /** What the policy shows, by name; marks of withheld passages are none of hers. */
    private record Shown(Map<?, ?> values) {

        boolean has(String name) {
            return values.containsKey(name);
        }

        @Nullable String text(String name) {
            Object value = values.get(name);
            return value == null ? null : Passages.without(Set.of(), String.valueOf(value));
        }

        @Nullable LocalDate date(String name) {
            return (LocalDate) values.get(name);
        }

        Shown part(String name) {
            return values.get(name) instanceof Map<?, ?> inner ? new Shown(inner) : new Shown(Map.of());
        }

        Stream<?> values(String name) {
            return values.get(name) instanceof List<?> list ? list.stream() : Stream.empty();
        }

        Stream<Shown> parts(String name) {
            return values(name).map(value -> new Shown((Map<?, ?>) value));
        }
    }
}
