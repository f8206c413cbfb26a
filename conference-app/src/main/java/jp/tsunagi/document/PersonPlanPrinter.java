package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.flowing;
import static jp.tsunagi.document.FormField.line;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.document.PersonPlan.Measure;
import jp.tsunagi.document.PersonPlan.Window;
import jp.tsunagi.document.PersonPlan.Withheld;
import jp.tsunagi.shared.EraDates;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;

/** Prints the plan for the person herself, in her words and large letters. Safe for use by several threads. */
public final class PersonPlanPrinter {

    static final String TEMPLATE = "pdf/support-plan-person.yml";

    /** Parts of the plan that she may keep from others as a whole, as the template calls them. */
    public static final Set<String> PARTS = Set.of("wishes", "policy", "goals", "children", "deadlines");

    private static final String ASK = "ASK";
    private static final String ALL = "ALL";
    private static final String OTHERS = "OTHERS";
    private static final String WITHHELD = "WITHHELD";
    private static final String FOR_HER = "FOR_HER";
    private static final List<FormField> WINDOW = List.of(line("agency"), line("telephone"));

    static final FormFields FIELDS = FormFields.of(
                    line("state"),
                    line("created"),
                    line("keyPerson"),
                    flowing("wishes"),
                    flowing("policy"),
                    line("nextReview"),
                    line("lead"),
                    line("center"))
            .with(Map.of(
                    "goals",
                    List.of(line("term"), line("text"), line("by")),
                    "measures",
                    List.of(flowing("what"), line("agency"), line("due"), line("byPerson"), line("withheld")),
                    "deadlines",
                    List.of(line("procedure"), line("until"), line("note")),
                    "recipients",
                    WINDOW,
                    "withheld",
                    List.of(line("item"), line("from")),
                    "children",
                    List.of(flowing("situation"), flowing("support"))))
            .saying(Stream.concat(
                            PARTS.stream(),
                            Stream.of(
                                    ASK,
                                    ALL,
                                    OTHERS,
                                    WITHHELD,
                                    FOR_HER,
                                    "LONG",
                                    "SHORT",
                                    "DRAFT",
                                    "SUBMITTED",
                                    "APPROVED",
                                    "CONFIRMED",
                                    "SUPERSEDED",
                                    "PROTECTION_ORDER",
                                    "EVICTION_ORDER",
                                    "RESIDENT_REGISTER_PROTECTION",
                                    "TEMPORARY_PROTECTION",
                                    "OTHER"))
                    .toArray(String[]::new));

    private final FormLayout layout;

    PersonPlanPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /**
     * Which copy it is. It names no officer.
     *
     * @param reference the number of the conference it is based on
     * @param madeAt in Japan's time
     */
    public record Copy(String reference, String serialNumber, ZonedDateTime madeAt) {}

    /**
     * One copy as PDF/A-2a and PDF/UA-1.
     *
     * @param readings whether the words of the form have their readings above; hers stand as she said them
     * @throws UnprintableCharacterException if no font has a character
     */
    public byte[] print(PersonPlan plan, Copy copy, boolean readings) {
        PaperContent content = new PaperContent(Set.of())
                .text("state", layout.word(plan.state()))
                .text("created", EraDates.format(plan.createdOn()))
                .text("keyPerson", plan.keyPerson())
                .text("wishes", plan.wishes())
                .text("policy", plan.policy())
                .text("nextReview", day(plan.nextReview()))
                .text("lead", window(plan.lead()))
                .text("center", window(plan.center()))
                .list("goals", plan.goals().stream().map(this::goal).toList())
                .list("measures", plan.measures().stream().map(this::measure).toList())
                .list("deadlines", plan.deadlines().stream().map(this::deadline).toList())
                .list("recipients", recipients(plan.recipients()))
                .list("withheld", withheld(plan.withheld()))
                .list("children", children(plan.children()));
        LocalDate made =
                copy.madeAt().withZoneSameInstant(TimeConfiguration.JAPAN).toLocalDate();
        return layout.print(
                content,
                readings,
                layout.word(FOR_HER),
                String.join(PaperTexts.GAP, copy.reference(), "第" + plan.version() + "版"),
                String.join(PaperTexts.GAP, "通し番号 " + copy.serialNumber(), "作成 " + EraDates.format(made)));
    }

    private PaperContent goal(PersonPlan.Goal goal) {
        return PaperContent.line()
                .text("term", layout.wordOrNothing(goal.term()))
                .text("text", goal.text())
                .text("by", goal.by());
    }

    private PaperContent measure(Measure measure) {
        return PaperContent.line()
                .text("what", measure.text())
                .text("agency", window(measure.by()))
                .text("due", day(measure.due()))
                .text("byPerson", measure.byPerson())
                .text("withheld", measure.withheld() ? layout.word(WITHHELD) : null);
    }

    private PaperContent deadline(PersonPlan.Deadline deadline) {
        return PaperContent.line()
                .text("procedure", layout.wordOrNothing(deadline.procedure()))
                .text("until", day(deadline.until()))
                .text("note", deadline.note());
    }

    private List<PaperContent> recipients(@Nullable List<Window> recipients) {
        if (recipients == null) {
            return List.of(PaperContent.line().text("agency", layout.word(ASK)));
        }
        return recipients.stream()
                .map(window ->
                        PaperContent.line().text("agency", window.agency()).text("telephone", window.telephone()))
                .toList();
    }

    private List<PaperContent> withheld(@Nullable List<Withheld> withheld) {
        if (withheld == null) {
            return List.of(PaperContent.line().text("item", layout.word(ASK)));
        }
        return withheld.stream()
                .map(entry -> PaperContent.line()
                        .text("item", entry.part() ? layout.word(entry.item()) : entry.item())
                        .text("from", from(entry.from())))
                .toList();
    }

    private String from(@Nullable List<String> agencies) {
        if (agencies == null) {
            return layout.word(OTHERS);
        }
        return agencies.isEmpty() ? layout.word(ALL) : String.join("\n", agencies);
    }

    private static List<PaperContent> children(PersonPlan.@Nullable Children children) {
        return children == null
                ? List.of()
                : List.of(PaperContent.line()
                        .text("situation", children.situation())
                        .text("support", children.support()));
    }

    private static @Nullable String window(@Nullable Window window) {
        if (window == null) {
            return null;
        }
        return window.telephone().isEmpty() ? window.agency() : window.agency() + "\n電話 " + window.telephone();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return PaperTexts.dayWithWeekday(day);
    }
}
