package jp.tsunagi.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.disclosure.DisclosureRecord.By;
import jp.tsunagi.disclosure.DisclosureRecord.Confirmation;
import jp.tsunagi.disclosure.DisclosureRecord.Pledge;
import jp.tsunagi.disclosure.DisclosureRecord.Proposal;
import jp.tsunagi.disclosure.DisclosureRecord.Review;
import jp.tsunagi.disclosure.DisclosureRecord.Share;
import jp.tsunagi.disclosure.DisclosureRecord.Stopped;
import jp.tsunagi.disclosure.DisclosureRecord.Telling;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure without her consent. Each method is one step: it refuses by the rule's name, and notes what must be
 * announced. Whether the officer is of the Center has been asked before, and the words have been found right.
 */
final class Disclosure {

    /** How long one lasts, and how long a proposal waits for two officers (domain.md N8). */
    static final Duration LASTS = Duration.ofHours(72);

    private final DisclosureRecord stored;
    private final Announcing outbox;
    private DisclosureState state;
    private List<Confirmation> confirmations;
    private @Nullable Instant effectiveAt;
    private Instant endsAt;
    private @Nullable Stopped stopped;
    private List<Pledge> pledges;
    private @Nullable Review review;
    private List<Telling> tellings;
    private @Nullable Instant wakeAt;
    private Instant wokenThrough;
    private List<SeenCommand> seen;

    Disclosure(DisclosureRecord stored) {
        this.stored = stored;
        this.outbox = new Announcing(stored.version() + 1, stored.outbox(), stored.sentThrough());
        this.state = stored.state();
        this.confirmations = stored.confirmations();
        this.effectiveAt = stored.effectiveAt();
        this.endsAt = stored.endsAt();
        this.stopped = stored.stopped();
        this.pledges = stored.pledges();
        this.review = stored.review();
        this.tellings = stored.tellings();
        this.wakeAt = stored.wakeAt();
        this.wokenThrough = stored.wokenThrough();
        this.seen = stored.seen();
    }

    /** The disclosure that this command proposes; the same for a repeat. */
    static String idOf(Command command) {
        return Ids.derived("disclosure", command.id());
    }

    /** A new one, in no store yet. Nothing of it is visible to anybody it names. */
    static Disclosure proposed(
            CaseId caseId, String conferenceId, String reference, Proposal proposal, int knownNoes, Command command) {
        Instant now = now(command);
        Set<AgencyCode> agencies = new LinkedHashSet<>();
        proposal.shares().forEach(share -> agencies.add(share.agency()));
        Disclosure disclosure = new Disclosure(new DisclosureRecord(
                idOf(command),
                -1,
                caseId,
                conferenceId,
                reference,
                DisclosureState.PROPOSED,
                agencies,
                proposal,
                knownNoes,
                List.of(),
                null,
                now.plus(LASTS),
                null,
                List.of(),
                null,
                List.of(),
                true,
                now.plus(LASTS),
                now,
                List.of(),
                List.of(),
                false,
                Announcing.NOTHING_SENT));
        disclosure.announce(Happening.PROPOSED);
        disclosure.done(command);
        return disclosure;
    }

    DisclosureRecord toRecord() {
        return new DisclosureRecord(
                stored.id(),
                stored.version() + 1,
                stored.caseId(),
                stored.conferenceId(),
                stored.reference(),
                state,
                stored.agencies(),
                stored.proposal(),
                stored.knownNoes(),
                confirmations,
                effectiveAt,
                endsAt,
                stopped,
                pledges,
                review,
                tellings,
                open(),
                wakeAt,
                wokenThrough,
                seen,
                outbox.entries(),
                !outbox.entries().isEmpty(),
                stored.sentThrough());
    }

    /** What was stored when it was loaded. */
    DisclosureRecord record() {
        return stored;
    }

    boolean isNew() {
        return stored.version() < 0;
    }

    /** @throws jp.tsunagi.shared.Refused {@code idempotency.key-reused} */
    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    /** Who acts, as it is kept. */
    static By by(Command command) {
        return new By(
                command.officer().id(),
                command.officer().name(),
                command.officer().agency().value(),
                now(command));
    }

    /** Where it stands at that moment: the 72 hours end by the clock, and her no counts from when she said it. */
    Stage stage(Instant now, Casefile casefile) {
        boolean over = !now.isBefore(endsAt) || saidNoSince(casefile);
        return switch (state) {
            case PROPOSED -> over ? Stage.LAPSED : Stage.PROPOSED;
            case LAPSED -> Stage.LAPSED;
            case REFUSED -> Stage.REFUSED;
            case DROPPED -> Stage.DROPPED;
            case EFFECTIVE -> over ? Stage.OVER : Stage.IN_FORCE;
            case ENDED -> settled() ? Stage.SETTLED : Stage.OVER;
        };
    }

    boolean saidNoSince(Casefile casefile) {
        return casefile.timesSaidNo(stored.agencies()) > stored.knownNoes();
    }

    /** What was chosen for the agency; empty where it is not named. */
    Optional<Share> share(AgencyCode agency) {
        return stored.proposal().shares().stream()
                .filter(share -> share.agency().equals(agency))
                .findFirst();
    }

    /** Officers of the agency who may read it, or from whom it is kept. */
    Set<AccountId> pledged(boolean clears) {
        return pledges.stream()
                .filter(pledge -> pledge.clears() == clears)
                .map(pledge -> pledge.by().account())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * One of the two hands. It takes effect with the second.
     *
     * @param involved who submitted the request or asked her for her consent: they do not decide on it
     * @throws jp.tsunagi.shared.Refused {@code disclosure.not-proposed}, {@code disclosure.lapsed}, {@code
     *     disclosure.involved}, {@code disclosure.same-person}, {@code disclosure.director-needed}
     */
    void confirm(boolean director, Set<AccountId> involved, Casefile casefile, Command command) {
        requireProposed(command, casefile);
        AccountId account = command.officer().id();
        if (involved.contains(account)) {
            throw Refusal.forbidden("disclosure.involved");
        }
        if (confirmations.stream().anyMatch(one -> one.by().account().equals(account))) {
            throw Refusal.conflict("disclosure.same-person");
        }
        if (!confirmations.isEmpty() && !director && confirmations.stream().noneMatch(Confirmation::director)) {
            throw Refusal.conflict("disclosure.director-needed");
        }
        List<Confirmation> longer = new ArrayList<>(confirmations);
        longer.add(new Confirmation(by(command), director));
        confirmations = List.copyOf(longer);
        if (confirmations.size() == 2) {
            state = DisclosureState.EFFECTIVE;
            effectiveAt = now(command);
            endsAt = now(command).plus(LASTS);
            wakeAt = endsAt;
            announce(Happening.OPENED);
        } else {
            announce(Happening.CONFIRMED_ONCE);
        }
        done(command);
    }

    /** @throws jp.tsunagi.shared.Refused {@code disclosure.not-proposed}, {@code disclosure.lapsed} */
    void refuse(String reason, Casefile casefile, Command command) {
        requireProposed(command, casefile);
        state = DisclosureState.REFUSED;
        stopped = new Stopped(reason, by(command));
        wakeAt = null;
        announce(Happening.REFUSED);
        done(command);
    }

    /**
     * Ends it before its time, or takes the proposal back.
     *
     * @throws jp.tsunagi.shared.Refused {@code disclosure.not-in-force}
     */
    void revoke(String reason, Casefile casefile, AfterDays days, Command command) {
        Stage stage = stage(now(command), casefile);
        if (stage != Stage.PROPOSED && stage != Stage.IN_FORCE) {
            throw Refusal.conflict("disclosure.not-in-force");
        }
        stopped = new Stopped(reason, by(command));
        if (stage == Stage.PROPOSED) {
            state = DisclosureState.DROPPED;
            wakeAt = null;
        } else {
            end(now(command), days);
        }
        done(command);
    }

    /**
     * An officer of a named agency pledges secrecy and says how they stand to the other party.
     *
     * @throws jp.tsunagi.shared.Refused {@code disclosure.not-in-force}
     */
    void pledge(Pledge pledge, Casefile casefile, Command command) {
        if (stage(now(command), casefile) != Stage.IN_FORCE) {
            throw Refusal.conflict("disclosure.not-in-force");
        }
        List<Pledge> longer = new ArrayList<>(pledges);
        longer.add(pledge);
        pledges = List.copyOf(longer);
        if (!pledge.clears()) {
            announce(Happening.TO_EXAMINE);
        }
        done(command);
    }

    /** @throws jp.tsunagi.shared.Refused {@code disclosure.not-over}, {@code disclosure.already-reviewed} */
    void review(Review made, Casefile casefile, AfterDays days, Command command) {
        requireOver(command, casefile, days);
        if (review != null) {
            throw Refusal.conflict("disclosure.already-reviewed");
        }
        review = made;
        wakeAt = next(days, wokenThrough);
        done(command);
    }

    /** @throws jp.tsunagi.shared.Refused {@code disclosure.not-over}, {@code disclosure.already-told} */
    void tell(Telling telling, Casefile casefile, AfterDays days, Command command) {
        requireOver(command, casefile, days);
        if (told()) {
            throw Refusal.conflict("disclosure.already-told");
        }
        List<Telling> longer = new ArrayList<>(tellings);
        longer.add(telling);
        tellings = List.copyOf(longer);
        wakeAt = next(days, wokenThrough);
        done(command);
    }

    /**
     * Notes what the clock or she herself has brought, and announces what is due, each once.
     *
     * @return whether there was anything to note
     */
    boolean wake(Instant now, Casefile casefile, AfterDays days) {
        if (state == DisclosureState.EFFECTIVE && stage(now, casefile) == Stage.OVER) {
            if (now.isBefore(endsAt)) {
                stopped = new Stopped(null, null);
                end(now.truncatedTo(ChronoUnit.MILLIS), days);
            } else {
                end(endsAt, days);
            }
            return true;
        }
        if (stage(now, casefile) == Stage.LAPSED && state != DisclosureState.LAPSED) {
            state = DisclosureState.LAPSED;
            wakeAt = null;
            return true;
        }
        if (wakeAt == null || now.isBefore(wakeAt)) {
            return false;
        }
        for (Due due : dues(days)) {
            Instant from = due.from();
            if (from.isAfter(wokenThrough) && !from.isAfter(now)) {
                announce(due.happening());
            }
        }
        wokenThrough = now.truncatedTo(ChronoUnit.MILLIS);
        wakeAt = next(days, wokenThrough);
        return true;
    }

    /** By when the director reviews it: told from the moment on at which it takes effect; null where nobody has to. */
    @Nullable LocalDate reviewDue(AfterDays days) {
        return effectiveAt != null && review == null ? days.due(endsAt) : null;
    }

    /** By when she is told, or it is looked at again whether she can be; null where nobody has to. */
    @Nullable LocalDate tellDue(AfterDays days) {
        if (effectiveAt == null || told()) {
            return null;
        }
        LocalDate again =
                tellings.isEmpty() ? null : tellings.get(tellings.size() - 1).lookAgainOn();
        return again == null ? days.due(endsAt) : again;
    }

    boolean told() {
        return tellings.stream().anyMatch(Telling::done);
    }

    private boolean settled() {
        return review != null && told();
    }

    private boolean open() {
        return switch (state) {
            case PROPOSED, EFFECTIVE -> true;
            case ENDED -> !settled();
            case LAPSED, REFUSED, DROPPED -> false;
        };
    }

    private void end(Instant at, AfterDays days) {
        state = DisclosureState.ENDED;
        endsAt = at;
        wokenThrough = at;
        wakeAt = next(days, at);
        announce(Happening.ENDED);
    }

    /** Something that somebody is told of from a moment on. */
    private record Due(Instant from, Happening happening) {}

    private List<Due> dues(AfterDays days) {
        List<Due> dues = new ArrayList<>();
        LocalDate reviewDue = reviewDue(days);
        if (reviewDue != null) {
            dues.add(new Due(Happening.morning(reviewDue), Happening.REVIEW_DUE));
            dues.add(new Due(Happening.morning(days.late(reviewDue)), Happening.REVIEW_LATE));
        }
        LocalDate tellDue = tellDue(days);
        if (tellDue != null) {
            dues.add(new Due(Happening.morning(tellDue), Happening.TELLING_DUE));
            dues.add(new Due(Happening.morning(days.late(tellDue)), Happening.TELLING_LATE));
        }
        return dues;
    }

    private @Nullable Instant next(AfterDays days, Instant after) {
        return dues(days).stream()
                .map(Due::from)
                .filter(after::isBefore)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private void requireProposed(Command command, Casefile casefile) {
        Stage stage = stage(now(command), casefile);
        if (stage == Stage.LAPSED) {
            throw Refusal.conflict("disclosure.lapsed");
        }
        if (stage != Stage.PROPOSED) {
            throw Refusal.conflict("disclosure.not-proposed");
        }
    }

    /** Also where the clock has ended it and nobody has noted that yet. */
    private void requireOver(Command command, Casefile casefile, AfterDays days) {
        Stage stage = stage(now(command), casefile);
        if (stage != Stage.OVER && stage != Stage.SETTLED) {
            throw Refusal.conflict("disclosure.not-over");
        }
        wake(now(command), casefile, days);
    }

    /** Which one, and nothing of it: it goes through the broker. To whom is found out when it is told. */
    private void announce(Happening happening) {
        outbox.announce(happening.kind(), stored.conferenceId(), Set.of(), stored.id());
    }

    private void done(Command command) {
        seen = SeenCommand.with(seen, command);
    }

    private static Instant now(Command command) {
        return command.at().truncatedTo(ChronoUnit.MILLIS);
    }
}
