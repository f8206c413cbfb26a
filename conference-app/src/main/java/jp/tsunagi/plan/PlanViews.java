package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.plan.PlanDesk.Sight;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.shared.EraDates;
import org.springframework.stereotype.Component;

/**
 * A version as the policy shows it: its content and what surrounds it by how the officer stands to the plan; who she is, and
 * what her consent lets be shared, as the officer may see them of the conference.
 */
@Component
class PlanViews {

    private static final List<String> PERSON = List.of(
            "name",
            "kana",
            "formerName",
            "commonName",
            "callName",
            "nameAtMeeting",
            "birthDate",
            "age",
            "approximateAge");
    private static final List<String> SHARING = List.of("recipients", "withheld", "validUntil");

    /** What she withholds under its name on the form, and what that is in a plan. */
    private static final Map<String, Set<String>> ALSO = Map.of(
            "currentSituation", Set.of("situation", "strengths"),
            "caseOverview", Set.of("situation", "family", "othersViews"),
            "wishes", Set.of("lastWishes"));

    /** All that an agency sees which took no part and has a measure. */
    private static final Set<String> WITH_OWN_MEASURES = Set.of("basedOn", "leadAgency", "measures", "nextReview");

    private final ConferencesOfCase conferences;
    private final FollowViews following;

    PlanViews(ConferencesOfCase conferences, FollowViews following) {
        this.conferences = conferences;
        this.following = following;
    }

    Projection of(Sight sight, Sight.Of found, Command command) {
        VersionRecord version = found.version();
        Grants seat = grants(found.seat(), sight.standing().scope());
        Grants grants = sight.standing().keeps(version)
                ? seat
                : Withholding.of(sight.plan(), version).narrowed(seat);
        Projection frame = Projection.of(PlanFrame.of(sight.casefile().id().value(), version), grants);
        Projection content =
                following.beside(Projection.of(content(sight, found), grants), sight, found, grants, command.today());
        Optional<Projection> conference =
                conferences.seen(new ConferenceId(version.basis().conferenceId()), command);

        Map<String, Object> shown = new LinkedHashMap<>(frame.shown());
        shown.putAll(content.shown());
        List<String> withheld = new ArrayList<>(frame.withheld());
        withheld.addAll(content.withheld());
        Set<FieldClass> classes = EnumSet.copyOf(frame.classes());
        classes.addAll(content.classes());

        Map<String, Object> person = new LinkedHashMap<>();
        for (String name : PERSON) {
            if (conference.filter(seen -> !seen.withheld().contains(name)).isEmpty()) {
                withheld.add("person." + name);
            } else if (conference.get().shown().containsKey(name)) {
                person.put(name, conference.get().shown().get(name));
            }
        }
        if (person.get("birthDate") instanceof LocalDate birth
                && !birth.isAfter(version.created().on())) {
            person.put("age", EraDates.ageOn(birth, version.created().on()));
        }
        if (!person.isEmpty()) {
            shown.put("person", person);
            classes.add(FieldClass.IDENTITY);
        }
        Map<String, Object> sharing = new LinkedHashMap<>();
        if (conference.filter(seen -> !seen.withheld().contains("consent")).isEmpty()) {
            withheld.add("sharing");
        } else if (conference.get().shown().get("consent") instanceof Map<?, ?> consent) {
            SHARING.stream().filter(consent::containsKey).forEach(name -> sharing.put(name, consent.get(name)));
            shown.put("sharing", sharing);
            classes.add(FieldClass.CONSENT);
        }
        return new Projection(shown, List.copyOf(withheld), classes);
    }

    /** The reviews of the plan as the policy shows them to whoever sees this version, the newest first. */
    List<Projection> reviews(Sight sight, Sight.Of found) {
        return following.reviews(
                sight, found, grants(found.seat(), sight.standing().scope()));
    }

    private static PlanContent content(Sight sight, Sight.Of found) {
        PlanContent content = found.version().content();
        PlanContent rows =
                content.with(content.basedOn(), content.leadAgency(), content.policy(), Rows.shown(sight, found));
        return sight.standing().keeps(found.version()) ? rows : Withholding.withoutCarryWords(rows);
    }

    private static Grants grants(PlanStanding.Seat seat, ConsentScope scope) {
        Set<String> fields = new HashSet<>(scope.withheldFields());
        scope.withheldFields().forEach(field -> fields.addAll(ALSO.getOrDefault(field, Set.of())));
        if (seat.ownMeasuresOnly()) {
            for (var component : PlanContent.class.getRecordComponents()) {
                if (!WITH_OWN_MEASURES.contains(component.getName())) {
                    fields.add(component.getName());
                }
            }
            for (var component : PlanFrame.Confirmed.class.getRecordComponents()) {
                fields.add("confirmation." + component.getName());
            }
        }
        return RedactionPolicy.decide(
                seat.relations(), new ConsentScope(scope.covers(), scope.location(), fields, scope.withheldItems()));
    }
}
