package jp.tsunagi.account;

import java.net.URI;
import java.util.List;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.shared.Paging;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and gateway passwords, for administrators. For anybody else there is nothing here. */
@RestController
@RequestMapping("/api/v1")
class AccountController {

    private final Accounts accounts;
    private final BrokerCredentials gateways;

    AccountController(Accounts accounts, BrokerCredentials gateways) {
        this.accounts = accounts;
        this.gateways = gateways;
    }

    @GetMapping("/accounts")
    AccountPage list(
            @CurrentOfficer Officer administrator,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size) {
        Paging paging = Paging.of(page, size);
        requireAdministrator(administrator);
        Accounts.Page found = accounts.search("", paging.page(), paging.size());
        return new AccountPage(found.items(), found.page(), found.total());
    }

    @PostMapping("/accounts")
    ResponseEntity<AccountEntry> create(
            @CurrentOfficer Officer administrator,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewAccount wanted) {
        requireAdministrator(administrator);
        AccountEntry entry = entry(accounts.create(wanted, administrator.id().value(), key));
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + entry.id()))
                .body(entry);
    }

    @GetMapping("/accounts/{id}")
    AccountEntry read(@CurrentOfficer Officer administrator, @PathVariable String id) {
        requireAdministrator(administrator);
        return entry(new AccountId(id));
    }

    @PutMapping("/accounts/{id}")
    AccountEntry replace(
            @CurrentOfficer Officer administrator, @PathVariable String id, @RequestBody AccountChange wanted) {
        requireAdministrator(administrator);
        return accounts.replace(new AccountId(id), wanted, administrator.id().value());
    }

    @PostMapping("/accounts/{id}/deactivation")
    AccountEntry deactivate(@CurrentOfficer Officer administrator, @PathVariable String id) {
        requireAdministrator(administrator);
        accounts.deactivate(new AccountId(id), administrator.id().value());
        return entry(new AccountId(id));
    }

    @PostMapping("/accounts/{id}/password")
    AccountEntry changePassword(
            @CurrentOfficer Officer administrator, @PathVariable String id, @RequestBody NewPassword wanted) {
        requireAdministrator(administrator);
        accounts.changePassword(
                new AccountId(id), wanted.password(), administrator.id().value());
        return entry(new AccountId(id));
    }

    /** Shows the new password this once. */
    @PostMapping("/agencies/{code}/gateway-password")
    GatewayPassword rotate(@CurrentOfficer Officer administrator, @PathVariable String code) {
        requireAdministrator(administrator);
        if (!AgencyCode.isCode(code)) {
            throw Refusal.notFound();
        }
        return new GatewayPassword(
                code, gateways.rotate(new AgencyCode(code), administrator.id().value()));
    }

    private AccountEntry entry(AccountId id) {
        return accounts.entry(id);
    }

    private static void requireAdministrator(Officer officer) {
        if (!officer.is(Role.ADMINISTRATOR)) {
            throw Refusal.notFound();
        }
    }

    record NewPassword(@Nullable String password) {

        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    record GatewayPassword(String user, String password) {

        @Override
        public String toString() {
            return "GatewayPassword";
        }
    }

    record AccountPage(List<AccountEntry> items, int page, long total) {}
}
