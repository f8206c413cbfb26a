package jp.tsunagi.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceDisclosures;
import jp.tsunagi.disclosure.Disclosing.Seen;
import jp.tsunagi.disclosure.DisclosureDesk.Found;
import jp.tsunagi.disclosure.DisclosureRecord.By;
import jp.tsunagi.disclosure.DisclosureRecord.Proposal;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What officers read of disclosures, by the policy; entered into the audit before it leaves. */
@Service
class DisclosureReading {

    private final DisclosureDesk desk;
    private final Disclosing disclosing;
    private final AfterDays days;
    private final Acts acts;

    DisclosureReading(DisclosureDesk desk, Disclosing disclosing, AfterDays days, Acts acts) {
        this.desk = desk;
        this.disclosing = disclosing;
        this.days = days;
        this.acts = acts;
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} */
    List<Map<String, Object>> all(String caseId, Command command) {
        return desk.all(caseId, command).stream()
                .map(found -> shown(found, List.of(), command))
                .toList();
    }

    /**
     * One, with exactly what each agency sees for those who decide on it.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}
     */
    Map<String, Object> one(String caseId, String n, Command command) {
        Found found = desk.found(caseId, n, command);
        Stage stage = found.stage(command);
        boolean decides = found.ofCenter() && (stage == Stage.PROPOSED || stage == Stage.IN_FORCE);
        Proposal proposal = found.disclosure().record().proposal();
        return shown(found, decides ? disclosing.seen(proposal, found.place(), command) : List.of(), command);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the officer could not do this now */
    void require(Act act, String caseId, String n, Command command) {
        if (!may(desk.found(caseId, n, command), command).contains(act.name())) {
            throw Refusal.notFound();
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the officer proposes none of this case */
    ConferenceDisclosures.Place requireProposer(String caseId, Command command) {
        if (!desk.mayPropose(caseId, command)) {
            throw Refusal.notFound();
        }
        return desk.proposable(caseId, command);
    }

    boolean mayPropose(String caseId, Command command) {
        return desk.mayPropose(caseId, command);
    }

    /** Whether there is a page of them for this officer. */
    boolean isFor(CaseId caseId, Command command) {
        try {
            return !desk.all(caseId.value(), command).isEmpty() || desk.mayPropose(caseId.value(), command);
        } catch (Refused refused) {
            return false;
        }
    }

    /** What can be done to one. */
    enum Act {
        CONFIRM,
        REFUSE,
        REVOKE,
        PLEDGE,
        REVIEW,
        TELL
    }

    private List<String> may(Found found, Command command) {
        List<String> may = new ArrayList<>();
        Disclosure disclosure = found.disclosure();
        Stage stage = found.stage(command);
        if (stage == Stage.PROPOSED && found.ofCenter()) {
            if (mayConfirm(found, command)) {
                may.add(Act.CONFIRM.name());
            }
            may.add(Act.REFUSE.name());
        }
        if ((stage == Stage.PROPOSED || stage == Stage.IN_FORCE) && found.mayEnd(command)) {
            may.add(Act.REVOKE.name());
        }
        if (!found.whole() && found.named(command) && !pledged(found, command)) {
            may.add(Act.PLEDGE.name());
        }
        if (stage == Stage.OVER && found.director() && disclosure.record().review() == null) {
            may.add(Act.REVIEW.name());
        }
        if (stage == Stage.OVER && found.ofCenter() && !disclosure.told()) {
            may.add(Act.TELL.name());
        }
        return may;
    }

    /** Whether the officer could be one of the two hands, and is not yet. */
    boolean mayConfirm(Found found, Command command) {
        List<DisclosureRecord.Confirmation> there = found.disclosure().record().confirmations();
        boolean first = there.stream()
                .noneMatch(one -> one.by().account().equals(command.officer().id()));
        boolean director = found.director() || there.stream().anyMatch(DisclosureRecord.Confirmation::director);
        return first
                && (there.isEmpty() || director)
                && !found.place().involved().contains(command.officer().id());
    }

    private static boolean pledged(Found found, Command command) {
        return found.disclosure().pledged(true).contains(command.officer().id());
    }

    private Map<String, Object> shown(Found found, List<Seen> seen, Command command) {
        DisclosureRecord record = found.disclosure().record();
        Projection projection =
                Projection.of(view(found, seen, command), found.place().grants().asTyped());
        List<String> classes = new ArrayList<>(
                projection.classes().stream().map(FieldClass::name).toList());
        classes.add("disclosed-without-consent:" + record.proposal().basis());
        acts.shown(command, "disclosure.read", record.caseId().value(), record.id(), classes);
        return projection.shown();
    }

    private DisclosureView view(Found found, List<Seen> seen, Command command) {
        Disclosure disclosure = found.disclosure();
        DisclosureRecord record = disclosure.record();
        Proposal proposal = record.proposal();
        AgencyCode own = command.officer().agency();
        DisclosureRecord.Stopped stopped = record.stopped();
        DisclosureRecord.Review review = record.review();
        return new DisclosureView(
                record.id(),
                found.stage(command),
                proposal.basis(),
                found.whole()
                        ? List.of()
                        : disclosure
                                .share(own)
                                .map(DisclosureRecord.Share::categories)
                                .orElse(List.of()),
                record.effectiveAt(),
                record.endsAt(),
                pledged(found, command),
                may(found, command),
                disclosure.reviewDue(days),
                disclosure.tellDue(days),
                found.place().casefile().saysNo(record.agencies()),
                proposal.provision(),
                proposal.facts(),
                proposal.whyNoConsent(),
                proposal.refusalStated(),
                proposal.shares().stream().map(share -> share(share, seen)).toList(),
                hand(proposal.by(), false),
                record.confirmations().stream()
                        .map(one -> hand(one.by(), one.director()))
                        .toList(),
                stopped == null ? null : stopped(stopped),
                record.pledges().stream()
                        .map(pledge -> new DisclosureView.Pledge(
                                pledge.agency().value(),
                                pledge.by().name(),
                                pledge.relation(),
                                pledge.by().at()))
                        .toList(),
                review == null
                        ? null
                        : new DisclosureView.Review(
                                review.necessary(),
                                review.necessaryWhy(),
                                review.leastKept(),
                                review.leastWhy(),
                                review.follows(),
                                review.by().name(),
                                review.by().at()),
                record.tellings().stream()
                        .map(telling -> new DisclosureView.Telling(
                                telling.told(),
                                telling.toldOn(),
                                telling.unsafeReason(),
                                telling.lookAgainOn(),
                                telling.by().name(),
                                telling.by().at()))
                        .toList());
    }

    private static DisclosureView.Share share(DisclosureRecord.Share share, List<Seen> seen) {
        ConferenceDisclosures.@Nullable Seen sees = seen.stream()
                .filter(one -> one.agency().equals(share.agency()))
                .map(Seen::sees)
                .findFirst()
                .orElse(null);
        return new DisclosureView.Share(
                share.agency().value(),
                share.categories(),
                share.reason(),
                share.locationReason(),
                sees == null ? null : sees.shown(),
                sees == null ? null : sees.alsoShown());
    }

    private static DisclosureView.Hand hand(By by, boolean director) {
        return new DisclosureView.Hand(by.name(), director, by.at());
    }

    private static DisclosureView.Stopped stopped(DisclosureRecord.Stopped stopped) {
        By by = stopped.by();
        return new DisclosureView.Stopped(stopped.reason(), by == null ? null : by.name(), by == null ? null : by.at());
    }
}
