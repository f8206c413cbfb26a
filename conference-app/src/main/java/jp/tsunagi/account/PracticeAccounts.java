package jp.tsunagi.account;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts for trying out: with a password that somebody else chose, and ready to work. In the demo alone; everywhere else
 * people are invited, so that nobody ever knows another person's password.
 */
@RestController
@Profile("demo")
public class PracticeAccounts {

    private final Accounts accounts;
    private final Pledges pledges;

    PracticeAccounts(Accounts accounts, Pledges pledges) {
        this.accounts = accounts;
        this.pledges = pledges;
    }

    @PostMapping("/api/v1/accounts")
    ResponseEntity<AccountEntry> create(
            @CurrentOfficer Officer administrator,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewAccount wanted) {
        AccountController.requireAdministrator(administrator);
        AccountEntry entry = accounts.entry(open(wanted, administrator.id().value(), key));
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + entry.id()))
                .body(entry);
    }

    /** Opens one, and pledges for it. */
    public AccountId open(NewAccount wanted, String actor, @Nullable String idempotencyKey) {
        AccountId id = accounts.create(wanted, actor, idempotencyKey);
        accounts.officer(id).ifPresent(pledges::giveForPractice);
        return id;
    }

    /** The same for one that is there, where the text of the pledge has changed. */
    public void pledgeFor(String login) {
        accounts.byLogin(login).ifPresent(pledges::giveForPractice);
    }
}
