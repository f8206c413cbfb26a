package jp.tsunagi.handover;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.BlockedPerson;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.CaseBeginnings;
import jp.tsunagi.conference.CaseBeginnings.Beginning;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.delivery.Deliveries;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.handover.HandOverRecord.Accepted;
import jp.tsunagi.plan.SupportToHandOver;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What follows from an acceptance, in steps that each find what an earlier attempt left: the entry in the ledger, the record
 * of what came under the key of the new case, the end of what went along, and then the case itself. What happens is decided
 * by the acceptance alone: whatever stops between two steps, it ends in one case.
 */
@Component
class HandOverMaking {

    /** What the ledger calls what went along. */
    static final String KIND = "hand-over";

    /** The same for an agency of no directory. */
    static final String KIND_ELSEWHERE = "hand-over-elsewhere";

    private final HandOvers handOvers;
    private final TakenOvers takenOvers;
    private final Casefiles casefiles;
    private final SupportToHandOver supports;
    private final CaseBeginnings beginnings;
    private final Deliveries deliveries;
    private final Directory directory;
    private final MessageSource messages;
    private final Clock clock;

    HandOverMaking(
            HandOvers handOvers,
            TakenOvers takenOvers,
            Casefiles casefiles,
            SupportToHandOver supports,
            CaseBeginnings beginnings,
            Deliveries deliveries,
            Directory directory,
            MessageSource messages,
            Clock clock) {
        this.handOvers = handOvers;
        this.takenOvers = takenOvers;
        this.casefiles = casefiles;
        this.supports = supports;
        this.beginnings = beginnings;
        this.deliveries = deliveries;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Goes on after an acceptance. One that came after she had taken her consent back, and was not seen to, is undone: nothing
     * has left yet.
     */
    void follow(String n) {
        HandOver handOver = handOvers
                .find(n)
                .filter(found -> found.state() == HandOverState.ACCEPTED)
                .orElse(null);
        if (handOver == null) {
            return;
        }
        HandOverRecord record = handOver.record();
        Accepted accepted = Objects.requireNonNull(record.accepted());
        Optional<Casefile> casefile = casefiles.find(record.caseId());
        if (casefile.isEmpty() || HandOverConsent.takenBackBefore(casefile.get(), record, accepted.at())) {
            handOver.lapse();
            handOvers.save(handOver);
            return;
        }
        enter(record, accepted);
        Handed given = Objects.requireNonNull(record.given());
        TeamSection team = accepted.team();
        if (team != null) {
            takenOvers.add(
                    came(record, accepted, team, given, casefile.get().blocked()),
                    command("taken-over", n, accepted.account(), accepted.name(), team.agency(), team.section()));
        }
        supports.handedOver(
                record.caseId(),
                given.measureIds(),
                command(
                        "handed-over",
                        n,
                        record.offeredBy().account(),
                        record.offeredBy().name(),
                        record.team().agency(),
                        record.team().section()));
        handOver.made();
        handOvers.save(handOver);
    }

    /** Opens the case of what was taken over. @return what it began with; empty where it is gone */
    Optional<TakenOverRecord> begin(CaseId caseId) {
        Optional<TakenOverRecord> came = takenOvers.find(caseId);
        came.ifPresent(record -> beginnings.begin(
                new Beginning(
                        record.caseId(),
                        new ConferenceId(record.conferenceId()),
                        record.team(),
                        Beginnings.request(record.handed(), topics(record.handed())),
                        record.notNear()),
                command(
                        "begun",
                        record.id(),
                        record.account(),
                        record.takenOverBy(),
                        record.team().agency(),
                        record.team().section())));
        return came;
    }

    private TakenOverRecord came(
            HandOverRecord record, Accepted accepted, TeamSection team, Handed given, List<BlockedPerson> notNear) {
        CaseId newCase = Objects.requireNonNull(accepted.newCase());
        String from = record.team().agency().value();
        return new TakenOverRecord(
                TakenOverRecord.idOf(newCase),
                0,
                newCase,
                Objects.requireNonNull(accepted.newConference()),
                record.reference(),
                team,
                accepted.account(),
                accepted.name(),
                accepted.at(),
                new TakenOverRecord.From(from, directory.nameOf(from), null, record.offeredOn()),
                record.agreed(),
                given,
                notNear,
                List.of(),
                List.of(),
                false,
                0);
    }

    /** Before anything leaves; once, however often it is tried. */
    private void enter(HandOverRecord record, Accepted accepted) {
        AgencyCode to = record.receiver() == null ? record.team().agency() : record.receiver();
        try {
            deliveries.enter(new Delivery(
                    Ids.derived("delivery", record.id()),
                    0,
                    record.caseId().value(),
                    record.conferenceId(),
                    to,
                    accepted.account(),
                    record.receiver() == null ? KIND_ELSEWHERE : KIND,
                    accepted.consentNumber(),
                    accepted.at(),
                    null,
                    record.elsewhere() == null ? null : record.elsewhere().name()));
        } catch (SealedCollection.AlreadyThere e) {
            // An earlier attempt came as far as this.
            return;
        }
    }

    /** For what the support that came is; nothing that tells more. */
    private @Nullable String topics(Handed handed) {
        Set<String> areas = new LinkedHashSet<>();
        handed.measures().stream()
                .map(Handed.Measure::area)
                .filter(Objects::nonNull)
                .forEach(area -> areas.add(text("area." + area.name())));
        return areas.isEmpty() ? null : text("handover.topics", String.join("、", areas));
    }

    /** What is written by itself is written in Japanese. */
    private String text(String key, Object... args) {
        return Objects.requireNonNullElse(messages.getMessage(key, args, "", Locale.JAPANESE), "");
    }

    private Command command(String step, String of, AccountId account, String name, AgencyCode agency, String section) {
        String id = Ids.derived("hand-over-step", step, of);
        return new Command(
                id, id, new Officer(account, name, agency, section, Set.of(), true, false), agency, clock.instant());
    }
}
