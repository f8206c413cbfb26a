package jp.tsunagi.account;

import java.util.List;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.shared.Paging;
import jp.tsunagi.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
        Accounts.Page found = accounts.search(AccountReach.of(administrator), "", paging.page(), paging.size());
        return new AccountPage(found.items(), found.page(), found.total());
    }

    @GetMapping("/accounts/{id}")
    AccountEntry read(@CurrentOfficer Officer administrator, @PathVariable String id) {
        return entry(id, administrator);
    }

    @PutMapping("/accounts/{id}")
    AccountEntry replace(
            @CurrentOfficer Officer administrator, @PathVariable String id, @RequestBody AccountChange wanted) {
        entry(id, administrator);
        return accounts.replace(
                new AccountId(id),
                wanted,
                AccountReach.of(administrator),
                administrator.id().value());
    }

    @PostMapping("/accounts/{id}/deactivation")
    AccountEntry deactivate(@CurrentOfficer Officer administrator, @PathVariable String id) {
        entry(id, administrator);
        accounts.deactivate(new AccountId(id), administrator.id().value());
        return entry(id, administrator);
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

    private AccountEntry entry(String id, Officer administrator) {
        return AccountReach.of(administrator).require(accounts.entry(new AccountId(id)));
    }

    static void requireAdministrator(Officer officer) {
        if (!officer.is(Role.ADMINISTRATOR)) {
            throw Refusal.notFound();
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
