package jp.tsunagi.plan;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.delivery.Deliveries;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.document.SupportPlanForm;
import jp.tsunagi.document.SupportPlanPrinter;
import jp.tsunagi.plan.PlanDesk.Sight;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * Editions of the plan for agencies: one per viewer, made of nothing but what the policy lets this viewer see, entered into
 * audit and ledger before it leaves.
 */
@Service
public class PlanPapers {

    /** The edition for agencies, as the address and the ledger name it. */
    public static final String AGENCY = "agency";

    private static final String KIND = "support-plan";

    private final PlanDesk desk;
    private final PlanViews views;
    private final Directory directory;
    private final SupportPlanPrinter printer;
    private final Deliveries deliveries;
    private final Acts acts;
    private final MessageSource messages;

    PlanPapers(
            PlanDesk desk,
            PlanViews views,
            Directory directory,
            SupportPlanPrinter printer,
            Deliveries deliveries,
            Acts acts,
            MessageSource messages) {
        this.desk = desk;
        this.views = views;
        this.directory = directory;
        this.printer = printer;
        this.deliveries = deliveries;
        this.acts = acts;
        this.messages = messages;
    }

    /** @param fileName neutral: reference and kind */
    public record Paper(byte[] pdf, String fileName) {}

    /**
     * Makes the officer's edition of a version.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code plan.gone} where it was shared and is no longer
     */
    public Paper agency(String caseId, String version, Command command) {
        Sight sight = desk.sight(caseId, command);
        Sight.Of found = sight.version(version);
        Projection projection = views.of(sight, found, command);
        String serial = Ids.random(command.at());
        String reference = found.version().basis().reference();
        SupportPlanForm.Edition edition = new SupportPlanForm.Edition(
                reference,
                directory.nameOf(command.officer().agency().value()) + " 用",
                "計画 第" + found.version().number() + "版",
                serial,
                ZonedDateTime.ofInstant(command.at(), TimeConfiguration.JAPAN));
        byte[] pdf = printer.print(new PlanPaperTexts(projection, directory, this::partName)
                .form(edition, PlanPaperTexts.versions(sight, found, each -> views.of(sight, each, command))));
        acts.shown(
                command,
                "document." + KIND,
                caseId,
                sight.plan().id(),
                projection.classes().stream().map(FieldClass::name).toList());
        deliveries.enter(new Delivery(
                serial,
                0,
                caseId,
                found.version().basis().conferenceId(),
                command.officer().agency(),
                command.officer().id(),
                KIND + "-" + AGENCY,
                sight.casefile().consentNumber(),
                command.at(),
                sha256(pdf),
                null));
        // Her consent may have gone while it was made.
        desk.sight(caseId, command).version(version);
        return new Paper(pdf, reference + "_" + KIND + "-" + found.version().number() + "_" + AGENCY + ".pdf");
    }

    /** Papers are in Japanese, whatever language the screen is in. */
    private String partName(String part) {
        return Objects.requireNonNullElse(messages.getMessage("plan." + part, null, part, Locale.JAPANESE), part);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
