package jp.tsunagi.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceDisclosures;
import jp.tsunagi.conference.ConferenceDisclosures.Place;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Where every step on a disclosure is taken, and where it is asked who may.
 *
 * <p>The Center proposes and decides, never the requesting agency: only the Center sees the whole of a case and who must be
 * kept out (domain.md E6), so only there can the least data be judged, and nobody decides on a request of their own (E6, vi).
 * The requesting agency reads what was done without her consent; it is with her, and she may ask. A duty to notify that the
 * agency has by law (E10) is its own and needs no disclosure by the Center.
 */
@Component
class DisclosureDesk {

    private final Disclosures disclosures;
    private final ConferenceDisclosures conferences;
    private final Acts acts;
    private final OutboxNudge nudge;

    DisclosureDesk(Disclosures disclosures, ConferenceDisclosures conferences, Acts acts, OutboxNudge nudge) {
        this.disclosures = disclosures;
        this.conferences = conferences;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** A disclosure as one officer finds it: whole, or as an officer of an agency that it names. */
    record Found(Disclosure disclosure, Place place) {

        /** Whether the officer sees all of it. */
        boolean whole() {
            return place.is(Relation.REQUESTING_TEAM) || ofCenter();
        }

        boolean ofCenter() {
            return DisclosureDesk.ofCenter(place);
        }

        boolean director() {
            return place.is(Relation.DIRECTOR);
        }

        Stage stage(Command command) {
            return disclosure.stage(command.at(), place.casefile());
        }

        /** Whether the officer's agency may know of it now, pledged or not. */
        boolean named(Command command) {
            return stage(command) == Stage.IN_FORCE
                    && disclosure.share(command.officer().agency()).isPresent()
                    && (place.is(Relation.DISCLOSURE_NAMED) || place.is(Relation.DISCLOSURE_RECIPIENT));
        }

        boolean mayEnd(Command command) {
            return director()
                    || (ofCenter()
                            && disclosure
                                    .record()
                                    .proposal()
                                    .by()
                                    .account()
                                    .equals(command.officer().id()));
        }
    }

    static boolean ofCenter(Place place) {
        return place.is(Relation.CENTER) || place.is(Relation.DIRECTOR);
    }

    /**
     * The last submitted conference of the case, for a proposal.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}, {@code step.not-permitted}
     */
    Place proposable(String caseId, Command command) {
        Place place = place(caseId, command);
        if (!ofCenter(place) && !place.is(Relation.REQUESTING_TEAM)) {
            throw Refusal.notFound();
        }
        if (!ofCenter(place) || !command.officer().person()) {
            throw Refusal.forbidden("step.not-permitted");
        }
        return place;
    }

    /** Whether the officer could propose one. */
    boolean mayPropose(String caseId, Command command) {
        return conferences
                        .last(id(caseId), command)
                        .filter(DisclosureDesk::ofCenter)
                        .isPresent()
                && command.officer().person();
    }

    /**
     * All of the case that the officer may know of, the newest first.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} where the case is nothing to the officer
     */
    List<Found> all(String caseId, Command command) {
        Place last = place(caseId, command);
        boolean whole = ofCenter(last) || last.is(Relation.REQUESTING_TEAM);
        List<Found> found = found(disclosures.ofCase(id(caseId)), command);
        if (!whole && found.isEmpty()) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** Those that wait for somebody of the Center, of all cases. */
    List<Found> open(Command command) {
        return found(disclosures.open(), command).stream()
                .filter(Found::ofCenter)
                .toList();
    }

    private List<Found> found(List<Disclosure> all, Command command) {
        Map<String, Optional<Place>> places = new HashMap<>();
        List<Found> found = new ArrayList<>();
        for (Disclosure disclosure : all) {
            places.computeIfAbsent(
                            disclosure.record().conferenceId(), id -> conferences.of(new ConferenceId(id), command))
                    .map(place -> new Found(disclosure, place))
                    .filter(one -> one.whole() || one.named(command))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is none, or none for this officer */
    Found found(String caseId, String n, Command command) {
        return (Ids.isId(n) ? disclosures.find(n) : Optional.<Disclosure>empty())
                .filter(disclosure -> disclosure.record().caseId().equals(id(caseId)))
                .flatMap(disclosure ->
                        found(List.of(disclosure), command).stream().findFirst())
                .orElseThrow(Refusal::notFound);
    }

    /** Who may take a step. */
    enum Hand {
        CENTER,
        DIRECTOR,
        PROPOSER_OR_DIRECTOR,
        NAMED
    }

    /**
     * Takes a step on what is there at that moment; a repeat finds that it was taken.
     *
     * @param change asks everything that must be asked, and hands out what is then done
     */
    void take(
            String action,
            Hand hand,
            String caseId,
            String n,
            Command command,
            BiFunction<Disclosure, Place, Runnable> change) {
        Found before = found(caseId, n, command);
        try {
            asked(hand, before, command, change);
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.FORBIDDEN) {
                acts.refused(command, action, caseId, n, refused);
            }
            throw refused;
        }
        acts.perform(command, action, caseId, n, () -> {
            Found now = found(caseId, n, command);
            Runnable work = asked(hand, now, command, change);
            if (!now.disclosure().has(command)) {
                work.run();
                disclosures.save(now.disclosure());
            }
            return true;
        });
        nudge.nudge();
    }

    private static Runnable asked(
            Hand hand, Found found, Command command, BiFunction<Disclosure, Place, Runnable> change) {
        boolean may = command.officer().person()
                && switch (hand) {
                    case CENTER -> found.ofCenter();
                    case DIRECTOR -> found.director();
                    case PROPOSER_OR_DIRECTOR -> found.mayEnd(command);
                    case NAMED -> found.named(command);
                };
        if (!may) {
            throw Refusal.forbidden("step.not-permitted");
        }
        return found.disclosure().has(command) ? () -> {} : change.apply(found.disclosure(), found.place());
    }

    private Place place(String caseId, Command command) {
        return conferences.last(id(caseId), command).orElseThrow(Refusal::notFound);
    }

    private static CaseId id(String caseId) {
        if (!Ids.isId(caseId)) {
            throw Refusal.notFound();
        }
        return new CaseId(caseId);
    }

    /** Whether the officer is the director or a deputy. */
    static boolean isDirector(Place place, Officer officer) {
        return place.is(Relation.DIRECTOR) && officer.person();
    }
}
