package jp.tsunagi.secondfactor;

import jakarta.servlet.http.HttpSession;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.FactorGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Service;

/** Making, showing and removing passkeys. What a browser was asked is kept in its session and counts for one answer. */
@Service
class Passkeys {

    private static final String TO_CREATE = "passkeyToCreate";
    private static final String TO_SHOW = "passkeyToShow";
    private static final int LONGEST_LABEL = 40;

    private final FactorStore store;
    private final PasskeyCeremonies ceremonies;
    private final RecoveryKeeping recovery;
    private final FactorGuard guard;
    private final Clock clock;

    Passkeys(
            FactorStore store, PasskeyCeremonies ceremonies, RecoveryKeeping recovery, FactorGuard guard, Clock clock) {
        this.store = store;
        this.ceremonies = ceremonies;
        this.recovery = recovery;
        this.guard = guard;
        this.clock = clock;
    }

    boolean offered() {
        return ceremonies.offered();
    }

    /** What the page asks the browser to make; null where no passkeys are offered. */
    @Nullable String askToCreate(AccountId account, String login, HttpSession session) {
        if (!offered()) {
            return null;
        }
        PublicKeyCredentialCreationOptions asked = ceremonies.toCreate(store.of(account), login);
        session.setAttribute(TO_CREATE, asked);
        return PasskeyCeremonies.text(asked);
    }

    /** What the page asks the browser to show of this account's; null where it has none. */
    @Nullable String askToShow(AccountId account, HttpSession session) {
        Factors there = store.of(account);
        return !offered() || there.passkeys().isEmpty() ? null : ask(ceremonies.toShow(there), session);
    }

    /** What the page asks the browser to show of whomever. */
    String askToShow(HttpSession session) {
        return ask(ceremonies.toShow(), session);
    }

    private static String ask(PublicKeyCredentialRequestOptions asked, HttpSession session) {
        session.setAttribute(TO_SHOW, asked);
        return PasskeyCeremonies.text(asked);
    }

    /**
     * Keeps the passkey that the browser made, and ends the account's other sessions.
     *
     * @return fresh recovery codes where there were none, shown this once; null where the answer is none to what was asked
     */
    @Nullable List<String> create(AccountId account, String label, String answer, HttpSession session) {
        Object asked = session.getAttribute(TO_CREATE);
        session.removeAttribute(TO_CREATE);
        if (!offered() || !(asked instanceof PublicKeyCredentialCreationOptions options)) {
            return null;
        }
        Instant now = clock.instant();
        Factors there = store.of(account);
        if (ceremonies
                .created(there, named(label), options, answer, List.of(), now)
                .isEmpty()) {
            return null;
        }
        RecoveryKeeping.Drawn drawn = there.recovery().isEmpty() ? recovery.draw() : RecoveryKeeping.Drawn.NONE;
        boolean done = guard.changed("account.passkey-added", account.value(), account, () -> store.change(
                        account, before -> ceremonies.created(before, named(label), options, answer, drawn.kept(), now))
                .isPresent());
        return done ? drawn.printed() : null;
    }

    /** Whether the browser showed a passkey of this account, as it was asked to. */
    boolean prove(AccountId account, String answer, HttpSession session) {
        Object asked = session.getAttribute(TO_SHOW);
        session.removeAttribute(TO_SHOW);
        Instant now = clock.instant();
        return offered()
                && asked instanceof PublicKeyCredentialRequestOptions options
                && store.change(account, before -> ceremonies.shown(before, options, answer, now))
                        .isPresent();
    }

    /** The account whose passkey the browser showed; empty where it is none. */
    Optional<AccountId> prove(String answer, HttpSession session) {
        return PasskeyCeremonies.owner(answer).filter(account -> prove(account, answer, session));
    }

    /** Takes one away; false where it is not there, or the account must not be left without a factor. */
    boolean remove(AccountId account, String id, boolean mustKeepOne) {
        if (store.of(account).withoutPasskey(id, mustKeepOne).isEmpty()) {
            return false;
        }
        return guard.changed("account.passkey-removed", account.value(), account, () -> store.change(
                        account, before -> before.withoutPasskey(id, mustKeepOne))
                .isPresent());
    }

    private static String named(String label) {
        String name = Normalizer.normalize(label, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return name.isEmpty()
                ? "-"
                : name.substring(
                        0, name.offsetByCodePoints(0, Math.min(LONGEST_LABEL, name.codePointCount(0, name.length()))));
    }
}
