package jp.tsunagi.account;

import java.util.Set;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is. */
@RestController
class MeController {

    private final Agencies agencies;
    private final OwnPassword ownPassword;

    MeController(Agencies agencies, OwnPassword ownPassword) {
        this.agencies = agencies;
        this.ownPassword = ownPassword;
    }

    @GetMapping("/api/v1/me")
    Me me(@CurrentOfficer Officer officer) {
        String agencyName = agencies.find(officer.agency()).map(Agency::name).orElse("");
        return new Me(
                officer.id().value(),
                officer.name(),
                officer.agency().value(),
                agencyName,
                officer.section(),
                officer.roles(),
                officer.person(),
                officer.deputy());
    }

    @PostMapping("/api/v1/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@CurrentOfficer Officer officer, @RequestBody OwnPassword.Change change) {
        ownPassword.change(officer, change);
    }

    record Me(
            String account,
            String name,
            String agency,
            String agencyName,
            String section,
            Set<Role> roles,
            boolean person,
            boolean deputy) {}
}
