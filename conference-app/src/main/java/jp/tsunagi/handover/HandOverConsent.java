package jp.tsunagi.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.handover.HandOverRecord.Elsewhere;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.RedactionPolicy;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What her consent lets go along, asked anew at every step: it must be in force, be for handing over, and name the agency.
 * One elsewhere cannot be named there; what she said to it is kept with the hand-over itself, and what she withholds from
 * anybody is withheld from it.
 */
final class HandOverConsent {

    private HandOverConsent() {}

    /** What the agency may have on that day; nothing where she does not, or no longer, agree to it. */
    static ConsentScope scope(
            Casefile casefile, @Nullable AgencyCode receiver, @Nullable Elsewhere elsewhere, LocalDate today) {
        if (receiver != null) {
            return casefile.transferScopeFor(receiver, today);
        }
        boolean location = elsewhere != null
                && elsewhere.locationNeed() != null
                && !elsewhere.locationNeed().isBlank();
        return casefile.transferScopeElsewhere(location, today);
    }

    static ConsentScope scope(Casefile casefile, HandOverRecord handOver, LocalDate today) {
        return scope(casefile, handOver.receiver(), handOver.elsewhere(), today);
    }

    static Grants grants(ConsentScope scope) {
        return RedactionPolicy.decide(EnumSet.of(Relation.TAKING_OVER), scope);
    }

    /** What of it the agency gets. */
    static Projection projection(Handed handed, ConsentScope scope) {
        return Projection.of(handed, grants(scope));
    }

    /**
     * Refuses, saying what of her consent is missing.
     *
     * @throws jp.tsunagi.shared.Refused {@code handover.consent-missing}, {@code handover.condition-unmet}, {@code
     *     handover.not-named}
     */
    static void require(Casefile casefile, @Nullable AgencyCode receiver, ConsentScope scope, LocalDate today) {
        if (scope.covers()) {
            return;
        }
        Consent consent = casefile.consent().orElse(null);
        if (consent == null || !consent.covers(Consent.Purpose.TRANSFER, today)) {
            throw Refusal.conflict("handover.consent-missing");
        }
        if (!consent.conditionsMet()) {
            throw Refusal.conflict("handover.condition-unmet");
        }
        if (receiver != null && !consent.currentRecipients().contains(receiver)) {
            throw Refusal.conflict("handover.not-named");
        }
        throw Refusal.conflict("handover.consent-missing");
    }

    /** Whether she had taken it back, as a whole or for this agency, when it was accepted: the order of the acts counts. */
    static boolean takenBackBefore(Casefile casefile, HandOverRecord handOver, Instant acceptedAt) {
        return casefile.withdrawals().stream()
                .filter(withdrawal -> withdrawal.recipients().isEmpty()
                        || (handOver.receiver() != null
                                && withdrawal.recipients().contains(handOver.receiver())))
                .anyMatch(withdrawal ->
                        withdrawal.recordedAt().isAfter(handOver.offeredBy().at())
                                && !withdrawal.recordedAt().isAfter(acceptedAt));
    }
}
