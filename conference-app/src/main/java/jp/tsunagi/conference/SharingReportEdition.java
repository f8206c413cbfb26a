package jp.tsunagi.conference;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.document.Edition;
import jp.tsunagi.document.SharingReport;
import jp.tsunagi.document.SharingReportPrinter;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * The honest report of what was shared (共有の報告, domain.md N4), for those who help her to go through with her. It is there
 * when it is needed: after she took her consent back, too.
 */
@Component
class SharingReportEdition implements EditionKind {

    private static final Set<Relation> HELPERS = EnumSet.of(
            Relation.REQUESTING_TEAM,
            Relation.CONTACT_TEAM,
            Relation.CONTACT_WITHOUT_CONSENT,
            Relation.CENTER,
            Relation.CASE_OFFICER,
            Relation.DIRECTOR);

    private final Sharing sharing;
    private final Directory directory;
    private final SharingReportPrinter printer;

    SharingReportEdition(Sharing sharing, Directory directory, SharingReportPrinter printer) {
        this.sharing = sharing;
        this.directory = directory;
        this.printer = printer;
    }

    @Override
    public String kind() {
        return "sharing-report";
    }

    /**
     * @throws jp.tsunagi.shared.Refused {@code sharing-report.not-yet} for a draft; {@code sharing-report.not-yours} for
     *     agencies that take part
     */
    @Override
    public void require(Ask ask) {
        PaperReaders.requireReader(ask.standing());
        if (ask.standing().relations().stream().noneMatch(HELPERS::contains)) {
            throw Refusal.forbidden("sharing-report.not-yours");
        }
        if (ask.conference().submittedBy().isEmpty() || ask.sight().casefile().isEmpty()) {
            throw Refusal.conflict("sharing-report.not-yet");
        }
    }

    @Override
    public Made make(Ask ask, Edition edition) {
        Projection projection = Projection.of(
                sharing.of(ask.sight(), ask.command().today()),
                ask.standing().grants(ask.conference().request()));
        Shown shown = Shown.of(projection);
        SharingReport report = new SharingReport(
                edition,
                shown.count("number"),
                shown.list("consents").stream()
                        .map(consent -> new SharingReport.Agreed(
                                consent.count("number"),
                                Objects.requireNonNull(consent.text("status")),
                                consent.moment("since"),
                                names(consent.texts("agencies"))))
                        .toList(),
                shown.list("withdrawals").stream()
                        .map(withdrawal -> new SharingReport.Withdrawn(
                                Objects.requireNonNull(withdrawal.moment("at")), names(withdrawal.texts("agencies"))))
                        .toList(),
                shown.list("shared").stream().map(this::shared).toList(),
                shown.list("disclosed").stream()
                        .map(disclosed -> new SharingReport.Disclosed(
                                names(disclosed.texts("agencies")),
                                Objects.requireNonNull(disclosed.text("basis")),
                                Objects.requireNonNull(disclosed.moment("from")),
                                Objects.requireNonNull(disclosed.moment("until"))))
                        .toList(),
                shown.list("withoutConsent").stream().map(this::shared).toList(),
                shown.list("within").stream().map(this::shared).toList(),
                shown.list("stopped").stream()
                        .map(stopped -> new SharingReport.Stopped(
                                directory.nameOf(Objects.requireNonNull(stopped.text("agency"))),
                                Objects.requireNonNull(stopped.text("kind"))))
                        .toList());
        return new Made(printer.print(report), projection);
    }

    private SharingReport.Shared shared(Shown line) {
        return new SharingReport.Shared(
                directory.nameOf(Objects.requireNonNull(line.text("agency"))),
                Objects.requireNonNull(line.text("kind")),
                line.count("consentNumber"),
                Objects.requireNonNull(line.moment("first")),
                Objects.requireNonNull(line.moment("last")),
                line.count("times"));
    }

    private List<String> names(List<String> codes) {
        return codes.stream().map(directory::nameOf).toList();
    }
}
