package jp.tsunagi.account;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deputies, for the director. For anybody else there is nothing here. */
@RestController
@RequestMapping("/api/v1/deputies")
class DeputyController {

    private final Deputies deputies;
    private final Accounts accounts;

    DeputyController(Deputies deputies, Accounts accounts) {
        this.deputies = deputies;
        this.accounts = accounts;
    }

    @GetMapping
    List<DeputyEntry> list(@CurrentOfficer Officer director) {
        return deputies.all(director).stream().map(DeputyEntry::of).toList();
    }

    @PostMapping
    ResponseEntity<DeputyEntry> name(
            @CurrentOfficer Officer director,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Naming wanted) {
        DeputyEntry named = DeputyEntry.of(deputies.name(director, accountOf(wanted), wanted.from(), wanted.to(), key));
        return ResponseEntity.created(URI.create("/api/v1/deputies/" + named.id()))
                .body(named);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@CurrentOfficer Officer director, @PathVariable String id) {
        deputies.revoke(director, id);
    }

    private @Nullable AccountId accountOf(Naming wanted) {
        if (wanted.account() != null) {
            return new AccountId(wanted.account());
        }
        // A login that nobody has is answered like an account that may not be deputy.
        return wanted.login() == null
                ? null
                : accounts.byLogin(wanted.login()).map(Officer::id).orElse(new AccountId(""));
    }

    record Naming(@Nullable String account, @Nullable String login, @Nullable LocalDate from, @Nullable LocalDate to) {}

    record DeputyEntry(
            String id,
            String account,
            String name,
            LocalDate from,
            LocalDate to,
            String namedBy,
            boolean revoked,
            boolean today) {

        static DeputyEntry of(Deputies.Deputy deputy) {
            return new DeputyEntry(
                    deputy.id(),
                    deputy.account().value(),
                    deputy.name(),
                    deputy.from(),
                    deputy.to(),
                    deputy.namedBy().value(),
                    deputy.revoked(),
                    deputy.today());
        }
    }
}
