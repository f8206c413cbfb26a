package jp.tsunagi.plan;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.delivery.Deliveries;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.document.FinishedPaper;
import jp.tsunagi.document.Memo;
import jp.tsunagi.document.MemoPrinter;
import jp.tsunagi.document.PersonPlanPrinter;
import jp.tsunagi.plan.PersonPlans.Edition;
import jp.tsunagi.plan.PlanPapers.Paper;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import jp.tsunagi.wording.TellingWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The papers that go to the person herself (domain.md N12): her own edition of the plan, and the memo that is not dangerous
 * when found. Both stand in audit and ledger before they leave.
 */
@Service
public class PersonPapers {

    /** Her own edition, as the address and the ledger name it. */
    public static final String PERSON = "person";

    /** The one she can carry with her. */
    public static final String SAFE = "person-safe";

    private static final String KIND = "support-plan-";
    /** Tells as little on her telephone as the paper does on her table. */
    private static final String MEMO_FILE = "memo.pdf";

    private final PersonPlans plans;
    private final SafeWordList words;
    private final PersonPlanPrinter printer;
    private final MemoPrinter memos;
    private final Deliveries deliveries;
    private final Acts acts;

    PersonPapers(
            PersonPlans plans,
            SafeWordList words,
            PersonPlanPrinter printer,
            MemoPrinter memos,
            Deliveries deliveries,
            Acts acts) {
        this.plans = plans;
        this.words = words;
        this.printer = printer;
        this.memos = memos;
        this.deliveries = deliveries;
        this.acts = acts;
    }

    /**
     * Her own edition.
     *
     * @param children whether what concerns her children is on a page of its own behind it
     * @param readings whether the words of the form have their readings above
     * @throws jp.tsunagi.shared.Refused {@code not-found}
     */
    public Paper person(String caseId, String version, boolean children, boolean readings, Command command) {
        Edition hers = plans.of(caseId, version, children, command);
        String serial = Ids.random(command.at());
        String reference = hers.version().basis().reference();
        byte[] pdf = printer.print(
                hers.plan(),
                new PersonPlanPrinter.Copy(
                        reference, serial, ZonedDateTime.ofInstant(command.at(), TimeConfiguration.JAPAN)),
                readings);
        entered(hers, PERSON, serial, pdf, command);
        return new Paper(pdf, reference + "_" + KIND + version + "_" + PERSON + ".pdf");
    }

    /** What the memo says, and the measures that are not on it. @param leftOut in words, for the officer alone */
    record Carried(Memo memo, List<String> leftOut) {}

    /** The memo as it would be printed now. */
    Carried carried(String caseId, String version, Command command) {
        Edition hers = plans.of(caseId, version, false, command);
        Carried carried = carried(hers);
        shown(hers, "plan.read", command);
        return carried;
    }

    /**
     * The memo that she carries with her: days and her own words for them. It bears no number; which copy it was is known to
     * the ledger alone.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code plan.memo-telling} where the finished paper has a word by
     *     which it would tell
     */
    public Paper memo(String caseId, String version, Command command) {
        Edition hers = plans.of(caseId, version, false, command);
        byte[] pdf = memos.print(carried(hers).memo());
        TellingWords safe = words.now();
        boolean tells = FinishedPaper.says(pdf).stream()
                .anyMatch(said -> safe.telling(said).isPresent());
        if (tells) {
            throw Refusal.conflict("plan.memo-telling");
        }
        entered(hers, SAFE, Ids.random(command.at()), pdf, command);
        return new Paper(pdf, MEMO_FILE);
    }

    private static Carried carried(Edition hers) {
        List<Memo.Line> lines = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        if (hers.projection().shown().get("measures") instanceof List<?> measures) {
            for (Object one : measures) {
                Map<?, ?> measure = (Map<?, ?>) one;
                Optional<String> called = text(measure, "carryWords");
                if (called.isPresent()) {
                    lines.add(new Memo.Line((LocalDate) measure.get("due"), called.get()));
                } else {
                    text(measure, "measure").ifPresent(leftOut::add);
                }
            }
        }
        lines.sort(Comparator.comparing(Memo.Line::day, Comparator.nullsLast(Comparator.naturalOrder())));
        return new Carried(new Memo(lines, hers.plan().nextReview()), leftOut);
    }

    private static Optional<String> text(Map<?, ?> measure, String name) {
        @Nullable Object value = measure.get(name);
        return Optional.ofNullable(value).map(String::valueOf).filter(text -> !text.isBlank());
    }

    private void entered(Edition hers, String edition, String serial, byte[] pdf, Command command) {
        shown(hers, "document." + KIND + edition, command);
        deliveries.enter(new Delivery(
                serial,
                0,
                hers.sight().casefile().id().value(),
                hers.version().basis().conferenceId(),
                command.officer().agency(),
                command.officer().id(),
                KIND + edition,
                hers.sight().casefile().consentNumber(),
                command.at(),
                PlanPapers.sha256(pdf),
                null));
    }

    private void shown(Edition hers, String action, Command command) {
        acts.shown(
                command,
                action,
                hers.sight().casefile().id().value(),
                hers.sight().plan().id(),
                hers.projection().classes().stream().map(FieldClass::name).toList());
    }
}
