package jp.tsunagi.account;

import java.util.Optional;
import jp.tsunagi.audit.ActorByLogin;
import org.springframework.stereotype.Component;

/** Leads auditors from a sign-in name to what was done under it; also after the account was closed. */
@Component
class ActorLogins implements ActorByLogin {

    private final Accounts accounts;

    ActorLogins(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<String> actorOf(String login) {
        return accounts.accountOf(login).map(account -> account.id());
    }
}
