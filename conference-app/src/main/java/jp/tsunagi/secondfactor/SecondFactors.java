package jp.tsunagi.secondfactor;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.AccountReset;
import jp.tsunagi.account.FactorGuard;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.SecondStep;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The second factors of all accounts: who has which, whether one that is shown is right, who may not do without. */
@Service
public class SecondFactors implements SecondStep {

    private final FactorStore store;
    private final SecondFactorSettings settings;
    private final PasskeyCeremonies ceremonies;
    private final RecoveryKeeping recovery;
    private final FactorGuard guard;
    private final Clock clock;

    SecondFactors(
            FactorStore store,
            SecondFactorSettings settings,
            PasskeyCeremonies ceremonies,
            RecoveryKeeping recovery,
            FactorGuard guard,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.ceremonies = ceremonies;
        this.recovery = recovery;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * What an officer may know of the own factors.
     *
     * @param enabled false where this hub asks for none
     * @param required whether the officer may do nothing without one
     * @param app whether an authenticator app is set up
     * @param offersPasskeys whether passkeys can be made here
     * @param passkeys those that there are
     * @param codes how many recovery codes are left
     */
    public record Overview(
            boolean enabled,
            boolean required,
            boolean app,
            boolean offersPasskeys,
            List<OwnPasskey> passkeys,
            int codes) {

        public Overview {
            passkeys = List.copyOf(passkeys);
        }

        /** Whether there is any factor. */
        public boolean any() {
            return app || !passkeys.isEmpty();
        }

        /** Whether one of them can go. */
        public boolean removable() {
            return !required || passkeys.size() + (app ? 1 : 0) > 1;
        }
    }

    /** @param label by which its owner knows it */
    public record OwnPasskey(String id, String label, LocalDate created, LocalDate lastUsed) {

        static OwnPasskey of(Passkey passkey) {
            return new OwnPasskey(passkey.id(), passkey.label(), day(passkey.created()), day(passkey.lastUsed()));
        }

        private static LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, TimeConfiguration.JAPAN);
        }
    }

    public Overview overview(Officer officer) {
        Factors there = store.of(officer.id());
        return new Overview(
                settings.enabled(),
                required(officer),
                there.app() != null,
                ceremonies.offered(),
                there.passkeys().stream().map(OwnPasskey::of).toList(),
                there.recovery().size());
    }

    @Override
    public Asked asked(Officer officer) {
        if (!settings.enabled()) {
            return Asked.NOTHING;
        }
        if (store.of(officer.id()).any()) {
            return Asked.PROOF;
        }
        return required(officer) ? Asked.SET_UP : Asked.NOTHING;
    }

    @Override
    public boolean takesPasskeys() {
        return ceremonies.offered();
    }

    /** The secret that is being set up: the same for a while, so that the page can be opened again. */
    byte[] proposal(AccountId account) {
        Instant now = clock.instant();
        Optional<byte[]> there = store.of(account).proposal(now);
        if (there.isPresent()) {
            return there.get();
        }
        return store.change(account, before -> Optional.of(before.proposing(Totp.newSecret(), now)))
                .flatMap(after -> after.proposal(now))
                .orElseThrow();
    }

    /**
     * Makes the proposed app count, and ends the account's other sessions.
     *
     * @param code the app's present one
     * @return fresh recovery codes, shown this once; empty where the code is wrong
     */
    List<String> confirm(AccountId account, String code) {
        Instant now = clock.instant();
        String typed = RecoveryCodes.typed(code);
        if (store.of(account).confirmed(typed, List.of(), now).isEmpty()) {
            return List.of();
        }
        RecoveryKeeping.Drawn drawn = recovery.draw();
        boolean done = guard.changed("account.app-set-up", account.value(), account, () -> store.change(
                        account, before -> before.confirmed(typed, drawn.kept(), now))
                .isPresent());
        return done ? drawn.printed() : List.of();
    }

    /** Whether this code counts; it counts once. Wrong ones are counted and lock, as wrong passwords do. */
    boolean prove(AccountId account, String code, String address) {
        if (!guard.open(account, address)) {
            return false;
        }
        String typed = RecoveryCodes.typed(code);
        Instant now = clock.instant();
        // Asked again: of many guesses at one moment, those that come after the lock closed do not count.
        boolean right = store.change(account, before -> before.used(typed, guard::matches, now)
                        .filter(used -> guard.open(account, address)))
                .isPresent();
        if (!right) {
            guard.wrong(account, address);
            return false;
        }
        guard.right(account);
        if (RecoveryCodes.isCode(typed)) {
            guard.happened("account.recovery-code", account);
        }
        return true;
    }

    /** New recovery codes in place of all former ones; empty where there is nothing they could stand in for. */
    List<String> drawCodes(AccountId account) {
        if (!store.of(account).any()) {
            return List.of();
        }
        RecoveryKeeping.Drawn drawn = recovery.draw();
        guard.audited(
                "account.recovery-codes",
                account.value(),
                account,
                () -> store.change(account, before -> Optional.of(before.withRecovery(drawn.kept()))));
        return drawn.printed();
    }

    /** Takes the app away; false where the officer must have a second factor and would have none. */
    boolean removeApp(Officer officer) {
        AccountId account = officer.id();
        boolean required = required(officer);
        if (store.of(account).withoutApp(required).isEmpty()) {
            return false;
        }
        return guard.changed("account.app-removed", account.value(), account, () -> store.change(
                        account, before -> before.withoutApp(required))
                .isPresent());
    }

    /**
     * Takes all second factors of an account away, for somebody who lost them, and ends its sessions. Whether the actor may
     * is for the caller to have asked.
     *
     * @param actor account id of who does it
     */
    public void reset(AccountId account, String actor) {
        guard.changed(
                "account.second-factor-reset",
                actor,
                account,
                () -> store.change(account, before -> Optional.of(before.emptied())));
        guard.right(account);
    }

    /** Two persons have reset the account: what was shown besides its password goes, too. */
    @EventListener
    void onReset(AccountReset reset) {
        reset(reset.account(), reset.actor());
    }

    /** Whether this officer may do nothing without a second factor. */
    boolean required(Officer officer) {
        return settings.enabled() && settings.requiredOf().stream().anyMatch(officer::is);
    }
}
