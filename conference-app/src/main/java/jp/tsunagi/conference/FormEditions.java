package jp.tsunagi.conference;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.delivery.Deliveries;
import jp.tsunagi.delivery.Delivery;
import jp.tsunagi.document.CaseReviewForm;
import jp.tsunagi.document.CaseReviewFormPrinter;
import jp.tsunagi.document.Edition;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Editions of the case review form (個別ケース検討会議資料): one per viewer, made of nothing but what the policy lets this
 * viewer see, entered into audit and ledger before it leaves.
 */
@Service
class FormEditions {

    static final String KIND = "case-review-form";

    private final Desk desk;
    private final Reading reading;
    private final Directory directory;
    private final CaseReviewFormPrinter printer;
    private final Deliveries deliveries;
    private final Acts acts;

    FormEditions(
            Desk desk,
            Reading reading,
            Directory directory,
            CaseReviewFormPrinter printer,
            Deliveries deliveries,
            Acts acts) {
        this.desk = desk;
        this.reading = reading;
        this.directory = directory;
        this.printer = printer;
        this.deliveries = deliveries;
        this.acts = acts;
    }

    /** @param fileName neutral: reference and kind */
    record Paper(byte[] pdf, String fileName) {}

    /**
     * Makes the officer's edition.
     *
     * @throws jp.tsunagi.shared.Refused {@code document.gone} for an agency that is not invited any more;
     *     {@code document.not-cleared} for an attendee who has not pledged
     */
    Paper make(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        requireReader(sight.standing());
        CaseConference conference = sight.conference();
        Projection projection = reading.projection(sight, command.today());
        String serial = Ids.random(command.at());
        byte[] pdf = printer.print(form(projection, sight, serial, command));
        acts.shown(
                command,
                "document.case-review-form",
                conference.caseId().value(),
                conference.id().value(),
                Reading.names(projection));
        deliveries.enter(new Delivery(
                serial,
                0,
                conference.caseId().value(),
                conference.id().value(),
                command.officer().agency(),
                command.officer().id(),
                KIND,
                sight.casefile().map(Casefile::consentNumber).orElse(0),
                command.at(),
                sha256(pdf),
                null));
        requireReader(desk.look(id, command).standing());
        return new Paper(pdf, conference.reference().replace(':', '-') + "_" + KIND + ".pdf");
    }

    /** Asked before the paper is made, and again when it is about to leave: consent may have gone meanwhile. */
    private static void requireReader(Standing standing) {
        Set<Relation> relations = new HashSet<>(standing.relations());
        relations.remove(Relation.AUDITOR);
        if (relations.isEmpty()) {
            throw Refusal.notFound();
        }
        if (relations.equals(Set.of(Relation.UNINVITED))) {
            throw Refusal.gone("document.gone");
        }
        if (relations.equals(Set.of(Relation.INVITED))) {
            throw Refusal.forbidden("document.not-cleared");
        }
    }

    private CaseReviewForm form(Projection projection, Desk.Sight sight, String serial, Command command) {
        Shown shown = new Shown(projection.shown());
        LocalDate requestDate = Objects.requireNonNullElse(shown.date("submittedOn"), command.today());
        CaseReviewForm.Request request = new CaseReviewForm.Request(
                requestDate,
                name(shown.text("requestingAgency")),
                shown.number("guidelineItem"),
                shown.text("name"),
                shown.date("birthDate"),
                shown.date("birthDate") == null ? shown.number("approximateAge") : null,
                shown.text("address"),
                shown.text("currentSituation"),
                shown.text("caseOverview"),
                shown.text("topics"),
                shown.list("invitees").stream().map(this::invitee).toList(),
                shown.list("preferredSlots").stream().map(FormEditions::slot).toList(),
                shown.text("preferredPlace"),
                consentTick(sight));
        Shown outcome = shown.nested("outcome");
        Set<String> withheld = withheld(projection, outcome != null);
        return new CaseReviewForm(
                new Edition(
                        sight.conference().reference(),
                        directory.nameOf(command.officer().agency().value()) + " 用",
                        "第" + (sight.conference().version() + 1) + "版",
                        serial,
                        ZonedDateTime.ofInstant(command.at(), TimeConfiguration.JAPAN),
                        command.officer().id().value().substring(18)),
                request,
                outcome == null ? null : report(outcome),
                withheld);
    }

    /** The tick stands for what she says today, not for what she said when it was asked for. */
    private static boolean consentTick(Desk.Sight sight) {
        Request.RequestedConsent asked = sight.conference().request().consent();
        return sight.casefile()
                .flatMap(Casefile::consent)
                .filter(consent -> sight.conference().submittedBy().isPresent())
                .map(consent -> consent.status() == Consent.Status.GIVEN || consent.status() == Consent.Status.VERIFIED)
                .orElse(asked != null && Boolean.TRUE.equals(asked.confirmed()));
    }

    private CaseReviewForm.Report report(Shown outcome) {
        return new CaseReviewForm.Report(
                outcome.date("recordedOn"),
                outcome.text("recordedBy"),
                outcome.time("start"),
                outcome.time("end"),
                outcome.text("place"),
                outcome.list("attendance").stream().map(this::attendance).toList(),
                outcome.text("outcome"),
                outcome.list("actions").stream()
                        .map(action -> new CaseReviewForm.Action(
                                name(action.text("agency")), action.text("what"), action.date("due")))
                        .toList(),
                name(outcome.text("leadAgency")));
    }

    private CaseReviewForm.Invitee invitee(Shown line) {
        String agency = line.text("agency");
        return new CaseReviewForm.Invitee(
                agency == null ? line.text("agencyName") : name(agency),
                line.text("section"),
                line.text("person"),
                line.text("reason"));
    }

    private CaseReviewForm.Attendance attendance(Shown line) {
        String presence =
                switch (String.valueOf(line.values.get("presence"))) {
                    case "PRESENT" -> "出席";
                    case "ABSENT" -> "欠席";
                    case "SUBSTITUTE" -> "代理出席";
                    case "OBSERVER" -> "傍聴";
                    default -> null;
                };
        String part = line.text("part");
        boolean person = Boolean.TRUE.equals(line.values.get("person"));
        return new CaseReviewForm.Attendance(
                person ? "本人等" : name(line.text("agency")),
                line.text("name"),
                part == null ? presence : presence + "（" + part + "）");
    }

    private static CaseReviewForm.Slot slot(Shown line) {
        return new CaseReviewForm.Slot(
                line.date("date"),
                (LocalTime) line.values.get("start"),
                (LocalTime) line.values.get("end"),
                line.text("note"));
    }

    /** The form's names of what the policy withholds; fields of the report carry the view's prefix. */
    private static Set<String> withheld(Projection projection, boolean reported) {
        Set<String> names = new HashSet<>();
        for (String name : projection.withheld()) {
            if (name.startsWith("outcome.")) {
                if (reported) {
                    names.add(name.substring("outcome.".length()));
                }
            } else {
                names.add(name);
            }
        }
        names.retainAll(CaseReviewForm.FIELDS);
        return names;
    }

    private @Nullable String name(@Nullable String code) {
        return code == null ? null : directory.nameOf(code);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** What the projection shows, by type. */
    private record Shown(Map<String, Object> values) {

        @Nullable String text(String name) {
            return (String) values.get(name);
        }

        @Nullable Integer number(String name) {
            return (Integer) values.get(name);
        }

        @Nullable LocalDate date(String name) {
            return (LocalDate) values.get(name);
        }

        @Nullable LocalDateTime time(String name) {
            return (LocalDateTime) values.get(name);
        }

        @SuppressWarnings("unchecked")
        @Nullable Shown nested(String name) {
            Object value = values.get(name);
            return value == null ? null : new Shown((Map<String, Object>) value);
        }

        @SuppressWarnings("unchecked")
        List<Shown> list(String name) {
            Object value = values.get(name);
            return value == null
                    ? List.of()
                    : ((List<Map<String, Object>>) value)
                            .stream().map(Shown::new).toList();
        }
    }
}
