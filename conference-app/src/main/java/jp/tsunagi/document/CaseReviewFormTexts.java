package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.flowing;
import static jp.tsunagi.document.FormField.line;
import static jp.tsunagi.document.FormField.ticked;
import static jp.tsunagi.document.PaperTexts.day;
import static jp.tsunagi.document.PaperTexts.inBrackets;
import static jp.tsunagi.document.PaperTexts.joined;
import static jp.tsunagi.document.PaperTexts.lines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.document.CaseReviewForm.Report;
import jp.tsunagi.document.CaseReviewForm.Request;
import jp.tsunagi.document.CaseReviewForm.Slot;
import jp.tsunagi.shared.EraDates;
import org.jspecify.annotations.Nullable;

/** What stands in each box of one edition of the form. */
final class CaseReviewFormTexts {

    /** The boxes of the form 個別ケース検討会議資料. */
    static final FormFields FIELDS = FormFields.of(
            line("requestingAgency"),
            ticked("guidelineItem", 2),
            line("name"),
            line("birthDate"),
            line("age"),
            line("address"),
            flowing("currentSituation"),
            flowing("caseOverview"),
            flowing("topics"),
            flowing("invitees"),
            flowing("preferredSlots"),
            line("preferredPlace"),
            ticked("consentConfirmed", 1),
            line("recordedOn"),
            line("recordedBy"),
            line("held"),
            line("place"),
            flowing("attendance"),
            flowing("outcome"));

    private final CaseReviewForm form;

    private CaseReviewFormTexts(CaseReviewForm form) {
        this.form = form;
    }

    static PaperContent of(CaseReviewForm form) {
        CaseReviewFormTexts texts = new CaseReviewFormTexts(form);
        PaperContent content = new PaperContent(texts.withheldBoxes());
        texts.request(content, form.request());
        Report report = form.report();
        if (report != null) {
            report(content, report);
        }
        content.text("outcome", report == null ? null : report.outcome(), texts.actions());
        return content;
    }

    private Set<String> withheldBoxes() {
        Set<String> boxes = new HashSet<>(form.withheld());
        if (withheld("birthDate") && form.request().approximateAge() == null) {
            boxes.add("age");
        }
        if (withheld("start") || withheld("end")) {
            boxes.add("held");
        }
        return boxes;
    }

    private void request(PaperContent content, Request request) {
        content.text("requestingAgency", request.requestingAgency())
                .ticked("guidelineItem", request.guidelineItem() == null ? Set.of() : Set.of(request.guidelineItem()))
                .text("name", request.name())
                .text("birthDate", birthDate(request))
                .text("age", age(request))
                .text("address", request.address())
                .text("currentSituation", request.currentSituation())
                .text("caseOverview", request.caseOverview())
                .text("topics", request.topics())
                .text(
                        "invitees",
                        lines(request.invitees().stream()
                                .map(invitee -> joined(invitee.agency(), invitee.section(), invitee.person())
                                        + inBrackets(invitee.reason()))))
                .text("preferredSlots", slots(request.preferredSlots()))
                .text("preferredPlace", request.preferredPlace())
                .ticked("consentConfirmed", request.consentConfirmed() ? Set.of(1) : Set.of());
    }

    private static void report(PaperContent content, Report report) {
        content.text("recordedOn", day(report.recordedOn()))
                .text("recordedBy", report.recordedBy())
                .text("held", PaperTexts.held(report.start(), report.end()))
                .text("place", report.place())
                .text(
                        "attendance",
                        lines(report.attendance().stream()
                                .map(entry -> joined(entry.agency(), entry.name()) + inBrackets(entry.presence()))));
    }

    /** The lines beneath the outcome, in its box; empty if there are none. They have their own rule of disclosure. */
    private List<String> actions() {
        Report report = form.report();
        List<String> lines = new ArrayList<>();
        if (withheld("actions")) {
            lines.add("役割分担：" + PaperContent.WITHHELD);
        } else if (report != null && !report.actions().isEmpty()) {
            lines.add("役割分担");
            report.actions()
                    .forEach(action -> lines.add("・" + joined(action.agency(), action.what()) + due(action.due())));
        }
        if (withheld("leadAgency")) {
            lines.add("主として関わる支援機関：" + PaperContent.WITHHELD);
        } else if (report != null && report.leadAgency() != null) {
            lines.add("主として関わる支援機関：" + report.leadAgency());
        }
        return lines;
    }

    private boolean withheld(String name) {
        return form.withheld().contains(name);
    }

    private static @Nullable String birthDate(Request request) {
        if (request.birthDate() != null) {
            return EraDates.format(request.birthDate());
        }
        return request.approximateAge() == null ? null : "不詳（おおよそ" + request.approximateAge() + "歳）";
    }

    private static @Nullable String age(Request request) {
        if (request.birthDate() != null) {
            return String.valueOf(EraDates.ageOn(request.birthDate(), request.requestDate()));
        }
        return request.approximateAge() == null ? null : "約" + request.approximateAge();
    }

    private static @Nullable String slots(List<Slot> slots) {
        List<String> lines = new ArrayList<>();
        for (Slot slot : slots) {
            String date = PaperTexts.dayWithWeekday(slot.date());
            String line = joined(date, PaperTexts.times(slot.start(), slot.end()), slot.note());
            lines.add(slots.size() == 1 ? line : "第" + (lines.size() + 1) + "希望" + PaperTexts.GAP + line);
        }
        return lines(lines.stream());
    }

    private static String due(@Nullable LocalDate due) {
        return due == null ? "" : "（期限：" + EraDates.format(due) + "）";
    }
}
