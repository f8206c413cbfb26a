package jp.tsunagi.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.disclosure.DisclosureForm.Necessary;
import jp.tsunagi.disclosure.DisclosureForm.Relationship;
import jp.tsunagi.disclosure.DisclosureForm.Told;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure without her consent as it is stored. Why and what is sealed; that there is one, for whom and until when is
 * not, so that it can be looked for.
 *
 * @param conferenceId the one conference of which something is disclosed
 * @param knownNoes how often she had said no when it was proposed; one more ends it
 * @param confirmations at most two, of two persons
 * @param effectiveAt when the second came
 * @param endsAt 72 hours after that, or earlier where it was revoked or she said no; for a proposal, when it lapses
 * @param pledges of officers of the named agencies
 * @param tellings attempts to tell her, the last one counts
 * @param open whether anybody may still have to do something about it
 * @param wakeAt when it is to be looked at next; null where it is not
 * @param wokenThrough what was due up to then is done with
 */
record DisclosureRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) String conferenceId,
        @Classified(FieldClass.OPERATION) String reference,
        @Classified(FieldClass.OPERATION) DisclosureState state,
        @Classified(FieldClass.AGENCY) Set<AgencyCode> agencies,
        @Classified(FieldClass.OFFICE) Proposal proposal,
        @Classified(FieldClass.OPERATION) int knownNoes,
        @Classified(FieldClass.OFFICE) List<Confirmation> confirmations,
        @Classified(FieldClass.OPERATION) @Nullable Instant effectiveAt,
        @Classified(FieldClass.OPERATION) Instant endsAt,
        @Classified(FieldClass.OFFICE) @Nullable Stopped stopped,
        @Classified(FieldClass.OTHER_PARTY) List<Pledge> pledges,
        @Classified(FieldClass.OFFICE) @Nullable Review review,
        @Classified(FieldClass.OFFICE) List<Telling> tellings,
        @Classified(FieldClass.OPERATION) boolean open,
        @Classified(FieldClass.OPERATION) @Nullable Instant wakeAt,
        @Classified(FieldClass.OPERATION) Instant wokenThrough,
        List<SeenCommand> seen,
        List<PendingEvent> outbox,
        @Classified(FieldClass.OPERATION) boolean pending,
        @Classified(FieldClass.OPERATION) long sentThrough)
        implements Stored {

    DisclosureRecord {
        agencies = Set.copyOf(agencies);
        confirmations = List.copyOf(confirmations);
        pledges = List.copyOf(pledges);
        tellings = List.copyOf(tellings);
    }

    /** Who did something, and when. */
    record By(AccountId account, String name, String agency, Instant at) {}

    /** @param refusalStated that she said no, and that it is proposed all the same */
    record Proposal(
            String basis,
            @Nullable String provision,
            String facts,
            String whyNoConsent,
            boolean refusalStated,
            List<Share> shares,
            By by) {

        Proposal {
            shares = List.copyOf(shares);
        }
    }

    record Share(AgencyCode agency, List<Category> categories, String reason, @Nullable String locationReason) {

        Share {
            categories = List.copyOf(categories);
        }
    }

    record Confirmation(By by, boolean director) {}

    /**
     * Why it did not take effect, or did not last.
     *
     * @param reason as typed; null where it is that she said no
     * @param by null where it is that
     */
    record Stopped(@Nullable String reason, @Nullable By by) {}

    record Pledge(AgencyCode agency, Relationship relation, By by) {

        boolean clears() {
            return relation == Relationship.NONE;
        }
    }

    record Review(
            Necessary necessary, String necessaryWhy, boolean leastKept, String leastWhy, String follows, By by) {}

    record Telling(
            Told told,
            @Nullable LocalDate toldOn,
            @Nullable String unsafeReason,
            @Nullable LocalDate lookAgainOn,
            By by) {

        boolean done() {
            return told != Told.NOT_SAFE;
        }
    }

    @Override
    public String keyOwner() {
        return caseId.value();
    }
}
