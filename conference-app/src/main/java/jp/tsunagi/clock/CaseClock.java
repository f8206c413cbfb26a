package jp.tsunagi.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.clock.Entry.Ending;
import jp.tsunagi.clock.Entry.Line;
import jp.tsunagi.clock.Entry.State;
import jp.tsunagi.clock.Entry.Step;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * All periods of a case. Each method is one step: it refuses by the rule's name, and notes what must be announced. Whoever
 * calls has asked who may, and has found the facts right.
 */
final class CaseClock {

    /** What is announced when somebody is to be reminded; the name travels through the broker and never changes. */
    static final String NEAR = "deadline-near";

    private static final int MOST_ENTRIES = 50;
    private static final int MOST_LINES = 100;

    private final ClockRecord stored;
    private final Reminders reminders;
    private final Announcing outbox;
    private final List<Entry> entries;
    private List<Followed> followed;
    private TeamSection team;
    private TeamSection lead;
    private List<SeenCommand> seen;

    CaseClock(ClockRecord stored, Reminders reminders) {
        this.stored = stored;
        this.reminders = reminders;
        this.outbox = new Announcing(stored.version() + 1, stored.outbox(), stored.sentThrough());
        this.entries = new ArrayList<>(stored.entries());
        this.followed = stored.followed();
        this.team = stored.team();
        this.lead = stored.lead();
        this.seen = stored.seen();
    }

    /** The clock of a case in which nothing was entered yet; in no store before something is. */
    static CaseClock of(CaseId caseId, TeamSection team, Reminders reminders) {
        return new CaseClock(
                new ClockRecord(
                        ClockRecord.idOf(caseId),
                        -1,
                        caseId,
                        team,
                        team,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        false,
                        Announcing.NOTHING_SENT),
                reminders);
    }

    ClockRecord toRecord() {
        return new ClockRecord(
                stored.id(),
                stored.version() + 1,
                stored.caseId(),
                team,
                lead,
                List.copyOf(entries),
                followed,
                remindOn().orElse(null),
                seen,
                outbox.entries(),
                !outbox.entries().isEmpty(),
                stored.sentThrough());
    }

    boolean isNew() {
        return stored.version() < 0;
    }

    CaseId caseId() {
        return stored.caseId();
    }

    String id() {
        return stored.id();
    }

    TeamSection lead() {
        return lead;
    }

    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Followed> followed() {
        return followed;
    }

    Optional<Entry> entry(int number) {
        return entries.stream().filter(entry -> entry.number() == number).findFirst();
    }

    /** The entry that this command made. */
    Optional<Entry> enteredBy(Command command) {
        return entries.stream()
                .filter(entry -> entry.madeBy().equals(command.id()))
                .findFirst();
    }

    /** An opaque name of an entry, the same for ever; for calendars. */
    String keyOf(String entry) {
        return Ids.derived("deadline", stored.caseId().value(), entry);
    }

    /** @return its number */
    int enter(Facts facts, Command command) {
        if (entries.size() >= MOST_ENTRIES) {
            throw Refusal.conflict("deadline.too-many");
        }
        int number = entries.size() + 1;
        LocalDate until = until(facts);
        entries.add(new Entry(
                number,
                command.id(),
                facts,
                until,
                null,
                command.today(),
                List.of(line(Step.ENTERED, facts, until, null, command))));
        done(command);
        return number;
    }

    /** @param revision the one that it was made from; null to change whatever is there */
    void change(int number, Facts facts, String reason, @Nullable String revision, Command command) {
        Entry entry = open(number);
        if (revision != null && !revision.equals(String.valueOf(entry.revision()))) {
            throw Refusal.conflict("version.stale");
        }
        LocalDate until = until(facts);
        put(entry.with(facts, until, command.today(), line(Step.CHANGED, facts, until, reason, command)));
        settle(command);
        done(command);
    }

    /** It goes on after its end: the resident-register measure for another year, a temporary protection to that day. */
    void renew(int number, @Nullable LocalDate until, LocalDate decidedOn, @Nullable String reason, Command command) {
        Entry entry = open(number);
        if (!entry.facts().procedure().renewable()) {
            throw Refusal.conflict("deadline.not-renewable");
        }
        boolean register = entry.facts().procedure() == Procedure.RESIDENT_REGISTER_PROTECTION;
        if (register && decidedOn.isBefore(Terms.renewableFrom(entry.until()))) {
            throw Refusal.conflict("deadline.renewal-too-early");
        }
        if (decidedOn.isAfter(entry.until())) {
            throw Refusal.conflict("deadline.renewal-too-late");
        }
        LocalDate longer = register ? Terms.renewed(entry.until()) : Objects.requireNonNull(until);
        Facts facts = entry.facts()
                .extended(register ? entry.until().plusDays(1) : entry.facts().from(), longer);
        put(entry.with(facts, longer, command.today(), line(Step.RENEWED, facts, longer, reason, command)));
        done(command);
    }

    void end(int number, LocalDate on, @Nullable String reason, Command command) {
        Entry entry = open(number);
        put(entry.ended(
                new Ending(State.ENDED, on, reason), line(Step.ENDED, entry.facts(), entry.until(), reason, command)));
        settle(command);
        done(command);
    }

    /** She moved to another municipality: its measure is over, and has to be applied for anew where she lives now. */
    void moveOut(int number, LocalDate on, Command command) {
        Entry entry = open(number);
        if (entry.facts().procedure() != Procedure.RESIDENT_REGISTER_PROTECTION) {
            throw Refusal.conflict("deadline.not-of-a-municipality");
        }
        put(entry.ended(
                new Ending(State.MOVED_OUT, on, null),
                line(Step.MOVED_OUT, entry.facts(), entry.until(), null, command)));
        done(command);
    }

    /**
     * Takes over what is kept elsewhere.
     *
     * @param consentUntil end of her confirmed consent, null where she has given none or took it back
     * @param nextReview of her plan, null where none is due
     * @return whether anything was another than before
     */
    boolean follow(
            TeamSection caseTeam,
            TeamSection leadTeam,
            @Nullable LocalDate consentUntil,
            @Nullable LocalDate nextReview,
            LocalDate today) {
        List<Followed> now = Stream.of(
                        followed(Procedure.CONSENT, consentUntil, today),
                        followed(Procedure.PLAN_REVIEW, nextReview, today))
                .flatMap(Optional::stream)
                .toList();
        boolean changed = !now.equals(followed) || !caseTeam.equals(team) || !leadTeam.equals(lead);
        followed = now;
        team = caseTeam;
        lead = leadTeam;
        return changed;
    }

    /**
     * Announces what is due by that day and was not announced yet, once for each entry.
     *
     * @return whether anything was due
     */
    boolean remind(LocalDate today) {
        int before = outbox.entries().size();
        entries.replaceAll(entry -> {
            if (!entry.open() || !due(entry, today)) {
                return entry;
            }
            // What was over before anybody looked is done with: there is nothing to be done about it any more.
            if (entry.state(today) == State.RUNNING) {
                announce();
            }
            return entry.reminded(today);
        });
        followed = followed.stream()
                .map(one -> {
                    if (!due(one.procedure(), one.until(), one.remindedThrough(), today)) {
                        return one;
                    }
                    announce();
                    return new Followed(one.procedure(), one.until(), today);
                })
                .toList();
        return outbox.entries().size() > before;
    }

    /** When somebody is to be reminded next. */
    Optional<LocalDate> remindOn() {
        return Stream.concat(
                        entries.stream()
                                .filter(Entry::open)
                                .flatMap(
                                        entry -> reminders
                                                .next(entry.facts().procedure(), entry.until(), entry.remindedThrough())
                                                .stream()),
                        followed.stream()
                                .flatMap(one ->
                                        reminders.next(one.procedure(), one.until(), one.remindedThrough()).stream()))
                .min(Comparator.naturalOrder());
    }

    /** The last day of what these facts say. */
    LocalDate until(Facts facts) {
        return switch (facts.procedure()) {
            case PROTECTION_ORDER -> Terms.protectionOrder(Objects.requireNonNull(facts.from()));
            case CALLS_ORDER, CHILD_ORDER, CHILD_CALLS_ORDER, RELATIVES_ORDER ->
                Terms.dependentOrder(entry(Objects.requireNonNull(facts.baseOrder()))
                        .orElseThrow(Refusal::notFound)
                        .until());
            case EVICTION_ORDER ->
                Terms.evictionOrder(
                        Objects.requireNonNull(facts.from()),
                        Objects.equals(facts.months(), Terms.LONG_EVICTION_MONTHS));
            case RESIDENT_REGISTER_PROTECTION ->
                facts.until() == null
                        ? Terms.residentRegisterProtection(Objects.requireNonNull(facts.from()))
                        : facts.until();
            case TEMPORARY_PROTECTION, OTHER -> Objects.requireNonNull(facts.until());
            case CONSENT, PLAN_REVIEW -> throw new IllegalArgumentException("Kept elsewhere");
        };
    }

    /** Orders that are based on another go with it, whenever they were issued. */
    private void settle(Command command) {
        for (Entry entry : List.copyOf(entries)) {
            if (!entry.facts().procedure().dependent() || !entry.open()) {
                continue;
            }
            Entry base =
                    entry(Objects.requireNonNull(entry.facts().baseOrder())).orElseThrow(Refusal::notFound);
            LocalDate until = Terms.dependentOrder(base.until());
            if (base.ending() != null) {
                put(entry.ended(
                        new Ending(State.ENDED_WITH_ORDER, base.ending().on(), null),
                        line(Step.FOLLOWED_ORDER, entry.facts(), until, null, command)));
            } else if (!until.equals(entry.until())) {
                put(entry.with(
                        entry.facts(),
                        until,
                        command.today(),
                        line(Step.FOLLOWED_ORDER, entry.facts(), until, null, command)));
            }
        }
    }

    private Optional<Followed> followed(Procedure procedure, @Nullable LocalDate until, LocalDate today) {
        return Optional.ofNullable(until).map(day -> followed.stream()
                .filter(one -> one.procedure() == procedure && one.until().equals(day))
                .findFirst()
                .orElseGet(() -> new Followed(procedure, day, today)));
    }

    private boolean due(Entry entry, LocalDate today) {
        return due(entry.facts().procedure(), entry.until(), entry.remindedThrough(), today);
    }

    private boolean due(Procedure procedure, LocalDate until, LocalDate through, LocalDate today) {
        return reminders
                .next(procedure, until, through)
                .filter(day -> !day.isAfter(today))
                .isPresent();
    }

    /** That something is near, and nothing of what it is: it goes through the broker. */
    private void announce() {
        outbox.announce(NEAR, null, Set.of(lead.agency().value()), "");
    }

    private Entry open(int number) {
        Entry entry = entry(number).orElseThrow(Refusal::notFound);
        if (!entry.open()) {
            throw Refusal.conflict("deadline.ended");
        }
        if (entry.history().size() >= MOST_LINES) {
            throw Refusal.conflict("deadline.too-many");
        }
        return entry;
    }

    private void done(Command command) {
        seen = SeenCommand.with(seen, command);
    }

    private static Line line(Step step, Facts facts, LocalDate until, @Nullable String reason, Command command) {
        return new Line(
                step,
                facts,
                until,
                reason,
                command.at(),
                command.officer().id(),
                command.officer().name(),
                command.officer().agency().value());
    }

    private void put(Entry changed) {
        entries.replaceAll(entry -> entry.number() == changed.number() ? changed : entry);
    }
}
