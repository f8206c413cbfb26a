package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.DisclosuresInForce.InForce;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Where every step on a conference is taken: loads it and its case, asks who may, enters the act into the audit, saves,
 * and lets the outbox know. Knows nothing of what the steps are.
 */
@Component
class Desk {

    private static final int ATTEMPTS = 5;

    private final Conferences conferences;
    private final Casefiles casefiles;
    private final Standings standings;
    private final MeetingPapers papers;
    private final Acts acts;
    private final OutboxNudge nudge;

    Desk(
            Conferences conferences,
            Casefiles casefiles,
            Standings standings,
            MeetingPapers papers,
            Acts acts,
            OutboxNudge nudge) {
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.standings = standings;
        this.papers = papers;
        this.acts = acts;
        this.nudge = nudge;
    }

    /**
     * A conference as one officer finds it.
     *
     * @param casefile empty before the first submission
     */
    record Sight(CaseConference conference, Optional<Casefile> casefile, Standing standing) {

        /** As if nothing were disclosed without her consent. */
        Sight byConsent() {
            return standing.isDisclosedTo() ? new Sight(conference, casefile, standing.byConsent()) : this;
        }

        Casefile submittedCase() {
            return casefile.orElseThrow(() -> new IllegalStateException("A submitted conference has its case"));
        }
    }

    /**
     * What the officer finds. What is disclosed without her consent is found by {@link #see} and {@link #open} alone, so that
     * nothing else is opened by it.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} where it does not exist, or not for this officer
     */
    Sight look(String id, Command command) {
        Sight sight = sight(id, command);
        sight.standing().known();
        return sight;
    }

    /** As {@link #look}, also for those to whom something of it is disclosed without her consent. */
    Sight see(String id, Command command) {
        Sight sight = whole(conferences.get(id), command);
        sight.standing().known();
        return sight;
    }

    /**
     * As {@link #see}, by somebody who is about to read it: where that is the Center for the first time, it is noted before
     * anything leaves, since a request that was read is not recalled any more.
     */
    Sight open(String id, Command command) {
        for (int attempt = 1; ; attempt++) {
            Sight sight = see(id, command);
            boolean center =
                    sight.standing().is(Relation.CENTER) || sight.standing().is(Relation.DIRECTOR);
            if (!center
                    || sight.standing().is(Relation.REQUESTING_TEAM)
                    || !sight.conference().openedByCenter()) {
                return sight;
            }
            try {
                conferences.save(sight.conference());
            } catch (SealedCollection.Stale e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Takes a step that changes the conference alone. */
    void take(Step step, String id, Command command, BiConsumer<Sight, Command> change) {
        Sight before = sight(id, command);
        require(step, before, command);
        act(step, before, command, () -> {
            Sight now = sight(id, command);
            Permission.require(step, command.officer(), now.standing());
            if (!now.conference().has(command)) {
                change.accept(now, command);
                conferences.save(now.conference());
            }
        });
    }

    /**
     * Asks who may; that somebody tried who may not is entered into the audit.
     *
     * @throws jp.tsunagi.shared.Refused as {@link Permission#require}
     */
    void require(Step step, Sight sight, Command command) {
        try {
            Permission.require(step, command.officer(), sight.standing());
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.FORBIDDEN) {
                acts.refused(
                        command,
                        action(step),
                        sight.conference().caseId().value(),
                        sight.conference().id().value(),
                        refused);
            }
            throw refused;
        }
    }

    private static String action(Step step) {
        return "conference." + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Takes a step that writes more than the conference; the step itself asks whether it has been taken. */
    void act(Step step, Sight sight, Command command, Runnable work) {
        acts.perform(
                command,
                action(step),
                sight.conference().caseId().value(),
                sight.conference().id().value(),
                () -> {
                    work.run();
                    return true;
                });
        nudge.nudge();
    }

    /** What the officer finds, without asking whether the conference exists for the officer. */
    Sight sight(String id, Command command) {
        return sight(conferences.get(id), command);
    }

    Sight sight(CaseConference conference, Command command) {
        return whole(conference, command).byConsent();
    }

    /** With what is disclosed without her consent. */
    Sight whole(CaseConference conference, Command command) {
        Optional<Casefile> casefile = casefiles.find(conference.caseId());
        return new Sight(conference, casefile, standings.of(command, conference, casefile));
    }

    /**
     * What the officer finds of many, those left out that do not exist for this officer; also what is disclosed without her
     * consent. A few queries, however many there are; the cases are read after the conferences, so that a withdrawal that came first is seen.
     */
    List<Sight> sights(List<CaseConference> found, Command command) {
        Officer officer = command.officer();
        Map<CaseId, Casefile> cases =
                casefiles.find(found.stream().map(CaseConference::caseId).collect(Collectors.toSet()));
        List<ConferenceId> invited = found.stream()
                .filter(conference -> conference.invitedOnce().contains(officer.agency()))
                .map(CaseConference::id)
                .toList();
        Map<ConferenceId, ReplyRecord> replies =
                invited.isEmpty() ? Map.of() : papers.replies(invited, officer.agency());
        List<InForce> disclosed = found.isEmpty() ? List.of() : standings.disclosedTo(command);
        List<Sight> sights = new ArrayList<>();
        for (CaseConference conference : found) {
            Optional<Casefile> casefile = Optional.ofNullable(cases.get(conference.caseId()));
            Standing standing =
                    standings.of(command, conference, casefile, disclosed, id -> Optional.ofNullable(replies.get(id)));
            if (!standing.relations().isEmpty()) {
                sights.add(new Sight(conference, casefile, standing));
            }
        }
        return sights;
    }
}
