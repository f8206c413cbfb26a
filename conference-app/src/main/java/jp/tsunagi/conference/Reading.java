package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.LocationGroup;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.protection.WithoutConsent;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What officers read: a conference by the policy and, with a reason, where she is. */
@Service
class Reading {

    private final Desk desk;
    private final Conferences conferences;
    private final ConferenceViews views;
    private final SharingLedger ledger;
    private final Acts acts;

    Reading(Desk desk, Conferences conferences, ConferenceViews views, SharingLedger ledger, Acts acts) {
        this.desk = desk;
        this.conferences = conferences;
        this.views = views;
        this.ledger = ledger;
        this.acts = acts;
    }

    record Line(
            String id, String reference, String state, @Nullable String requestingAgency, @Nullable LocalDate due) {}

    /** The conference as the policy shows it to this officer; entered into audit and ledger before it leaves. */
    Projection conference(String id, Command command) {
        Desk.Sight sight = desk.open(id, command);
        Projection projection = projection(sight, command.today());
        acts.shown(
                command,
                "conference.read",
                sight.conference().caseId().value(),
                sight.conference().id().value(),
                named(projection, sight.standing()));
        ledger.read(sight, "conference-view", command);
        return projection;
    }

    /**
     * A conference as its pages show it.
     *
     * @param steps what this officer may do in this state; whether consent lets it happen is asked when it is done
     */
    record Overview(Line line, Projection projection, Set<Step> steps) {}

    /** As {@link #conference}, with what the officer may do next. */
    Overview overview(String id, Command command) {
        Projection projection = conference(id, command);
        return new Overview(line(id, command), projection, steps(id, command));
    }

    /** What the officer may do with it in its state. */
    Set<Step> steps(String id, Command command) {
        Desk.Sight sight = desk.see(id, command);
        Set<Step> steps = EnumSet.noneOf(Step.class);
        for (Step step : Step.values()) {
            if (step.possibleIn(sight.conference().state())
                    && Permission.allows(step, command.officer(), sight.standing())) {
                steps.add(step);
            }
        }
        return steps;
    }

    Projection projection(Desk.Sight sight, LocalDate today) {
        return Projection.of(
                views.of(sight, today),
                sight.standing().grants(sight.conference().request()));
    }

    /** The same, and the rule where it is not her consent that lets the officer read it. */
    static List<String> named(Projection projection, Standing standing) {
        return named(names(projection), standing);
    }

    static List<String> named(List<String> classes, Standing standing) {
        List<String> names = new ArrayList<>(classes);
        WithoutConsent disclosed = standing.scope().withoutConsent();
        if (disclosed != null && standing.is(Relation.DISCLOSURE_RECIPIENT)) {
            disclosed.bases().stream().sorted().forEach(basis -> names.add("disclosed-without-consent:" + basis));
        }
        return names;
    }

    static List<String> names(Projection projection) {
        return projection.classes().stream().map(FieldClass::name).toList();
    }

    /**
     * The location group, once, with a reason; to the case officer and the director alone.
     *
     * @throws jp.tsunagi.shared.Refused {@code location.not-permitted}
     */
    Map<String, Object> location(String id, @Nullable String reason, Command command) {
        Desk.Sight sight = desk.open(id, command);
        if (!RedactionPolicy.mayViewLocation(sight.standing().relations())) {
            throw Refusal.forbidden("location.not-permitted");
        }
        String given = Requesting.requireText("reason", reason);
        CaseConference conference = sight.conference();
        acts.shown(
                command,
                "location.view",
                conference.caseId().value(),
                conference.id().value(),
                List.of(FieldClass.LOCATION.name()));
        ledger.look(sight, "location-view", given, command);
        Map<String, Object> shown = new LinkedHashMap<>();
        sight.casefile()
                .flatMap(Casefile::location)
                .map(LocationGroup::address)
                .ifPresent(address -> shown.put("address", address));
        return shown;
    }

    /** What left of a conference, for the Center and the requesting team. */
    List<Delivery> ledger(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        boolean may = sight.standing().is(Relation.CENTER)
                || sight.standing().is(Relation.DIRECTOR)
                || sight.standing().is(Relation.REQUESTING_TEAM);
        if (!may) {
            throw Refusal.forbidden("step.not-permitted");
        }
        return ledger.of(sight.conference().id());
    }

    /** Where one conference stands for this officer. */
    Line line(String id, Command command) {
        return line(conferences.get(id), command).orElseThrow(Refusal::notFound);
    }

    /** The same; empty where the conference does not exist for this officer. */
    Optional<Line> line(CaseConference conference, Command command) {
        Desk.Sight sight = desk.whole(conference, command);
        if (sight.standing().relations().isEmpty()) {
            return Optional.empty();
        }
        Listed listed = Listed.of(sight);
        return Optional.of(
                new Line(listed.id(), listed.reference(), listed.state(), listed.requestingAgency(), listed.due()));
    }
}
