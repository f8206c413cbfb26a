package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.audit.AuditEvent;
import jp.tsunagi.audit.AuditLog;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who saw her record (誰が見たか), from the audit, for those who help her to go through with her: which agency and section, on
 * which day, what kind of thing, and why it was let. Oversight is in it as well. It names no officer, and nothing that was
 * seen. What was seen in proceedings that not every helper may know of (complaints, courts, councils) is left out, and the
 * paper says so.
 */
@Component
class RecordViews {

    /** Under which rule an entry of the audit says that an emergency let somebody see. */
    static final String EMERGENCY = "emergency-access";

    private static final int MOST_ENTRIES = 5_000;

    private static final Set<Relation> HELPERS = EnumSet.of(
            Relation.REQUESTING_TEAM,
            Relation.CONTACT_TEAM,
            Relation.CONTACT_WITHOUT_CONSENT,
            Relation.CENTER,
            Relation.CASE_OFFICER,
            Relation.DIRECTOR);

    /** What lets somebody see something of her in the case itself; any other kind of entry is left out. */
    private static final Set<String> LOOKS = Set.of(
            "conference.read",
            "conference.search",
            "conference.preview",
            "request.read",
            "agenda.read",
            "information-sheet.read",
            "consent.read",
            "location.view",
            "emergency.read",
            "name.read",
            "minutes.read",
            "plan.read",
            "plan.together",
            "deadline.read",
            "memo.read",
            "memo.attachment",
            "intake-sheet.read",
            "handover.preview",
            "document.case-review-form",
            "document.convening-notice",
            "document.agenda",
            "document.information-sheet",
            "document.outcome-record",
            "document.memo",
            "document.hand-over");

    private static final Map<String, FieldClass> LOOKS_OF_SOME = Map.of("safety-plan.read", FieldClass.SAFETY_PLAN);
    private static final String AUDIT = "audit.read";

    private static final Map<String, FieldClass> BY_NAME =
            Stream.of(FieldClass.values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    /** What kind of thing, in the order in which it is told; the words are the paper's. */
    enum Thing {
        PLACE,
        NAME,
        STORY,
        RESULT,
        OTHER,
        PROGRESS,
        AUDIT
    }

    private static final Map<Thing, Set<FieldClass>> CLASSES = Map.of(
            Thing.PLACE,
            EnumSet.of(FieldClass.LOCATION, FieldClass.CONTACT),
            Thing.NAME,
            EnumSet.of(FieldClass.IDENTITY),
            Thing.STORY,
            EnumSet.of(FieldClass.NARRATIVE, FieldClass.SENSITIVE, FieldClass.CHILDREN, FieldClass.AGENCY_OPINION),
            Thing.RESULT,
            EnumSet.of(FieldClass.OUTCOME, FieldClass.MINUTES, FieldClass.SAFETY_PLAN),
            Thing.PROGRESS,
            EnumSet.of(FieldClass.OPERATION, FieldClass.AGENCY, FieldClass.SCHEDULE));

    private final AuditLog audit;
    private final Accounts accounts;
    private final Conferences conferences;
    private final Directory directory;
    private final Desk desk;
    private final Acts acts;

    RecordViews(AuditLog audit, Accounts accounts, Conferences conferences, Directory directory, Desk desk, Acts acts) {
        this.audit = audit;
        this.accounts = accounts;
        this.conferences = conferences;
        this.directory = directory;
        this.desk = desk;
        this.acts = acts;
    }

    /**
     * Before the policy. That somebody looked is no secret of hers, and whoever helps her must be able to tell her, also when
     * consent to all the rest is gone.
     *
     * @param more whether there is more than is listed, earlier
     */
    record ViewsOfRecord(
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.AGENCY) List<View> views,
            @Classified(FieldClass.AGENCY) boolean more) {}

    /**
     * What one section saw on one day for one reason.
     *
     * @param section empty where the agency has none, or it is not known any more
     * @param things names of {@link Thing}, in their order
     * @param why HELPER, CENTER, PARTICIPANT, DISCLOSED, EMERGENCY, AUDIT or OTHER
     */
    record View(
            @Classified(FieldClass.AGENCY) LocalDate day,
            @Classified(FieldClass.AGENCY) String agency,
            @Classified(FieldClass.AGENCY) String section,
            @Classified(FieldClass.AGENCY) List<String> things,
            @Classified(FieldClass.AGENCY) String why,
            @Classified(FieldClass.AGENCY) int times) {}

    static boolean helps(Standing standing) {
        return standing.relations().stream().anyMatch(HELPERS::contains);
    }

    /**
     * For the page and the API; entered into the audit before it leaves, and so the first line of the next one.
     *
     * @throws jp.tsunagi.shared.Refused {@code record-views.not-yours} for agencies that take part;
     *     {@code record-views.not-yet} for a draft
     */
    Projection read(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        require(sight);
        Projection projection = of(sight);
        acts.shown(
                command,
                "record-views.read",
                sight.conference().caseId().value(),
                sight.conference().id().value(),
                Reading.names(projection));
        return projection;
    }

    static void require(Desk.Sight sight) {
        if (!helps(sight.standing())) {
            throw Refusal.forbidden("record-views.not-yours");
        }
        if (sight.conference().submittedBy().isEmpty() || sight.casefile().isEmpty()) {
            throw Refusal.conflict("record-views.not-yet");
        }
    }

    Projection of(Desk.Sight sight) {
        CaseConference conference = sight.conference();
        Grants grants = sight.standing().grants(conference.request());
        List<AuditLog.Line> lines = audit.ofCase(conference.caseId().value(), MOST_ENTRIES);
        return Projection.of(
                new ViewsOfRecord(
                        conference.reference(), views(lines, conference, grants), lines.size() == MOST_ENTRIES),
                grants);
    }

    /** Newest first; what one section saw on one day for one reason is one line. */
    private List<View> views(List<AuditLog.Line> lines, CaseConference conference, Grants grants) {
        Set<String> others = new TreeSet<>();
        conferences
                .ofCase(conference.caseId())
                .forEach(other -> others.add(other.id().value()));
        others.remove(conference.id().value());
        Map<String, Optional<Officer>> known = new LinkedHashMap<>();
        Map<View, Integer> times = new LinkedHashMap<>();
        for (AuditLog.Line line : lines) {
            AuditEvent event = line.event();
            boolean elsewhere = event.subject() != null && others.contains(event.subject());
            if (event.phase() == AuditEvent.Phase.INTENT && !elsewhere && isLook(event, grants)) {
                View view = view(line, conference, known);
                if (view != null) {
                    times.merge(view, 1, Integer::sum);
                }
            }
        }
        List<View> views = new ArrayList<>();
        times.forEach((view, count) ->
                views.add(new View(view.day(), view.agency(), view.section(), view.things(), view.why(), count)));
        return views;
    }

    private static boolean isLook(AuditEvent event, Grants grants) {
        FieldClass needed = LOOKS_OF_SOME.get(event.action());
        return needed == null ? LOOKS.contains(event.action()) || event.action().equals(AUDIT) : grants.shows(needed);
    }

    private @Nullable View view(AuditLog.Line line, CaseConference conference, Map<String, Optional<Officer>> known) {
        AuditEvent event = line.event();
        Optional<Officer> officer =
                known.computeIfAbsent(event.actor(), actor -> accounts.officer(new AccountId(actor)));
        String agency = event.agency() != null
                ? event.agency()
                : officer.map(auditor -> auditor.agency().value()).orElse(null);
        if (agency == null) {
            return null; // Nobody looked: the hub itself.
        }
        return new View(
                LocalDate.ofInstant(line.at(), TimeConfiguration.JAPAN),
                agency,
                officer.map(Officer::section).orElse(""),
                things(event),
                why(event, new AgencyCode(agency), conference),
                0);
    }

    private static List<String> things(AuditEvent event) {
        if (event.action().equals(AUDIT)) {
            return List.of(Thing.AUDIT.name());
        }
        Set<Thing> things = EnumSet.noneOf(Thing.class);
        for (String detail : event.detail()) {
            FieldClass shown = BY_NAME.get(detail);
            if (shown != null) {
                things.add(thing(shown));
            }
        }
        if (things.size() > 1) {
            things.remove(Thing.PROGRESS);
            things.remove(Thing.OTHER);
        }
        return things.isEmpty()
                ? List.of(Thing.OTHER.name())
                : things.stream().map(Enum::name).toList();
    }

    private static Thing thing(FieldClass fieldClass) {
        return CLASSES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(fieldClass))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Thing.OTHER);
    }

    private String why(AuditEvent event, AgencyCode agency, CaseConference conference) {
        if (event.action().equals(AUDIT)) {
            return "AUDIT";
        }
        if (event.detail().contains(EMERGENCY)) {
            return "EMERGENCY";
        }
        if (event.detail().stream().anyMatch(detail -> detail.startsWith("disclosed-without-consent:"))) {
            return "DISCLOSED";
        }
        if (agency.equals(directory.center())) {
            return "CENTER";
        }
        if (agency.equals(conference.requestingAgency()) || agency.equals(conference.contactAgency())) {
            return "HELPER";
        }
        return conference.invitedOnce().contains(agency) ? "PARTICIPANT" : "OTHER";
    }
}
