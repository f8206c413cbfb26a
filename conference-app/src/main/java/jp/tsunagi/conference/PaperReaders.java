package jp.tsunagi.conference;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;

/** Who may have a paper at all, whatever is on it. */
final class PaperReaders {

    private PaperReaders() {}

    /**
     * Somebody who works with the conference today: neither an auditor, who reads what happened and no papers, nor an agency
     * that is not invited any more.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}, {@code document.gone}
     */
    static void requireReader(Standing standing) {
        Set<Relation> relations = reading(standing);
        if (relations.isEmpty()) {
            throw Refusal.notFound();
        }
        if (relations.equals(Set.of(Relation.UNINVITED))) {
            throw Refusal.gone("document.gone");
        }
    }

    /**
     * As {@link #requireReaderWithConsent} and {@link #requireCleared}, also for whom something is disclosed without her
     * consent: for the one paper that is made of nothing but what the policy shows of the conference.
     */
    static void requireReaderOrRecipient(Standing standing) {
        if (standing.is(Relation.DISCLOSURE_RECIPIENT)) {
            return;
        }
        if (standing.is(Relation.DISCLOSURE_NAMED) && standing.byDisclosureAlone()) {
            throw Refusal.forbidden("document.not-cleared");
        }
        requireReaderWithConsent(standing);
        requireCleared(standing);
    }

    /** A reader who is not merely told by her that she took it all back. @throws jp.tsunagi.shared.Refused as above */
    static void requireReaderWithConsent(Standing standing) {
        requireReader(standing);
        if (EnumSet.of(Relation.UNINVITED, Relation.CONTACT_WITHOUT_CONSENT).containsAll(reading(standing))) {
            throw Refusal.gone("document.gone");
        }
    }

    /** An invited agency's attendee only after the pledge. @throws jp.tsunagi.shared.Refused {@code document.not-cleared} */
    static void requireCleared(Standing standing) {
        Set<Relation> relations = reading(standing);
        relations.remove(Relation.CONTACT_WITHOUT_CONSENT);
        if (relations.equals(Set.of(Relation.INVITED))) {
            throw Refusal.forbidden("document.not-cleared");
        }
    }

    /**
     * Who may read what came of the meeting, on whatever: the same for the record and for its confirmation.
     *
     * @throws jp.tsunagi.shared.Refused as above, and {@code outcome-record.not-yet} before the report
     */
    static void requireOutcomeReader(CaseConference conference, Standing standing) {
        requireReaderWithConsent(standing);
        requireCleared(standing);
        if (conference.outcome().isEmpty()) {
            throw Refusal.conflict("outcome-record.not-yet");
        }
    }

    /** Whether the officer decides and convenes. */
    static boolean ofTheCenter(Standing standing) {
        return standing.is(Relation.CENTER) || standing.is(Relation.DIRECTOR);
    }

    private static Set<Relation> reading(Standing standing) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        relations.addAll(standing.byConsent().relations());
        relations.remove(Relation.AUDITOR);
        return relations;
    }
}
