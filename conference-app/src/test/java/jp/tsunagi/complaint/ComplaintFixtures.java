package jp.tsunagi.complaint;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.complaint.ComplaintForm.From;
import jp.tsunagi.complaint.ComplaintForm.Means;
import jp.tsunagi.complaint.ComplaintForm.Result;
import jp.tsunagi.complaint.ComplaintForm.Told;
import jp.tsunagi.shared.BusinessDays;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;

final class ComplaintFixtures {

    static final AgencyCode SAPPORO = new AgencyCode("011002");
    static final AgencyCode ASAHIKAWA = new AgencyCode("012041");
    static final AgencyCode POLICE = new AgencyCode("P0001");
    static final AgencyCode CENTER = new AgencyCode("C0001");
    static final Officer RECORDER = officer("recorder", SAPPORO, Role.COUNSELLOR);

    private static int commands;

    private ComplaintFixtures() {}

    static Officer officer(String id, AgencyCode agency, Role role) {
        return new Officer(new AccountId(id), "見本 " + id, agency, "", Set.of(role), true, false);
    }

    /** Ten business days; the holidays around the days of the tests. */
    static AnswerDays days() {
        return new AnswerDays(new ComplaintSettings(10), new BusinessDays(Set.of(LocalDate.of(2026, 11, 23))));
    }

    static Command on(String day) {
        return by(RECORDER, day);
    }

    static Command by(Officer officer, String day) {
        String id = Ids.derived("command", String.valueOf(commands++));
        return new Command(
                id,
                id,
                officer,
                officer.agency(),
                LocalDate.parse(day)
                        .atTime(LocalTime.of(10, 0))
                        .atZone(TimeConfiguration.JAPAN)
                        .toInstant());
    }

    static About about(AgencyCode agency, boolean kept, Officer... named) {
        return new About(agency, Arrays.stream(named).map(Officer::id).collect(Collectors.toSet()), kept);
    }

    /** Recorded by this officer about these. */
    static Complaint received(Officer receiver, About about, Set<Officer> named, String on, Command command) {
        ComplaintRecord.Received received = new ComplaintRecord.Received(
                LocalDate.parse(on), From.HERSELF, null, Means.ORAL, "電話の対応（架空）", null, Complaint.by(command));
        return Complaint.received(
                new Complaint.Place(new CaseId("case"), "conference", "2026-001"),
                received,
                about,
                Handler.of(about, named, receiver.agency(), CENTER),
                days().due(LocalDate.parse(on)),
                days(),
                command);
    }

    static Complaint aboutPolice(String on) {
        return received(RECORDER, about(POLICE, false), Set.of(), on, on(on));
    }

    static ComplaintRecord.Answer answer(Command command) {
        return new ComplaintRecord.Answer(command.today(), "おわびした（架空）", Told.PHONE, null, Complaint.by(command));
    }

    static ComplaintRecord.Review review(Result result, Command command) {
        return new ComplaintRecord.Review("記録（架空）", result, null, null, Complaint.by(command));
    }

    /** The same as it would be read back. */
    static Complaint stored(Complaint complaint) {
        return new Complaint(complaint.toRecord());
    }
}
