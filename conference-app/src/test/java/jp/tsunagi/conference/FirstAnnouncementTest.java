package jp.tsunagi.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.outbox.PendingEvent;
import jp.tsunagi.shared.BusinessDays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A request is announced by the first version of its conference; the next step may come before that is sent. */
class FirstAnnouncementTest {

    private static final AgencyCode SAPPORO = new AgencyCode("011002");
    private static final Deadlines DEADLINES =
            new Deadlines(new BusinessDays(Set.of()), new DeadlineSettings(2, 10, 3, 3, 1, 2, 5, 5, 7));

    @Test
    void staysUntilItIsSentHoweverSoonTheNextStepComes() {
        Command command = command();
        Request request = JsonMapper.builder()
                .build()
                .readValue(
                        """
                        {"guidelineItem": 1, "name": "架空 花子", "currentSituation": "架空", "caseOverview": "架空",
                         "topics": "架空", "invitees": [], "consent": {"confirmed": true, "contactAgency": "S0001"}}
                        """,
                        Request.class);
        CaseConference opened = CaseConference.opened(
                new ConferenceId("C"),
                new CaseId("K"),
                1,
                null,
                new TeamSection(SAPPORO, ""),
                request,
                command,
                DEADLINES);
        opened.submit(() -> "R8-0001", false, null, command);

        CaseConference loaded = new CaseConference(opened.toRecord(), DEADLINES);
        loaded.startConsentCheck(command);

        assertThat(loaded.toRecord().outbox())
                .extracting(PendingEvent::kind)
                .containsExactly(EventKind.REQUEST_SUBMITTED.wireName());
        assertThat(loaded.toRecord().pending()).isTrue();
    }

    private static Command command() {
        Officer officer = new Officer(new AccountId("A"), "架空 職員", SAPPORO, "", Set.of(Role.COUNSELLOR), true, false);
        return new Command("X", "", officer, SAPPORO, Instant.parse("2026-11-20T01:00:00Z"));
    }
}
