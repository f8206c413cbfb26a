package jp.tsunagi.account;

import java.util.List;
import java.util.function.Supplier;
import jp.tsunagi.account.SignInAttempts.Counted;
import org.springframework.stereotype.Component;

/** What the keeping of second factors shares with the keeping of passwords: counting, hashing, the audit. */
@Component
public class FactorGuard {

    private final SignInAttempts attempts;
    private final Passwords passwords;
    private final OpenSessions sessions;
    private final Administration administration;

    FactorGuard(SignInAttempts attempts, Passwords passwords, OpenSessions sessions, Administration administration) {
        this.attempts = attempts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.administration = administration;
    }

    /** Whether an attempt counts at all: neither this account nor this address is locked for wrong ones. */
    public boolean open(AccountId account, String address) {
        return !attempts.locked(Counted.secondFactor(account)) && !attempts.locked(Counted.address(address));
    }

    /** Counts a wrong attempt. */
    public void wrong(AccountId account, String address) {
        if (attempts.failed(Counted.secondFactor(account))) {
            administration.happened("account.locked", Administration.SYSTEM, account.value());
        }
        attempts.failed(Counted.address(address));
    }

    /** Forgets wrong attempts after a right one. */
    public void right(AccountId account) {
        attempts.forget(Counted.secondFactor(account));
    }

    /** Slow on purpose, as for passwords. */
    public String hash(String code) {
        return passwords.hash(code);
    }

    public boolean matches(String code, String hash) {
        return passwords.matches(code, hash);
    }

    /** Changes factors, with the audit before and after it. The account's sessions that began before now end. */
    public <T> T changed(String action, String actor, AccountId about, Supplier<T> change) {
        return audited(action, actor, about, () -> {
            sessions.end(about);
            return change.get();
        });
    }

    /** Does something with factors, with the audit before and after it. */
    public <T> T audited(String action, String actor, AccountId about, Supplier<T> change) {
        return administration.audited(action, actor, about.value(), List.of(), change);
    }

    /** Enters what happened by the account's own hand. */
    public void happened(String action, AccountId account) {
        administration.happened(action, account.value(), account.value());
    }
}
