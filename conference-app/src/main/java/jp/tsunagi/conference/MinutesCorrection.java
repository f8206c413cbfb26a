package jp.tsunagi.conference;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.conference.MinutesRecord.Part;
import jp.tsunagi.conference.MinutesRecord.Place;
import jp.tsunagi.protection.Passages;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;

/** Puts what was written in answer to an objection into the report: that one paragraph, and nothing else. */
final class MinutesCorrection {

    private static final String CORRECTED = "corrected";

    private final Directory directory;
    private final LocalDateTime now;

    MinutesCorrection(Directory directory, LocalDateTime now) {
        this.directory = directory;
        this.now = now;
    }

    /** @throws jp.tsunagi.shared.Refused {@code minutes.incomplete} with the fields of the answer */
    OutcomeReport of(OutcomeReport report, Place place, MinutesSteps.Answer answer) {
        OutcomeReport next =
                switch (place.part()) {
                    case OUTCOME -> withText(report, place.at(), answer);
                    case ACTION -> withAction(report, place.at(), answer);
                    case ATTENDANCE -> withAttendance(report, place.at(), answer);
                };
        List<FieldProblem> problems = new ArrayList<>(problemsOf(next, place));
        if (problems.isEmpty() && next.equals(report)) {
            String field = first(place.part());
            problems.add(FieldProblem.of(field, "unchanged"));
        }
        refuse(problems);
        return next;
    }

    private OutcomeReport withText(OutcomeReport report, int at, MinutesSteps.Answer answer) {
        FieldCheck fields = new FieldCheck(directory);
        fields.required("corrected", answer.corrected());
        refuse(fields.problems());
        MinutesText before = new MinutesText(Objects.requireNonNull(report.outcome()));
        MinutesText after = before.with(at, Objects.requireNonNull(answer.corrected()));
        if (!before.differsOnlyIn(at, after)) {
            fields.add(CORRECTED, "one-paragraph");
        } else if (!items(after, at).containsAll(items(before, at))) {
            // What she withholds stays withheld, whoever mends the sentence around it.
            fields.add(CORRECTED, "marks-kept");
        }
        refuse(fields.problems());
        return new OutcomeReport(
                report.recordedOn(),
                report.recordedBy(),
                report.start(),
                report.end(),
                report.place(),
                report.attendance(),
                after.whole(),
                report.actions(),
                report.leadAgency());
    }

    private static Set<String> items(MinutesText text, int at) {
        return Passages.items(text.asTyped().get(at));
    }

    private OutcomeReport withAction(OutcomeReport report, int at, MinutesSteps.Answer answer) {
        FieldCheck fields = new FieldCheck(directory);
        fields.present("action.what", answer.action());
        refuse(fields.problems());
        List<OutcomeReport.AgreedAction> actions = new ArrayList<>(report.actions());
        actions.set(at, Objects.requireNonNull(answer.action()));
        return new OutcomeReport(
                report.recordedOn(),
                report.recordedBy(),
                report.start(),
                report.end(),
                report.place(),
                report.attendance(),
                report.outcome(),
                actions,
                report.leadAgency());
    }

    private OutcomeReport withAttendance(OutcomeReport report, int at, MinutesSteps.Answer answer) {
        FieldCheck fields = new FieldCheck(directory);
        fields.present("attendance.presence", answer.attendance());
        refuse(fields.problems());
        List<Attendance> all = new ArrayList<>(report.attendance());
        Attendance given = Objects.requireNonNull(answer.attendance());
        // Whether a line is hers, an agency's or of somebody who came for none is no matter of correction.
        all.set(
                at,
                new Attendance(
                        all.get(at).isAgency() ? given.agency() : null,
                        given.name(),
                        given.presence(),
                        all.get(at).person(),
                        given.part(),
                        all.get(at).capacity()));
        return new OutcomeReport(
                report.recordedOn(),
                report.recordedBy(),
                report.start(),
                report.end(),
                report.place(),
                all,
                report.outcome(),
                report.actions(),
                report.leadAgency());
    }

    /** What the rules of a report say of this paragraph, by the names of the answer; the rest was sent as it is. */
    private List<FieldProblem> problemsOf(OutcomeReport next, Place place) {
        List<FieldProblem> problems = new ArrayList<>();
        try {
            MeetingRules.checkReport(next, directory, now);
        } catch (Refused refused) {
            String row = place.part() == Part.ACTION ? "actions[" + place.at() + "]" : "attendance[" + place.at() + "]";
            for (FieldProblem problem : refused.refusal().fields()) {
                String field = problem.field();
                if (place.part() == Part.OUTCOME && field.equals("outcome")) {
                    problems.add(renamed(problem, CORRECTED));
                } else if (place.part() != Part.OUTCOME && field.startsWith(row)) {
                    problems.add(renamed(problem, prefix(place.part()) + field.substring(row.length())));
                } else if (place.part() == Part.ATTENDANCE && field.equals("attendance")) {
                    problems.add(renamed(problem, first(place.part())));
                }
            }
        }
        return problems;
    }

    private static FieldProblem renamed(FieldProblem problem, String field) {
        return new FieldProblem(field, problem.problem(), problem.args());
    }

    private static String prefix(Part part) {
        return part == Part.ACTION ? "action" : "attendance";
    }

    private static String first(Part part) {
        return switch (part) {
            case OUTCOME -> CORRECTED;
            case ACTION -> "action.what";
            case ATTENDANCE -> "attendance.presence";
        };
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.invalid("minutes.incomplete", problems);
        }
    }
}
