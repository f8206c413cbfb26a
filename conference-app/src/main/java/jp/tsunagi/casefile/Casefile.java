package jp.tsunagi.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.WithoutConsent;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A case (事案) with all its conferences: whose it is, where she is, what she consented to, and its team. A withdrawal is
 * one write here, and every read, delivery and download asks here again.
 */
public final class Casefile {

    /** Consent changed in any way; the conferences of the case look at it. */
    public static final String CONSENT_CHANGED = "consent-changed";

    /** Consent was taken back, as a whole or for the agencies named in the event. */
    public static final String CONSENT_WITHDRAWN = "consent-withdrawn";

    private static final int MOST_EXCLUSIONS = 50;

    private final CaseRecord stored;
    private final Announcing outbox;
    private Set<AccountId> members;
    private @Nullable Person person;
    private @Nullable LocationGroup location;
    private final List<Consent> consents;
    private final List<Consent.Withdrawal> withdrawals;
    private List<BlockedPerson> blocked;
    private final List<Exclusion> exclusions;
    private List<SeenCommand> seen;

    Casefile(CaseRecord stored) {
        this.stored = stored;
        this.outbox = new Announcing(stored.version() + 1, stored.outbox(), stored.sentThrough());
        this.members = stored.members();
        this.person = stored.person();
        this.location = stored.location();
        this.consents = new ArrayList<>(stored.consents());
        this.withdrawals = new ArrayList<>(stored.withdrawals());
        this.blocked = stored.blocked();
        this.exclusions = new ArrayList<>(stored.exclusions());
        this.seen = stored.seen();
    }

    /** A case that is in no store yet; the section of whoever opens it is its team. */
    static Casefile opened(CaseId id, AgencyCode agency, String section, Instant now) {
        return new Casefile(new CaseRecord(
                id.value(),
                -1,
                id.value(),
                agency,
                new TeamSection(agency, section),
                Set.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                now,
                List.of(),
                List.of(),
                false,
                Announcing.NOTHING_SENT));
    }

    boolean isNew() {
        return stored.version() < 0;
    }

    CaseRecord toRecord() {
        return new CaseRecord(
                stored.id(),
                stored.version() + 1,
                stored.caseId(),
                stored.requestingAgency(),
                stored.team(),
                members,
                person,
                location,
                List.copyOf(consents),
                List.copyOf(withdrawals),
                blocked,
                List.copyOf(exclusions),
                stored.openedAt(),
                seen,
                outbox.entries(),
                !outbox.entries().isEmpty(),
                stored.sentThrough());
    }

    public CaseId id() {
        return new CaseId(stored.id());
    }

    public long version() {
        return stored.version();
    }

    public AgencyCode requestingAgency() {
        return stored.requestingAgency();
    }

    /** The section of the requesting agency whose officers work on it. */
    public TeamSection team() {
        return stored.team();
    }

    public Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    public Optional<LocationGroup> location() {
        return Optional.ofNullable(location);
    }

    public List<Consent> consents() {
        return List.copyOf(consents);
    }

    /**
     * The entry of the ledger that counts: the confirmed one, also while she is asked about another conference; where none
     * is confirmed the last. Empty before she was ever asked.
     */
    public Optional<Consent> consent() {
        for (int i = consents.size() - 1; i >= 0; i--) {
            if (consents.get(i).status() == Consent.Status.VERIFIED) {
                return Optional.of(consents.get(i));
            }
        }
        return asked();
    }

    /** The confirmed entry that this withdrawal took back, as it counted until then; empty where it took back none. */
    public Optional<Consent> confirmedUntil(Consent.Withdrawal withdrawal) {
        return consents.stream()
                .filter(entry ->
                        entry.verifiedBy() != null && entry.withdrawals().contains(withdrawal))
                .reduce((former, latter) -> latter)
                .map(entry -> entry.as(Consent.Status.VERIFIED));
    }

    /** The last thing she was asked, answered or not; empty before she was ever asked. */
    public Optional<Consent> asked() {
        return consents.isEmpty() ? Optional.empty() : Optional.of(consents.get(consents.size() - 1));
    }

    /** All that she took back, in order, also before she was first asked. */
    public List<Consent.Withdrawal> withdrawals() {
        return List.copyOf(withdrawals);
    }

    /** Number of the consent that counts, zero before there is one. */
    public int consentNumber() {
        return consents.size();
    }

    public boolean consentInForce(LocalDate day) {
        return consent().map(consent -> consent.inForce(day)).orElse(false);
    }

    public boolean consentCovers(Consent.Purpose purpose, LocalDate day) {
        return consent().map(consent -> consent.covers(purpose, day)).orElse(false);
    }

    public ConsentScope scopeFor(AgencyCode agency, LocalDate day) {
        return excluding(consent().map(consent -> consent.scopeFor(agency, day)).orElse(ConsentScope.NOTHING));
    }

    /** What is told to nobody is no matter of consent: it stays out of everything, whoever asks. */
    public ConsentScope excluding(ConsentScope scope) {
        List<Consent.Withheld> excluded = exclusions.stream()
                .filter(Exclusion::holds)
                .map(exclusion -> new Consent.Withheld(exclusion.item(), List.of()))
                .toList();
        if (excluded.isEmpty()) {
            return scope;
        }
        Set<String> fields = new LinkedHashSet<>();
        Set<String> items = new LinkedHashSet<>();
        Consent.gather(excluded, fields, items);
        boolean location = scope.location() && !fields.contains("address");
        fields.addAll(scope.withheldFields());
        items.addAll(scope.withheldItems());
        return new ConsentScope(scope.covers(), location, fields, items, scope.withoutConsent());
    }

    /**
     * What it lets somebody have who opens the case in an emergency, of an agency that takes part without being named:
     * nothing once it is gone, and nothing of what she withholds from anybody.
     */
    public ConsentScope emergencyScope(LocalDate day) {
        return excluding(consent().map(consent -> consent.emergencyScope(day)).orElse(ConsentScope.NOTHING));
    }

    /**
     * The same with what is disclosed to the agency without her consent. What she withholds stays withheld, whatever her
     * consent says now: also from an agency that she never named, and could not have said it of.
     */
    public ConsentScope scopeFor(AgencyCode agency, LocalDate day, WithoutConsent disclosed) {
        ConsentScope consented = scopeFor(agency, day);
        Set<String> fields = new LinkedHashSet<>(consented.withheldFields());
        Set<String> items = new LinkedHashSet<>(consented.withheldItems());
        Stream.concat(consent().stream(), asked().stream())
                .forEach(entry -> entry.withholdFrom(agency, true, fields, items));
        return excluding(new ConsentScope(consented.covers(), consented.location(), fields, items, disclosed));
    }

    /** Whether the last that she said of sharing with these agencies, or of all sharing, was no. */
    public boolean saysNo(Set<AgencyCode> agencies) {
        Consent counting = consent().orElse(null);
        if (counting == null) {
            return withdrawals.stream().anyMatch(withdrawal -> concerns(withdrawal, agencies));
        }
        if (counting.status() != Consent.Status.VERIFIED) {
            return counting.status() == Consent.Status.REFUSED
                    || counting.status() == Consent.Status.WITHDRAWN
                    || counting.withdrawals().stream().anyMatch(withdrawal -> concerns(withdrawal, agencies));
        }
        return asked().filter(last -> last.status() == Consent.Status.REFUSED).isPresent()
                || withdrawals.stream()
                        .flatMap(withdrawal -> withdrawal.recipients().stream())
                        .anyMatch(agency -> agencies.contains(agency)
                                && !counting.currentRecipients().contains(agency));
    }

    /** How often she has said no to all sharing, or to sharing with one of these agencies. It only grows. */
    public int timesSaidNo(Set<AgencyCode> agencies) {
        long taken = withdrawals.stream()
                .filter(withdrawal -> concerns(withdrawal, agencies))
                .count();
        long refused = consents.stream()
                .flatMap(consent -> consent.attempts().stream())
                .filter(Consent.Attempt::reached)
                .count();
        return (int) (taken + refused);
    }

    private static boolean concerns(Consent.Withdrawal withdrawal, Set<AgencyCode> agencies) {
        return withdrawal.recipients().isEmpty()
                || withdrawal.recipients().stream().anyMatch(agencies::contains);
    }

    /** What this agency may take over of it on that day. */
    public ConsentScope transferScopeFor(AgencyCode agency, LocalDate day) {
        return excluding(
                consent().map(consent -> consent.transferScopeFor(agency, day)).orElse(ConsentScope.NOTHING));
    }

    /** The same for an agency that is in no directory; see {@link Consent#transferScopeElsewhere}. */
    public ConsentScope transferScopeElsewhere(boolean location, LocalDate day) {
        return excluding(consent()
                .map(consent -> consent.transferScopeElsewhere(location, day))
                .orElse(ConsentScope.NOTHING));
    }

    /** Whether the officer is on the case team: of its section, or added by name. */
    public boolean hasOnTeam(Officer officer) {
        return stored.team().includes(officer)
                || (officer.worksFor(stored.requestingAgency()) && members.contains(officer.id()));
    }

    public List<BlockedPerson> blocked() {
        return blocked;
    }

    /** What is told to nobody, in the order in which it was entered; also what holds no longer. */
    public List<Exclusion> exclusions() {
        return List.copyOf(exclusions);
    }

    public Set<AccountId> members() {
        return members;
    }

    /** Whether this command has had its effect here. */
    public boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    /**
     * Takes over what the requesting agency submits: who she is, where she lives, what she agreed to. The consent counts
     * only once a second officer has confirmed it.
     */
    public void request(Person newPerson, LocationGroup newLocation, Consent given, Command command) {
        person = newPerson;
        // An agency that continues the case without knowing where she is does not wipe out what is known.
        if (location == null || newLocation.address() != null) {
            location = newLocation;
        }
        append(given.as(Consent.Status.GIVEN).without(takenBack()));
        done(command);
    }

    /**
     * Begins with what another agency handed over. She has agreed to nothing here yet.
     *
     * @param known who she is; null where that did not go along
     * @param notNear who must not come near her, as the Center noted it there
     */
    public void takeOver(@Nullable Person known, LocationGroup where, List<BlockedPerson> notNear, Command command) {
        person = known;
        location = where;
        blocked = List.copyOf(notNear);
        done(command);
    }

    /** A second officer asked her again, and she agreed: the entry takes effect. */
    public void confirm(Consent confirmed, Command command) {
        append(confirmed.as(Consent.Status.VERIFIED));
        outbox.announce(CONSENT_CHANGED, null, Set.of(), command.id());
        done(command);
    }

    /** She was asked again and said no, or could not be reached. */
    public void attempted(Consent.Attempt attempt, Command command) {
        Consent last = asked().orElseThrow(() -> Refusal.conflict("consent.not-asked"));
        consents.set(consents.size() - 1, last.attempted(attempt));
        outbox.announce(CONSENT_CHANGED, null, Set.of(), command.id());
        done(command);
    }

    /**
     * She takes her consent back, as a whole or for single agencies. Accepted always, also where none was given yet: then
     * there is nothing in the ledger to change, and the event ends the conferences of the case all the same.
     */
    public void withdraw(Consent.Withdrawal withdrawal, Command command) {
        withdrawals.add(withdrawal);
        Consent last = asked().orElse(null);
        consents.replaceAll(entry -> entry.counts() || entry == last ? entry.withdrawn(withdrawal) : entry);
        Set<String> agencies = new LinkedHashSet<>();
        withdrawal.recipients().forEach(agency -> agencies.add(agency.value()));
        outbox.announce(CONSENT_WITHDRAWN, null, agencies, String.valueOf(consentNumber()));
        done(command);
    }

    /** The Center notes who must not be in the room. */
    public void block(List<BlockedPerson> people, Command command) {
        blocked = List.copyOf(people);
        done(command);
    }

    /**
     * From now on this is told to nobody.
     *
     * @throws jp.tsunagi.shared.Refused {@code exclusion.already}, {@code exclusion.too-many}
     */
    public void exclude(String item, Exclusion.Reason reason, @Nullable String note, Command command) {
        if (exclusions.stream().anyMatch(one -> one.holds() && one.item().equals(item.strip()))) {
            throw Refusal.conflict("exclusion.already");
        }
        if (exclusions.size() >= MOST_EXCLUSIONS) {
            throw Refusal.conflict("exclusion.too-many");
        }
        Officer officer = command.officer();
        exclusions.add(new Exclusion(
                exclusions.size() + 1,
                item.strip(),
                reason,
                note,
                officer.id(),
                officer.name(),
                officer.agency().value(),
                command.at(),
                null));
        outbox.announce(CONSENT_CHANGED, null, Set.of(), command.id());
        done(command);
    }

    /** @throws jp.tsunagi.shared.Refused {@code exclusion.lifted} where it holds no longer */
    public void lift(int number, String reason, Command command) {
        exclusions.replaceAll(one -> {
            if (one.number() != number) {
                return one;
            }
            if (!one.holds()) {
                throw Refusal.conflict("exclusion.lifted");
            }
            return one.lifted(new Exclusion.Lifting(
                    command.officer().id(), command.officer().name(), command.at(), reason));
        });
        outbox.announce(CONSENT_CHANGED, null, Set.of(), command.id());
        done(command);
    }

    /** Adds a colleague of the requesting agency to the team by name. */
    public void add(Officer colleague, Command command) {
        if (!colleague.worksFor(stored.requestingAgency())) {
            throw Refusal.conflict("team.other-agency");
        }
        Set<AccountId> larger = new LinkedHashSet<>(members);
        larger.add(colleague.id());
        members = Set.copyOf(larger);
        done(command);
    }

    /**
     * Puts a colleague in the place of one who was added to the team.
     *
     * @throws jp.tsunagi.shared.Refused {@code team.other-agency}
     */
    public void replace(AccountId leaving, Officer colleague, Command command) {
        if (!colleague.worksFor(stored.requestingAgency())) {
            throw Refusal.conflict("team.other-agency");
        }
        Set<AccountId> next = new LinkedHashSet<>(members);
        next.remove(leaving);
        next.add(colleague.id());
        members = Set.copyOf(next);
        done(command);
    }

    /** What is asked anew waits beside what is confirmed; what is confirmed takes the place of all before it. */
    private void append(Consent next) {
        boolean confirmed = next.status() == Consent.Status.VERIFIED;
        consents.replaceAll(entry ->
                entry.status() == Consent.Status.GIVEN || (confirmed && entry.status() == Consent.Status.VERIFIED)
                        ? entry.as(Consent.Status.SUPERSEDED)
                        : entry);
        consents.add(next.numbered(consents.size() + 1));
    }

    /** Agencies that she took back and has not named again since: a resubmission does not bring them back. */
    private Set<AgencyCode> takenBack() {
        Set<AgencyCode> gone = new LinkedHashSet<>();
        for (Consent entry : consents) {
            if (entry.verifiedBy() != null) {
                gone.removeAll(entry.recipients());
            }
            entry.withdrawals().forEach(withdrawal -> gone.addAll(withdrawal.recipients()));
        }
        return gone;
    }

    private void done(Command command) {
        seen = SeenCommand.with(seen, command);
    }
}
