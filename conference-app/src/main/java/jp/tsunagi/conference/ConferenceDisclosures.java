package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.protection.WithoutConsent;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Service;

/** What the module that keeps disclosures without her consent needs to know of a conference. Asked anew at every read. */
@Service
public class ConferenceDisclosures {

    private final Conferences conferences;
    private final Desk desk;
    private final ConferenceViews views;
    private final Acts acts;

    ConferenceDisclosures(Conferences conferences, Desk desk, ConferenceViews views, Acts acts) {
        this.conferences = conferences;
        this.desk = desk;
        this.views = views;
        this.acts = acts;
    }

    /**
     * A submitted conference as one officer finds it.
     *
     * @param casefile as it is now
     * @param relations those of a disclosure included; empty where it does not exist for the officer
     * @param grants what the policy shows the officer of it
     * @param involved who submitted the request, and who asked her for her consent
     */
    public record Place(
            ConferenceId id,
            String reference,
            AgencyCode requestingAgency,
            Casefile casefile,
            Set<Relation> relations,
            Grants grants,
            Set<AccountId> involved) {

        public Place {
            relations = Set.copyOf(relations);
            involved = Set.copyOf(involved);
        }

        public boolean is(Relation relation) {
            return relations.contains(relation);
        }
    }

    /** Empty where there is none, or it was never submitted. Whether the officer may know of it is for the relations to say. */
    public Optional<Place> of(ConferenceId id, Command command) {
        return conferences.find(id).flatMap(conference -> place(conference, command));
    }

    /** The last submitted conference of the case; empty while there is nothing but a draft. */
    public Optional<Place> last(CaseId caseId, Command command) {
        return conferences.ofCase(caseId).stream()
                .filter(conference -> conference.submittedBy().isPresent())
                .reduce((former, latter) -> latter)
                .flatMap(conference -> place(conference, command));
    }

    /**
     * What an agency would see.
     *
     * @param shown of what the asking officer may see too, by the names of the API
     * @param alsoShown names of what the agency would see and the officer is not shown here, such as an address
     */
    public record Seen(Map<String, Object> shown, List<String> alsoShown) {}

    /**
     * The conference as that agency would see it, by the same policy, as if its officer had pledged; entered into the audit
     * before it leaves.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} for anybody who is not of the Center
     */
    public Seen seenBy(AgencyCode agency, WithoutConsent disclosed, ConferenceId id, Command command) {
        Desk.Sight sight = desk.look(id.value(), command);
        if (!PaperReaders.ofTheCenter(sight.standing())) {
            throw Refusal.notFound();
        }
        CaseConference conference = sight.conference();
        ConsentScope scope = sight.submittedCase().scopeFor(agency, command.today(), disclosed);
        Standing standing = new Standing(Set.of(Relation.DISCLOSURE_RECIPIENT), Set.of(), scope);
        ConferenceView view = views.of(
                new Desk.Sight(conference, sight.casefile(), standing),
                conference.convening().orElse(null),
                command.today());
        Grants theirs = standing.grants(conference.request());
        Projection projection = Projection.of(view, theirs);
        Projection both = Projection.of(view, theirs.within(sight.standing().grants(conference.request())));
        List<String> classes = new ArrayList<>(Reading.names(both));
        classes.add("agency:" + agency.value());
        acts.shown(
                command,
                "disclosure.preview",
                conference.caseId().value(),
                conference.id().value(),
                classes);
        List<String> alsoShown = new ArrayList<>(both.withheld());
        alsoShown.removeAll(projection.withheld());
        return new Seen(both.shown(), alsoShown);
    }

    private Optional<Place> place(CaseConference conference, Command command) {
        if (conference.submittedBy().isEmpty()) {
            return Optional.empty();
        }
        Desk.Sight sight = desk.whole(conference, command);
        return sight.casefile()
                .map(casefile -> new Place(
                        conference.id(),
                        conference.reference(),
                        conference.requestingAgency(),
                        casefile,
                        sight.standing().relations(),
                        sight.standing().grants(conference.request()),
                        involved(conference, casefile)));
    }

    private static Set<AccountId> involved(CaseConference conference, Casefile casefile) {
        Set<AccountId> involved = new LinkedHashSet<>();
        conference.submittedBy().ifPresent(involved::add);
        for (Consent consent : casefile.consents()) {
            Optional.ofNullable(consent.verifiedBy()).ifPresent(involved::add);
            consent.attempts().forEach(attempt -> involved.add(attempt.account()));
        }
        return involved;
    }
}
