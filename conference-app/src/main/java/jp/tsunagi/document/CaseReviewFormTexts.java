package jp.tsunagi.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.document.CaseReviewForm.Report;
import jp.tsunagi.document.CaseReviewForm.Request;
import jp.tsunagi.document.CaseReviewForm.Slot;
import jp.tsunagi.shared.EraDates;
import org.jspecify.annotations.Nullable;

/** What stands in each box of one edition. */
final class CaseReviewFormTexts {

    static final String WITHHELD = "表示できません";

    private static final String GAP = "　";
    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final DateTimeFormatter SPELT_TIME = DateTimeFormatter.ofPattern("H時mm分", Locale.ROOT);

    private final CaseReviewForm form;

    CaseReviewFormTexts(CaseReviewForm form) {
        this.form = form;
    }

    /** Whether the viewer must not see what stands in the box. */
    boolean isWithheld(FormField field) {
        return switch (field) {
            case AGE ->
                withheld("age") || withheld("birthDate") && form.request().approximateAge() == null;
            case HELD -> withheld("start") || withheld("end");
            default -> withheld(field.key());
        };
    }

    /** Whether the n-th choice of the box, from 1, is ticked. */
    boolean isTicked(FormField field, int number) {
        return switch (field) {
            case GUIDELINE_ITEM -> Objects.equals(form.request().guidelineItem(), number);
            case CONSENT_CONFIRMED -> form.request().consentConfirmed();
            default -> throw new IllegalArgumentException(field + " has no choices");
        };
    }

    /** The text of the box; null where nothing is to be printed. Not for a field with choices, nor a withheld one. */
    @Nullable String of(FormField field) {
        Request request = form.request();
        Report report = form.report();
        return switch (field) {
            case REQUESTING_AGENCY -> request.requestingAgency();
            case NAME -> request.name();
            case BIRTH_DATE -> birthDate(request);
            case AGE -> age(request);
            case ADDRESS -> request.address();
            case CURRENT_SITUATION -> request.currentSituation();
            case CASE_OVERVIEW -> request.caseOverview();
            case TOPICS -> request.topics();
            case INVITEES ->
                lines(request.invitees().stream()
                        .map(invitee -> joined(invitee.agency(), invitee.section(), invitee.person())
                                + inBrackets(invitee.reason())));
            case PREFERRED_SLOTS -> slots(request.preferredSlots());
            case PREFERRED_PLACE -> request.preferredPlace();
            case RECORDED_ON ->
                report == null || report.recordedOn() == null ? null : EraDates.format(report.recordedOn());
            case RECORDED_BY -> report == null ? null : report.recordedBy();
            case HELD -> report == null ? null : held(report.start(), report.end());
            case PLACE -> report == null ? null : report.place();
            case ATTENDANCE ->
                report == null
                        ? null
                        : lines(report.attendance().stream()
                                .map(entry -> joined(entry.agency(), entry.name()) + inBrackets(entry.presence())));
            case OUTCOME -> outcome(report);
            case GUIDELINE_ITEM, CONSENT_CONFIRMED -> throw new IllegalArgumentException(field + " is ticked");
        };
    }

    /** The lines beneath the outcome, in its box; empty if there are none. They have their own rule of disclosure. */
    List<String> actions() {
        Report report = form.report();
        List<String> lines = new ArrayList<>();
        if (withheld("actions")) {
            lines.add("役割分担：" + WITHHELD);
        } else if (report != null && !report.actions().isEmpty()) {
            lines.add("役割分担");
            report.actions()
                    .forEach(action -> lines.add("・" + joined(action.agency(), action.what()) + due(action.due())));
        }
        if (withheld("leadAgency")) {
            lines.add("主として関わる支援機関：" + WITHHELD);
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
            String date = slot.date() == null ? null : EraDates.formatWithWeekday(slot.date());
            String line = joined(date, times(slot.start(), slot.end()), slot.note());
            lines.add(slots.size() == 1 ? line : "第" + (lines.size() + 1) + "希望" + GAP + line);
        }
        return lines(lines.stream());
    }

    private static @Nullable String times(@Nullable LocalTime start, @Nullable LocalTime end) {
        if (start == null && end == null) {
            return null;
        }
        return (start == null ? "" : HOUR_AND_MINUTE.format(start))
                + "～"
                + (end == null ? "" : HOUR_AND_MINUTE.format(end));
    }

    private static @Nullable String held(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
        if (start == null) {
            return null;
        }
        String begins = EraDates.format(start.toLocalDate()) + "\n" + SPELT_TIME.format(start) + "～";
        if (end == null) {
            return begins;
        }
        boolean sameDay = end.toLocalDate().equals(start.toLocalDate());
        return begins + (sameDay ? "" : EraDates.format(end.toLocalDate()) + GAP) + SPELT_TIME.format(end);
    }

    private @Nullable String outcome(@Nullable Report report) {
        return report == null ? null : report.outcome();
    }

    private static String due(@Nullable LocalDate due) {
        return due == null ? "" : "（期限：" + EraDates.format(due) + "）";
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(GAP));
    }

    private static String inBrackets(@Nullable String part) {
        return part == null || part.isEmpty() ? "" : "（" + part + "）";
    }

    private static @Nullable String lines(Stream<String> lines) {
        String text = lines.collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }
}
