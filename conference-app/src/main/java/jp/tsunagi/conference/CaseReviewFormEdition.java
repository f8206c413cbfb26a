package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.NameAtMeeting;
import jp.tsunagi.document.CaseReviewForm;
import jp.tsunagi.document.CaseReviewFormPrinter;
import jp.tsunagi.document.Edition;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The case review form (個別ケース検討会議資料), both sections, at any time. */
@Component
class CaseReviewFormEdition implements EditionKind {

    private final Reading reading;
    private final Directory directory;
    private final CaseReviewFormPrinter printer;

    CaseReviewFormEdition(Reading reading, Directory directory, CaseReviewFormPrinter printer) {
        this.reading = reading;
        this.directory = directory;
        this.printer = printer;
    }

    @Override
    public String kind() {
        return "case-review-form";
    }

    @Override
    public void require(Ask ask) {
        PaperReaders.requireReaderOrRecipient(ask.standing());
    }

    @Override
    public Made make(Ask ask, Edition edition) {
        Projection projection = reading.projection(ask.sight(), ask.command().today());
        return new Made(printer.print(form(projection, ask, edition)), projection);
    }

    private CaseReviewForm form(Projection projection, Ask ask, Edition edition) {
        Shown shown = Shown.of(projection);
        LocalDate requestDate = Objects.requireNonNullElse(
                shown.date("submittedOn"), ask.command().today());
        CaseReviewForm.Request request = new CaseReviewForm.Request(
                requestDate,
                directory.nameOrNothing(shown.text("requestingAgency")),
                shown.number("guidelineItem"),
                name(shown),
                shown.date("birthDate"),
                shown.date("birthDate") == null ? shown.number("approximateAge") : null,
                shown.text("address"),
                shown.text("currentSituation"),
                shown.text("caseOverview"),
                shown.text("topics"),
                shown.list("invitees").stream().map(this::invitee).toList(),
                shown.list("preferredSlots").stream()
                        .map(CaseReviewFormEdition::slot)
                        .toList(),
                shown.text("preferredPlace"),
                consentTick(ask.sight()));
        Shown outcome = shown.nested("outcome");
        Set<String> withheld = withheld(projection, outcome != null);
        return new CaseReviewForm(edition, request, outcome == null ? null : report(outcome), withheld);
    }

    /** With the name that was chosen for the meeting behind it: the paper lies on the table there. */
    private static @Nullable String name(Shown shown) {
        String name = shown.text("name");
        return name == null || shown.code("nameAtMeeting") == null
                ? name
                : name + NameAtMeeting.onPaper(shown.values()).orElse("");
    }

    /** The tick stands for what she says today, not for what she said when it was asked for. */
    private static boolean consentTick(Desk.Sight sight) {
        Request.RequestedConsent asked = sight.conference().request().consent();
        return sight.casefile()
                .flatMap(Casefile::consent)
                .filter(consent -> sight.conference().submittedBy().isPresent())
                .map(consent -> consent.status() == Consent.Status.GIVEN || consent.status() == Consent.Status.VERIFIED)
                .orElse(asked != null && Boolean.TRUE.equals(asked.confirmed()));
    }

    private CaseReviewForm.Report report(Shown outcome) {
        return new CaseReviewForm.Report(
                outcome.date("recordedOn"),
                outcome.text("recordedBy"),
                outcome.time("start"),
                outcome.time("end"),
                outcome.text("place"),
                outcome.list("attendance").stream().map(this::attendance).toList(),
                outcome.text("outcome"),
                outcome.list("actions").stream()
                        .map(action -> new CaseReviewForm.Action(
                                directory.nameOrNothing(action.text("agency")),
                                action.text("what"),
                                action.date("due")))
                        .toList(),
                directory.nameOrNothing(outcome.text("leadAgency")));
    }

    private CaseReviewForm.Invitee invitee(Shown line) {
        String agency = line.text("agency");
        return new CaseReviewForm.Invitee(
                agency == null ? line.text("agencyName") : directory.nameOrNothing(agency),
                line.text("section"),
                line.text("person"),
                line.text("reason"));
    }

    private CaseReviewForm.Attendance attendance(Shown line) {
        String presence =
                switch (String.valueOf(line.code("presence"))) {
                    case "PRESENT" -> "出席";
                    case "ABSENT" -> "欠席";
                    case "SUBSTITUTE" -> "代理出席";
                    case "OBSERVER" -> "傍聴";
                    default -> null;
                };
        String part = line.text("part");
        String capacity =
                switch (String.valueOf(line.code("capacity"))) {
                    case "ATTENDING_DOCTOR" -> "主治医";
                    case "INTERPRETER" -> "通訳";
                    case "SUPPORTER" -> "本人の支援者";
                    case "OTHER" -> "その他";
                    default -> null;
                };
        String agency = capacity == null ? directory.nameOrNothing(line.text("agency")) : capacity;
        return new CaseReviewForm.Attendance(
                line.isTrue("person") ? "本人等" : agency,
                line.text("name"),
                part == null ? presence : presence + "（" + part + "）");
    }

    private static CaseReviewForm.Slot slot(Shown line) {
        return new CaseReviewForm.Slot(line.date("date"), line.hour("start"), line.hour("end"), line.text("note"));
    }

    /** The form's names of what the policy withholds; fields of the report carry the view's prefix. */
    private static Set<String> withheld(Projection projection, boolean reported) {
        Set<String> names = new HashSet<>();
        for (String name : projection.withheld()) {
            if (name.startsWith("outcome.")) {
                if (reported) {
                    names.add(name.substring("outcome.".length()));
                }
            } else {
                names.add(name);
            }
        }
        names.retainAll(CaseReviewForm.FIELDS);
        return names;
    }
}
