package jp.tsunagi.intake;

import java.util.List;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.casefile.Casefile;
import org.springframework.stereotype.Component;

/** The other sections (課) of the agency that keeps a sheet. */
@Component
class Divisions {

    private final Agencies agencies;

    Divisions(Agencies agencies) {
        this.agencies = agencies;
    }

    /** All but the one that keeps it. */
    List<String> of(Casefile casefile) {
        return agencies.find(casefile.requestingAgency()).map(Agency::sections).orElse(List.of()).stream()
                .filter(section -> !section.equals(casefile.team().section()))
                .toList();
    }
}
