package jp.tsunagi.recovery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.PapersBack;
import jp.tsunagi.conference.SharedPapers;
import jp.tsunagi.conference.SharedPapers.Held;
import jp.tsunagi.conference.SharedPapers.Paper;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.recovery.RecoveryRecord.Answer;
import jp.tsunagi.recovery.RecoveryRecord.Handling;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Asks agencies for the papers of a conference and takes their answers, for the API and the pages. The requesting agency's
 * team and the Center ask; an officer who works with cases of the agency that is asked answers, also where nothing else of
 * the conference may be known there any more, but for one who must not come near the case (N10). Each act and each reading
 * is entered into the audit.
 */
@Service
class Recovering implements PapersBack {

    private static final Set<Role> WORKING = Set.of(Role.COUNSELLOR, Role.CENTER_STAFF, Role.PARTICIPANT);

    private final SharedPapers papers;
    private final Recoveries recoveries;
    private final ConferencesOfCase conferences;
    private final Acts acts;
    private final OutboxNudge nudge;

    Recovering(
            SharedPapers papers, Recoveries recoveries, ConferencesOfCase conferences, Acts acts, OutboxNudge nudge) {
        this.papers = papers;
        this.recoveries = recoveries;
        this.conferences = conferences;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** @param agencies codes of those to be asked */
    record Asking(@Nullable List<String> agencies) {}

    /** @param handling what became of them, {@code handledOn} which day */
    record Answering(@Nullable Handling handling, @Nullable LocalDate handledOn) {}

    /**
     * A request as it is shown: to those who ask with the agency, to the agency itself with its papers.
     *
     * @param n by which it is known
     * @param papers what the agency opened of the conference
     */
    record Shown(
            @Classified(FieldClass.OPERATION) String n,
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.AGENCY) String agency,
            @Classified(FieldClass.OPERATION) boolean open,
            @Classified(FieldClass.OPERATION) Instant askedAt,
            @Classified(FieldClass.AGENCY) String askedBy,
            @Classified(FieldClass.AGENCY) @Nullable Handling handling,
            @Classified(FieldClass.AGENCY) @Nullable LocalDate handledOn,
            @Classified(FieldClass.AGENCY) List<Paper> papers) {}

    /** An agency that holds papers, and how it stands with asking for them; null while it was not asked. */
    record Holder(String agency, List<Paper> papers, @Nullable Shown asked) {}

    /** @throws jp.tsunagi.shared.Refused {@code not-found} for anybody who may not ask */
    List<Holder> holders(String conference, Command command) {
        Held held = entered(papers.of(conference, command), command);
        List<RecoveryRecord> asked = recoveries.ofConference(held.id());
        return held.holders().entrySet().stream()
                .map(holder -> new Holder(
                        holder.getKey().value(),
                        holder.getValue(),
                        asked.stream()
                                .filter(one -> one.agency().equals(holder.getKey()))
                                .reduce((former, latter) -> latter)
                                .map(one -> shown(one, holder.getValue()))
                                .orElse(null)))
                .toList();
    }

    /** Asks each of these agencies; one that has been asked and has not answered is not asked twice. */
    void ask(String conference, Asking form, Command command) {
        Held held = papers.of(conference, command);
        Set<AgencyCode> agencies = checked(form, held);
        acts.perform(
                command, "papers.ask-back", held.caseId().value(), held.id().value(), () -> {
                    List<RecoveryRecord> before = recoveries.ofConference(
                            papers.of(conference, command).id());
                    agencies.forEach(agency -> ask(agency, before, held, command));
                    return true;
                });
        nudge.nudge();
    }

    private void ask(AgencyCode agency, List<RecoveryRecord> before, Held held, Command command) {
        List<RecoveryRecord> former =
                before.stream().filter(one -> one.agency().equals(agency)).toList();
        if (former.stream().noneMatch(RecoveryRecord::open)) {
            recoveries.insert(RecoveryRecord.asked(
                    RecoveryRecord.idOf(held.id(), agency, former.size()),
                    held.caseId(),
                    held.id(),
                    held.reference(),
                    agency,
                    command));
        }
    }

    /** What this officer's agency was asked for, what waits first; none for those who do not work with cases. */
    List<Shown> mine(Command command) {
        if (WORKING.stream().noneMatch(command.officer()::is)) {
            return List.of();
        }
        return recoveries.to(command.officer().agency()).stream()
                .filter(one -> !excluded(one, command))
                .map(one -> shown(one, List.of()))
                .toList();
    }

    /** The same of what waits; asked at every page. */
    List<Shown> waiting(Command command) {
        if (WORKING.stream().noneMatch(command.officer()::is)) {
            return List.of();
        }
        return recoveries.openTo(command.officer().agency()).stream()
                .filter(one -> !excluded(one, command))
                .map(one -> shown(one, List.of()))
                .toList();
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where it was not asked of this officer's agency */
    Shown one(String n, Command command) {
        RecoveryRecord found = own(n, command);
        acts.shown(
                command,
                "papers.asked-back",
                found.caseId().value(),
                found.conferenceId().value(),
                List.of(FieldClass.AGENCY.name()));
        return shown(found, papers.heldBy(found.agency(), found.conferenceId()));
    }

    /** Says what became of the papers. */
    void answer(String n, Answering form, Command command) {
        RecoveryRecord found = own(n, command);
        acts.perform(
                command,
                "papers.give-back",
                found.caseId().value(),
                found.conferenceId().value(),
                () -> {
                    RecoveryRecord now = own(n, command);
                    check(form, now, command.today());
                    RecoveryRecord answered = now.answered(
                            Objects.requireNonNull(form.handling()), Objects.requireNonNull(form.handledOn()), command);
                    if (answered != now) {
                        recoveries.replace(answered);
                    }
                    return true;
                });
        nudge.nudge();
    }

    @Override
    public List<Back> of(ConferenceId conference) {
        return recoveries.ofConference(conference).stream()
                .map(one -> {
                    Answer answer = one.answer();
                    return new Back(
                            one.agency(),
                            one.askedAt(),
                            answer == null ? null : answer.handling().name(),
                            answer == null ? null : answer.handledOn());
                })
                .toList();
    }

    private RecoveryRecord own(String n, Command command) {
        Officer officer = command.officer();
        return recoveries
                .find(n)
                .filter(found ->
                        officer.worksFor(found.agency()) && WORKING.stream().anyMatch(officer::is))
                .filter(found -> !excluded(found, command))
                .orElseThrow(Refusal::notFound);
    }

    /** Whether the officer is on the Center's block list of the case, or declared a relation to the other party. */
    private boolean excluded(RecoveryRecord one, Command command) {
        return conferences.of(one.caseId(), command).stream().anyMatch(ConferencesOfCase.Found::excluded);
    }

    private static Set<AgencyCode> checked(Asking form, Held held) {
        List<String> named = Objects.requireNonNullElse(form.agencies(), List.of());
        if (named.isEmpty()) {
            throw Refusal.invalid("recovery.incomplete", FieldProblem.of("agencies", "choose"));
        }
        Set<AgencyCode> agencies = held.holders().keySet().stream()
                .filter(agency -> named.contains(agency.value()))
                .collect(Collectors.toSet());
        if (agencies.size() < Set.copyOf(named).size()) {
            throw Refusal.invalid("recovery.incomplete", FieldProblem.of("agencies", "holds-no-papers"));
        }
        return agencies;
    }

    private static void check(Answering form, RecoveryRecord asked, LocalDate today) {
        LocalDate on = form.handledOn();
        if (form.handling() == null) {
            throw Refusal.invalid("recovery.incomplete", FieldProblem.of("handling", "choose"));
        }
        if (on == null) {
            throw Refusal.invalid("recovery.incomplete", FieldProblem.of("handledOn", "required"));
        }
        if (on.isAfter(today)) {
            throw Refusal.invalid("recovery.incomplete", FieldProblem.of("handledOn", "not-future"));
        }
        LocalDate asking = LocalDate.ofInstant(asked.askedAt(), TimeConfiguration.JAPAN);
        if (on.isBefore(asking) && form.handling() == Handling.RETURNED) {
            throw Refusal.invalid("recovery.incomplete", FieldProblem.of("handledOn", "not-before", asking.toString()));
        }
    }

    private Held entered(Held held, Command command) {
        acts.shown(
                command, "papers.holders", held.caseId().value(), held.id().value(), List.of(FieldClass.AGENCY.name()));
        return held;
    }

    private static Shown shown(RecoveryRecord one, List<Paper> papers) {
        Answer answer = one.answer();
        return new Shown(
                one.id(),
                one.reference(),
                one.agency().value(),
                one.open(),
                one.askedAt(),
                one.asked().agency().value(),
                answer == null ? null : answer.handling(),
                answer == null ? null : answer.handledOn(),
                papers);
    }
}
