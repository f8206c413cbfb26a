package jp.tsunagi.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.protection.ConsentScope;
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

    private final CaseRecord stored;
    private final Announcing outbox;
    private Set<AccountId> members;
    private @Nullable Person person;
    private @Nullable LocationGroup location;
    private final List<Consent> consents;
    private List<BlockedPerson> blocked;
    private List<SeenCommand> seen;

    Casefile(CaseRecord stored) {
        this.stored = stored;
        this.outbox = new Announcing(stored.version() + 1, stored.outbox(), stored.sentThrough());
        this.members = stored.members();
        this.person = stored.person();
        this.location = stored.location();
        this.consents = new ArrayList<>(stored.consents());
        this.blocked = stored.blocked();
        this.seen = stored.seen();
    }

    /** A new case of this agency; the section of whoever opens it is its team. */
    static CaseRecord opened(CaseId id, AgencyCode agency, String section, Instant now) {
        return new CaseRecord(
                id.value(),
                0,
                id.value(),
                agency,
                new TeamSection(agency, section),
                Set.of(),
                null,
                null,
                List.of(),
                List.of(),
                now,
                List.of(),
                List.of(),
                false,
                Announcing.NOTHING_SENT);
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
                blocked,
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

    public Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    public Optional<LocationGroup> location() {
        return Optional.ofNullable(location);
    }

    public List<Consent> consents() {
        return List.copyOf(consents);
    }

    /** The entry of the ledger that counts today; empty before she was ever asked. */
    public Optional<Consent> consent() {
        return consents.isEmpty() ? Optional.empty() : Optional.of(consents.get(consents.size() - 1));
    }

    /** Number of the consent that counts, zero before there is one. */
    public int consentNumber() {
        return consents.size();
    }

    public boolean consentInForce(LocalDate day) {
        return consent().map(consent -> consent.inForce(day)).orElse(false);
    }

    public ConsentScope scopeFor(AgencyCode agency, LocalDate day) {
        return consent().map(consent -> consent.scopeFor(agency, day)).orElse(ConsentScope.NOTHING);
    }

    /** Whether the officer is on the case team: of its section, or added by name. */
    public boolean hasOnTeam(Officer officer) {
        return stored.team().includes(officer)
                || (officer.worksFor(stored.requestingAgency()) && members.contains(officer.id()));
    }

    public List<BlockedPerson> blocked() {
        return blocked;
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
        append(given.as(Consent.Status.GIVEN));
        done(command);
    }

    /** A second officer asked her again, and she agreed: the entry takes effect. */
    public void confirm(Consent confirmed, Command command) {
        append(confirmed.as(Consent.Status.VERIFIED));
        outbox.announce(CONSENT_CHANGED, null, Set.of(), command.id());
        done(command);
    }

    /** She said no when she was asked again. */
    public void refuse(Command command) {
        Consent asked = consent().orElseThrow(() -> Refusal.conflict("consent.not-asked"));
        consents.set(consents.size() - 1, asked.as(Consent.Status.REFUSED));
        outbox.announce(CONSENT_CHANGED, null, Set.of(), command.id());
        done(command);
    }

    /**
     * She takes her consent back, as a whole or for single agencies. Accepted always, also where none was given yet: then
     * there is nothing in the ledger to change, and the event ends the conferences of the case all the same.
     */
    public void withdraw(Consent.Withdrawal withdrawal, Command command) {
        consent().ifPresent(current -> consents.set(consents.size() - 1, current.withdrawn(withdrawal)));
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

    private void append(Consent next) {
        if (!consents.isEmpty()) {
            Consent last = consents.get(consents.size() - 1);
            if (last.status() == Consent.Status.GIVEN || last.status() == Consent.Status.VERIFIED) {
                consents.set(consents.size() - 1, last.as(Consent.Status.SUPERSEDED));
            }
        }
        consents.add(next.numbered(consents.size() + 1));
    }

    private void done(Command command) {
        seen = SeenCommand.with(seen, command);
    }
}
