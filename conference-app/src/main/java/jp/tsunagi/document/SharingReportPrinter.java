package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.line;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.document.SharingReport.Agreed;
import jp.tsunagi.document.SharingReport.Disclosed;
import jp.tsunagi.document.SharingReport.Shared;
import jp.tsunagi.document.SharingReport.Withdrawn;
import jp.tsunagi.shared.EraDates;
import org.jspecify.annotations.Nullable;

/** Prints the report of what was shared. Safe for use by several threads. */
public final class SharingReportPrinter {

    static final String TEMPLATE = "pdf/sharing-report.yml";

    /** Papers and looks that the report has words of their own for. */
    private static final Set<String> KINDS = Set.of(
            "case-review-form",
            "convening-notice",
            "agenda",
            "information-sheet",
            "outcome-record",
            "sharing-report",
            "conference-view",
            "agenda-view",
            "location-view",
            "emergency-view",
            "memo",
            "memo-attachment",
            "hand-over",
            "hand-over-elsewhere",
            "notice-read",
            "notice-unread",
            "notice-passed-on",
            "court-statement",
            "child-notification",
            "child-notification-made",
            "conference-view-without-consent",
            "case-review-form-without-consent",
            "notice-read-without-consent",
            "notice-unread-without-consent");

    private static final String OTHER = "OTHER";
    private static final String ALL = "ALL";
    private static final List<FormField> SHARED = List.of(line("agency"), line("what"), line("when"), line("consent"));

    static final FormFields FIELDS = FormFields.of(line("reference"), line("number"))
            .with(Map.of(
                    "consents",
                    List.of(line("consent"), line("since"), line("agencies"), line("status")),
                    "withdrawals",
                    List.of(line("when"), line("agencies")),
                    "shared",
                    SHARED,
                    "disclosed",
                    List.of(line("agencies"), line("basis"), line("when")),
                    "withoutConsent",
                    List.of(line("agency"), line("what"), line("when")),
                    "within",
                    SHARED,
                    "stopped",
                    List.of(line("agency"), line("what"))))
            .saying(Stream.concat(
                            KINDS.stream(),
                            Stream.of(
                                    OTHER,
                                    ALL,
                                    "NOTICE",
                                    "FURTHER",
                                    "GIVEN",
                                    "VERIFIED",
                                    "REFUSED",
                                    "WITHDRAWN",
                                    "SUPERSEDED",
                                    "EXPIRED"))
                    .toArray(String[]::new));

    private final FormLayout layout;

    SharingReportPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** One edition as PDF/A-2a and PDF/UA-1. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(SharingReport report) {
        PaperContent content = new PaperContent(Set.of())
                .text("reference", report.edition().reference())
                .text("number", PaperTexts.ordinal(report.number()))
                .list("consents", report.consents().stream().map(this::agreed).toList())
                .list(
                        "withdrawals",
                        report.withdrawals().stream().map(this::withdrawn).toList())
                .list("shared", report.shared().stream().map(this::shared).toList())
                .list(
                        "disclosed",
                        report.disclosed().stream().map(this::disclosed).toList())
                .list(
                        "withoutConsent",
                        report.withoutConsent().stream().map(this::opened).toList())
                .list("within", report.within().stream().map(this::shared).toList())
                .list(
                        "stopped",
                        report.stopped().stream()
                                .map(stopped -> PaperContent.line()
                                        .text("agency", stopped.agency())
                                        .text("what", layout.word(stopped.kind())))
                                .toList());
        return layout.print(content, report.edition());
    }

    private PaperContent agreed(Agreed consent) {
        return PaperContent.line()
                .text("consent", number(consent.number()))
                .text("since", consent.since() == null ? null : time(consent.since()))
                .text("agencies", names(consent.agencies(), null))
                .text("status", layout.word(consent.status()));
    }

    private PaperContent withdrawn(Withdrawn withdrawal) {
        return PaperContent.line()
                .text("when", time(withdrawal.at()))
                .text("agencies", names(withdrawal.agencies(), layout.word(ALL)));
    }

    private PaperContent shared(Shared shared) {
        return opened(shared).text("consent", number(shared.consentNumber()));
    }

    private PaperContent disclosed(Disclosed disclosed) {
        return PaperContent.line()
                .text("agencies", names(disclosed.agencies(), null))
                .text("basis", disclosed.basis())
                .text("when", time(disclosed.from()) + "から\n" + time(disclosed.until()) + "まで");
    }

    private PaperContent opened(Shared shared) {
        String when = shared.times() == 1
                ? time(shared.first())
                : time(shared.first()) + "から\n" + time(shared.last()) + "まで　" + shared.times() + "回";
        return PaperContent.line()
                .text("agency", shared.agency())
                .text("what", layout.word(KINDS.contains(shared.kind()) ? shared.kind() : OTHER))
                .text("when", when);
    }

    private static @Nullable String number(int consent) {
        return consent == 0 ? null : consent + "番";
    }

    private static @Nullable String names(List<String> agencies, @Nullable String none) {
        return agencies.isEmpty() ? none : String.join("\n", agencies);
    }

    private static String time(LocalDateTime at) {
        return EraDates.format(at.toLocalDate()) + " " + PaperTexts.HOUR_AND_MINUTE.format(at);
    }
}
