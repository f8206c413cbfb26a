package jp.tsunagi.conference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Service;

/** Which agencies hold papers of a conference, for the module that asks for them back. Nothing that stood in them. */
@Service
public class SharedPapers {

    private static final Set<Relation> ASKING =
            EnumSet.of(Relation.REQUESTING_TEAM, Relation.CENTER, Relation.DIRECTOR);

    private final Desk desk;
    private final SharingLedger ledger;
    private final Directory directory;

    SharedPapers(Desk desk, SharingLedger ledger, Directory directory) {
        this.desk = desk;
        this.ledger = ledger;
        this.directory = directory;
    }

    /**
     * A conference of which papers may be asked back.
     *
     * @param holders by agency what it opened, the oldest first; neither those who support her nor what was read on a screen
     */
    public record Held(CaseId caseId, ConferenceId id, String reference, Map<AgencyCode, List<Paper>> holders) {}

    /** @param serial as printed on the paper */
    public record Paper(
            @Classified(FieldClass.AGENCY) String kind,
            @Classified(FieldClass.AGENCY) String serial,
            @Classified(FieldClass.AGENCY) Instant at) {}

    /** @throws jp.tsunagi.shared.Refused {@code not-found} for anybody but the requesting agency's team and the Center */
    public Held of(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        if (!mayAsk(sight.standing())) {
            throw Refusal.notFound();
        }
        CaseConference conference = sight.conference();
        List<AgencyCode> helpers =
                List.of(directory.center(), conference.requestingAgency(), conference.contactAgency());
        Map<AgencyCode, List<Paper>> holders =
                new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        for (Delivery delivery : ledger.of(conference.id())) {
            if (delivery.sha256() != null && !helpers.contains(delivery.agency())) {
                holders.computeIfAbsent(delivery.agency(), agency -> new ArrayList<>())
                        .add(paper(delivery));
            }
        }
        return new Held(conference.caseId(), conference.id(), conference.reference(), holders);
    }

    static boolean mayAsk(Standing standing) {
        return ASKING.stream().anyMatch(standing::is);
    }

    /** What one agency opened of a conference; whether it may be told is for the caller to have asked. */
    public List<Paper> heldBy(AgencyCode agency, ConferenceId conference) {
        return ledger.of(conference).stream()
                .filter(delivery ->
                        delivery.sha256() != null && delivery.agency().equals(agency))
                .map(SharedPapers::paper)
                .toList();
    }

    private static Paper paper(Delivery delivery) {
        return new Paper(delivery.kind(), delivery.id(), delivery.at());
    }
}
