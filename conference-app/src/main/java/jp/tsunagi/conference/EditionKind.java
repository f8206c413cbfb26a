package jp.tsunagi.conference;

import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Command;
import jp.tsunagi.document.Edition;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;

/** One kind of paper: who may have it, and how it is made of nothing but what the policy lets its reader see. */
interface EditionKind {

    /** Its name in the API, the ledger, the audit and the file's name. */
    String kind();

    /**
     * Refuses who may not have it, and what is not there yet. Asked before the paper is made, and again when it is about
     * to leave: consent may have gone meanwhile.
     */
    void require(Ask ask);

    /** Whom the edition is for. */
    default AgencyCode recipient(Ask ask) {
        return ask.command().officer().agency();
    }

    /** Makes the edition. Called after {@link #require}. */
    Made make(Ask ask, Edition edition);

    /**
     * What is asked for.
     *
     * @param agency the one whose paper is asked for, null for the officer's own
     */
    record Ask(Desk.Sight sight, @Nullable String agency, Command command) {

        CaseConference conference() {
            return sight.conference();
        }

        Standing standing() {
            return sight.standing();
        }

        /** The agency that is asked for, where it is another than the officer's own; null else. */
        @Nullable AgencyCode otherAgency() {
            return agency == null || agency.equals(command.officer().agency().value()) ? null : new AgencyCode(agency);
        }
    }

    /** A paper and the projection it was made of, for the audit. */
    record Made(byte[] pdf, Projection projection) {}
}
