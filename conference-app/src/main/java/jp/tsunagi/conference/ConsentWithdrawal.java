package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.command.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Her consent taken back (domain.md E3), in every state and by whoever she told. The casefile is written first, so that
 * nothing is shared from then on; the conferences of the case follow, at once or by the casefile's event.
 */
@Service
class ConsentWithdrawal {

    private final Conferences conferences;
    private final Casefiles casefiles;
    private final Directory directory;
    private final Desk desk;

    ConsentWithdrawal(Conferences conferences, Casefiles casefiles, Directory directory, Desk desk) {
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.directory = directory;
        this.desk = desk;
    }

    /** That she takes her consent back; whatever is not said is filled in, for nothing may stand in its way. */
    record Withdrawal(
            @Nullable LocalDate withdrawnOn,
            Consent.Withdrawal.@Nullable How how,
            @Nullable String recordedBy,
            @Nullable List<String> recipients) {}

    /** Takes her consent back: for the whole case, or for single agencies. Possible in every state. */
    void withdraw(String id, Withdrawal told, Command command) {
        Desk.Sight first = desk.sight(id, command);
        desk.require(Step.WITHDRAW_CONSENT, first, command);
        Consent.Withdrawal withdrawal = withdrawal(told, command);
        desk.act(Step.WITHDRAW_CONSENT, first, command, () -> {
            CaseConference conference = first.conference();
            Casefile casefile = casefiles.findOrOpen(
                    conference.caseId(),
                    conference.requestingAgency(),
                    conference.team().section(),
                    command);
            if (!casefile.has(command)) {
                casefile.withdraw(withdrawal, command);
                casefiles.save(casefile);
            }
            withdrawn(conference.caseId(), withdrawal.recipients(), command);
        });
    }

    /** Lets the conferences of a case follow a withdrawal. */
    private void withdrawn(CaseId caseId, Set<AgencyCode> agencies, Command command) {
        for (CaseConference conference : conferences.ofCase(caseId)) {
            if (!conference.has(command)) {
                conference.consentWithdrawn(agencies, command);
                conferences.save(conference);
            }
        }
    }

    /** Lets conferences follow a withdrawal that was cut off in the middle; called by the casefile's event. */
    void follow(CaseId caseId, Set<AgencyCode> agencies, Command command) {
        Optional<Consent> consent = casefiles.find(caseId).flatMap(Casefile::consent);
        Set<AgencyCode> gone = new LinkedHashSet<>(agencies);
        consent.ifPresent(current -> gone.removeAll(current.currentRecipients()));
        boolean agreedAnew = agencies.isEmpty()
                ? consent.filter(current -> current.status() != Consent.Status.WITHDRAWN)
                        .isPresent()
                : gone.isEmpty();
        if (agreedAnew) {
            return;
        }
        for (CaseConference conference : conferences.ofCase(caseId)) {
            if (conference.touchedByWithdrawal(gone)) {
                conference.consentWithdrawn(gone, command);
                conferences.save(conference);
            }
        }
    }

    private Consent.Withdrawal withdrawal(Withdrawal told, Command command) {
        FieldCheck fields = new FieldCheck(directory);
        if (told.withdrawnOn() != null && told.withdrawnOn().isAfter(command.today())) {
            fields.add("withdrawnOn", "not-future");
        }
        fields.text("recordedBy", told.recordedBy(), ConsentRules.LONGEST_NAME);
        fields.each("recipients", ConsentRules.orEmpty(told.recipients()), fields::namedAgency);
        fields.refuseUnder("consent.incomplete");
        return new Consent.Withdrawal(
                told.withdrawnOn() == null ? command.today() : told.withdrawnOn(),
                told.how() == null ? Consent.Withdrawal.How.ORAL : told.how(),
                told.recordedBy() == null ? command.officer().name() : told.recordedBy(),
                command.officer().id(),
                command.at(),
                ConsentRules.agencies(ConsentRules.orEmpty(told.recipients())));
    }
}
