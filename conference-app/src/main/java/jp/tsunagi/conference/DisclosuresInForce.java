package jp.tsunagi.conference;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.protection.FieldClass;

/**
 * What is disclosed of conferences without her consent, as the module that keeps it says at every read: there is no other
 * way past her consent.
 */
public interface DisclosuresInForce {

    /** Those that name this agency and have not ended at that moment; usually none. One query. */
    List<InForce> to(AgencyCode agency, Instant now);

    /** All of a conference that ever took effect, the first one first, for the report of what was shared. */
    List<Past> ofConference(ConferenceId conference);

    /**
     * One that is in force for one agency, as far as the clock goes.
     *
     * @param basis code of the legal basis
     * @param classes chosen for this agency
     * @param until the moment at which it ends
     * @param agencies all that it names
     * @param knownNoes how often she had said no when two officers looked at it; one more ends it
     * @param pledged officers of the agency who have pledged secrecy and have no relation to the other party
     * @param kept officers from whom it is kept: they declared a relation to the other party, now or before
     */
    record InForce(
            ConferenceId conference,
            String basis,
            Set<FieldClass> classes,
            Instant until,
            Set<AgencyCode> agencies,
            int knownNoes,
            Set<AccountId> pledged,
            Set<AccountId> kept) {

        public InForce {
            classes = Set.copyOf(classes);
            agencies = Set.copyOf(agencies);
            pledged = Set.copyOf(pledged);
            kept = Set.copyOf(kept);
        }

        /** Whether she has not said no since. */
        boolean holds(Casefile casefile) {
            return casefile.timesSaidNo(agencies) <= knownNoes;
        }
    }

    /**
     * One that took effect.
     *
     * @param basis its legal basis as the office words it, for a paper
     * @param until when it ended, or will
     */
    record Past(String basis, Set<AgencyCode> agencies, Instant from, Instant until) {

        public Past {
            agencies = Set.copyOf(agencies);
        }
    }
}
