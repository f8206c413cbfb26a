package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.casefile.NameAtMeeting;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.document.SupportPlanForm;
import jp.tsunagi.document.SupportPlanForm.Field;
import jp.tsunagi.plan.PlanDesk.Sight;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.EraDates;
import org.jspecify.annotations.Nullable;

/** Says what the policy shows of a version as it stands on the paper. Has nothing else to say it from. */
final class PlanPaperTexts {

    /** Which part of the view each field of the paper comes from; where that is withheld, it is not on the paper. */
    private static final Map<Field, String> FROM = new EnumMap<>(Field.class);

    static {
        FROM.put(Field.NAME, "person.name");
        FROM.put(Field.BIRTH_DATE, "person.birthDate");
        FROM.put(Field.CHILDREN_SITUATION, "children");
        FROM.put(Field.CHILDREN_SUPPORT, "children");
        FROM.put(Field.SAFETY_PLAN, "safetyPlanExists");
        FROM.put(Field.RECIPIENTS, "sharing");
        FROM.put(Field.WITHHELD, "sharing");
        FROM.put(Field.CONFIRMATION, "confirmation.confirmation");
        FROM.put(Field.CONFIRMATION_METHOD, "confirmation.method");
        FROM.put(Field.CONFIRMED_ON, "confirmation.confirmedOn");
        FROM.put(Field.COPY, "confirmation.copyGiven");
        FROM.put(Field.CONFIRMATION_REASON, "confirmation.reason");
        FROM.put(Field.ROLES, "measures");
        FROM.put(Field.KEY_PERSON, "keyPerson");
        FROM.put(Field.FAMILY, "family");
        FROM.put(Field.WISHES, "wishes");
        FROM.put(Field.OTHERS_VIEWS, "othersViews");
        FROM.put(Field.PARTICIPATION, "participation");
        FROM.put(Field.PARTICIPATION_NOTE, "participationNote");
        FROM.put(Field.SITUATION, "situation");
        FROM.put(Field.STRENGTHS, "strengths");
        FROM.put(Field.URGENCY, "urgency");
        FROM.put(Field.POLICY, "policy");
        FROM.put(Field.GOALS, "goals");
        FROM.put(Field.MEASURES, "measures");
        FROM.put(Field.DEADLINES, "deadlines");
        FROM.put(Field.NEXT_REVIEW, "nextReview");
        FROM.put(Field.REVIEW_METHOD, "reviewMethod");
        FROM.put(Field.REVIEW_FREQUENCY, "reviewFrequency");
        FROM.put(Field.CHANGE_REASON, "changeReason");
        FROM.put(Field.LEAD_AGENCY, "leadAgency");
        FROM.put(Field.CREATED, "createdOn");
        FROM.put(Field.SUBMITTED, "submittedOn");
        FROM.put(Field.APPROVED, "approval.approvedOn");
    }

    private final Projection projection;
    private final Directory directory;
    private final UnaryOperator<String> partName;
    private final Map<Field, String> texts = new EnumMap<>(Field.class);

    /** @param partName what a part of the plan is called on the form */
    PlanPaperTexts(Projection projection, Directory directory, UnaryOperator<String> partName) {
        this.projection = projection;
        this.directory = directory;
        this.partName = partName;
    }

    SupportPlanForm form(SupportPlanForm.Edition edition, List<SupportPlanForm.Version> versions) {
        Set<Field> hidden = EnumSet.noneOf(Field.class);
        FROM.forEach((field, name) -> {
            if (projection.withheld().contains(name)) {
                hidden.add(field);
            }
        });
        head(edition);
        person();
        texts();
        end();
        texts.keySet().removeAll(hidden);
        return new SupportPlanForm(
                edition,
                texts,
                hidden.contains(Field.GOALS) ? List.of() : goals(),
                hidden.contains(Field.MEASURES) ? List.of() : measures(),
                hidden.contains(Field.ROLES) ? List.of() : roles(),
                hidden.contains(Field.DEADLINES) ? List.of() : deadlines(),
                versions,
                hidden);
    }

    /**
     * The versions that are anything to the officer, up to this one.
     *
     * @param shown a version as the policy shows it to the officer
     */
    static List<SupportPlanForm.Version> versions(Sight sight, Sight.Of found, Function<Sight.Of, Projection> shown) {
        return sight.plan().versions().stream()
                .filter(version -> version.number() <= found.version().number())
                .map(version -> new Sight.Of(version, sight.standing().seat(version)))
                .filter(version -> version.seat().known())
                .map(version -> new SupportPlanForm.Version(
                        version.version().number(),
                        version.version().created().on(),
                        version.version().state().name(),
                        new Part(shown.apply(version).shown()).text("changeReason")))
                .toList();
    }

    private void head(SupportPlanForm.Edition edition) {
        Part conference = new Part(projection.shown()).part("conference");
        Part plan = new Part(projection.shown());
        put(Field.NUMBER, edition.reference() + "　" + edition.version());
        put(Field.STATE, plan.text("state"));
        put(
                Field.CREATED,
                joined(day(plan.date("createdOn")), name(plan.text("createdByAgency")), plan.text("createdBy")));
        put(Field.LEAD_AGENCY, name(plan.text("leadAgency")));
        put(
                Field.BASIS,
                joined(
                        conference.text("reference"),
                        conference.text("number") == null ? null : "第" + conference.text("number") + "回",
                        conference.date("heldOn") == null ? null : day(conference.date("heldOn")) + "開催"));
    }

    private void person() {
        Part person = new Part(projection.shown()).part("person");
        put(
                Field.NAME,
                joined(
                        person.text("name"),
                        NameAtMeeting.onPaper(person.values()).orElse(null)));
        LocalDate birth = person.date("birthDate");
        String age = person.text("age");
        String about = person.text("approximateAge");
        if (birth != null) {
            put(Field.BIRTH_DATE, joined(EraDates.format(birth), age == null ? null : age + "歳（作成日）"));
        } else if (about != null) {
            put(Field.BIRTH_DATE, "不詳（おおよそ" + about + "歳）");
        }
    }

    private void texts() {
        Part plan = new Part(projection.shown());
        Part children = plan.part("children");
        put(Field.KEY_PERSON, plan.text("keyPerson"));
        put(Field.FAMILY, plan.text("family"));
        put(Field.CHILDREN_SITUATION, children.text("situation"));
        put(Field.CHILDREN_SUPPORT, children.text("support"));
        put(Field.WISHES, plan.text("wishes"));
        put(Field.OTHERS_VIEWS, plan.text("othersViews"));
        put(Field.PARTICIPATION, plan.text("participation"));
        put(Field.PARTICIPATION_NOTE, plan.text("participationNote"));
        put(Field.SITUATION, plan.text("situation"));
        put(Field.STRENGTHS, plan.text("strengths"));
        put(Field.URGENCY, plan.text("urgency"));
        put(Field.POLICY, plan.text("policy"));
        put(Field.SAFETY_PLAN, yesNo(plan.text("safetyPlanExists")));
        put(Field.NEXT_REVIEW, day(plan.date("nextReview")));
        put(Field.REVIEW_METHOD, plan.text("reviewMethod"));
        put(Field.REVIEW_FREQUENCY, plan.text("reviewFrequency"));
        put(Field.CHANGE_REASON, plan.text("changeReason"));
    }

    private void end() {
        Part plan = new Part(projection.shown());
        Part sharing = plan.part("sharing");
        put(
                Field.RECIPIENTS,
                sharing.values("recipients").stream()
                        .map(code -> directory.nameOf(String.valueOf(code)))
                        .collect(Collectors.joining("、")));
        put(
                Field.WITHHELD,
                Stream.concat(sharing.parts("withheld").stream().map(this::withheld), withheldParts(plan))
                        .collect(Collectors.joining("\n")));
        Part confirmation = plan.part("confirmation");
        put(Field.CONFIRMATION, confirmation.text("confirmation"));
        put(Field.CONFIRMATION_METHOD, confirmation.text("method"));
        put(
                Field.CONFIRMED_ON,
                joined(
                        day(confirmation.date("confirmedOn")),
                        confirmation.text("recordedBy") == null ? null : "記録：" + confirmation.text("recordedBy")));
        put(Field.COPY, yesNo(confirmation.text("copyGiven")));
        put(Field.CONFIRMATION_REASON, confirmation.text("reason"));
        put(Field.SUBMITTED, joined(day(plan.date("submittedOn")), plan.text("submittedBy")));
        Part approval = plan.part("approval");
        put(
                Field.APPROVED,
                joined(
                        day(approval.date("approvedOn")),
                        approval.text("approvedBy"),
                        "true".equals(approval.text("deputy")) ? "（代決）" : null));
    }

    private String withheld(Part entry) {
        String from = entry.values("exceptRecipients").stream()
                .map(code -> directory.nameOf(String.valueOf(code)))
                .collect(Collectors.joining("、"));
        return joined("・" + entry.text("item"), "（" + (from.isEmpty() ? "すべての機関" : from) + "に伏せる）");
    }

    /** Parts of this plan, by their names on the form. */
    private Stream<String> withheldParts(Part plan) {
        return plan.values("withheldParts").stream()
                .map(name -> "・この計画の「" + partName.apply(String.valueOf(name)) + "」（主担当機関とセンターのほかに伏せる）");
    }

    private List<SupportPlanForm.Goal> goals() {
        return new Part(projection.shown())
                .parts("goals").stream()
                        .map(goal -> new SupportPlanForm.Goal(goal.text("term"), goal.text("text"), goal.text("by")))
                        .toList();
    }

    private List<SupportPlanForm.Measure> measures() {
        return new Part(projection.shown())
                .parts("measures").stream()
                        .map(measure -> new SupportPlanForm.Measure(
                                measure.text("area"),
                                measure.text("issue"),
                                marked(measure),
                                name(measure.text("agency")),
                                measure.text("contact"),
                                measure.text("byPerson"),
                                measure.date("start"),
                                measure.date("due"),
                                measure.text("progress")))
                        .toList();
    }

    /** What must be done before the support ends (E2, step 12), and what she wants few to see, stand with the measure. */
    private static @Nullable String marked(Part measure) {
        String text = measure.text("measure");
        return text == null
                ? null
                : text
                        + ("true".equals(measure.text("mustDo")) ? "（必ず行う）" : "")
                        + ("true".equals(measure.text("withheld")) ? "（ほかの機関に伏せる）" : "");
    }

    private List<SupportPlanForm.Role> roles() {
        Map<String, List<String>> byAgency = new LinkedHashMap<>();
        for (SupportPlanForm.Measure measure : measures()) {
            if (measure.agency() != null && measure.measure() != null) {
                byAgency.computeIfAbsent(measure.agency(), agency -> new ArrayList<>())
                        .add(measure.measure());
            }
        }
        List<SupportPlanForm.Role> roles = new ArrayList<>();
        byAgency.forEach((agency, tasks) -> roles.add(new SupportPlanForm.Role(agency, tasks)));
        return roles;
    }

    private List<SupportPlanForm.Deadline> deadlines() {
        return new Part(projection.shown())
                .parts("deadlines").stream()
                        .map(deadline -> new SupportPlanForm.Deadline(
                                deadline.text("procedure"), deadline.date("until"), deadline.text("note")))
                        .toList();
    }

    private void put(Field field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            texts.put(field, text);
        }
    }

    private @Nullable String name(@Nullable String code) {
        return code == null ? null : directory.nameOf(code);
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : EraDates.format(day);
    }

    private static @Nullable String yesNo(@Nullable String flag) {
        return flag == null ? null : flag.equals("true") ? "YES" : "NO";
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining("　"));
    }

    /** What the projection shows, by name. */
    private record Part(Map<?, ?> values) {

        @Nullable String text(String name) {
            Object value = values.get(name);
            return value == null ? null : String.valueOf(value);
        }

        @Nullable LocalDate date(String name) {
            return (LocalDate) values.get(name);
        }

        Part part(String name) {
            return values.get(name) instanceof Map<?, ?> inner ? new Part(inner) : new Part(Map.of());
        }

        List<?> values(String name) {
            return values.get(name) instanceof List<?> list ? list : List.of();
        }

        List<Part> parts(String name) {
            return values(name).stream()
                    .map(value -> new Part((Map<?, ?>) value))
                    .toList();
        }
    }
}
