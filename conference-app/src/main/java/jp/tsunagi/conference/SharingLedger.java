package jp.tsunagi.conference;

import java.util.List;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.command.Command;
import jp.tsunagi.delivery.Deliveries;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters into the ledger what is about to leave of a conference, on paper or on a screen. */
@Component
class SharingLedger {

    /** How the kinds end of what went out without her consent. */
    static final String WITHOUT_CONSENT = "-without-consent";

    private final Deliveries deliveries;

    SharingLedger(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** A paper. @param serial is printed on it; @param recipient whom it is for */
    void paper(Desk.Sight sight, String kind, String serial, String sha256, AgencyCode recipient, Command command) {
        enter(sight, kind, serial, sha256, null, recipient, command);
    }

    /** A look that needs a reason. */
    void look(Desk.Sight sight, String kind, String reason, Command command) {
        enter(
                sight,
                kind,
                Ids.random(command.at()),
                null,
                reason,
                command.officer().agency(),
                command);
    }

    /** What a participant reads on a screen was shared as much as a paper; her own helpers' reading was not. */
    void read(Desk.Sight sight, String kind, Command command) {
        if (sight.standing().is(Relation.CLEARED_PARTICIPANT)
                || sight.standing().is(Relation.DISCLOSURE_RECIPIENT)) {
            enter(
                    sight,
                    kind,
                    Ids.random(command.at()),
                    null,
                    null,
                    command.officer().agency(),
                    command);
        }
    }

    List<Delivery> of(ConferenceId conference) {
        return deliveries.ofConference(conference.value());
    }

    private void enter(
            Desk.Sight sight,
            String kind,
            String serial,
            @Nullable String sha256,
            @Nullable String reason,
            AgencyCode recipient,
            Command command) {
        // Never entered as if her consent had let it go.
        boolean withoutConsent = sight.standing().is(Relation.DISCLOSURE_RECIPIENT);
        deliveries.enter(new Delivery(
                serial,
                0,
                sight.conference().caseId().value(),
                sight.conference().id().value(),
                recipient,
                command.officer().id(),
                withoutConsent ? kind + WITHOUT_CONSENT : kind,
                withoutConsent
                        ? 0
                        : sight.casefile().map(Casefile::consentNumber).orElse(0),
                command.at(),
                sha256,
                reason));
    }
}
