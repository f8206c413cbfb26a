package jp.tsunagi.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.DisclosuresInForce;
import org.springframework.stereotype.Component;

/**
 * Tells the policy what is disclosed at this very moment. The 72 hours end here, by the clock that each reader brings, and
 * wait for no run and no message.
 */
@Component
class DisclosuresByClock implements DisclosuresInForce {

    private final Disclosures disclosures;
    private final Bases bases;

    DisclosuresByClock(Disclosures disclosures, Bases bases) {
        this.disclosures = disclosures;
        this.bases = bases;
    }

    @Override
    public List<InForce> to(AgencyCode agency, Instant now) {
        List<InForce> inForce = new ArrayList<>();
        for (Disclosure disclosure : disclosures.effectiveFor(agency)) {
            DisclosureRecord record = disclosure.record();
            if (now.isBefore(record.endsAt())) {
                disclosure
                        .share(agency)
                        .ifPresent(share -> inForce.add(new InForce(
                                new ConferenceId(record.conferenceId()),
                                record.proposal().basis(),
                                Category.classes(share.categories()),
                                record.endsAt(),
                                record.agencies(),
                                record.knownNoes(),
                                disclosure.pledged(true),
                                kept(record.caseId()))));
            }
        }
        return inForce;
    }

    /** Whoever declared a relation to the other party once stays kept from all that is disclosed of her. */
    private Set<AccountId> kept(CaseId caseId) {
        Set<AccountId> kept = new HashSet<>();
        disclosures.ofCase(caseId).forEach(one -> kept.addAll(one.pledged(false)));
        return kept;
    }

    @Override
    public List<Past> ofConference(ConferenceId conference) {
        List<Past> past = new ArrayList<>();
        for (Disclosure disclosure : disclosures.ofConference(conference.value())) {
            DisclosureRecord record = disclosure.record();
            Instant from = record.effectiveAt();
            if (from != null) {
                past.add(new Past(bases.japanese(record.proposal().basis()), record.agencies(), from, record.endsAt()));
            }
        }
        return past;
    }
}
