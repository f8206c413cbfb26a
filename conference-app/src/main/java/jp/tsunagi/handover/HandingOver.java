package jp.tsunagi.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.handover.HandOver.Offer;
import jp.tsunagi.handover.HandOverDesk.Sight;
import jp.tsunagi.handover.HandOverForm.ElsewhereAnswer;
import jp.tsunagi.handover.HandOverForm.Said;
import jp.tsunagi.handover.HandOverForm.Where;
import jp.tsunagi.handover.HandOverRecord.Agreed;
import jp.tsunagi.handover.HandOverRecord.Answer;
import jp.tsunagi.handover.HandOverRecord.Elsewhere;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The steps of those who hand a case over, for the API and the pages. Each enters itself into the audit, refuses by {@link
 * Refused}, and answers a repeat of the same command as the first time.
 */
@Service
class HandingOver {

    private final HandOverDesk desk;
    private final HandOvers handOvers;
    private final HandOverSource source;
    private final HandOverDays days;
    private final Accounts accounts;
    private final Directory directory;
    private final Acts acts;
    private final OutboxNudge nudge;

    HandingOver(
            HandOverDesk desk,
            HandOvers handOvers,
            HandOverSource source,
            HandOverDays days,
            Accounts accounts,
            Directory directory,
            Acts acts,
            OutboxNudge nudge) {
        this.desk = desk;
        this.handOvers = handOvers;
        this.source = source;
        this.days = days;
        this.accounts = accounts;
        this.directory = directory;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** What exactly the agency would get, and by when it is asked to answer. */
    record Preview(HandOverForm form, Projection handed, LocalDate answerBy) {}

    /** @throws Refused as {@link #offer} */
    Preview preview(String caseId, HandOverForm form, Command command) {
        Sight sight = desk.sight(caseId, command);
        sight.requireOffers();
        Offer offer = made(sight, form, command);
        ConsentScope scope = scope(sight.casefile(), offer, command);
        Projection handed = HandOverConsent.projection(offer.handed(), scope);
        acts.shown(
                command,
                "handover.preview",
                caseId,
                caseId,
                handed.classes().stream().map(FieldClass::name).toList());
        return new Preview(form, handed, days.answerBy(command.today()));
    }

    /**
     * Offers it: what goes along is what was chosen and what her consent covers for that agency.
     *
     * @return its id
     * @throws Refused {@code handover.incomplete} with the fields; {@code handover.open-already}; what {@link
     *     HandOverConsent#require} says; {@code handover.ask-center} for an agency that must not come near her
     */
    String offer(String caseId, HandOverForm form, Command command) {
        String id = HandOver.idOf(command);
        Sight before = desk.sight(caseId, command);
        requireOffers("handover.offer", before, id, command);
        if (!offered(id, command)) {
            made(before, form, command);
        }
        acts.perform(command, "handover.offer", caseId, id, () -> {
            Sight now = desk.sight(caseId, command);
            now.requireOffers();
            if (!offered(id, command)) {
                handOvers.openOf(now.casefile().id()).ifPresent(open -> {
                    throw Refusal.conflict("handover.open-already");
                });
                Offer offer = made(now, form, command);
                handOvers.save(HandOver.offered(
                        desk.place(now.casefile().id()),
                        handOvers.nextReference(command.today()),
                        offer,
                        days,
                        now.casefile().consent().orElseThrow(Refusal::notFound).validUntil(),
                        command));
            }
            return true;
        });
        nudge.nudge();
        return id;
    }

    /** Takes it back while nobody has answered. */
    void takeBack(String caseId, String n, HandOverForm.TakingBack form, Command command) {
        take("handover.take-back", caseId, n, command, handOver -> {
            handOver.requireOffered();
            new HandOverRules(directory, accounts, command.today()).takenBack(form);
            return () -> handOver.takeBack(
                    new Answer(command.today(), command.officer().name(), null, orNull(form.reason())), command);
        });
    }

    /** Records what an agency elsewhere said to it. */
    void answeredElsewhere(String caseId, String n, ElsewhereAnswer form, Command command) {
        take("handover.answer-elsewhere", caseId, n, command, handOver -> {
            if (!handOver.elsewhere()) {
                throw Refusal.forbidden("step.not-permitted");
            }
            handOver.requireOffered();
            new HandOverRules(directory, accounts, command.today())
                    .answeredElsewhere(form, handOver.record().offeredOn());
            Answer answer = new Answer(
                    Objects.requireNonNull(form.answeredOn()),
                    form.answeredBy(),
                    form.answeredHow(),
                    orNull(form.reason()));
            if (form.said() == Said.REFUSED) {
                return () -> handOver.refuse(answer, command);
            }
            Casefile casefile = desk.sight(caseId, command).casefile();
            ConsentScope scope = HandOverConsent.scope(casefile, handOver.record(), command.today());
            if (!scope.covers()) {
                throw Refusal.conflict("handover.called-off");
            }
            return () ->
                    handOver.accept(null, given(handOver.record(), scope), casefile.consentNumber(), answer, command);
        });
    }

    /** What goes along at this moment, by the policy, and of the measures those that are still going on. */
    Handed given(HandOverRecord handOver, ConsentScope scope) {
        return Handed.shown(HandOverConsent.projection(handOver.handed(), scope).shown())
                .withMeasures(source.stillOpen(handOver.caseId()));
    }

    private boolean offered(String id, Command command) {
        return handOvers.find(id).filter(handOver -> handOver.has(command)).isPresent();
    }

    private Offer made(Sight sight, HandOverForm form, Command command) {
        Casefile casefile = sight.casefile();
        HandOverRules rules = new HandOverRules(directory, accounts, command.today());
        rules.offer(form, command.officer(), source.stillOpen(casefile.id()));
        AgencyCode receiver =
                form.where() == Where.DIRECTORY ? new AgencyCode(Objects.requireNonNull(form.receiver())) : null;
        Elsewhere elsewhere = form.where() == Where.ELSEWHERE
                ? new Elsewhere(
                        Objects.requireNonNull(form.elsewhereName()),
                        Objects.requireNonNull(form.elsewhereWindow()),
                        orNull(form.locationNeed()))
                : null;
        if (receiver != null
                && casefile.blocked().stream()
                        .anyMatch(entry -> receiver.value().equals(entry.agency()))) {
            // Whom the Center keeps away from her, and why, is the Center's alone.
            throw Refusal.conflict("handover.ask-center");
        }
        ConsentScope scope = HandOverConsent.scope(casefile, receiver, elsewhere, command.today());
        HandOverConsent.require(casefile, receiver, scope, command.today());
        List<Part> parts = Objects.requireNonNullElse(form.parts(), List.of());
        rules.covered(parts, HandOverConsent.grants(scope));
        return new Offer(
                receiver,
                elsewhere,
                new Agreed(
                        Objects.requireNonNull(form.agreedOn()),
                        Objects.requireNonNull(form.method()),
                        Objects.requireNonNull(form.explainedBy())),
                parts,
                source.collect(
                        casefile.id(),
                        parts,
                        Set.copyOf(Objects.requireNonNullElse(form.measures(), List.of())),
                        form.remarks(),
                        command));
    }

    private static ConsentScope scope(Casefile casefile, Offer offer, Command command) {
        return HandOverConsent.scope(casefile, offer.receiver(), offer.elsewhere(), command.today());
    }

    /** Takes a step on what is there at that moment; a repeat finds that it was taken. */
    private void take(String action, String caseId, String n, Command command, Function<HandOver, Runnable> change) {
        Sight before = desk.sight(caseId, command);
        HandOver found = desk.ofCase(before, n);
        requireOffers(action, before, n, command);
        asked(found, command, change);
        acts.perform(command, action, caseId, n, () -> {
            Sight now = desk.sight(caseId, command);
            now.requireOffers();
            HandOver handOver = desk.ofCase(now, n);
            Runnable work = asked(handOver, command, change);
            if (!handOver.has(command)) {
                work.run();
                handOvers.save(handOver);
            }
            return true;
        });
        nudge.nudge();
    }

    /** What is then done; nothing for a repeat. */
    static Runnable asked(HandOver handOver, Command command, Function<HandOver, Runnable> change) {
        return handOver.has(command) ? () -> {} : change.apply(handOver);
    }

    private void requireOffers(String action, Sight sight, String n, Command command) {
        try {
            sight.requireOffers();
        } catch (Refused refused) {
            acts.refused(command, action, sight.casefile().id().value(), n, refused);
            throw refused;
        }
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
