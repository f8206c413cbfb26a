package jp.tsunagi.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.plan.PlanContent.Area;
import jp.tsunagi.plan.PlanContent.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * What an agency elsewhere hands over, as it is typed here.
 *
 * @param fromName of that agency
 * @param fromWindow where it can be asked
 * @param handedOn when it told it, or its paper came
 * @param agreedOn when she said that it may be taken over
 */
record IncomingForm(
        @Nullable String fromName,
        @Nullable String fromWindow,
        @Nullable LocalDate handedOn,
        @Nullable LocalDate agreedOn,
        @Nullable ConsentMethod method,
        @Nullable String explainedBy,
        @Nullable Boolean refusalExplained,
        @Nullable String name,
        @Nullable String kana,
        @Nullable String callName,
        @Nullable LocalDate birthDate,
        @Nullable Integer approximateAge,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String safeContact,
        @Nullable List<String> needs,
        @Nullable String currentSituation,
        @Nullable String caseOverview,
        @Nullable String wishes,
        @Nullable String outcome,
        @Nullable String children,
        @Nullable List<Deadline> deadlines,
        @Nullable List<Measure> measures,
        @Nullable String remarks) {

    record Deadline(@Nullable Procedure procedure, @Nullable LocalDate until, @Nullable String note) {}

    /** @param agency name of whoever has done it so far */
    record Measure(@Nullable Area area, @Nullable String measure, @Nullable String agency, @Nullable LocalDate due) {}

    Handed handed() {
        return new Handed(
                name,
                blankToNull(kana),
                blankToNull(callName),
                birthDate,
                approximateAge,
                blankToNull(phone),
                blankToNull(safeContact),
                blankToNull(address),
                Objects.requireNonNullElse(needs, List.of()),
                blankToNull(currentSituation),
                blankToNull(caseOverview),
                blankToNull(wishes),
                blankToNull(outcome),
                null,
                blankToNull(children),
                Objects.requireNonNullElse(deadlines, List.<Deadline>of()).stream()
                        .map(one -> new Handed.Deadline(one.procedure(), one.until(), one.note()))
                        .toList(),
                Objects.requireNonNullElse(measures, List.<Measure>of()).stream()
                        .map(one -> new Handed.Measure(
                                null, one.area(), null, one.measure(), one.agency(), one.due(), null, null))
                        .toList(),
                blankToNull(remarks));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return FieldCheck.isBlank(text) ? null : text;
    }
}
