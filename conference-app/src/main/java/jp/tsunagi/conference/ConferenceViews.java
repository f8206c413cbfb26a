package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.protection.WithoutConsent;
import jp.tsunagi.shared.EraDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a conference is, from its record, its case and what agencies sent, for the policy to redact. */
@Component
class ConferenceViews {

    private final MeetingPapers papers;
    private final Accounts accounts;

    ConferenceViews(MeetingPapers papers, Accounts accounts) {
        this.papers = papers;
        this.accounts = accounts;
    }

    ConferenceView of(Desk.Sight sight, LocalDate today) {
        return of(sight, sight.conference().current().convening(), today);
    }

    /** @param call the convening, or the one that is planned */
    ConferenceView of(Desk.Sight sight, @Nullable Convening call, LocalDate today) {
        ConferenceRecord record = sight.conference().current();
        Request request = record.request();
        Map<AgencyCode, ReplyRecord> replies = new HashMap<>();
        Set<AgencyCode> sheets = new HashSet<>();
        if (!record.invitedOnce().isEmpty()) {
            papers.replies(sight.conference().id()).forEach(reply -> replies.put(reply.agency(), reply));
            papers.sheets(sight.conference().id()).forEach(sheet -> sheets.add(sheet.agency()));
        }
        Optional<Returned> returned = Optional.ofNullable(record.returned()).filter(Returned::open);
        return new ConferenceView(
                record.id(),
                record.reference(),
                record.caseId().value(),
                record.number(),
                state(sight),
                withoutConsent(sight.standing()),
                sight.conference().version(),
                record.team().agency().value(),
                record.submittedOn(),
                record.dueOn(),
                request.isUrgent(),
                Agendas.basis(record),
                request.isRetrospective(),
                request.guidelineItem(),
                request.name(),
                request.kana(),
                request.formerName(),
                request.commonName(),
                request.callName(),
                request.nameAtMeeting(),
                request.birthDate(),
                age(request, Objects.requireNonNullElse(record.submittedOn(), today)),
                request.approximateAge(),
                request.address(),
                request.addressHandling(),
                request.phone(),
                request.safeContact(),
                request.needs(),
                request.currentSituation(),
                request.caseOverview(),
                request.topics(),
                request.wishes(),
                request.factors(),
                request.invitees(),
                request.preferredSlots(),
                request.preferredPlace(),
                consent(sight, today),
                sight.casefile().map(c -> c.consentInForce(today)).orElse(false),
                request.contactPerson(),
                request.contactPhone(),
                request.onBehalfOf(),
                request.source(),
                record.similarExists(),
                record.officer() == null
                        ? null
                        : accounts.nameOf(record.officer()).orElse(null),
                returned.map(Returned::reason).orElse(null),
                returned.map(Returned::fields).orElse(List.of()),
                record.returned() == null ? null : record.returned().reply(),
                record.referred(),
                decision(record.decision()),
                convening(call),
                participants(call, replies, sheets),
                replies.values().stream()
                        .map(reply -> new ConferenceView.DeclaredRelation(
                                reply.agency().value(),
                                name(reply.relationToOtherParty()),
                                reply.blocked(),
                                reply.cleared()))
                        .toList(),
                holding(record.holding()),
                record.outcome(),
                record.endReason(),
                record.personInformed(),
                record.closing(),
                record.history().stream()
                        .map(line ->
                                new ConferenceView.HistoryLine(line.step(), line.reached(), line.at(), line.reason()))
                        .toList());
    }

    /**
     * The state as this viewer may know it: an agency that is no longer invited learns that the meeting is off for it,
     * never why (ui.md B4); one to which something is disclosed without her consent learns nothing of how it stands.
     */
    static String state(Desk.Sight sight) {
        if (sight.standing().byDisclosureAlone()) {
            return ConferenceView.DISCLOSED;
        }
        return sight.standing().relations().equals(Set.of(Relation.UNINVITED))
                ? ConferenceView.CALLED_OFF
                : sight.conference().state().name();
    }

    private static ConferenceView.@Nullable DisclosedView withoutConsent(Standing standing) {
        WithoutConsent disclosed = standing.scope().withoutConsent();
        return disclosed == null || !standing.isDisclosedTo()
                ? null
                : new ConferenceView.DisclosedView(
                        disclosed.bases().stream().sorted().toList(), disclosed.until());
    }

    private static @Nullable Integer age(Request request, LocalDate onDay) {
        return request.birthDate() == null || request.birthDate().isAfter(onDay)
                ? null
                : (Integer) EraDates.ageOn(request.birthDate(), onDay);
    }

    /** What the ledger says; for a draft what the request says. */
    private static ConferenceView.@Nullable ConsentView consent(Desk.Sight sight, LocalDate today) {
        Optional<Consent> current = sight.casefile().flatMap(Casefile::consent);
        if (current.isPresent() && sight.conference().state() != ConferenceState.DRAFT) {
            Consent consent = current.get();
            return new ConferenceView.ConsentView(
                    consent.number(),
                    consent.status() == Consent.Status.VERIFIED && consent.expired(today)
                            ? "EXPIRED"
                            : consent.status().name(),
                    true,
                    consent.method(),
                    consent.confirmedBy(),
                    consent.confirmedOn(),
                    consent.validUntil(),
                    consent.currentRecipients().stream().map(AgencyCode::value).toList(),
                    consent.contactAgency().value(),
                    consent.withheld(),
                    consent.conditions(),
                    consent.locationRecipients(),
                    consent.purposes().stream().sorted().toList(),
                    consent.refusalExplained());
        }
        Request.RequestedConsent asked = sight.conference().request().consent();
        return asked == null
                ? null
                : new ConferenceView.ConsentView(
                        0,
                        "DRAFT",
                        Boolean.TRUE.equals(asked.confirmed()),
                        asked.method(),
                        asked.confirmedBy(),
                        asked.confirmedOn(),
                        asked.validUntil(),
                        asked.recipients(),
                        sight.conference().contactAgency().value(),
                        asked.withheld(),
                        asked.conditions(),
                        asked.locationRecipients(),
                        ConsentRules.purposes(asked.purposes()).stream()
                                .sorted()
                                .toList(),
                        asked.refusalExplained());
    }

    private static ConferenceView.@Nullable DecisionView decision(@Nullable Decision decision) {
        return decision == null
                ? null
                : new ConferenceView.DecisionView(
                        decision.decision(),
                        decision.reason(),
                        decision.decidedByName(),
                        decision.deputy(),
                        decision.decidedAt());
    }

    private static ConferenceView.@Nullable ConveningView convening(@Nullable Convening call) {
        return call == null
                ? null
                : new ConferenceView.ConveningView(
                        call.start(),
                        call.end(),
                        call.place(),
                        Boolean.TRUE.equals(call.online()),
                        call.moderator(),
                        call.recorder(),
                        call.companions());
    }

    private static List<ConferenceView.ParticipantView> participants(
            @Nullable Convening call, Map<AgencyCode, ReplyRecord> replies, Set<AgencyCode> sheets) {
        List<ConferenceView.ParticipantView> participants = new ArrayList<>();
        if (call != null) {
            for (Convening.Invited invited : call.participants()) {
                AgencyCode agency = new AgencyCode(invited.agency());
                ReplyRecord reply = replies.get(agency);
                participants.add(new ConferenceView.ParticipantView(
                        invited.agency(),
                        invited.via(),
                        reply == null ? null : reply.reply().name(),
                        reply == null ? null : reply.attendee(),
                        sheets.contains(agency)));
            }
        }
        return participants;
    }

    private static ConferenceView.@Nullable HoldingView holding(@Nullable Holding held) {
        return held == null
                ? null
                : new ConferenceView.HoldingView(
                        held.start(), held.end(), held.place(), held.attendance(), held.notes());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
