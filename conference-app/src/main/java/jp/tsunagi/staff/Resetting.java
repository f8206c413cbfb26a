package jp.tsunagi.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.AccountEntry;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.AccountOpening;
import jp.tsunagi.account.AccountOpening.Prepared;
import jp.tsunagi.account.AccountReach;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Administration;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Resets an account whose person cannot sign in any more. One administrator asks for it and another confirms it; where there
 * is no other, the director does. Nobody does both, and nobody the own account: else one person could become any other.
 */
@Service
class Resetting {

    private static final int LONGEST_REASON = 200;

    private final Admissions admissions;
    private final AccountOpening opening;
    private final Accounts accounts;
    private final Administration administration;
    private final EntryKeys keys;
    private final StaffSettings settings;
    private final Clock clock;

    Resetting(
            Admissions admissions,
            AccountOpening opening,
            Accounts accounts,
            Administration administration,
            EntryKeys keys,
            StaffSettings settings,
            Clock clock) {
        this.admissions = admissions;
        this.opening = opening;
        this.accounts = accounts;
        this.administration = administration;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks for a reset. Nothing happens to the account before somebody else confirms it.
     *
     * @param reason how the person was recognised, for whoever confirms
     * @throws jp.tsunagi.shared.Refused {@code not-found}, {@code account.reset-own}, {@code account.reset-incomplete},
     *     {@code account.reset-asked} where somebody has asked already, {@code account.closed}
     */
    Admission ask(AccountId account, @Nullable String reason, Officer by) {
        AccountEntry entry = accounts.entry(account);
        requireMayAsk(entry, by);
        requireReset(entry, by);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw Refusal.invalid("account.reset-incomplete", FieldProblem.of("reason", "required"));
        }
        int length = why.codePointCount(0, why.length());
        if (length > LONGEST_REASON) {
            throw Refusal.invalid(
                    "account.reset-incomplete", FieldProblem.of("reason", "too-long", LONGEST_REASON, length));
        }
        Instant now = clock.instant();
        Prepared whose = new Prepared(
                entry.login(), entry.name(), new AgencyCode(entry.agency()), entry.section(), entry.roles());
        Admission reset =
                Admission.reset(Ids.random(now), whose, account, why, by.id(), now, now.plus(settings.linkFor()));
        return administration.audited("account.reset-ask", by.id().value(), account.value(), List.of(), () -> {
            if (admissions.waitingFor(account).filter(this::asks).isPresent()) {
                throw Refusal.conflict("account.reset-asked");
            }
            admissions.insert(reset);
            return reset;
        });
    }

    /**
     * Confirms a reset: the former password and the second factors are gone, all sessions end, and the link and code are shown this once.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}, {@code account.reset-alone}, {@code account.reset-own}, {@code
     *     account.reset-by-administrator} where there is another administrator than who asked
     */
    Inviting.Made confirm(String id, Officer by) {
        Admission reset = readable(id, by);
        requireMayConfirm(reset, by);
        if (reset.state() != Admission.State.ASKED || !reset.waitsAt(clock.instant())) {
            throw Refusal.conflict("account.reset-over");
        }
        requireReset(accounts.entry(reset.account()), by);
        String nobodys = opening.unguessable();
        EntryKeys.Handed handed = keys.fresh();
        Admission confirmed = reset.confirmed(
                by.id(),
                AccountOpening.seal(nobodys),
                handed.lock(keys, clock.instant().plus(settings.linkFor())));
        return administration.audited(
                "account.reset-confirm", by.id().value(), reset.account().value(), List.of(), () -> {
                    admissions.save(confirmed);
                    // Where it stops here, the link opens nothing, since the seal is not the account's: it is asked
                    // anew.
                    opening.shut(reset.account(), nobodys, by.id().value());
                    return new Inviting.Made(confirmed, handed);
                });
    }

    /** Takes it back, also after it was confirmed: the account then stays shut until the next one. */
    void withdraw(String id, Officer by) {
        Admission reset = readable(id, by);
        if (!reset.waitsAt(clock.instant())) {
            return;
        }
        administration.audited(
                "account.reset-withdraw", by.id().value(), reset.account().value(), List.of(), () -> {
                    admissions.save(reset.ended(Admission.State.WITHDRAWN, by.id(), clock.instant()));
                    return id;
                });
    }

    /** One that this officer has to do with. */
    Admission readable(String id, Officer by) {
        return admissions
                .find(id)
                .filter(found -> found.kind() == Admission.Kind.RESET)
                .filter(found -> reaches(by, found.agency()) || by.is(Role.DIRECTOR))
                .orElseThrow(Refusal::notFound);
    }

    /** Those that wait for this officer as the second person. */
    List<Admission> toConfirm(Officer by) {
        if (!AccountReach.isAdministrator(by) && !by.is(Role.DIRECTOR)) {
            return List.of();
        }
        return admissions.asked().stream()
                .filter(reset -> reset.kind() == Admission.Kind.RESET && mayConfirm(reset, by))
                .toList();
    }

    boolean mayConfirm(Admission reset, Officer by) {
        if (reset.askedBy().equals(by.id()) || reset.account().equals(by.id())) {
            return false;
        }
        return reaches(by, reset.agency()) || (by.is(Role.DIRECTOR) && !anotherAdministrator(reset));
    }

    private void requireMayConfirm(Admission reset, Officer by) {
        if (reset.askedBy().equals(by.id())) {
            throw Refusal.forbidden("account.reset-alone");
        }
        if (reset.account().equals(by.id())) {
            throw Refusal.forbidden("account.reset-own");
        }
        if (!mayConfirm(reset, by)) {
            throw Refusal.forbidden("account.reset-by-administrator");
        }
    }

    /** An administrator of that account; for an administrator's own the director, too, lest nobody be left. */
    static void requireMayAsk(AccountEntry entry, Officer by) {
        boolean forAdministrator = by.is(Role.DIRECTOR) && entry.roles().contains(Role.ADMINISTRATOR);
        if (!reaches(by, new AgencyCode(entry.agency())) && !forAdministrator) {
            throw Refusal.notFound();
        }
    }

    private static void requireReset(AccountEntry entry, Officer by) {
        if (entry.id().equals(by.id().value())) {
            throw Refusal.forbidden("account.reset-own");
        }
        if (!entry.active()) {
            throw Refusal.conflict("account.closed");
        }
    }

    /** Whether somebody who looks after that account could confirm it, besides who asked and whose it is. */
    private boolean anotherAdministrator(Admission reset) {
        Set<AccountId> not = Set.of(reset.askedBy(), reset.account());
        return accounts.administratorsOf(reset.agency()).stream()
                .anyMatch(administrator -> administrator.person() && !not.contains(administrator.id()));
    }

    private static boolean reaches(Officer officer, AgencyCode agency) {
        return AccountReach.isAdministrator(officer) && AccountReach.of(officer).covers(agency);
    }

    private boolean asks(Admission waiting) {
        return waiting.state() == Admission.State.ASKED;
    }
}
