package jp.tsunagi.account;

import java.util.Set;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is. */
@RestController
class MeController {

    private final Agencies agencies;

    MeController(Agencies agencies) {
        this.agencies = agencies;
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
