package jp.tsunagi.protection;

import static jp.tsunagi.protection.FieldClass.AGENCY;
import static jp.tsunagi.protection.FieldClass.AGENCY_OPINION;
import static jp.tsunagi.protection.FieldClass.AGENDA;
import static jp.tsunagi.protection.FieldClass.CENTER_ONLY;
import static jp.tsunagi.protection.FieldClass.CHILDREN;
import static jp.tsunagi.protection.FieldClass.COMPLAINT;
import static jp.tsunagi.protection.FieldClass.CONSENT;
import static jp.tsunagi.protection.FieldClass.CONSULTATION;
import static jp.tsunagi.protection.FieldClass.CONTACT;
import static jp.tsunagi.protection.FieldClass.COUNCIL;
import static jp.tsunagi.protection.FieldClass.COURT_STATEMENT;
import static jp.tsunagi.protection.FieldClass.IDENTITY;
import static jp.tsunagi.protection.FieldClass.LOCATION;
import static jp.tsunagi.protection.FieldClass.MEETING_PLACE;
import static jp.tsunagi.protection.FieldClass.MINUTES;
import static jp.tsunagi.protection.FieldClass.NARRATIVE;
import static jp.tsunagi.protection.FieldClass.OFFICE;
import static jp.tsunagi.protection.FieldClass.OPERATION;
import static jp.tsunagi.protection.FieldClass.OTHER_PARTY;
import static jp.tsunagi.protection.FieldClass.OUTCOME;
import static jp.tsunagi.protection.FieldClass.PARTICIPANTS;
import static jp.tsunagi.protection.FieldClass.SAFETY_PLAN;
import static jp.tsunagi.protection.FieldClass.SCHEDULE;
import static jp.tsunagi.protection.FieldClass.SENSITIVE;
import static jp.tsunagi.protection.FieldClass.STAFF;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one redaction policy (domain.md E6): a pure function from how the viewer stands to the conference and what her
 * consent lets the viewer's agency have, to the classes shown. API, messages, papers and pages all ask here. What is not
 * said to be shown is hidden.
 */
public final class RedactionPolicy {

    /** Who takes part without being named in her consent. */
    private static final Set<Relation> BEYOND_CONSENT =
            EnumSet.of(Relation.REQUESTING_TEAM, Relation.CENTER, Relation.CASE_OFFICER, Relation.DIRECTOR);

    /** What may be disclosed without her consent where it is chosen; nothing else, whatever is chosen (domain.md N8). */
    public static final Set<FieldClass> DISCLOSABLE = Set.of(IDENTITY, CONTACT, NARRATIVE, SENSITIVE, LOCATION);

    /** Who is shown something only while her consent covers the agency, and without what she withholds. */
    private static final Set<Relation> BY_CONSENT = EnumSet.of(Relation.CLEARED_PARTICIPANT, Relation.TAKING_OVER);

    /** Whom fields and passages are withheld from that she keeps from them. */
    private static final Set<Relation> BOUNDED = EnumSet.of(
            Relation.CLEARED_PARTICIPANT,
            Relation.TAKING_OVER,
            Relation.DISCLOSURE_RECIPIENT,
            Relation.INTAKE_DIVISION,
            Relation.EMERGENCY_READER);

    private static final Map<Relation, Set<FieldClass>> SHOWN = new EnumMap<>(Relation.class);

    static {
        // Its own words, and what the Center answers; not what other agencies send in for the meeting.
        SHOWN.put(
                Relation.REQUESTING_TEAM,
                EnumSet.of(
                        OPERATION,
                        AGENCY,
                        SCHEDULE,
                        IDENTITY,
                        LOCATION,
                        CONTACT,
                        NARRATIVE,
                        SENSITIVE,
                        CHILDREN,
                        AGENDA,
                        PARTICIPANTS,
                        CONSENT,
                        OUTCOME,
                        MINUTES,
                        MEETING_PLACE,
                        OFFICE,
                        STAFF));
        // What she must be asked about, and no more: they are with her, and know her from her.
        SHOWN.put(
                Relation.CONTACT_TEAM,
                EnumSet.of(OPERATION, AGENCY, SCHEDULE, IDENTITY, AGENDA, PARTICIPANTS, CONSENT));
        // Still with her, and told by her: that it ended, nothing of it.
        SHOWN.put(Relation.CONTACT_WITHOUT_CONSENT, EnumSet.of(OPERATION, AGENCY));
        SHOWN.put(Relation.CENTER, center());
        SHOWN.put(Relation.CASE_OFFICER, center());
        SHOWN.put(Relation.DIRECTOR, center());
        SHOWN.put(
                Relation.CLEARED_PARTICIPANT,
                EnumSet.of(
                        OPERATION,
                        AGENCY,
                        SCHEDULE,
                        IDENTITY,
                        NARRATIVE,
                        AGENDA,
                        PARTICIPANTS,
                        MEETING_PLACE,
                        OUTCOME,
                        AGENCY_OPINION));
        // What it notes itself; all else it sees as what it is besides.
        SHOWN.put(Relation.RECORDER, EnumSet.of(MINUTES));
        SHOWN.put(Relation.INVITED, EnumSet.of(OPERATION, AGENCY, SCHEDULE));
        SHOWN.put(Relation.UNINVITED, EnumSet.of(OPERATION));
        SHOWN.put(Relation.DISCLOSURE_NAMED, EnumSet.of(OPERATION));
        // And what was chosen for this very agency, see shownTo: not even who asked for the conference.
        SHOWN.put(Relation.DISCLOSURE_RECIPIENT, EnumSet.of(OPERATION));
        SHOWN.put(Relation.SAFETY_PLAN_READER, EnumSet.of(OPERATION, AGENCY, SCHEDULE, SAFETY_PLAN));
        SHOWN.put(Relation.COMPLAINT_READER, EnumSet.of(OPERATION, AGENCY, SCHEDULE, COMPLAINT));
        SHOWN.put(Relation.CONSULTATION_READER, EnumSet.of(OPERATION, AGENCY, SCHEDULE, CONSULTATION));
        SHOWN.put(Relation.STATEMENT_READER, EnumSet.of(OPERATION, AGENCY, SCHEDULE, COURT_STATEMENT));
        SHOWN.put(Relation.COUNCIL_READER, EnumSet.of(OPERATION, AGENCY, SCHEDULE, COUNCIL));
        // What goes along is chosen part by part besides; nothing of the other party, of offices or of the meetings
        // ever is.
        SHOWN.put(
                Relation.TAKING_OVER,
                EnumSet.of(OPERATION, AGENCY, SCHEDULE, IDENTITY, CONTACT, NARRATIVE, SENSITIVE, CHILDREN, OUTCOME));
        // Of these, the parts that she gave it; where she is only with one that is about that.
        SHOWN.put(
                Relation.INTAKE_DIVISION,
                EnumSet.of(OPERATION, AGENCY, SCHEDULE, IDENTITY, NARRATIVE, SENSITIVE, CHILDREN));
        // Who and where she is and what it is about: what helps her at once. Nothing of the meetings, the offices, or
        // the
        // other party.
        SHOWN.put(
                Relation.EMERGENCY_READER,
                EnumSet.of(OPERATION, AGENCY, SCHEDULE, IDENTITY, CONTACT, NARRATIVE, SENSITIVE, CHILDREN));
        SHOWN.put(Relation.AUDITOR, EnumSet.of(OPERATION, AGENCY, SCHEDULE));
        SHOWN.put(Relation.NONE, EnumSet.noneOf(FieldClass.class));
    }

    private RedactionPolicy() {}

    /**
     * Decides. Whoever stands to a conference in several ways may see what any of them shows.
     *
     * @param scope what consent lets the viewer's agency have, or a disclosure without it, or what she gave the viewer's
     *     section; matters to participants, to sections, to whoever takes her case over and to whom something is disclosed,
     *     since the requesting agency and the Center take part without being named
     */
    public static Grants decide(Set<Relation> relations, ConsentScope scope) {
        Set<FieldClass> shown = EnumSet.noneOf(FieldClass.class);
        relations.forEach(relation -> shown.addAll(shownTo(relation, scope)));
        boolean beyondConsent = relations.stream().anyMatch(BEYOND_CONSENT::contains);
        boolean bounded = relations.stream().anyMatch(BOUNDED::contains);
        return beyondConsent || !bounded
                ? new Grants(shown, Set.of(), Set.of(), beyondConsent)
                : new Grants(shown, scope.withheldFields(), scope.withheldItems(), false);
    }

    private static Set<FieldClass> shownTo(Relation relation, ConsentScope scope) {
        if (relation == Relation.RECORDER && !scope.covers()) {
            return Set.of();
        }
        if (relation == Relation.INTAKE_DIVISION) {
            return given(scope);
        }
        if (relation == Relation.EMERGENCY_READER) {
            return inAnEmergency(scope);
        }
        if (relation == Relation.DISCLOSURE_RECIPIENT) {
            return disclosed(scope.withoutConsent());
        }
        if (!BY_CONSENT.contains(relation)) {
            return SHOWN.getOrDefault(relation, Set.of());
        }
        if (!scope.covers()) {
            return SHOWN.getOrDefault(Relation.UNINVITED, Set.of());
        }
        Set<FieldClass> shown = EnumSet.copyOf(SHOWN.getOrDefault(relation, Set.of()));
        if (scope.location()) {
            shown.add(LOCATION);
        }
        return shown;
    }

    /** What she gave a section, by its classes; which parts of them is a matter of the fields. */
    private static Set<FieldClass> given(ConsentScope scope) {
        if (!scope.covers()) {
            return Set.of();
        }
        Set<FieldClass> shown = EnumSet.copyOf(SHOWN.getOrDefault(Relation.INTAKE_DIVISION, Set.of()));
        if (scope.location()) {
            shown.addAll(EnumSet.of(LOCATION, CONTACT));
        }
        return shown;
    }

    /** Nothing without her consent; where she is, unless the requesting agency wishes that withheld. */
    private static Set<FieldClass> inAnEmergency(ConsentScope scope) {
        if (!scope.covers()) {
            return Set.of();
        }
        Set<FieldClass> shown = EnumSet.copyOf(SHOWN.getOrDefault(Relation.EMERGENCY_READER, Set.of()));
        if (scope.location()) {
            shown.add(LOCATION);
        }
        return shown;
    }

    /** Of what was chosen, what may be disclosed at all; nothing, not even that it is, once it has ended. */
    private static Set<FieldClass> disclosed(@Nullable WithoutConsent withoutConsent) {
        if (withoutConsent == null) {
            return Set.of();
        }
        Set<FieldClass> shown = EnumSet.copyOf(SHOWN.getOrDefault(Relation.DISCLOSURE_RECIPIENT, Set.of()));
        withoutConsent.classes().stream().filter(DISCLOSABLE::contains).forEach(shown::add);
        return shown;
    }

    /** Who may have the location group shown once, with a reason, by the call made for it. */
    public static boolean mayViewLocation(Set<Relation> relations) {
        return relations.contains(Relation.CASE_OFFICER) || relations.contains(Relation.DIRECTOR);
    }

    private static Set<FieldClass> center() {
        // All but the location group: that has a call of its own, with a reason.
        return EnumSet.of(
                OPERATION,
                AGENCY,
                SCHEDULE,
                IDENTITY,
                CONTACT,
                NARRATIVE,
                SENSITIVE,
                CHILDREN,
                OTHER_PARTY,
                CENTER_ONLY,
                AGENDA,
                PARTICIPANTS,
                CONSENT,
                AGENCY_OPINION,
                OUTCOME,
                MINUTES,
                MEETING_PLACE,
                OFFICE,
                STAFF);
    }
}
