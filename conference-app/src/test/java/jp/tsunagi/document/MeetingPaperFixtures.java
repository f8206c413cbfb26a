package jp.tsunagi.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** Fictitious papers of a meeting. */
final class MeetingPaperFixtures {

    static final ConveningNoticePrinter NOTICES =
            new ConveningNoticePrinter(DocumentFixtures.FONTS, TemplateFiles.standard());
    static final AgendaPrinter AGENDAS = new AgendaPrinter(DocumentFixtures.FONTS, TemplateFiles.standard());
    static final InformationSheetPrinter SHEETS =
            new InformationSheetPrinter(DocumentFixtures.FONTS, TemplateFiles.standard());
    static final OutcomeRecordPrinter RECORDS =
            new OutcomeRecordPrinter(DocumentFixtures.FONTS, TemplateFiles.standard());
    static final SharingReportPrinter REPORTS =
            new SharingReportPrinter(DocumentFixtures.FONTS, TemplateFiles.standard());
    static final RecordViewsPrinter VIEWS = new RecordViewsPrinter(DocumentFixtures.FONTS, TemplateFiles.standard());
    static final HandOverPrinter HAND_OVERS = new HandOverPrinter(DocumentFixtures.FONTS, TemplateFiles.standard());

    static final String LAW = "WOMENS_SUPPORT_ACT_15";
    static final LocalDateTime START = LocalDateTime.of(2026, 12, 3, 10, 0);
    static final LocalDateTime END = LocalDateTime.of(2026, 12, 3, 12, 0);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

    private MeetingPaperFixtures() {}

    static HandOverPaper handOver(String overview) {
        return new HandOverPaper(
                DocumentFixtures.EDITION,
                "札幌市",
                "旭川市",
                LocalDate.of(2026, 11, 20),
                "令和8年11月20日　対面　説明した人：見本 花子",
                new HandOverPaper.Person(
                        "架空 花子",
                        "カクウ ハナコ",
                        "Aさん",
                        LocalDate.of(1988, 4, 12),
                        null,
                        null,
                        "000-1111-2222",
                        "火曜の午後",
                        List.of("手話の通訳", "車いす")),
                new HandOverPaper.Story("知人宅にいる（架空）。", overview, null, "見学する（架空）。", null, null, "電話を続ける（架空）。"),
                List.of(new HandOverPaper.Deadline("RESIDENT_REGISTER_PROTECTION", LocalDate.of(2027, 9, 18), null)),
                List.of(new HandOverPaper.Measure("HOUSING", "申込みに付き添う（架空）。", "札幌市", DUE)));
    }

    /** Of whom next to nothing goes along. */
    static HandOverPaper handOverOfLittle() {
        return new HandOverPaper(
                DocumentFixtures.EDITION,
                "札幌市",
                "旭川市",
                LocalDate.of(2026, 11, 20),
                null,
                new HandOverPaper.Person(null, null, "Aさん", null, 30, null, null, null, List.of()),
                new HandOverPaper.Story(null, null, null, null, null, null, null),
                List.of(),
                List.of());
    }

    static ConveningNotice notice() {
        return new ConveningNotice(
                DocumentFixtures.EDITION,
                "架空警察署",
                "旭川市",
                2,
                LAW,
                START,
                END,
                "架空会館三階",
                true,
                "北海道立女性相談支援センター（架空）",
                "旭川市",
                DUE,
                List.of("架空警察署", "架空児童相談所"));
    }

    /** To an agency that has not pledged: without the place and the others. */
    static ConveningNotice noticeBeforeThePledge() {
        return new ConveningNotice(
                DocumentFixtures.EDITION,
                "架空警察署",
                null,
                1,
                LAW,
                START,
                END,
                null,
                false,
                "北海道立女性相談支援センター（架空）",
                "旭川市",
                DUE,
                List.of());
    }

    static Agenda agenda() {
        return agenda("交際相手から逃れ、始発の列車で来た（架空）。", Set.of());
    }

    static Agenda agenda(String overview, Set<String> withheld) {
        return new Agenda(
                DocumentFixtures.EDITION,
                2,
                LAW,
                "旭川市",
                START,
                END,
                "架空会館三階",
                "北海道立女性相談支援センター（架空）",
                "旭川市",
                withheld.contains("openItems")
                        ? List.of()
                        : List.of(new AgreedAction("旭川市", "住まいの見学に同行する（架空）。", LocalDate.of(2026, 11, 30))),
                withheld.contains("caseOverview") ? null : overview,
                withheld.contains("topics") ? null : "1 当面の住まい\n2 通院先",
                null,
                withheld.contains("sheets")
                        ? List.of()
                        : List.of(
                                new Agenda.Sheet("架空警察署", "先月、窓口に二度来ている（架空）。", "巡回を増やす（架空）。"),
                                new Agenda.Sheet("架空児童相談所", null, "面接を月に二回続ける（架空）。")),
                withheld);
    }

    static InformationSheet sheet(String facts) {
        return new InformationSheet(
                DocumentFixtures.EDITION,
                "架空警察署",
                1,
                START,
                END,
                DUE,
                LocalDate.of(2026, 11, 30),
                facts,
                "巡回を増やす（架空）。");
    }

    static InformationSheet emptySheet() {
        return new InformationSheet(DocumentFixtures.EDITION, "架空警察署", 1, START, END, DUE, null, null, null);
    }

    static OutcomeRecord outcome(String outcome, Set<String> withheld) {
        return new OutcomeRecord(
                DocumentFixtures.EDITION,
                1,
                LAW,
                LocalDate.of(2026, 12, 4),
                "旭川市 見本 和子",
                START,
                END,
                "架空会館三階",
                List.of(
                        new OutcomeRecord.Attendance("架空警察署", "例示 太郎", "PRESENT", null, null),
                        new OutcomeRecord.Attendance("架空児童相談所", "例示 次郎", "SUBSTITUTE", null, null),
                        new OutcomeRecord.Attendance(null, null, "PRESENT", "後半30分", null),
                        new OutcomeRecord.Attendance(null, "例示 三郎", "PRESENT", null, "INTERPRETER")),
                withheld.contains("outcome") ? null : outcome,
                withheld.contains("actions")
                        ? List.of()
                        : List.of(
                                new AgreedAction("架空警察署", "通報登録を続ける（架空）。", null),
                                new AgreedAction("旭川市", null, LocalDate.of(2026, 12, 20))),
                "旭川市",
                1,
                List.of(),
                withheld);
    }

    static OutcomeRecord corrected() {
        OutcomeRecord plain = outcome("四か所を見学する（架空）。", Set.of());
        return new OutcomeRecord(
                plain.edition(),
                plain.number(),
                plain.legalBasis(),
                plain.recordedOn(),
                plain.recordedBy(),
                plain.start(),
                plain.end(),
                plain.place(),
                plain.attendance(),
                plain.outcome(),
                plain.actions(),
                plain.leadAgency(),
                3,
                List.of(
                        new OutcomeRecord.Correction(
                                2,
                                LocalDate.of(2026, 12, 7),
                                "旭川市",
                                "OUTCOME",
                                new OutcomeRecord.Said("三か所を見学する（架空）。", null, null),
                                new OutcomeRecord.Said("四か所を見学する（架空）。", null, null),
                                "聞き違い（架空）。"),
                        new OutcomeRecord.Correction(
                                3,
                                LocalDate.of(2026, 12, 8),
                                "旭川市",
                                "ATTENDANCE",
                                new OutcomeRecord.Said(
                                        null,
                                        new OutcomeRecord.Attendance("架空児童相談所", "例示 次郎", "PRESENT", null, null),
                                        null),
                                new OutcomeRecord.Said(
                                        null,
                                        new OutcomeRecord.Attendance("架空児童相談所", "例示 次郎", "SUBSTITUTE", null, null),
                                        null),
                                null)),
                Set.of());
    }

    static SharingReport report() {
        return new SharingReport(
                DocumentFixtures.EDITION,
                1,
                List.of(
                        new SharingReport.Agreed(1, "SUPERSEDED", START.minusDays(9), List.of("架空警察署")),
                        new SharingReport.Agreed(2, "WITHDRAWN", START.minusDays(7), List.of("架空警察署", "架空児童相談所"))),
                List.of(
                        new SharingReport.Withdrawn(START.minusDays(2), List.of("架空児童相談所")),
                        new SharingReport.Withdrawn(START.minusDays(1), List.of())),
                List.of(
                        new SharingReport.Shared(
                                "架空警察署", "convening-notice", 2, START.minusDays(6), START.minusDays(6), 1),
                        new SharingReport.Shared(
                                "架空警察署", "case-review-form", 2, START.minusDays(5), START.minusDays(3), 3)),
                List.of(new SharingReport.Disclosed(
                        List.of("架空総合病院"), "生命・身体を守るため（架空）", START.minusDays(8), START.minusDays(5))),
                List.of(new SharingReport.Shared(
                        "架空総合病院", "conference-view-without-consent", 1, START.minusDays(8), START.minusDays(8), 1)),
                List.of(new SharingReport.Shared("旭川市", "location-view", 0, START.minusDays(9), START.minusDays(9), 1)),
                List.of(
                        new SharingReport.Stopped("架空児童相談所", "NOTICE"),
                        new SharingReport.Stopped("架空児童相談所", "FURTHER")));
    }

    static RecordViewsPaper views() {
        return new RecordViewsPaper(
                DocumentFixtures.EDITION,
                List.of(
                        new RecordViewsPaper.View(START.toLocalDate(), "架空センター", "", List.of("AUDIT"), "AUDIT", 1),
                        new RecordViewsPaper.View(START.toLocalDate(), "架空センター", "", List.of("PLACE"), "EMERGENCY", 1),
                        new RecordViewsPaper.View(
                                START.minusDays(1).toLocalDate(),
                                "架空警察署",
                                "生活安全課",
                                List.of("NAME", "STORY"),
                                "PARTICIPANT",
                                3)),
                true);
    }

    static RecordViewsPaper nobodyLooked() {
        return new RecordViewsPaper(DocumentFixtures.EDITION, List.of(), false);
    }

    static SharingReport nothingShared() {
        return new SharingReport(
                DocumentFixtures.EDITION,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
