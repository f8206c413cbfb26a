package jp.tsunagi.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the consent ledger (domain.md E3).
 *
 * @param number from 1, one more with each change; messages carry it
 * @param status stored; that it has expired is seen from the date
 * @param recipients agencies named; the requesting agency and the Center take part without being named
 * @param locationRecipients agencies that she lets have the location group, with the need
 * @param withheld what she does not want told, to some or to all
 * @param conditions under which she agrees
 * @param confirmedBy who explained it to her
 * @param confirmedOn when
 * @param method how
 * @param validUntil the last day on which it holds; at most a year after {@code confirmedOn}
 * @param contactAgency the agency that is with her
 * @param verifiedBy the second officer who confirmed it, null before that
 * @param verifiedAt when
 * @param withdrawals what she took back, in order
 * @param attempts to ask her that did not end in her consent, in order
 * @param purposes what she agrees to
 * @param refusalExplained that she was told that support does not change where she says no; null where nobody recorded it
 */
public record Consent(
        @Classified(FieldClass.OPERATION) int number,
        @Classified(FieldClass.OPERATION) Status status,
        @Classified(FieldClass.AGENCY) Set<AgencyCode> recipients,
        @Classified(FieldClass.CONSENT) List<LocationPermission> locationRecipients,
        @Classified(FieldClass.CONSENT) List<Withheld> withheld,
        @Classified(FieldClass.CONSENT) List<Condition> conditions,
        @Classified(FieldClass.CONSENT) @Nullable String confirmedBy,
        @Classified(FieldClass.SCHEDULE) LocalDate confirmedOn,
        @Classified(FieldClass.CONSENT) @Nullable ConsentMethod method,
        @Classified(FieldClass.SCHEDULE) LocalDate validUntil,
        @Classified(FieldClass.AGENCY) AgencyCode contactAgency,
        @Classified(FieldClass.OPERATION) @Nullable AccountId verifiedBy,
        @Classified(FieldClass.OPERATION) @Nullable Instant verifiedAt,
        List<Withdrawal> withdrawals,
        List<Attempt> attempts,
        @Classified(FieldClass.CONSENT) Set<Purpose> purposes,
        @Classified(FieldClass.CONSENT) @Nullable Boolean refusalExplained) {

    /** What a consent covers that was given without purposes (design.md, rulings). */
    public static final Set<Purpose> WITHOUT_PURPOSES = Set.of(Purpose.HOLD_CONFERENCE, Purpose.SHARE, Purpose.PLAN);

    /** Holds this many days where nothing else was said. */
    public static final int DEFAULT_DAYS = 90;

    public Consent {
        recipients = Set.copyOf(recipients);
        locationRecipients = List.copyOf(locationRecipients);
        withheld = List.copyOf(withheld);
        conditions = List.copyOf(conditions);
        withdrawals = List.copyOf(withdrawals);
        attempts = List.copyOf(attempts);
        purposes = purposes == null || purposes.isEmpty() ? WITHOUT_PURPOSES : Set.copyOf(purposes);
    }

    /** What she agrees to (何に). */
    public enum Purpose {
        HOLD_CONFERENCE,
        /** With the recipients, by name. */
        SHARE,
        PLAN,
        STATISTICS,
        /** That the case goes to another agency. */
        TRANSFER
    }

    /** Where an entry stands. */
    public enum Status {
        /** Given to the requesting agency, not yet confirmed by a second officer. */
        GIVEN,
        /** Confirmed by a second officer. */
        VERIFIED,
        /** She said no when asked again. */
        REFUSED,
        /** Taken back as a whole. */
        WITHDRAWN,
        /** A later entry took its place. */
        SUPERSEDED
    }

    /**
     * Something she does not want told.
     *
     * @param item a field of the form by its name or label, or a thing spoken of in the texts
     * @param exceptRecipients the agencies it is left out for; all where empty
     */
    public record Withheld(
            @Classified(FieldClass.CONSENT) String item,
            @Classified(FieldClass.CONSENT) List<String> exceptRecipients) {

        public Withheld {
            exceptRecipients = exceptRecipients == null ? List.of() : List.copyOf(exceptRecipients);
        }

        boolean concerns(AgencyCode agency) {
            return exceptRecipients.isEmpty() || exceptRecipients.contains(agency.value());
        }
    }

    /**
     * A condition under which she agrees.
     *
     * @param metOn null while it is not met; then no meeting is convened
     */
    public record Condition(
            @Classified(FieldClass.CONSENT) String text, @Classified(FieldClass.CONSENT) @Nullable LocalDate metOn) {}

    /** A positive permission for the location group. Both are needed: the agency and what it needs it for. */
    public record LocationPermission(
            @Classified(FieldClass.CONSENT) String agency, @Classified(FieldClass.CONSENT) String need) {}

    /**
     * What she took back. Being told so is enough (oral withdrawal, E3).
     *
     * @param recipients agencies she no longer wants to know; empty for the whole
     */
    public record Withdrawal(
            @Classified(FieldClass.SCHEDULE) LocalDate withdrawnOn,
            @Classified(FieldClass.CONSENT) How how,
            @Classified(FieldClass.CONSENT) String recordedBy,
            @Classified(FieldClass.OPERATION) AccountId account,
            @Classified(FieldClass.OPERATION) Instant recordedAt,
            @Classified(FieldClass.AGENCY) Set<AgencyCode> recipients) {

        public Withdrawal {
            recipients = Set.copyOf(recipients);
        }

        /** How she told it. */
        public enum How {
            ORAL,
            PHONE,
            WRITTEN
        }
    }

    /**
     * That a second officer asked her, or tried to, and she did not agree.
     *
     * @param reached whether she was reached and said no
     */
    public record Attempt(
            @Classified(FieldClass.CONSENT) boolean reached,
            @Classified(FieldClass.CONSENT) @Nullable ConsentMethod method,
            @Classified(FieldClass.CONSENT) @Nullable String by,
            @Classified(FieldClass.CONSENT) @Nullable LocalDate on,
            @Classified(FieldClass.OPERATION) AccountId account,
            @Classified(FieldClass.OPERATION) Instant recordedAt) {}

    /** Whether it is confirmed, not taken back, and not past its end on that day. */
    public boolean inForce(LocalDate day) {
        return status == Status.VERIFIED && !day.isAfter(validUntil);
    }

    /** Whether it holds on that day and she agreed to this. */
    public boolean covers(Purpose purpose, LocalDate day) {
        return inForce(day) && purposes.contains(purpose);
    }

    public boolean expired(LocalDate day) {
        return day.isAfter(validUntil);
    }

    /** Agencies named and not taken back. */
    public Set<AgencyCode> currentRecipients() {
        Set<AgencyCode> current = new LinkedHashSet<>(recipients);
        withdrawals.forEach(withdrawal -> current.removeAll(withdrawal.recipients()));
        return current;
    }

    public boolean conditionsMet() {
        return conditions.stream().allMatch(condition -> condition.metOn() != null);
    }

    /** What it lets this agency have on that day. */
    public ConsentScope scopeFor(AgencyCode agency, LocalDate day) {
        return scopeFor(Purpose.SHARE, agency, day);
    }

    /** What it lets this agency take over on that day; nothing while a condition of hers is not met. */
    public ConsentScope transferScopeFor(AgencyCode agency, LocalDate day) {
        return conditionsMet() ? scopeFor(Purpose.TRANSFER, agency, day) : ConsentScope.NOTHING;
    }

    /**
     * The same for one that is in no directory, and which the ledger therefore cannot name: what she withholds from anybody
     * is withheld from it.
     *
     * @param location whether she lets it have the location group, told besides
     */
    public ConsentScope transferScopeElsewhere(boolean location, LocalDate day) {
        return covers(Purpose.TRANSFER, day) && conditionsMet() ? scope(withheld, location) : ConsentScope.NOTHING;
    }

    ConsentScope emergencyScope(LocalDate day) {
        return covers(Purpose.SHARE, day) ? scope(withheld, true) : ConsentScope.NOTHING;
    }

    private ConsentScope scopeFor(Purpose purpose, AgencyCode agency, LocalDate day) {
        if (!covers(purpose, day) || !currentRecipients().contains(agency)) {
            return ConsentScope.NOTHING;
        }
        boolean location = locationRecipients.stream()
                .anyMatch(permission -> permission.agency().equals(agency.value())
                        && !permission.need().isBlank());
        return scope(withheld.stream().filter(entry -> entry.concerns(agency)).toList(), location);
    }

    /**
     * Gathers what she withholds from this agency.
     *
     * @param unnamedToo whether an agency that she did not name is kept from all that she withholds from any
     */
    void withholdFrom(AgencyCode agency, boolean unnamedToo, Set<String> fields, Set<String> items) {
        boolean all = unnamedToo && !recipients.contains(agency);
        gather(withheld.stream().filter(entry -> all || entry.concerns(agency)).toList(), fields, items);
    }

    private static ConsentScope scope(List<Withheld> withheld, boolean location) {
        Set<String> fields = new LinkedHashSet<>();
        Set<String> items = new LinkedHashSet<>();
        gather(withheld, fields, items);
        return new ConsentScope(true, location, fields, items);
    }

    /** Which fields, and which things said in the texts, these entries name. */
    static void gather(List<Withheld> withheld, Set<String> fields, Set<String> items) {
        for (Withheld entry : withheld) {
            WithheldFields.named(entry.item()).ifPresent(fields::addAll);
            if (WithheldFields.spokenOf(entry.item())) {
                items.add(entry.item().strip());
            }
        }
    }

    /** Whether it may still let something be shared, now or once it is confirmed. */
    boolean counts() {
        return status == Status.GIVEN || status == Status.VERIFIED;
    }

    /** The same without these recipients. */
    Consent without(Set<AgencyCode> agencies) {
        Set<AgencyCode> left = new LinkedHashSet<>(recipients);
        left.removeAll(agencies);
        return new Consent(
                number,
                status,
                left,
                locationRecipients,
                withheld,
                conditions,
                confirmedBy,
                confirmedOn,
                method,
                validUntil,
                contactAgency,
                verifiedBy,
                verifiedAt,
                withdrawals,
                attempts,
                purposes,
                refusalExplained);
    }

    Consent as(Status next) {
        return with(number, next, withdrawals, attempts);
    }

    Consent numbered(int next) {
        return with(next, status, withdrawals, attempts);
    }

    Consent attempted(Attempt attempt) {
        List<Attempt> longer = new ArrayList<>(attempts);
        longer.add(attempt);
        return with(number, attempt.reached() ? Status.REFUSED : status, withdrawals, longer);
    }

    private Consent with(int newNumber, Status newStatus, List<Withdrawal> newWithdrawals, List<Attempt> newAttempts) {
        return new Consent(
                newNumber,
                newStatus,
                recipients,
                locationRecipients,
                withheld,
                conditions,
                confirmedBy,
                confirmedOn,
                method,
                validUntil,
                contactAgency,
                verifiedBy,
                verifiedAt,
                newWithdrawals,
                newAttempts,
                purposes,
                refusalExplained);
    }

    Consent withdrawn(Withdrawal withdrawal) {
        List<Withdrawal> longer = new ArrayList<>(withdrawals);
        longer.add(withdrawal);
        return with(number, withdrawal.recipients().isEmpty() ? Status.WITHDRAWN : status, longer, attempts);
    }
}
