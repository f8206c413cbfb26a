package jp.tsunagi.plan;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.conference.ConferencesOfCase.Found;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Relation;
import org.jspecify.annotations.Nullable;

/**
 * How one officer stands to the plan of a case at this moment (domain.md E6, "Outcome, plan"). Those who lead stand to a
 * version as the requesting team does to its conference: they wrote it with her, and keep it. Whoever took part sees it from
 * its approval on, while her consent covers the agency.
 *
 * @param conferences of the case, as the officer finds them
 * @param scope what her consent lets the officer's agency have today
 * @param center the women's support center
 */
record PlanStanding(
        Officer officer, Casefile casefile, List<Found> conferences, ConsentScope scope, AgencyCode center) {

    private static final Set<PlanState> SHARED =
            EnumSet.of(PlanState.APPROVED, PlanState.CONFIRMED, PlanState.SUPERSEDED);
    private static final Set<Relation> OF_THE_CENTER =
            EnumSet.of(Relation.CENTER, Relation.CASE_OFFICER, Relation.DIRECTOR);
    private static final Set<Relation> BEYOND_CONSENT =
            EnumSet.of(Relation.REQUESTING_TEAM, Relation.CENTER, Relation.CASE_OFFICER, Relation.DIRECTOR);

    PlanStanding {
        conferences = List.copyOf(conferences);
    }

    /**
     * What one version is to the officer.
     *
     * @param relations all that hold; none where it does not exist for this officer
     * @param ownMeasuresOnly whether nothing but the measures of the officer's agency may be seen of it
     */
    record Seat(Set<Relation> relations, boolean ownMeasuresOnly) {

        static final Seat NONE = new Seat(Set.of(), false);

        boolean known() {
            return !relations.isEmpty();
        }

        boolean is(Relation relation) {
            return relations.contains(relation);
        }
    }

    Seat seat(VersionRecord version) {
        Optional<Found> conference = conference(version.basis().conferenceId());
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        if (onTeam()
                || leads(version.content().leadAgency(), version.basis().conferenceId())
                || has(conference.stream().toList(), Relation.REQUESTING_TEAM)) {
            relations.add(Relation.REQUESTING_TEAM);
        }
        for (Relation one : OF_THE_CENTER) {
            if (has(conferences, one)) {
                relations.add(one);
            }
        }
        if (relations.isEmpty() && SHARED.contains(version.state()) && scope.covers() && !excluded()) {
            if (has(conference.stream().toList(), Relation.CLEARED_PARTICIPANT)) {
                return new Seat(EnumSet.of(Relation.CLEARED_PARTICIPANT), false);
            }
            if (ownMeasures(version)) {
                return new Seat(EnumSet.of(Relation.CLEARED_PARTICIPANT), true);
            }
        }
        return relations.isEmpty() ? Seat.NONE : new Seat(relations, false);
    }

    /** Whether the officer is of those who see also what she withholds in it: the lead agency and the Center. */
    boolean keeps(VersionRecord version) {
        return leads(version.content().leadAgency(), version.basis().conferenceId())
                || conferences.stream().anyMatch(c -> c.relations().stream().anyMatch(OF_THE_CENTER::contains));
    }

    /** Whether the officer could see this version before her consent changed: it was there, and is gone. */
    boolean gone(VersionRecord version) {
        if (seat(version).known() || version.approval() == null || excluded()) {
            return false;
        }
        boolean tookPart = conference(version.basis().conferenceId())
                .filter(Found::pledged)
                .isPresent();
        return version.approval().sharedWith().contains(officer.agency()) && (tookPart || ownMeasures(version));
    }

    /** Whether a case with such a plan, or with none yet, is anything to the officer beyond single versions. */
    boolean knowsCase() {
        return onTeam()
                || conferences.stream().anyMatch(c -> c.relations().stream().anyMatch(BEYOND_CONSENT::contains))
                || conferences.stream().anyMatch(c -> c.reported() && leads(c.leadAgency(), c.id().value()));
    }

    /**
     * Whether the officer goes with her through the case: is on its team, or of those who make the plan with her.
     *
     * @param latest version of the plan, which names who leads; before there is one the results of the conferences do
     */
    boolean accompanies(Optional<VersionRecord> latest) {
        boolean leads = latest.map(version ->
                        leads(version.content().leadAgency(), version.basis().conferenceId()))
                .orElseGet(() ->
                        conferences.stream().anyMatch(c -> c.reported() && leads(c.leadAgency(), c.id().value())));
        return leads || onRequestingTeam();
    }

    /** Whether the officer works where the plan is made, should the officer's agency lead. */
    boolean mayEverLead() {
        return knowsCase() || conferences.stream().anyMatch(Found::pledged);
    }

    /**
     * Whether the officer belongs to those of the lead agency who make the plan with her: its case team; where it is
     * neither the requesting agency nor the Center, who accepted and pledged for that conference, while her consent covers
     * that agency.
     */
    boolean leads(@Nullable String leadAgency, @Nullable String conferenceId) {
        if (!officer.agency().value().equals(leadAgency)) {
            return false;
        }
        Optional<Found> conference = conference(conferenceId);
        if (officer.worksFor(casefile.requestingAgency())) {
            return onTeam();
        }
        if (conference.filter(c -> officer.worksFor(c.requestingAgency())).isPresent()) {
            return has(conference.stream().toList(), Relation.REQUESTING_TEAM);
        }
        return officer.worksFor(center)
                ? has(conferences, Relation.CENTER)
                : !excluded()
                        && scope.covers()
                        && conference.filter(Found::pledged).isPresent();
    }

    Optional<Found> conference(@Nullable String id) {
        return conferences.stream().filter(c -> c.id().value().equals(id)).findFirst();
    }

    /**
     * Whether the officer is on the case's team, or on that of a later conference of it. One that was never submitted makes
     * nobody more than they were: anybody who leads can open a draft.
     */
    boolean onRequestingTeam() {
        return onTeam()
                || conferences.stream().anyMatch(c -> c.submitted() && c.is(Relation.REQUESTING_TEAM) && !c.excluded());
    }

    private boolean onTeam() {
        return works() && casefile.hasOnTeam(officer);
    }

    private boolean works() {
        return officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF);
    }

    /**
     * Not the agencies that know of it by their team: there, another section has a part in it no more than a stranger. Nor
     * a gateway, which fetches for whoever pledged.
     */
    private boolean ownMeasures(VersionRecord version) {
        boolean byTeam = officer.worksFor(center)
                || officer.worksFor(casefile.requestingAgency())
                || officer.worksFor(version.team().agency())
                || conference(version.basis().conferenceId())
                        .filter(c -> officer.worksFor(c.requestingAgency()))
                        .isPresent();
        return !byTeam
                && officer.person()
                && (works() || officer.is(Role.PARTICIPANT))
                && version.content().hasMeasureOf(officer.agency().value());
    }

    /** Who declared a relation to the other party, or is on the block list, gets nothing by taking part. */
    private boolean excluded() {
        return conferences.stream().anyMatch(Found::excluded);
    }

    private static boolean has(Collection<Found> some, Relation relation) {
        return some.stream().anyMatch(c -> c.is(relation));
    }
}
