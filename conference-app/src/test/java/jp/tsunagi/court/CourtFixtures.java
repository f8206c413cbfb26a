package jp.tsunagi.court;

import static jp.tsunagi.casefile.CasefileFixtures.CENTER;
import static jp.tsunagi.casefile.CasefileFixtures.NOW;
import static jp.tsunagi.casefile.CasefileFixtures.TODAY;

import java.util.List;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.CasefileFixtures;
import jp.tsunagi.command.Command;
import jp.tsunagi.court.ConsultationForm.Channel;
import jp.tsunagi.court.ConsultationForm.Office;
import jp.tsunagi.court.ConsultationRecord.By;
import jp.tsunagi.court.StatementRecord.Asked;
import jp.tsunagi.court.StatementRecord.Content;
import jp.tsunagi.shared.Ids;

/** Fictitious consultations and statements. */
final class CourtFixtures {

    static final CaseId CASE = new CaseId(Ids.derived("case", "court"));
    static final Officer STAFF = CasefileFixtures.officer("center", CENTER, Role.CENTER_STAFF);
    static final Officer DIRECTOR = CasefileFixtures.officer("director", CENTER, Role.DIRECTOR);

    private static int commands;

    private CourtFixtures() {}

    static Command by(Officer officer) {
        String id = Ids.derived("command", "court", String.valueOf(commands++));
        return new Command(id, id, officer, officer.agency(), NOW);
    }

    static ConsultationForm consultation(Integer corrects) {
        return new ConsultationForm(
                TODAY,
                null,
                Office.DV_CENTER,
                null,
                Channel.PHONE,
                "殴られたと話した（架空）",
                "制度を説明した（架空）",
                corrects,
                corrects == null ? null : "聞き違い");
    }

    static StatementRecord asked() {
        Command command = by(STAFF);
        return StatementRecord.asked(
                CASE,
                Ids.derived("conference", "court"),
                "K-2026-0001",
                new Asked("札幌地方裁判所", "令和8年（配チ）第1号", TODAY, By.of(command)),
                TODAY.plusDays(7),
                command);
    }

    static Content content(String circumstances) {
        return new Content("架空 花子", List.of(1), circumstances, "制度を説明した（架空）");
    }
}
