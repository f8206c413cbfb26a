package jp.tsunagi.court;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.casefile.Person;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.ConferencesOfCase.Latest;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.court.ConsultationForm.Office;
import jp.tsunagi.court.ConsultationRecord.By;
import jp.tsunagi.court.ConsultationRecord.Entry;
import jp.tsunagi.court.CourtDesk.Sight;
import jp.tsunagi.court.StatementRecord.Asked;
import jp.tsunagi.court.StatementRecord.Content;
import jp.tsunagi.court.StatementRecord.Version;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The steps from a court's letter to the statement that goes back (DV Act, Art. 14-2), for the API and the pages. The Center
 * takes them, the director alone confirms.
 */
@Service
class Stating {

    private final CourtDesk desk;
    private final Statements statements;
    private final Consultations consultations;
    private final ConferencesOfCase conferences;
    private final CourtWords words;
    private final StatementText text;
    private final Directory directory;
    private final Acts acts;
    private final OutboxNudge nudge;

    Stating(
            CourtDesk desk,
            Statements statements,
            Consultations consultations,
            ConferencesOfCase conferences,
            CourtWords words,
            StatementText text,
            Directory directory,
            Acts acts,
            OutboxNudge nudge) {
        this.desk = desk;
        this.statements = statements;
        this.consultations = consultations;
        this.conferences = conferences;
        this.words = words;
        this.text = text;
        this.directory = directory;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** A statement as one officer of the Center finds it. */
    record Found(Sight sight, StatementRecord record) {}

    /**
     * Notes that a court asked.
     *
     * @return its id
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code step.not-permitted}; {@code court.incomplete}
     */
    String ask(String caseId, StatementForm form, Command command) {
        Sight sight = permitted("court-statement.ask", caseId, command);
        new CourtRules(directory, command.today()).asked(form, words.of(sight.caseId()));
        String id = StatementRecord.idOf(command);
        acts.perform(command, "court-statement.ask", caseId, id, () -> {
            Sight now = desk.center(caseId, command);
            if (statements.find(id).filter(there -> there.has(command)).isEmpty()) {
                if (statements.ofCase(now.caseId()).size() >= Statements.MOST_OF_A_CASE) {
                    throw Refusal.conflict("court.too-many");
                }
                Latest place = conferences.lastSubmitted(now.caseId()).orElseThrow(Refusal::notFound);
                statements.save(StatementRecord.asked(
                        now.caseId(),
                        place.id().value(),
                        place.reference(),
                        new Asked(
                                Objects.requireNonNull(form.court()),
                                Objects.requireNonNull(form.caseNumber()),
                                Objects.requireNonNull(form.askedOn()),
                                By.of(command)),
                        Objects.requireNonNull(form.answerBy()),
                        command));
            }
            return true;
        });
        return id;
    }

    /**
     * Writes the next version.
     *
     * @param base number of the version it was made from, with or without quotes; null to go on from whatever is there
     * @throws jp.tsunagi.shared.Refused {@code court.incomplete} with the fields; {@code version.stale}; {@code
     *     court.handed-over}
     */
    void write(String caseId, String n, StatementForm.Version form, @Nullable String base, Command command) {
        String expected = base == null ? null : base.replace("\"", "");
        take("court-statement.write", caseId, n, command, found -> {
            Content content = filled(found.sight(), form);
            requireEntries(found.sight(), content);
            new CourtRules(directory, command.today())
                    .written(content, words.of(found.sight().caseId()));
            return found.record().written(content, expected, command);
        });
    }

    /** Puts the newest version before the director. */
    void submit(String caseId, String n, Command command) {
        take("court-statement.submit", caseId, n, command, found -> {
            found.record().latest().ifPresent(last -> checked(found.sight(), last.content(), command));
            return found.record().submitted(command);
        });
    }

    /**
     * The director confirms what was read.
     *
     * @throws jp.tsunagi.shared.Refused {@code court.director-only}; {@code version.stale} where another version is the
     *     newest; {@code court.incomplete} where the record has since come to hold what the statement says; {@code
     *     court.entries-gone} where an entry may no longer be read by the Center
     */
    void confirm(String caseId, String n, StatementForm.Confirmation form, Command command) {
        take("court-statement.confirm", caseId, n, command, found -> {
            if (!found.sight().standing().confirms()) {
                throw Refusal.forbidden("court.director-only");
            }
            new CourtRules(directory, command.today()).confirmed(form);
            found.record().latest().ifPresent(last -> checked(found.sight(), last.content(), command));
            return found.record().confirmed(Objects.requireNonNull(form.version()), command);
        });
    }

    /** Notes when and how the confirmed version went to the court; then nothing changes any more. */
    void handOver(String caseId, String n, StatementForm.HandingOver form, Command command) {
        take("court-statement.hand-over", caseId, n, command, found -> {
            List<LocalDate> confirmedOn = found.record().versions().stream()
                    .filter(version -> Objects.equals(version.number(), form.version()))
                    .map(Version::confirmed)
                    .filter(Objects::nonNull)
                    .map(Stating::day)
                    .toList();
            new CourtRules(directory, command.today())
                    .handedOver(form, found.record().asked().on(), confirmedOn);
            return found.record()
                    .handedOver(
                            Objects.requireNonNull(form.version()),
                            Objects.requireNonNull(form.handedOn()),
                            Objects.requireNonNull(form.way()),
                            command);
        });
    }

    /** What a version would begin with. @param entries numbers; null for those that are the Center's own to state */
    Content begun(String caseId, String n, @Nullable List<Integer> entries, Command command) {
        Sight sight = found(caseId, n, command).sight();
        return filled(sight, new StatementForm.Version(null, entries, null, null));
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found}; {@code step.not-permitted} */
    Found found(String caseId, String n, Command command) {
        Sight sight = desk.center(caseId, command);
        return (Ids.isId(n) ? statements.find(n) : Optional.<StatementRecord>empty())
                .filter(record -> record.caseId().equals(sight.caseId()))
                .map(record -> new Found(sight, record))
                .orElseThrow(Refusal::notFound);
    }

    /** @throws jp.tsunagi.shared.Refused {@code court.entries-gone} where the Center may not read one of them any more */
    void requireEntries(Sight sight, Content content) {
        List<Integer> readable = readable(sight).stream().map(Entry::number).toList();
        if (!readable.containsAll(content.entries())) {
            throw Refusal.conflict("court.entries-gone");
        }
    }

    private void checked(Sight sight, Content content, Command command) {
        requireEntries(sight, content);
        new CourtRules(directory, command.today()).written(content, words.of(sight.caseId()));
    }

    private Content filled(Sight sight, StatementForm.Version form) {
        List<Entry> readable = readable(sight);
        ConsultationRecord record = consultations.of(sight.caseId());
        List<Integer> chosen = Optional.ofNullable(form.entries()).orElseGet(() -> readable.stream()
                .filter(entry -> entry.office() == Office.DV_CENTER && !record.corrected(entry))
                .map(Entry::number)
                .toList());
        List<Entry> entries = readable.stream()
                .filter(entry -> chosen.contains(entry.number()))
                .toList();
        return new Content(
                given(form.applicant())
                        .orElseGet(() ->
                                sight.casefile().person().map(Person::name).orElse("")),
                chosen,
                given(form.circumstances()).orElseGet(() -> text.circumstances(entries)),
                given(form.response()).orElseGet(() -> text.response(entries)));
    }

    /** In the order of their days. */
    private List<Entry> readable(Sight sight) {
        return CourtReading.ordered(consultations.of(sight.caseId()).entries()).stream()
                .filter(entry -> sight.standing().reads(entry))
                .toList();
    }

    private Sight permitted(String action, String caseId, Command command) {
        try {
            return desk.center(caseId, command);
        } catch (Refused refused) {
            entered(refused, action, caseId, caseId, command);
            throw refused;
        }
    }

    private void take(
            String action, String caseId, String n, Command command, Function<Found, StatementRecord> change) {
        try {
            changed(found(caseId, n, command), command, change);
        } catch (Refused refused) {
            entered(refused, action, caseId, n, command);
            throw refused;
        }
        acts.perform(command, action, caseId, n, () -> {
            changed(found(caseId, n, command), command, change).ifPresent(statements::save);
            return true;
        });
        nudge.nudge();
    }

    /** Empty where this command has had its effect. */
    private static Optional<StatementRecord> changed(
            Found found, Command command, Function<Found, StatementRecord> change) {
        return found.record().has(command) ? Optional.empty() : Optional.of(change.apply(found));
    }

    private void entered(Refused refused, String action, String caseId, String subject, Command command) {
        if (refused.refusal().kind() == Refusal.Kind.FORBIDDEN) {
            acts.refused(command, action, caseId, subject, refused);
        }
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(there -> !FieldCheck.isBlank(there));
    }

    private static LocalDate day(By by) {
        return LocalDate.ofInstant(by.at(), TimeConfiguration.JAPAN);
    }
}
