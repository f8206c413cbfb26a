package jp.tsunagi.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One edition of the form 個別ケース検討会議資料, with values that are already redacted for the viewer it is made for.
 *
 * <p>A field that is null (a list: empty) and not withheld is printed blank, as on the paper; a withheld one is printed
 * 「表示できません」.
 *
 * @param edition for whom and when this edition was made
 * @param request the first section, 【要請時記入項目】
 * @param report the second section, 【開催後記入項目】; null before the conference, when it is printed empty
 * @param withheld names of the fields withheld from this viewer: {@link #FIELDS}. Withheld {@code birthDate} withholds
 *     the age too unless {@code approximateAge} is given; {@code start} or {@code end} withholds both
 */
public record CaseReviewForm(Edition edition, Request request, @Nullable Report report, Set<String> withheld) {

    /** Every name that {@code withheld} may have: the fields of both sections as the API names them. */
    public static final Set<String> FIELDS = Set.of(
            "requestingAgency",
            "guidelineItem",
            "name",
            "birthDate",
            "age",
            "address",
            "currentSituation",
            "caseOverview",
            "topics",
            "invitees",
            "preferredSlots",
            "preferredPlace",
            "consentConfirmed",
            "recordedOn",
            "recordedBy",
            "start",
            "end",
            "place",
            "attendance",
            "outcome",
            "actions",
            "leadAgency");

    /**
     * @throws IllegalArgumentException if {@code withheld} has an unknown name, or a withheld field carries a value:
     *     what a viewer must not see has to be gone before a paper is made. The message names fields, never values
     */
    public CaseReviewForm {
        withheld = Set.copyOf(withheld);
        for (String name : new TreeSet<>(withheld)) {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("The form has no field " + name);
            }
            if (request.carries(name) || report != null && report.carries(name)) {
                throw new IllegalArgumentException("The field " + name + " is withheld but carries a value");
            }
        }
    }

    /**
     * What the requesting agency writes.
     *
     * @param requestDate the day on which the age is counted
     * @param guidelineItem 1 or 2 of article 5
     * @param birthDate null if unknown or withheld; not after {@code requestDate}
     * @param approximateAge in years, printed 「不詳（おおよそ30歳）」; only where {@code birthDate} is null
     * @param consentConfirmed whether the agency confirmed that she agrees to the conference
     */
    public record Request(
            LocalDate requestDate,
            @Nullable String requestingAgency,
            @Nullable Integer guidelineItem,
            @Nullable String name,
            @Nullable LocalDate birthDate,
            @Nullable Integer approximateAge,
            @Nullable String address,
            @Nullable String currentSituation,
            @Nullable String caseOverview,
            @Nullable String topics,
            List<Invitee> invitees,
            List<Slot> preferredSlots,
            @Nullable String preferredPlace,
            boolean consentConfirmed) {

        /** @throws IllegalArgumentException if a value is outside its range */
        public Request {
            invitees = List.copyOf(invitees);
            preferredSlots = List.copyOf(preferredSlots);
            if (guidelineItem != null && guidelineItem != 1 && guidelineItem != 2) {
                throw new IllegalArgumentException("guidelineItem is 1 or 2");
            }
            if (birthDate != null && (approximateAge != null || birthDate.isAfter(requestDate))) {
                throw new IllegalArgumentException("birthDate is not after requestDate, and without approximateAge");
            }
        }

        boolean carries(String field) {
            return switch (field) {
                case "requestingAgency" -> requestingAgency != null;
                case "guidelineItem" -> guidelineItem != null;
                case "name" -> name != null;
                case "birthDate" -> birthDate != null;
                case "age" -> birthDate != null || approximateAge != null;
                case "address" -> address != null;
                case "currentSituation" -> currentSituation != null;
                case "caseOverview" -> caseOverview != null;
                case "topics" -> topics != null;
                case "invitees" -> !invitees.isEmpty();
                case "preferredSlots" -> !preferredSlots.isEmpty();
                case "preferredPlace" -> preferredPlace != null;
                case "consentConfirmed" -> consentConfirmed;
                default -> false;
            };
        }
    }

    /** Who is to be invited; each part may be unknown. */
    public record Invitee(
            @Nullable String agency, @Nullable String section, @Nullable String person, @Nullable String reason) {}

    /** A wish for the conference's time; each part may be open. */
    public record Slot(
            @Nullable LocalDate date, @Nullable LocalTime start, @Nullable LocalTime end, @Nullable String note) {}

    /**
     * What is written after the conference.
     *
     * @param start in Japan's time
     * @param end in Japan's time; not before {@code start}
     * @param actions who does what; printed beneath the outcome, in its box
     * @param leadAgency the agency that stays with her; printed beneath the outcome, in its box
     */
    public record Report(
            @Nullable LocalDate recordedOn,
            @Nullable String recordedBy,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end,
            @Nullable String place,
            List<Attendance> attendance,
            @Nullable String outcome,
            List<Action> actions,
            @Nullable String leadAgency) {

        /** @throws IllegalArgumentException if the conference ends before it begins */
        public Report {
            attendance = List.copyOf(attendance);
            actions = List.copyOf(actions);
            if (start != null && end != null && end.isBefore(start)) {
                throw new IllegalArgumentException("The conference ends before it begins");
            }
        }

        boolean carries(String field) {
            return switch (field) {
                case "recordedOn" -> recordedOn != null;
                case "recordedBy" -> recordedBy != null;
                case "start" -> start != null;
                case "end" -> end != null;
                case "place" -> place != null;
                case "attendance" -> !attendance.isEmpty();
                case "outcome" -> outcome != null;
                case "actions" -> !actions.isEmpty();
                case "leadAgency" -> leadAgency != null;
                default -> false;
            };
        }
    }

    /** Who took part; {@code presence} is the text to print, such as 代理出席. */
    public record Attendance(@Nullable String agency, @Nullable String name, @Nullable String presence) {}

    /** What an agency does until when. */
    public record Action(@Nullable String agency, @Nullable String what, @Nullable LocalDate due) {}
}
