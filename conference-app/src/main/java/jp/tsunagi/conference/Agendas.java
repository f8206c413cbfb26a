package jp.tsunagi.conference;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The agenda (要領 第4): explanation of the case and the topics, exchange of views, confirmation of the outcome; before them
 * confidentiality and what is open from the last time. Made anew at each reading from what has come in and from how far the support has come.
 */
@Service
class Agendas {

    private final Desk desk;
    private final Conferences conferences;
    private final MeetingPapers papers;
    private final Directory directory;
    private final SharingLedger ledger;
    private final SupportLeft supportLeft;
    private final CouncilItems council;
    private final Acts acts;

    Agendas(
            Desk desk,
            Conferences conferences,
            MeetingPapers papers,
            Directory directory,
            SharingLedger ledger,
            SupportLeft supportLeft,
            CouncilItems council,
            Acts acts) {
        this.desk = desk;
        this.conferences = conferences;
        this.papers = papers;
        this.directory = directory;
        this.ledger = ledger;
        this.supportLeft = supportLeft;
        this.council = council;
        this.acts = acts;
    }

    /** An agenda before the policy. */
    record AgendaView(
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.OPERATION) int number,
            @Classified(FieldClass.AGENCY) Request.LegalBasis legalBasis,
            @Classified(FieldClass.AGENCY) String requestingAgency,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime start,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime end,
            @Classified(FieldClass.MEETING_PLACE) @Nullable String place,
            @Classified(FieldClass.AGENCY) @Nullable String moderator,
            @Classified(FieldClass.AGENCY) @Nullable String recorder,
            @Classified(FieldClass.OPERATION) String confidentiality,
            @Classified(FieldClass.OUTCOME) List<OpenItem> openItems,
            @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String caseOverview,
            @Classified(value = FieldClass.AGENDA, freeText = true) @Nullable String topics,
            @Classified(value = FieldClass.AGENDA, freeText = true) @Nullable String councilItems,
            @Classified(FieldClass.AGENCY_OPINION) List<Sheet> sheets) {}

    /**
     * What is left from the last time.
     *
     * @param progress how far it has come, null for what no plan follows
     */
    record OpenItem(
            @Classified(FieldClass.OUTCOME) @Nullable String agency,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String what,
            @Classified(FieldClass.OUTCOME) @Nullable LocalDate due,
            @Classified(FieldClass.OUTCOME) @Nullable String progress) {}

    /** The agenda version of one agency's information sheet. */
    record Sheet(
            @Classified(FieldClass.AGENCY_OPINION) String agency,
            @Classified(value = FieldClass.AGENCY_OPINION, freeText = true) String facts,
            @Classified(value = FieldClass.AGENCY_OPINION, freeText = true) String proposedSupport) {}

    /**
     * The officer's edition.
     *
     * @throws jp.tsunagi.shared.Refused {@code agenda.not-yet} before the meeting is convened; {@code document.gone} for an
     *     agency that is not invited any more, whatever the reason
     */
    Map<String, Object> of(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        if (sight.standing().relations().equals(Set.of(Relation.UNINVITED))) {
            throw Refusal.gone("document.gone");
        }
        CaseConference conference = sight.conference();
        Convening call = conference.convening().orElseThrow(() -> Refusal.conflict("agenda.not-yet"));
        ConferenceRecord record = conference.current();
        Projection projection = projection(sight, call, command);
        acts.shown(command, "agenda.read", record.caseId().value(), record.id(), Reading.names(projection));
        ledger.read(sight, "agenda-view", command);
        Map<String, Object> shown = new LinkedHashMap<>(projection.shown());
        shown.put("withheld", projection.withheld());
        return shown;
    }

    /** The agenda of that convening as the policy shows it. */
    Projection projection(Desk.Sight sight, Convening call, Command command) {
        ConferenceRecord record = sight.conference().current();
        Request.LegalBasis basis = basis(record);
        AgendaView agenda = new AgendaView(
                record.reference(),
                record.number(),
                basis,
                record.team().agency().value(),
                call.start(),
                call.end(),
                call.place(),
                call.moderator(),
                call.recorder(),
                basis == Request.LegalBasis.WOMENS_SUPPORT_ACT_15 ? "女性支援法第15条第5項" : "この会議の守秘の定め",
                openItems(record, command),
                record.request().caseOverview(),
                record.request().topics(),
                council.of(sight.conference().id()).orElse(null),
                papers.sheets(sight.conference().id()).stream()
                        .map(sheet -> new Sheet(
                                directory.nameOf(sheet.agency().value()), sheet.facts(), sheet.proposedSupport()))
                        .toList());
        return Projection.of(agenda, sight.standing().grants(record.request()));
    }

    /** The law that the conference rests on. */
    static Request.LegalBasis basis(ConferenceRecord record) {
        return Objects.requireNonNullElse(record.request().legalBasis(), Request.LegalBasis.WOMENS_SUPPORT_ACT_15);
    }

    /** What has not ended of the plan, as this officer may see it there; where none is in force, what was agreed. */
    private List<OpenItem> openItems(ConferenceRecord record, Command command) {
        if (record.previous() == null) {
            return List.of();
        }
        if (supportLeft.of(record.caseId(), command).isPresent()) {
            return supportLeft.seen(record.caseId(), command).stream()
                    .map(item -> new OpenItem(item.agency(), item.what(), item.due(), item.progress()))
                    .toList();
        }
        return Optional.ofNullable(record.previous())
                .flatMap(conferences::find)
                .flatMap(CaseConference::outcome)
                .map(OutcomeReport::actions)
                .orElse(List.of())
                .stream()
                .map(action -> new OpenItem(action.agency(), action.what(), action.due(), null))
                .toList();
    }
}
