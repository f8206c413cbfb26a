package jp.tsunagi.conference;

import static jp.tsunagi.casefile.CasefileFixtures.ASAHIKAWA;
import static jp.tsunagi.casefile.CasefileFixtures.CENTER;
import static jp.tsunagi.casefile.CasefileFixtures.CHILD_GUIDANCE;
import static jp.tsunagi.casefile.CasefileFixtures.HOSPITAL;
import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SAPPORO;
import static jp.tsunagi.casefile.CasefileFixtures.SECOND;
import static jp.tsunagi.casefile.CasefileFixtures.SECTION;
import static jp.tsunagi.casefile.CasefileFixtures.SHELTER;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static jp.tsunagi.casefile.CasefileFixtures.command;
import static jp.tsunagi.casefile.CasefileFixtures.officer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.CasefileFixtures;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.shared.BusinessDays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Conferences about a person who does not exist, in every state, with the directory and the calendar they need. */
final class ConferenceFixtures {

    static final Officer STAFF = officer("center", CENTER, Role.CENTER_STAFF);
    static final Officer DIRECTOR = officer("director", CENTER, Role.DIRECTOR);
    static final Officer ATTENDEE = officer("police", POLICE, Role.PARTICIPANT);

    /** Thursday, 3 December 2026, ten to twelve. */
    static final LocalDateTime MEETING = LocalDateTime.of(2026, 12, 3, 10, 0);

    /** When the meeting is over. */
    static final Instant AFTER_MEETING = Instant.parse("2026-12-03T04:00:00Z");

    static final DeadlineSettings SETTINGS = new DeadlineSettings(2, 10, 3, 3, 1, 2, 5, 5, 7);
    static final Deadlines DEADLINES = new Deadlines(holidays(), SETTINGS);
    static final FakeDirectory DIRECTORY = new FakeDirectory();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ConferenceFixtures() {}

    /** The calendar that is delivered. */
    static BusinessDays holidays() {
        try {
            String csv =
                    new ClassPathResource("defaults/config/holidays.csv").getContentAsString(StandardCharsets.UTF_8);
            return new BusinessDays(csv.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> LocalDate.parse(line.split(",", 2)[0]))
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A complete request, to be changed field by field. */
    static Draft request() {
        return new Draft(JSON.readValue(
                """
                {"guidelineItem": 1, "name": "架空 花子", "kana": "カクウ ハナコ", "birthDate": "1988-04-12",
                 "address": "架空町1-2-3", "currentSituation": "今の状況", "caseOverview": "これまでの経過",
                 "topics": "住まいの確保", "wishes": "静かに暮らしたい", "factors": ["DV_ABUSE"],
                 "invitees": [{"agency": "P0001", "section": "生活安全課", "reason": "安全の確保"}],
                 "preferredSlots": [{"date": "2026-12-03", "start": "10:00", "end": "12:00", "note": ""}],
                 "preferredPlace": "オンライン",
                 "consent": {"confirmed": true, "method": "FACE_TO_FACE", "confirmedBy": "架空 相談員",
                             "confirmedOn": "2026-11-20", "validUntil": "2027-02-18",
                             "recipients": ["P0001", "J0001"], "withheld": [], "conditions": []},
                 "urgent": false}
                """,
                Map.class));
    }

    /** A request as JSON, so that a test can say what no record would hold. */
    static final class Draft {

        private final Map<String, Object> json;

        private Draft(Map<String, Object> json) {
            this.json = json;
        }

        /** @param path names with dots; {@code [0]} for a place in a list */
        @SuppressWarnings("unchecked")
        Draft with(String path, Object value) {
            Object here = json;
            String[] steps = path.replace("[", ".[").split("\\.");
            for (int i = 0; i < steps.length; i++) {
                boolean last = i == steps.length - 1;
                if (steps[i].startsWith("[")) {
                    int index = Integer.parseInt(steps[i].substring(1, steps[i].length() - 1));
                    List<Object> list = (List<Object>) here;
                    if (last) {
                        list.set(index, value);
                    }
                    here = list.get(index);
                } else if (last) {
                    ((Map<String, Object>) here).put(steps[i], value);
                } else {
                    here = ((Map<String, Object>) here).computeIfAbsent(steps[i], name -> new LinkedHashMap<>());
                }
            }
            return this;
        }

        Map<String, Object> json() {
            return json;
        }

        Request build() {
            return JSON.convertValue(json, Request.class);
        }
    }

    static CaseConference draft() {
        return draft(request().build());
    }

    static CaseConference draft(Request request) {
        CaseConference conference = CaseConference.opened(
                new ConferenceId("conference-1"),
                new CaseId("case-1"),
                1,
                null,
                new TeamSection(SAPPORO, SECTION),
                request,
                command(SUBMITTER),
                DEADLINES);
        conference.replace(request, command(SUBMITTER));
        return conference;
    }

    static CaseConference in(ConferenceState state) {
        return in(state, request().build());
    }

    /** A conference that came to this state the shortest way; a cancelled one after its meeting, before that was entered. */
    static CaseConference in(ConferenceState state, Request request) {
        return switch (state) {
            case DRAFT -> reloaded(draft(request));
            case SUBMITTED ->
                from(ConferenceState.DRAFT, request, c -> c.submit(() -> "R8-0001", false, null, command(SUBMITTER)));
            case RETURNED -> from(ConferenceState.SUBMITTED, request, c -> c.giveBack("理由", List.of(), command(STAFF)));
            case CONSENT_CHECK -> from(ConferenceState.SUBMITTED, request, c -> c.startConsentCheck(command(STAFF)));
            case UNDER_REVIEW -> from(ConferenceState.CONSENT_CHECK, request, c -> c.consentConfirmed(command(SECOND)));
            case NOT_HELD ->
                from(
                        ConferenceState.UNDER_REVIEW,
                        request,
                        c -> c.decide(
                                Decision.Verdict.NOT_HOLD,
                                "理由",
                                "伝えた",
                                CasefileFixtures.confirmed(),
                                command(DIRECTOR)));
            case APPROVED ->
                from(
                        ConferenceState.UNDER_REVIEW,
                        request,
                        c -> c.decide(
                                Decision.Verdict.HOLD, null, null, CasefileFixtures.confirmed(), command(DIRECTOR)));
            case CONVENED ->
                from(
                        ConferenceState.APPROVED,
                        request,
                        c -> c.convene(convening(), CasefileFixtures.confirmed(), DIRECTORY, command(STAFF)));
            case HELD ->
                from(
                        ConferenceState.CONVENED,
                        request,
                        c -> c.recordHolding(
                                held(), CasefileFixtures.confirmed(), DIRECTORY, command(STAFF, AFTER_MEETING)));
            case REPORTED ->
                from(
                        ConferenceState.HELD,
                        request,
                        c -> c.report(report(), DIRECTORY, command(SUBMITTER, AFTER_MEETING)));
            case CLOSED ->
                from(
                        ConferenceState.REPORTED,
                        request,
                        c -> c.close(closing("口頭で伝えた", null), null, command(SUBMITTER, AFTER_MEETING)));
            case WITHDRAWN ->
                from(ConferenceState.CONSENT_CHECK, request, c -> c.withdrawRequest("理由", command(SUBMITTER)));
            case CANCELLED_NO_CONSENT ->
                from(
                        ConferenceState.CONVENED,
                        request,
                        c -> c.consentWithdrawn(Set.of(), command(SECOND, AFTER_MEETING)));
        };
    }

    /** As it is found at the next look. */
    static CaseConference reloaded(CaseConference conference) {
        return new CaseConference(conference.toRecord(), DEADLINES);
    }

    static Convening convening(AgencyCode... agencies) {
        List<Convening.Invited> invited = new ArrayList<>();
        for (AgencyCode agency : agencies.length == 0 ? new AgencyCode[] {POLICE, CHILD_GUIDANCE} : agencies) {
            invited.add(new Convening.Invited(agency.value(), null));
        }
        return new Convening(
                MEETING, MEETING.plusHours(2), "オンライン", true, CENTER.value(), SAPPORO.value(), invited, List.of());
    }

    static Holding held() {
        return held(MEETING, MEETING.plusHours(2));
    }

    static Holding held(LocalDateTime start, LocalDateTime end) {
        return new Holding(start, end, "オンライン", attendance(), null);
    }

    static List<Attendance> attendance() {
        return List.of(
                new Attendance(SAPPORO.value(), "架空 相談員", Attendance.Presence.PRESENT, null, null, null),
                new Attendance(POLICE.value(), "例示 太郎", Attendance.Presence.PRESENT, null, null, null));
    }

    static OutcomeReport report() {
        return report(MEETING, MEETING.plusHours(2), attendance());
    }

    static OutcomeReport report(LocalDateTime start, LocalDateTime end, List<Attendance> attendance) {
        return new OutcomeReport(
                MEETING.toLocalDate(),
                "架空 相談員",
                start,
                end,
                "オンライン",
                attendance,
                "住まいを探す",
                List.of(new OutcomeReport.AgreedAction(SAPPORO.value(), "申請に同行する", LocalDate.of(2026, 12, 11))),
                SAPPORO.value());
    }

    /** What was announced since it was loaded, by kind. */
    static List<String> announced(CaseConference conference) {
        ConferenceRecord record = conference.toRecord();
        return record.outbox().stream()
                .filter(event -> event.forVersion() == record.version())
                .map(PendingEvent::kind)
                .toList();
    }

    static Consent.Condition condition(LocalDate metOn) {
        return new Consent.Condition("通訳の同席", metOn);
    }

    private static CaseConference from(ConferenceState before, Request request, Consumer<CaseConference> step) {
        CaseConference conference = in(before, request);
        step.accept(conference);
        return reloaded(conference);
    }

    /** The agencies of the demo; a school that only has telephone and fax; and a character that no font has. */
    static final class FakeDirectory implements Directory {

        static final String NO_GLYPH = "☃";
        static final AgencyCode SCHOOL = new AgencyCode("E0001");

        private static final Set<AgencyCode> ACTIVE =
                Set.of(SAPPORO, ASAHIKAWA, SHELTER, CENTER, POLICE, CHILD_GUIDANCE, HOSPITAL, SCHOOL);

        @Override
        public boolean isActive(String code) {
            return AgencyCode.isCode(code) && ACTIVE.contains(new AgencyCode(code));
        }

        @Override
        public AgencyCode center() {
            return CENTER;
        }

        @Override
        public boolean reachedByPhoneOnly(AgencyCode agency) {
            return agency.equals(SCHOOL);
        }

        @Override
        public boolean hasAnotherOfficer(AgencyCode agency, AccountId than) {
            return agency.equals(SAPPORO);
        }

        @Override
        public String nameOf(String code) {
            return code;
        }

        @Override
        public String firstUnprintable(String text) {
            return text.contains(NO_GLYPH) ? NO_GLYPH : "";
        }
    }

    static Closing closing(String informed, @Nullable String reason) {
        return new Closing(informed, reason, null, null);
    }
}
