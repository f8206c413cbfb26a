package jp.tsunagi.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.command.Command;
import jp.tsunagi.page.Typed;
import jp.tsunagi.plan.PlanDesk.Sight;
import org.springframework.stereotype.Component;

/**
 * Which agencies may know of a plan today: those that are there without being named, and those that her consent names. For
 * whoever writes the plan, who is told before the director is.
 */
@Component
class PlanCoverage {

    private final PlanDesk desk;
    private final Agencies agencies;

    PlanCoverage(PlanDesk desk, Agencies agencies) {
        this.desk = desk;
        this.agencies = agencies;
    }

    /** Codes: the lead agency, the requesting one and the Center first, then whom her consent covers. */
    Set<String> covered(String caseId, String leadAgency, Command command) {
        Sight sight = desk.sight(caseId, command);
        Set<String> covered = new LinkedHashSet<>();
        covered.add(leadAgency);
        covered.add(sight.casefile().requestingAgency().value());
        covered.add(sight.standing().center().value());
        Set<String> named = new TreeSet<>();
        sight.casefile()
                .consent()
                .filter(consent -> consent.inForce(command.today()))
                .map(Consent::currentRecipients)
                .ifPresent(recipients -> recipients.forEach(code -> named.add(code.value())));
        covered.addAll(named);
        return covered;
    }

    /** Agencies of the measures as they are typed that may not know of them, each once. */
    static List<String> uncovered(Typed typed, Set<String> covered) {
        Set<String> uncovered = new LinkedHashSet<>();
        for (int row = 0; row < typed.rows("measures"); row++) {
            String agency = typed.text("measures[" + row + "].agency");
            if (!agency.isBlank() && !covered.contains(agency)) {
                uncovered.add(agency);
            }
        }
        return List.copyOf(uncovered);
    }

    /**
     * The agency of a kind that is meant: the only one that may know of the plan, or the one that makes it; an empty text
     * where the writer has to choose.
     */
    String meant(AgencyKind kind, String leadAgency, Set<String> covered) {
        List<String> possible = new ArrayList<>();
        for (String code : covered) {
            if (agencies.find(code)
                    .filter(Agency::active)
                    .filter(agency -> agency.kind() == kind)
                    .isPresent()) {
                possible.add(code);
            }
        }
        return possible.size() == 1 || possible.contains(leadAgency) ? possible.get(0) : "";
    }
}
