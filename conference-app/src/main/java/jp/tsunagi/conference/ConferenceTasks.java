package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.schedule.Entry;
import jp.tsunagi.schedule.ScheduleSource;
import jp.tsunagi.schedule.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What waits for an officer in the conferences that are going on, and their meetings and due dates. A handful of queries,
 * however many conferences there are; what may be told of each is asked of the policy.
 */
@Component
class ConferenceTasks implements ScheduleSource {

    /** Of more than these only what is due first is a task today. */
    private static final int MOST = 500;
    /** Her consent should be renewed when it ends in so many days (domain.md E8). */
    private static final int CONSENT_ENDS_SOON = 14;

    private static final Set<ConferenceState> OPEN = EnumSet.of(
            ConferenceState.DRAFT,
            ConferenceState.RETURNED,
            ConferenceState.SUBMITTED,
            ConferenceState.CONSENT_CHECK,
            ConferenceState.UNDER_REVIEW,
            ConferenceState.APPROVED,
            ConferenceState.CONVENED,
            ConferenceState.HELD);
    private static final Set<ConferenceState> WITH_MEETING = EnumSet.of(
            ConferenceState.CONVENED, ConferenceState.HELD, ConferenceState.REPORTED, ConferenceState.CLOSED);

    private final Worklists worklists;
    private final MeetingPapers papers;
    private final Directory directory;

    ConferenceTasks(Worklists worklists, MeetingPapers papers, Directory directory) {
        this.worklists = worklists;
        this.papers = papers;
        this.directory = directory;
    }

    @Override
    public List<Task> tasks(Command command) {
        Set<ConferenceState> states = EnumSet.copyOf(OPEN);
        if (command.officer().is(Role.COUNSELLOR)) {
            // Reported, it waits for nobody here; her consent to what was agreed may end all the same.
            states.add(ConferenceState.REPORTED);
        }
        List<Desk.Sight> sights = worklists.inStates(states, MOST, command);
        Answers answers = answers(sights, command.officer().agency());
        List<Task> tasks = new ArrayList<>();
        Set<CaseId> endingSoon = new HashSet<>();
        for (Desk.Sight sight : sights) {
            wanted(sight, answers, command).ifPresent(step -> tasks.add(task(sight, step, command)));
            CaseId caseId = sight.conference().caseId();
            consentEnds(sight, command).filter(end -> endingSoon.add(caseId)).ifPresent(end -> {
                Listed listed = Listed.of(sight);
                tasks.add(new Task(
                        listed.referenceOrNothing(),
                        "task.renew-consent",
                        end,
                        "/c/" + listed.id() + "/consent",
                        isMine(sight, command.officer())));
            });
        }
        return tasks;
    }

    @Override
    public List<Entry> entries(Command command, LocalDate first, LocalDate last) {
        String begin = first.toString();
        String end = last.plusDays(1).toString();
        List<Desk.Sight> sights = worklists.fitting(
                or(
                        and(gte("convening.start", begin), lt("convening.start", end)),
                        and(gte("holding.start", begin), lt("holding.start", end)),
                        and(gte("dueOn", begin), lte("dueOn", last.toString()))),
                MOST,
                command);
        List<Entry> entries = new ArrayList<>();
        for (Desk.Sight sight : sights) {
            Listed listed = Listed.of(sight);
            String page = "/c/" + listed.id();
            LocalDateTime meeting = listed.meeting();
            if (meeting != null
                    && WITH_MEETING.contains(sight.conference().state())
                    && within(meeting.toLocalDate(), first, last)) {
                entries.add(new Entry(
                        meeting.toLocalDate(),
                        meeting.toLocalTime(),
                        listed.referenceOrNothing(),
                        "schedule.meeting",
                        page,
                        sight.conference().state() == ConferenceState.CONVENED ? page + "/meeting.ics" : null));
            }
            LocalDate due = listed.due();
            if (due != null && within(due, first, last)) {
                entries.add(new Entry(
                        due, null, listed.referenceOrNothing(), "schedule.due." + listed.state(), page, null));
            }
        }
        return entries;
    }

    /** What the officer's agency answered and sent. */
    private record Answers(Map<ConferenceId, ReplyRecord> replies, Set<ConferenceId> sheets) {

        boolean replied(CaseConference conference) {
            ReplyRecord reply = replies.get(conference.id());
            return reply != null && reply.round() == conference.round();
        }
    }

    private Answers answers(List<Desk.Sight> sights, AgencyCode agency) {
        List<ConferenceId> convened = sights.stream()
                .map(Desk.Sight::conference)
                .filter(conference -> conference.state() == ConferenceState.CONVENED
                        && conference.invited().contains(agency))
                .map(CaseConference::id)
                .toList();
        return convened.isEmpty()
                ? new Answers(Map.of(), Set.of())
                : new Answers(papers.replies(convened, agency), papers.withSheet(convened, agency));
    }

    /** The step that waits for this officer; empty where another has to act, or nobody. */
    private Optional<Step> wanted(Desk.Sight sight, Answers answers, Command command) {
        CaseConference conference = sight.conference();
        Officer officer = command.officer();
        Step step =
                switch (conference.state()) {
                    case DRAFT -> Step.SUBMIT;
                    case RETURNED -> Step.REPLACE;
                    case SUBMITTED, CONSENT_CHECK ->
                        answers(sight, officer) ? Step.ANSWER_CONSENT : unassigned(conference);
                    case UNDER_REVIEW -> inReview(sight, officer);
                    case APPROVED -> Step.CONVENE;
                    case CONVENED -> beforeMeeting(sight, answers, command);
                    case HELD -> Step.REPORT_OUTCOME;
                    case NOT_HELD, REPORTED, CLOSED, WITHDRAWN, CANCELLED_NO_CONSENT -> null;
                };
        return Optional.ofNullable(step)
                .filter(one -> one.possibleIn(conference.state()) && Permission.allows(one, officer, sight.standing()));
    }

    /** Whether this officer is the one to ask her again: of the agency that is with her, and not who asked first. */
    private boolean answers(Desk.Sight sight, Officer officer) {
        AgencyCode contact = sight.casefile()
                .flatMap(casefile -> casefile.asked().map(Consent::contactAgency))
                .orElse(sight.conference().contactAgency());
        boolean actsFor = officer.worksFor(contact)
                || (sight.standing().is(Relation.CENTER) && directory.reachedByPhoneOnly(contact));
        return actsFor && !sight.conference().wasSubmittedBy(officer);
    }

    private static @Nullable Step unassigned(CaseConference conference) {
        return conference.officer().isEmpty() ? Step.ASSIGN : null;
    }

    private static @Nullable Step inReview(Desk.Sight sight, Officer officer) {
        if (Permission.allows(Step.DECIDE, officer, sight.standing())) {
            return sight.conference().wasSubmittedBy(officer) ? null : Step.DECIDE;
        }
        return sight.conference().current().referred() ? null : Step.REFER;
    }

    private static @Nullable Step beforeMeeting(Desk.Sight sight, Answers answers, Command command) {
        CaseConference conference = sight.conference();
        Officer officer = command.officer();
        if (Permission.allows(Step.REPLY, officer, sight.standing()) && !answers.replied(conference)) {
            return Step.REPLY;
        }
        boolean over = conference
                .convening()
                .map(Convening::start)
                .filter(start -> !start.isAfter(command.now()))
                .isPresent();
        if (over) {
            return Step.RECORD_HOLDING;
        }
        return answers.sheets().contains(conference.id()) ? null : Step.SEND_SHEET;
    }

    private static Task task(Desk.Sight sight, Step step, Command command) {
        Listed listed = Listed.of(sight);
        return new Task(
                listed.referenceOrNothing(),
                "step." + step.name(),
                listed.due(),
                "/c/" + listed.id() + "/" + ConferencePage.path(step).orElse(""),
                step == Step.DECIDE || isMine(sight, command.officer()));
    }

    private static boolean isMine(Desk.Sight sight, Officer officer) {
        CaseConference conference = sight.conference();
        return conference.officer().filter(officer.id()::equals).isPresent()
                || conference.current().createdBy().equals(officer.id())
                || conference.wasSubmittedBy(officer)
                || sight.standing().is(Relation.CLEARED_PARTICIPANT);
    }

    private static Optional<LocalDate> consentEnds(Desk.Sight sight, Command command) {
        return sight.casefile()
                .filter(casefile -> ConsentRenewal.mayRenew(casefile, command.officer()))
                .flatMap(casefile -> casefile.consent().filter(consent -> consent.inForce(command.today())))
                .map(Consent::validUntil)
                .filter(end -> !end.isAfter(command.today().plusDays(CONSENT_ENDS_SOON)));
    }

    private static boolean within(LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
