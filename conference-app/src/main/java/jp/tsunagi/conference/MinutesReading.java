package jp.tsunagi.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Grants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The minutes as those who took part read them before they confirm: entered into audit and ledger before they leave. */
@Service
class MinutesReading {

    private final MinutesDesk desk;
    private final MinutesParagraphs paragraphs;
    private final MinutesTrail trail;
    private final MinutesObjections objections;
    private final SharingLedger ledger;
    private final Accounts accounts;
    private final Acts acts;

    MinutesReading(
            MinutesDesk desk,
            MinutesParagraphs paragraphs,
            MinutesTrail trail,
            MinutesObjections objections,
            SharingLedger ledger,
            Accounts accounts,
            Acts acts) {
        this.desk = desk;
        this.paragraphs = paragraphs;
        this.trail = trail;
        this.objections = objections;
        this.ledger = ledger;
        this.accounts = accounts;
        this.acts = acts;
    }

    /**
     * The minutes as one reader may see them.
     *
     * @param version of the report, counted from one
     * @param objectionsUntil the last day on which they may be objected to
     * @param open whether that day is not over
     * @param confirmedAt when this officer confirmed them, null where not yet
     * @param steps what this officer may do
     * @param paragraphs by {@code id}, {@code number}, {@code kind}, and what stands there
     * @param withheld the parts that this reader does not see
     * @param receipts who confirmed; for those who answer objections all, for others their own agency's
     * @param unconfirmed invited agencies that have not; null for those who do not answer objections
     */
    record Read(
            int version,
            LocalDate objectionsUntil,
            boolean open,
            @Nullable Instant confirmedAt,
            Set<MinutesStep> steps,
            List<Map<String, Object>> paragraphs,
            List<String> withheld,
            List<MinutesTrail.Corrected> corrections,
            List<MinutesObjections.Told> objections,
            List<Confirmed> receipts,
            @Nullable List<String> unconfirmed) {}

    /** @param by null where only the agency is shown */
    record Confirmed(String agency, @Nullable String by, Instant at, int version) {}

    /** @throws jp.tsunagi.shared.Refused as {@link MinutesDesk#look} */
    Read read(String id, Command command) {
        MinutesDesk.Sight sight = desk.look(id, command);
        CaseConference conference = sight.conference();
        Officer officer = command.officer();
        Grants grants = sight.of().standing().grants(conference.request());
        MinutesParagraphs.Edition edition = paragraphs.shown(sight);
        acts.shown(
                command,
                "minutes.read",
                conference.caseId().value(),
                conference.id().value(),
                edition.classes());
        ledger.read(sight.of(), "minutes-view", command);
        Set<MinutesStep> steps = EnumSet.noneOf(MinutesStep.class);
        for (MinutesStep step : MinutesStep.values()) {
            if (step.allowed(officer, sight.of())) {
                steps.add(step);
            }
        }
        boolean answers = MinutesObjections.answers(sight.of().standing());
        return new Read(
                sight.minutes().reportVersion(),
                sight.until(),
                !command.today().isAfter(sight.until()),
                sight.minutes().receipts().stream()
                        .filter(receipt -> receipt.by().equals(officer.id()))
                        .map(MinutesRecord.Receipt::at)
                        .findFirst()
                        .orElse(null),
                steps,
                edition.paragraphs().stream()
                        .map(MinutesParagraphs.Paragraph::plain)
                        .toList(),
                edition.withheld(),
                trail.of(sight.minutes(), conference.id(), grants),
                objections.of(sight, edition, officer),
                receipts(sight, officer, answers, grants.shows(FieldClass.STAFF)),
                answers ? unconfirmed(sight) : null);
    }

    private List<Confirmed> receipts(MinutesDesk.Sight sight, Officer officer, boolean all, boolean names) {
        return sight.minutes().receipts().stream()
                .filter(receipt -> all || receipt.agency().equals(officer.agency()))
                .map(receipt -> new Confirmed(
                        receipt.agency().value(),
                        names ? accounts.nameOf(receipt.by()).orElse(null) : null,
                        receipt.at(),
                        receipt.reportVersion()))
                .toList();
    }

    private static List<String> unconfirmed(MinutesDesk.Sight sight) {
        List<String> agencies = new ArrayList<>();
        for (AgencyCode agency : sight.conference().invited()) {
            if (sight.minutes().receiptOf(agency).isEmpty()) {
                agencies.add(agency.value());
            }
        }
        agencies.sort(null);
        return agencies;
    }
}
