package jp.tsunagi.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What follows from the steps of a hand-over, and from what she takes back. The agency it is offered to is told of the offer
 * by its own number, never of the case. None goes out to a gateway: which agency is asked tells where she goes.
 */
@Component
class HandOverAnnouncements implements EventPort {

    /** Whoever works with cases: nobody else could take one over. */
    private static final Set<Role> CASE_WORK = Set.of(Role.COUNSELLOR, Role.CENTER_STAFF);

    private final HandOvers handOvers;
    private final HandOverMaking making;
    private final Casefiles casefiles;
    private final Inbox inbox;
    private final ObjectProvider<OutboxNudge> nudge;
    private final Clock clock;

    HandOverAnnouncements(
            HandOvers handOvers,
            HandOverMaking making,
            Casefiles casefiles,
            Inbox inbox,
            ObjectProvider<OutboxNudge> nudge,
            Clock clock) {
        this.handOvers = handOvers;
        this.making = making;
        this.casefiles = casefiles;
        this.inbox = inbox;
        this.nudge = nudge;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        switch (event.kind()) {
            case Casefile.CONSENT_CHANGED, Casefile.CONSENT_WITHDRAWN -> follow(new CaseId(event.caseId()));
            case TakenOvers.TAKEN_OVER ->
                making.begin(new CaseId(event.caseId())).ifPresent(came -> toNewTeam(came));
            case HandOver.ACCEPTED -> {
                making.follow(event.payload());
                nudge.ifAvailable(OutboxNudge::nudge);
                told(event).ifPresent(handOver -> accepted(handOver));
            }
            case HandOver.OFFERED -> waiting(event, "offered-hand-over");
            case HandOver.DUE -> waiting(event, "offered-hand-over-due");
            case HandOver.UNANSWERED ->
                told(event)
                        .filter(handOver -> handOver.state() == HandOverState.OFFERED)
                        .ifPresent(handOver -> toOfferer(handOver, HandOver.UNANSWERED, handOver.answerBy()));
            case HandOver.REFUSED ->
                told(event)
                        .filter(handOver -> handOver.receiver() != null)
                        .ifPresent(handOver -> toOfferer(handOver, HandOver.REFUSED, null));
            case HandOver.TAKEN_BACK -> told(event).ifPresent(handOver -> off(handOver));
            case HandOver.LAPSED ->
                told(event).ifPresent(handOver -> {
                    off(handOver);
                    toOfferer(handOver, HandOver.LAPSED, null);
                });
            default -> {}
        }
        return List.of();
    }

    /** Her consent is another than before: what it does not cover any more is called off. */
    private void follow(CaseId caseId) {
        HandOver open = handOvers
                .openOf(caseId)
                .filter(found -> found.state() == HandOverState.OFFERED)
                .orElse(null);
        Casefile casefile = casefiles.find(caseId).orElse(null);
        if (open == null || casefile == null) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
        if (!HandOverConsent.scope(casefile, open.record(), today).covers()) {
            open.lapse();
            handOvers.save(open);
            nudge.ifAvailable(OutboxNudge::nudge);
        }
    }

    private Optional<HandOverRecord> told(HubEvent event) {
        return handOvers.find(event.payload()).map(HandOver::record);
    }

    /** What the agency waits to answer; where it was answered meanwhile there is nothing to be done any more. */
    private void waiting(HubEvent event, String kind) {
        told(event)
                .filter(handOver -> handOver.state() == HandOverState.OFFERED)
                .ifPresent(handOver -> toReceiver(handOver, kind, handOver.answerBy()));
    }

    private void accepted(HandOverRecord handOver) {
        if (handOver.state() == HandOverState.TAKEN_OVER && handOver.receiver() != null) {
            toOfferer(handOver, HandOver.ACCEPTED, null);
        }
    }

    /** What was not read yet is taken back; and whoever read it learns that it is off, never why. */
    private void off(HandOverRecord handOver) {
        AgencyCode receiver = handOver.receiver();
        if (receiver != null) {
            List.of("offered-hand-over", "offered-hand-over-due")
                    .forEach(kind -> inbox.takeBack(noticeId(handOver.id(), receiver, kind)));
            toReceiver(handOver, "offered-hand-over-off", null);
        }
    }

    private void toReceiver(HandOverRecord handOver, String kind, @Nullable LocalDate deadline) {
        AgencyCode receiver = handOver.receiver();
        if (receiver != null) {
            // Nothing of the case: not even by which number it is kept.
            inbox.deliver(Notice.to(
                            Recipient.roles(receiver, CASE_WORK),
                            noticeId(handOver.id(), receiver, kind),
                            kind,
                            new Notice.About(handOver.id(), handOver.id(), handOver.reference(), 0),
                            clock.instant())
                    .due(deadline));
        }
    }

    private void toOfferer(HandOverRecord handOver, String kind, @Nullable LocalDate deadline) {
        inbox.deliver(Notice.to(
                        team(handOver.team()),
                        noticeId(handOver.id(), handOver.team().agency(), kind),
                        kind,
                        new Notice.About(
                                handOver.caseId().value(), handOver.conferenceId(), handOver.caseReference(), 0),
                        clock.instant())
                .due(deadline));
    }

    private void toNewTeam(TakenOverRecord came) {
        inbox.deliver(Notice.to(
                team(came.team()),
                noticeId(came.id(), came.team().agency(), TakenOvers.TAKEN_OVER),
                TakenOvers.TAKEN_OVER,
                new Notice.About(came.caseId().value(), came.conferenceId(), came.reference(), 0),
                clock.instant()));
    }

    private static Recipient team(TeamSection team) {
        return new Recipient(team.agency(), team.section(), CASE_WORK, null, Set.of());
    }

    private static String noticeId(String of, AgencyCode agency, String kind) {
        return Ids.derived("notice", "hand-over", of, agency.value(), kind);
    }
}
