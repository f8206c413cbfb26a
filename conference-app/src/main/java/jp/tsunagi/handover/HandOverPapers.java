package jp.tsunagi.handover;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.delivery.Deliveries;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.document.Edition;
import jp.tsunagi.document.HandOverPaper;
import jp.tsunagi.document.HandOverPrinter;
import jp.tsunagi.handover.HandOverDesk.Sight;
import jp.tsunagi.handover.HandOverRecord.Agreed;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.EraDates;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * The paper of a hand-over (引継ぎ書): what the agency gets, and nothing else, entered into audit and ledger before it leaves.
 * Those who hand over print it for the agency it goes to; the agency prints it from what it took over.
 */
@Service
class HandOverPapers {

    private static final String FILE = "_hand-over.pdf";
    private static final int USER_MARK = 8;

    private final HandOverDesk desk;
    private final HandOverReading reading;
    private final Directory directory;
    private final HandOverPrinter printer;
    private final Deliveries deliveries;
    private final Acts acts;
    private final MessageSource messages;

    HandOverPapers(
            HandOverDesk desk,
            HandOverReading reading,
            Directory directory,
            HandOverPrinter printer,
            Deliveries deliveries,
            Acts acts,
            MessageSource messages) {
        this.desk = desk;
        this.reading = reading;
        this.directory = directory;
        this.printer = printer;
        this.deliveries = deliveries;
        this.acts = acts;
        this.messages = messages;
    }

    /** @param fileName neutral: number and kind */
    record Paper(byte[] pdf, String fileName) {}

    /**
     * For the agency it goes to, printed by those who offered it.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code step.not-permitted}; {@code document.gone} where it does not
     *     go there any more
     */
    Paper offered(String caseId, String n, Command command) {
        Sight sight = desk.sight(caseId, command);
        HandOverRecord record = requireGoing(sight, n, command);
        Projection handed = reading.handed(record, sight, command);
        String to = record.elsewhere() == null
                ? directory.nameOf(Objects.requireNonNull(record.receiver()).value())
                : record.elsewhere().name();
        String serial = Ids.random(command.at());
        byte[] pdf = print(
                edition(record.reference(), to, serial, command),
                directory.nameOf(record.team().agency().value()),
                to,
                record.offeredOn(),
                record.agreed(),
                Handed.shown(handed.shown()));
        entered(
                handed,
                new Delivery(
                        serial,
                        0,
                        caseId,
                        record.conferenceId(),
                        command.officer().agency(),
                        command.officer().id(),
                        record.elsewhere() == null ? HandOverMaking.KIND : HandOverMaking.KIND_ELSEWHERE,
                        sight.casefile().consentNumber(),
                        command.at(),
                        sha256(pdf),
                        record.elsewhere() == null ? null : to),
                command);
        // She may have taken it back while it was made.
        requireGoing(desk.sight(caseId, command), n, command);
        return new Paper(pdf, record.reference() + FILE);
    }

    /** What was taken over, for its team. @throws jp.tsunagi.shared.Refused {@code not-found} */
    Paper takenOver(String caseId, Command command) {
        TakenOverRecord record = reading.came(caseId, command).orElseThrow(Refusal::notFound);
        AgencyCode agency = command.officer().agency();
        String serial = Ids.random(command.at());
        byte[] pdf = print(
                edition(record.reference(), directory.nameOf(agency.value()), serial, command),
                record.from().name(),
                directory.nameOf(record.team().agency().value()),
                record.from().on(),
                record.agreed(),
                record.handed());
        entered(
                reading.takenOver(caseId, command).orElseThrow(Refusal::notFound),
                new Delivery(
                        serial,
                        0,
                        caseId,
                        record.conferenceId(),
                        agency,
                        command.officer().id(),
                        HandOverMaking.KIND,
                        0,
                        command.at(),
                        sha256(pdf),
                        null),
                command);
        return new Paper(pdf, record.reference() + FILE);
    }

    private HandOverRecord requireGoing(Sight sight, String n, Command command) {
        HandOverRecord record = desk.ofCase(sight, n).record();
        sight.requireOffers();
        boolean goes =
                switch (record.state()) {
                    case OFFERED ->
                        HandOverConsent.scope(sight.casefile(), record, command.today())
                                .covers();
                    case ACCEPTED, TAKEN_OVER -> true;
                    case REFUSED, TAKEN_BACK, LAPSED -> false;
                };
        if (!goes) {
            throw Refusal.gone("document.gone");
        }
        return record;
    }

    private byte[] print(Edition edition, String from, String to, LocalDate day, Agreed agreed, Handed handed) {
        return printer.print(new HandOverPaper(
                edition,
                from,
                to,
                day,
                text(
                        "handover.paper-agreed",
                        EraDates.format(agreed.on()),
                        text("method." + agreed.method().name()),
                        agreed.explainedBy()),
                new HandOverPaper.Person(
                        handed.name(),
                        handed.kana(),
                        handed.callName(),
                        handed.birthDate(),
                        handed.approximateAge(),
                        handed.address(),
                        handed.phone(),
                        handed.safeContact(),
                        handed.needs()),
                new HandOverPaper.Story(
                        handed.currentSituation(),
                        handed.caseOverview(),
                        handed.wishes(),
                        handed.outcome(),
                        handed.policy(),
                        handed.children(),
                        handed.remarks()),
                handed.deadlines().stream()
                        .map(one -> new HandOverPaper.Deadline(name(one.procedure()), one.until(), one.note()))
                        .toList(),
                handed.measures().stream()
                        .map(one -> new HandOverPaper.Measure(name(one.area()), one.measure(), one.agency(), one.due()))
                        .toList()));
    }

    private static Edition edition(String reference, String audience, String serial, Command command) {
        String account = command.officer().id().value();
        return new Edition(
                reference,
                audience + " 用",
                "第1版",
                serial,
                ZonedDateTime.ofInstant(command.at(), TimeConfiguration.JAPAN),
                account.substring(Math.max(0, account.length() - USER_MARK)));
    }

    private void entered(Projection shown, Delivery delivery, Command command) {
        List<String> classes = shown.classes().stream().map(FieldClass::name).toList();
        acts.shown(command, "document.hand-over", delivery.caseId(), delivery.conferenceId(), classes);
        deliveries.enter(delivery);
    }

    /** Papers are in Japanese, whatever language the screen is in. */
    private String text(String key, Object... args) {
        return Objects.requireNonNullElse(messages.getMessage(key, args, "", Locale.JAPANESE), "");
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
