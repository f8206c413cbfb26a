package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The meeting itself: convening, replies, information sheets, that it was held, what came of it. */
@Service
class Meeting {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 8_000;

    private final Desk desk;
    private final Conferences conferences;
    private final MeetingPapers papers;
    private final Directory directory;
    private final Accounts accounts;
    private final BlockList blockList;
    private final SupportLeft supportLeft;

    Meeting(
            Desk desk,
            Conferences conferences,
            MeetingPapers papers,
            Directory directory,
            Accounts accounts,
            BlockList blockList,
            SupportLeft supportLeft) {
        this.desk = desk;
        this.conferences = conferences;
        this.papers = papers;
        this.directory = directory;
        this.accounts = accounts;
        this.blockList = blockList;
        this.supportLeft = supportLeft;
    }

    /**
     * An invited agency's answer.
     *
     * @param attendeeLogin whose account sees her name and papers; the answering officer's where absent
     * @param onBehalfOf for an agency that only has telephone and fax, by the Center's staff
     */
    record ReplyForm(
            ReplyRecord.@Nullable Reply reply,
            @Nullable String attendee,
            @Nullable String attendeeLogin,
            @Nullable Boolean pledge,
            ReplyRecord.@Nullable RelationToOtherParty relationToOtherParty,
            @Nullable String onBehalfOf) {}

    /** What an invited agency knows and proposes. */
    record SheetForm(@Nullable String facts, @Nullable String proposedSupport) {}

    /** Refuses what {@link #convene} would refuse, and writes nothing. */
    void examine(String id, Convening call, Command command) {
        Desk.Sight sight = desk.look(id, command);
        desk.require(Step.CONVENE, sight, command);
        requireNoCompanionIsBlocked(call, sight.submittedCase());
        sight.conference().requireConvenable(call, sight.submittedCase(), directory, command);
    }

    void convene(String id, Convening call, Command command) {
        desk.take(Step.CONVENE, id, command, (sight, c) -> {
            requireNoCompanionIsBlocked(call, sight.submittedCase());
            sight.conference().convene(call, sight.submittedCase(), directory, c);
        });
    }

    /** Those who convene see the block list: they are told plainly. */
    private void requireNoCompanionIsBlocked(Convening call, Casefile casefile) {
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < call.companions().size(); i++) {
            if (blockList.matches(
                    casefile, directory.center(), call.companions().get(i).name())) {
                problems.add(FieldProblem.of("companions[" + i + "].name", "blocked-person"));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid("convening.companion-blocked", problems);
        }
    }

    void reschedule(String id, Convening.Rescheduling move, Command command) {
        String reason = Requesting.requireText("reason", move.reason());
        desk.take(Step.RESCHEDULE, id, command, (sight, c) -> sight.conference()
                .reschedule(
                        new Convening.Rescheduling(move.start(), move.end(), move.place(), reason),
                        sight.submittedCase(),
                        directory,
                        c));
    }

    void callOff(String id, @Nullable String reason, Command command) {
        String given = Requesting.requireText("reason", reason);
        desk.take(Step.CALL_OFF, id, command, (sight, c) -> sight.conference().callOff(given, c));
    }

    /**
     * Takes the answer. The attendee is cleared, so that her name appears, only with the pledge given, no relation
     * declared now or before, and no match with the Center's block list; a match is seen by the Center alone.
     */
    void reply(String id, ReplyForm form, Command command) {
        Desk.Sight first = desk.look(id, command);
        AgencyCode agency = replyingAgency(first, form, command);
        desk.act(Step.REPLY, first, command, () -> {
            Desk.Sight sight = desk.look(id, command);
            CaseConference conference = sight.conference();
            if (conference.has(command)) {
                return;
            }
            if (!Step.REPLY.possibleIn(conference.state())) {
                throw Refusal.conflict("state.not-possible");
            }
            ReplyRecord reply = replyOf(form, agency, sight, command);
            Optional<ReplyRecord> before = papers.reply(conference.id(), agency);
            if (before.isEmpty() || !SeenCommand.contains(before.get().seen(), command)) {
                papers.keep(reply);
            }
            conference.replied(agency, reply.cleared() ? "CLEARED" : "TO_EXAMINE", command);
            conferences.save(conference);
        });
    }

    void sendSheet(String id, SheetForm form, Command command) {
        Desk.Sight first = desk.look(id, command);
        desk.require(Step.SEND_SHEET, first, command);
        FieldCheck fields = new FieldCheck(directory);
        if (FieldCheck.isBlank(form.facts()) && FieldCheck.isBlank(form.proposedSupport())) {
            fields.add("facts", "required");
        }
        fields.text("facts", form.facts(), LONGEST_TEXT);
        fields.text("proposedSupport", form.proposedSupport(), LONGEST_TEXT);
        fields.refuseUnder("sheet.incomplete");
        AgencyCode agency = command.officer().agency();
        desk.act(Step.SEND_SHEET, first, command, () -> {
            Desk.Sight sight = desk.look(id, command);
            Permission.require(Step.SEND_SHEET, command.officer(), sight.standing());
            CaseConference conference = sight.conference();
            if (conference.has(command)) {
                return;
            }
            if (!Step.SEND_SHEET.possibleIn(conference.state())) {
                throw Refusal.conflict("state.not-possible");
            }
            Optional<SheetRecord> before = papers.sheet(conference.id(), agency);
            if (before.isEmpty() || !SeenCommand.contains(before.get().seen(), command)) {
                papers.keep(new SheetRecord(
                        ReplyRecord.idOf(conference.id(), agency),
                        before.map(sheet -> sheet.version() + 1).orElse(0L),
                        conference.caseId(),
                        conference.id(),
                        agency,
                        Objects.requireNonNullElse(form.facts(), ""),
                        Objects.requireNonNullElse(form.proposedSupport(), ""),
                        command.officer().id(),
                        command.at(),
                        former(before),
                        SeenCommand.with(before.map(SheetRecord::seen).orElse(List.of()), command)));
            }
            conference.sheetReceived(agency, command);
            conferences.save(conference);
        });
    }

    void recordHolding(String id, Holding held, Command command) {
        desk.take(Step.RECORD_HOLDING, id, command, (sight, c) -> sight.conference()
                .recordHolding(held, sight.submittedCase(), directory, c));
    }

    /**
     * Asks of a report what sending it would ask, and sends nothing.
     *
     * @throws jp.tsunagi.shared.Refused as {@link #report}
     */
    void checkReport(String id, OutcomeReport report, Command command) {
        Desk.Sight sight = desk.look(id, command);
        desk.require(Step.REPORT_OUTCOME, sight, command);
        if (!Step.REPORT_OUTCOME.possibleIn(sight.conference().state())) {
            throw Refusal.conflict("state.not-possible");
        }
        MeetingRules.checkReport(report, directory, command.now());
    }

    void report(String id, OutcomeReport report, Command command) {
        desk.take(Step.REPORT_OUTCOME, id, command, (sight, c) -> sight.conference()
                .report(report, directory, c));
    }

    /** Closes it; where no other conference of the case goes on, what is left of the support is asked for. */
    void close(String id, Closing closing, Command command) {
        closing.check(directory);
        desk.take(Step.CLOSE, id, command, (sight, c) -> sight.conference()
                .close(closing, endingWith(sight.conference(), c).orElse(null), c));
    }

    /** What is left of the support that would end with this conference; empty where another goes on, or there is no plan. */
    Optional<SupportLeft.Left> endingWith(CaseConference conference, Command command) {
        boolean another = conferences.ofCase(conference.caseId()).stream()
                .anyMatch(other ->
                        !other.id().equals(conference.id()) && other.state().goesOn());
        return another ? Optional.empty() : supportLeft.of(conference.caseId(), command);
    }

    /** The same measure by measure, as the officer may see them. */
    List<SupportLeft.Item> left(CaseConference conference, Command command) {
        return supportLeft.seen(conference.caseId(), command);
    }

    private AgencyCode replyingAgency(Desk.Sight sight, ReplyForm form, Command command) {
        String other = form.onBehalfOf();
        if (other == null || other.equals(command.officer().agency().value())) {
            desk.require(Step.REPLY, sight, command);
            return command.officer().agency();
        }
        if (!sight.standing().is(Relation.CENTER)) {
            throw Refusal.forbidden("on-behalf.not-permitted");
        }
        boolean may = directory.isActive(other)
                && directory.reachedByPhoneOnly(new AgencyCode(other))
                && sight.conference().invited().contains(new AgencyCode(other));
        if (!may) {
            throw Refusal.invalid("on-behalf.not-phone-fax", FieldProblem.of("onBehalfOf", "not-phone-fax"));
        }
        return new AgencyCode(other);
    }

    private ReplyRecord replyOf(ReplyForm form, AgencyCode agency, Desk.Sight sight, Command command) {
        FieldCheck fields = new FieldCheck(directory);
        fields.chosen("reply", form.reply());
        boolean comes = form.reply() != null && form.reply() != ReplyRecord.Reply.DECLINE;
        if (comes) {
            fields.required("attendee", form.attendee());
            fields.chosen("relationToOtherParty", form.relationToOtherParty());
            if (!Boolean.TRUE.equals(form.pledge())) {
                fields.add("pledge", "pledge-tick");
            }
        }
        fields.name("attendee", form.attendee(), LONGEST_NAME);
        Optional<Officer> attendee =
                form.attendeeLogin() == null ? Optional.empty() : accounts.byLogin(form.attendeeLogin());
        if (form.attendeeLogin() != null
                && attendee.filter(found -> found.worksFor(agency)).isEmpty()) {
            fields.add("attendeeLogin", "not-of-agency");
        }
        fields.refuseUnder("reply.incomplete");
        Officer account = attendee.orElse(command.officer());
        boolean blocked = comes
                && blockList.matches(
                        sight.submittedCase(), agency, form.attendee(), account.person() ? account.name() : null);
        Optional<ReplyRecord> before = papers.reply(sight.conference().id(), agency);
        List<ReplyRecord.Declaration> declarations =
                new ArrayList<>(before.map(ReplyRecord::declarations).orElse(List.of()));
        boolean stands = declarations.stream().anyMatch(earlier -> earlier.stands(account.id()));
        declarations.add(new ReplyRecord.Declaration(
                form.attendee(), account.id().value(), form.relationToOtherParty(), blocked, command.at()));
        return new ReplyRecord(
                ReplyRecord.idOf(sight.conference().id(), agency),
                before.map(reply -> reply.version() + 1).orElse(0L),
                sight.conference().caseId(),
                sight.conference().id(),
                agency,
                sight.conference().round(),
                Objects.requireNonNull(form.reply()),
                form.attendee(),
                account.id(),
                Boolean.TRUE.equals(form.pledge()),
                form.relationToOtherParty(),
                blocked,
                comes && !blocked && !stands && form.relationToOtherParty() == ReplyRecord.RelationToOtherParty.NONE,
                command.officer().id(),
                command.at(),
                declarations,
                SeenCommand.with(before.map(ReplyRecord::seen).orElse(List.of()), command));
    }

    private static List<SheetRecord.Former> former(Optional<SheetRecord> before) {
        List<SheetRecord.Former> former =
                new ArrayList<>(before.map(SheetRecord::former).orElse(List.of()));
        before.ifPresent(
                sheet -> former.add(new SheetRecord.Former(sheet.facts(), sheet.proposedSupport(), sheet.sentAt())));
        return former;
    }
}
