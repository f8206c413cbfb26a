package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.LocationGroup;
import jp.tsunagi.casefile.Person;
import jp.tsunagi.casefile.SamePerson;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.page.Words;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.BusinessDays;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The requesting agency's steps (開催要請): draft, submit, replace, take back, open the next conference. */
@Service
class Requesting {

    static final int LONGEST_REASON = 2_000;

    private final Conferences conferences;
    private final Casefiles casefiles;
    private final SamePerson samePerson;
    private final Directory directory;
    private final Deadlines deadlines;
    private final Desk desk;
    private final Reading reading;
    private final Mending mending;
    private final Acts acts;
    private final Commands commands;
    private final OutboxNudge nudge;
    private final SupportLeft supportLeft;
    private final Words words;
    private final BusinessDays calendar;

    Requesting(
            Conferences conferences,
            Casefiles casefiles,
            SamePerson samePerson,
            Directory directory,
            Deadlines deadlines,
            Desk desk,
            Reading reading,
            Mending mending,
            Acts acts,
            Commands commands,
            OutboxNudge nudge,
            SupportLeft supportLeft,
            Words words,
            BusinessDays calendar) {
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.samePerson = samePerson;
        this.directory = directory;
        this.deadlines = deadlines;
        this.desk = desk;
        this.reading = reading;
        this.mending = mending;
        this.acts = acts;
        this.commands = commands;
        this.nudge = nudge;
        this.supportLeft = supportLeft;
        this.words = words;
        this.calendar = calendar;
    }

    /**
     * Opens a request, and submits it unless it is to stay a draft. A repeat finds what the first one made.
     *
     * @throws jp.tsunagi.shared.Refused {@code request.incomplete} with the fields; {@code step.not-permitted} where the
     *     officer is no counsellor and no staff of the Center
     */
    ConferenceId open(Request request, boolean draft, Command asked) {
        Command command = forAgency(request, asked);
        Officer officer = command.officer();
        if (!officer.is(Role.COUNSELLOR) && !officer.is(Role.CENTER_STAFF)) {
            throw Refusal.forbidden("step.not-permitted");
        }
        ConferenceId id = new ConferenceId(Ids.derived("conference", command.id()));
        CaseId caseId = new CaseId(Ids.derived("case", command.id()));
        TeamSection team = new TeamSection(command.forAgency(), command.onBehalf() ? "" : officer.section());
        check(request, draft, command);
        acts.perform(command, draft ? "conference.draft" : "conference.submit", caseId.value(), id.value(), () -> {
            Optional<CaseConference> made = conferences.find(id);
            if (made.isPresent()) {
                // A repeat, or an answer to one key with two bodies: has() tells them apart.
                made.get().has(command);
                return id;
            }
            CaseConference conference = CaseConference.opened(id, caseId, 1, null, team, request, command, deadlines);
            if (draft) {
                conference.replace(request, command);
            } else {
                submit(conference, null, command);
            }
            conferences.add(conference);
            return id;
        });
        nudge.nudge();
        return id;
    }

    /**
     * Replaces the text of a draft or a returned request.
     *
     * @param version the version it was made from, with or without quotes; null to replace whatever is there
     * @throws jp.tsunagi.shared.Refused {@code version.stale} where another version is there
     */
    void replace(String id, Request request, @Nullable String version, Command command) {
        desk.take(Step.REPLACE, id, command, (sight, c) -> {
            if (version != null
                    && !version.replace("\"", "")
                            .equals(String.valueOf(sight.conference().version()))) {
                throw Refusal.conflict("version.stale");
            }
            check(request, true, c);
            requireSameAgency(request, sight.conference());
            sight.conference().replace(request, c);
        });
    }

    /**
     * A request that is being written.
     *
     * @param version to be named when it is replaced
     * @param mending why it was given back, and what has been mended since; null where it was not
     */
    record Editing(Request request, long version, Mending.@Nullable Shown mending) {}

    /**
     * The request for its own agency to go on with.
     *
     * @throws jp.tsunagi.shared.Refused {@code state.not-possible} where it is submitted already
     */
    Editing editing(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        Permission.require(Step.REPLACE, command.officer(), sight.standing());
        CaseConference conference = sight.conference();
        if (!Step.REPLACE.possibleIn(conference.state())) {
            throw Refusal.conflict("state.not-possible");
        }
        acts.shown(
                command,
                "request.read",
                conference.caseId().value(),
                conference.id().value(),
                Reading.names(reading.projection(sight, command.today())));
        return new Editing(
                conference.request(),
                conference.version(),
                mending.of(sight, command).filter(Mending.Shown::open).orElse(null));
    }

    /** What keeps this request from being submitted on a screen now; nothing where it can be. */
    List<FieldProblem> problems(Request request, Command command) {
        List<FieldProblem> problems = new ArrayList<>(RequestRules.ofSubmission(request, directory, command.now()));
        Request.RequestedConsent consent = request.consent();
        List<String> found = problems.stream().map(FieldProblem::field).toList();
        ConsentRules.onScreen(
                        "consent.",
                        consent == null ? null : consent.refusalExplained(),
                        consent == null ? null : consent.purposes())
                .stream()
                .filter(problem -> !found.contains(problem.field()))
                .forEach(problems::add);
        return problems;
    }

    /** What is unusual in it, and does not stop the submission; that it was submitted nevertheless is in the audit. */
    List<RequestAlerts.Alert> alerts(Request request, Command command) {
        return RequestAlerts.of(request, command.today(), calendar);
    }

    /**
     * Submits a draft or a returned request.
     *
     * @param reply to the reasons for which it was given back; read by the Center
     */
    void submit(String id, @Nullable String reply, Command command) {
        String said = FieldCheck.isBlank(reply) ? null : requireText("reply", reply);
        desk.take(Step.SUBMIT, id, command, (sight, c) -> {
            check(sight.conference().request(), false, c);
            submit(sight.conference(), said, c);
        });
    }

    /** Takes a submitted request back to where it came from (引戻し). */
    void recall(String id, Command command) {
        desk.take(Step.RECALL, id, command, (sight, c) -> sight.conference().recall(sight.submittedCase(), c));
    }

    /** Refuses what {@link #recall} would refuse, and writes nothing. */
    void requireRecallable(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        Permission.require(Step.RECALL, command.officer(), sight.standing());
        sight.conference().requireRecallable(sight.submittedCase());
    }

    /** Takes the request back (取下げ). */
    void withdraw(String id, @Nullable String reason, Command command) {
        String given = requireText("reason", reason);
        desk.take(Step.WITHDRAW_REQUEST, id, command, (sight, c) -> sight.conference()
                .withdrawRequest(given, c));
    }

    /**
     * Opens the next conference of the same case (第n回), as a draft with what is known of her. The agency that leads now
     * may open it too: with what its own officer may see of the last one, and not more.
     */
    ConferenceId next(String id, Command command) {
        Desk.Sight first = desk.look(id, command);
        boolean own = Permission.allows(Step.OPEN_NEXT, command.officer(), first.standing());
        if (!own && !leads(first, command.officer())) {
            throw Refusal.forbidden("step.not-permitted");
        }
        ConferenceId next = new ConferenceId(Ids.derived("conference", command.id()));
        desk.act(Step.OPEN_NEXT, first, command, () -> {
            Optional<CaseConference> made = conferences.find(next);
            if (made.isPresent()) {
                requireSame(made.get(), command);
                return;
            }
            Desk.Sight sight = desk.look(id, command);
            CaseConference previous = sight.conference();
            if (!Step.OPEN_NEXT.possibleIn(previous.state())) {
                throw Refusal.conflict("state.not-possible");
            }
            int number = conferences.ofCase(previous.caseId()).stream()
                            .mapToInt(c -> c.current().number())
                            .max()
                            .orElse(0)
                    + 1;
            CaseConference conference = CaseConference.opened(
                    next,
                    previous.caseId(),
                    number,
                    previous.id(),
                    new TeamSection(command.forAgency(), command.officer().section()),
                    own
                            ? NextRequest.of(previous.request(), leftTopics(previous.caseId(), command))
                            : NextRequest.ofSeen(
                                    reading.projection(sight, command.today()), leftTopics(previous.caseId(), command)),
                    command,
                    deadlines);
            conference.replace(conference.request(), command);
            conferences.add(conference);
        });
        return next;
    }

    /** What is left from the last time, for the topics of the next; null where nothing is, or no plan is in force. */
    private @Nullable String leftTopics(CaseId caseId, Command command) {
        return supportLeft
                .of(caseId, command)
                .map(SupportLeft.Left::areas)
                .filter(areas -> !areas.isEmpty())
                .map(areas -> words.text(
                        "request.left-topics",
                        String.join(
                                "、",
                                areas.stream()
                                        .map(area -> words.label("area", area))
                                        .toList())))
                .orElse(null);
    }

    /** What is left of the support, as far as the officer may see it, to be read beside the topics. */
    List<SupportLeft.Item> left(String id, Command command) {
        CaseConference conference = desk.look(id, command).conference();
        return conference.current().previous() == null ? List.of() : supportLeft.seen(conference.caseId(), command);
    }

    /** Whether the officer's agency leads, and the officer may see the conference in a role that asks for conferences. */
    private static boolean leads(Desk.Sight sight, Officer officer) {
        boolean sees = sight.standing().is(Relation.CLEARED_PARTICIPANT)
                || sight.standing().is(Relation.CENTER);
        boolean asks = officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF);
        return sees
                && asks
                && sight.conference()
                        .outcome()
                        .map(OutcomeReport::leadAgency)
                        .filter(officer.agency().value()::equals)
                        .isPresent();
    }

    /** A repeat finds what the first one made; another use of the key is told so. */
    private static void requireSame(CaseConference made, Command command) {
        if (!made.has(command)) {
            throw Refusal.invalid("idempotency.key-reused");
        }
    }

    /** Writes the case first, then lets the conference be submitted; each write finds what an earlier attempt left. */
    private void submit(CaseConference conference, @Nullable String reply, Command command) {
        Request request = conference.request();
        List<String> alerts = alerts(request, command).stream()
                .map(RequestAlerts.Alert::text)
                .distinct()
                .toList();
        if (!alerts.isEmpty()) {
            acts.wentOn(
                    command,
                    "conference.submit-past-alerts",
                    conference.caseId().value(),
                    conference.id().value(),
                    alerts);
        }
        Casefile casefile = casefiles.findOrOpen(
                conference.caseId(),
                conference.requestingAgency(),
                conference.team().section(),
                command);
        Person person = new Person(
                Objects.requireNonNull(request.name()),
                request.kana(),
                request.formerName(),
                request.commonName(),
                request.callName(),
                request.birthDate(),
                request.approximateAge());
        if (!casefile.has(command)) {
            casefile.request(person, new LocationGroup(request.address()), consentOf(conference, command), command);
            casefiles.save(casefile);
        }
        boolean similar = samePerson.note(conference.caseId(), person);
        conference.submit(() -> conferences.nextReference(command.today()), similar, reply, command);
    }

    private static Consent consentOf(CaseConference conference, Command command) {
        Request.RequestedConsent given =
                Objects.requireNonNull(conference.request().consent());
        var confirmedOn = given.confirmedOn() == null ? command.today() : given.confirmedOn();
        Set<AgencyCode> recipients = new LinkedHashSet<>();
        given.recipients().forEach(code -> recipients.add(new AgencyCode(code)));
        return new Consent(
                1,
                Consent.Status.GIVEN,
                recipients,
                given.locationRecipients(),
                given.withheld(),
                given.conditions(),
                given.confirmedBy(),
                confirmedOn,
                given.method(),
                ConsentRules.endOf(given.validUntil(), confirmedOn),
                conference.contactAgency(),
                null,
                null,
                List.of(),
                List.of(),
                ConsentRules.purposes(given.purposes()),
                given.refusalExplained());
    }

    private void check(Request request, boolean draft, Command command) {
        List<FieldProblem> problems = draft
                ? RequestRules.ofDraft(request, directory, command.today())
                : RequestRules.ofSubmission(request, directory, command.now());
        if (problems.isEmpty()) {
            return;
        }
        boolean consentAlone =
                problems.stream().allMatch(problem -> problem.field().equals("consent.confirmed"));
        throw Refusal.invalid(consentAlone ? "consent.not-confirmed" : "request.incomplete", problems);
    }

    /** Whom a request is made for does not change after it was opened. */
    private static void requireSameAgency(Request request, CaseConference conference) {
        String other = request.onBehalfOf();
        if (other != null && !other.equals(conference.requestingAgency().value())) {
            throw Refusal.invalid("on-behalf.not-phone-fax", FieldProblem.of("onBehalfOf", "not-phone-fax"));
        }
    }

    /** Center staff may act for an agency that only has telephone and fax; how the request came in is recorded. */
    private Command forAgency(Request request, Command command) {
        String other = request.onBehalfOf();
        if (other == null || other.equals(command.officer().agency().value())) {
            return command;
        }
        boolean staff =
                command.officer().is(Role.CENTER_STAFF) && command.officer().worksFor(directory.center());
        if (!staff) {
            throw Refusal.forbidden("on-behalf.not-permitted");
        }
        if (!directory.isActive(other) || !directory.reachedByPhoneOnly(new AgencyCode(other))) {
            throw Refusal.invalid("on-behalf.not-phone-fax", FieldProblem.of("onBehalfOf", "not-phone-fax"));
        }
        return commands.onBehalfOf(command, new AgencyCode(other));
    }

    /** @return the text, which is there and not too long */
    static String requireText(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("request.incomplete", FieldProblem.of(field, "required"));
        }
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST_REASON) {
            throw Refusal.invalid("request.incomplete", FieldProblem.of(field, "too-long", LONGEST_REASON, length));
        }
        return text;
    }
}
