package jp.tsunagi.disclosure;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceDisclosures;
import jp.tsunagi.conference.ConferenceDisclosures.Place;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.disclosure.DisclosureDesk.Hand;
import jp.tsunagi.disclosure.DisclosureForm.Told;
import jp.tsunagi.disclosure.DisclosureRecord.Pledge;
import jp.tsunagi.disclosure.DisclosureRecord.Proposal;
import jp.tsunagi.disclosure.DisclosureRecord.Review;
import jp.tsunagi.disclosure.DisclosureRecord.Share;
import jp.tsunagi.disclosure.DisclosureRecord.Telling;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.protection.WithoutConsent;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The steps on disclosures without her consent, for the API and the pages. Each enters itself into the audit, refuses by
 * {@link jp.tsunagi.shared.Refused}, and answers a repeat of the same command as the first time.
 */
@Service
class Disclosing {

    private final DisclosureDesk desk;
    private final Disclosures disclosures;
    private final ConferenceDisclosures conferences;
    private final Directory directory;
    private final Bases bases;
    private final AfterDays days;
    private final Acts acts;
    private final OutboxNudge nudge;

    Disclosing(
            DisclosureDesk desk,
            Disclosures disclosures,
            ConferenceDisclosures conferences,
            Directory directory,
            Bases bases,
            AfterDays days,
            Acts acts,
            OutboxNudge nudge) {
        this.desk = desk;
        this.disclosures = disclosures;
        this.conferences = conferences;
        this.directory = directory;
        this.bases = bases;
        this.days = days;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** What one agency would see, before anybody decides. */
    record Seen(AgencyCode agency, ConferenceDisclosures.Seen sees) {}

    /**
     * Refuses what {@link #propose} would refuse, and writes nothing but that it was looked at.
     *
     * @return exactly what each agency would see, by the policy
     */
    List<Seen> examine(String caseId, DisclosureForm form, Command command) {
        Place place = desk.proposable(caseId, command);
        rules().proposed(form, place.requestingAgency(), place.casefile());
        return seen(proposal(form, command), place, command);
    }

    /** The same of one that is proposed. */
    List<Seen> seen(Proposal proposal, Place place, Command command) {
        return proposal.shares().stream()
                .map(share -> new Seen(
                        share.agency(),
                        conferences.seenBy(
                                share.agency(),
                                new WithoutConsent(
                                        Category.classes(share.categories()),
                                        Set.of(proposal.basis()),
                                        command.at().plus(Disclosure.LASTS)),
                                place.id(),
                                command)))
                .toList();
    }

    /** @return its id */
    String propose(String caseId, DisclosureForm form, Command command) {
        desk.proposable(caseId, command);
        String id = Disclosure.idOf(command);
        acts.perform(command, "disclosure.propose", caseId, id, () -> {
            Place place = desk.proposable(caseId, command);
            if (disclosures.find(id).filter(one -> one.has(command)).isEmpty()) {
                rules().proposed(form, place.requestingAgency(), place.casefile());
                CaseId of = place.casefile().id();
                if (disclosures.ofCase(of).size() >= Disclosures.MOST_OF_A_CASE) {
                    throw Refusal.conflict("disclosure.too-many");
                }
                Proposal proposal = proposal(form, command);
                disclosures.save(Disclosure.proposed(
                        of,
                        place.id().value(),
                        place.reference(),
                        proposal,
                        place.casefile().timesSaidNo(DisclosureRules.agencies(given(form))),
                        command));
            }
            return true;
        });
        nudge.nudge();
        return id;
    }

    void confirm(String caseId, String n, Command command) {
        desk.take("disclosure.confirm", Hand.CENTER, caseId, n, command, (disclosure, place) -> () -> {
            boolean director = DisclosureDesk.isDirector(place, command.officer());
            disclosure.confirm(director, place.involved(), place.casefile(), command);
        });
    }

    void refuse(String caseId, String n, DisclosureForm.Reason form, Command command) {
        desk.take("disclosure.refuse", Hand.CENTER, caseId, n, command, (disclosure, place) -> {
            String reason = rules().reason(form);
            return () -> disclosure.refuse(reason, place.casefile(), command);
        });
    }

    void revoke(String caseId, String n, DisclosureForm.Reason form, Command command) {
        desk.take("disclosure.revoke", Hand.PROPOSER_OR_DIRECTOR, caseId, n, command, (disclosure, place) -> {
            String reason = rules().reason(form);
            return () -> disclosure.revoke(reason, place.casefile(), days, command);
        });
    }

    /** Whoever declares a relation to the other party does not find the case any more. */
    void pledge(String caseId, String n, DisclosureForm.Pledge form, Command command) {
        desk.take("disclosure.pledge", Hand.NAMED, caseId, n, command, (disclosure, place) -> {
            rules().pledged(form);
            Pledge pledge = new Pledge(
                    command.officer().agency(),
                    Objects.requireNonNull(form.relationToOtherParty()),
                    Disclosure.by(command));
            return () -> disclosure.pledge(pledge, place.casefile(), command);
        });
    }

    void review(String caseId, String n, DisclosureForm.Review form, Command command) {
        desk.take("disclosure.review", Hand.DIRECTOR, caseId, n, command, (disclosure, place) -> {
            rules().reviewed(form);
            Review review = new Review(
                    Objects.requireNonNull(form.necessary()),
                    Objects.requireNonNull(form.necessaryWhy()),
                    Objects.requireNonNull(form.leastKept()),
                    Objects.requireNonNull(form.leastWhy()),
                    Objects.requireNonNull(form.follows()),
                    Disclosure.by(command));
            return () -> disclosure.review(review, place.casefile(), days, command);
        });
    }

    void tell(String caseId, String n, DisclosureForm.Telling form, Command command) {
        desk.take("disclosure.tell", Hand.CENTER, caseId, n, command, (disclosure, place) -> {
            rules().told(form, disclosure.record().endsAt(), command.today());
            Told told = Objects.requireNonNull(form.told());
            boolean unsafe = told == Told.NOT_SAFE;
            Telling telling = new Telling(
                    told,
                    unsafe ? null : form.toldOn(),
                    unsafe ? form.unsafeReason() : null,
                    unsafe ? form.lookAgainOn() : null,
                    Disclosure.by(command));
            return () -> disclosure.tell(telling, place.casefile(), days, command);
        });
    }

    private Proposal proposal(DisclosureForm form, Command command) {
        return new Proposal(
                Objects.requireNonNull(form.basis()),
                orNull(form.provision()),
                Objects.requireNonNull(form.facts()),
                Objects.requireNonNull(form.whyNoConsent()),
                Boolean.TRUE.equals(form.refusalStated()),
                given(form).stream().map(Disclosing::share).toList(),
                Disclosure.by(command));
    }

    private static Share share(DisclosureForm.Share form) {
        return new Share(
                new AgencyCode(Objects.requireNonNull(form.agency())),
                Objects.requireNonNull(form.categories()).stream()
                        .distinct()
                        .sorted()
                        .toList(),
                Objects.requireNonNull(form.reason()),
                orNull(form.locationReason()));
    }

    private static List<DisclosureForm.Share> given(DisclosureForm form) {
        return Objects.requireNonNullElse(form.shares(), List.of());
    }

    private static @Nullable String orNull(@Nullable String text) {
        return FieldCheck.isBlank(text) ? null : text;
    }

    private DisclosureRules rules() {
        return new DisclosureRules(directory, bases);
    }
}
