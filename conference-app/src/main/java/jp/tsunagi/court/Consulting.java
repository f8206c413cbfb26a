package jp.tsunagi.court;

import java.util.Locale;
import java.util.Objects;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.court.ConsultationForm.Office;
import jp.tsunagi.court.ConsultationRecord.Entry;
import jp.tsunagi.court.CourtDesk.Sight;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Writes down when and where she asked for help, for the API and the pages. */
@Service
class Consulting {

    private static final String ACTION = "consultation.record";

    private final CourtDesk desk;
    private final Consultations consultations;
    private final Directory directory;
    private final Acts acts;
    private final MessageSource messages;

    Consulting(CourtDesk desk, Consultations consultations, Directory directory, Acts acts, MessageSource messages) {
        this.desk = desk;
        this.consultations = consultations;
        this.directory = directory;
        this.acts = acts;
        this.messages = messages;
    }

    /**
     * Adds an entry, or the correction of one.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code consultation.incomplete} with the fields; {@code
     *     consultation.already-corrected}
     */
    void record(String caseId, ConsultationForm form, Command command) {
        Sight sight = desk.sight(caseId, command);
        new CourtRules(directory, command.today()).consulted(form);
        correctable(sight, form, command);
        acts.perform(command, ACTION, caseId, ConsultationRecord.idOf(sight.caseId()), () -> {
            Sight now = desk.sight(caseId, command);
            ConsultationRecord record = correctable(now, form, command);
            if (!record.has(command)) {
                consultations.save(record.with(form, officeName(form), command));
            }
            return true;
        });
    }

    private ConsultationRecord correctable(Sight sight, ConsultationForm form, Command command) {
        ConsultationRecord record = consultations.of(sight.caseId());
        if (form.corrects() != null && !record.has(command)) {
            Entry wrong = record.entry(form.corrects())
                    .filter(entry -> sight.standing().reads(entry))
                    .orElseThrow(
                            () -> Refusal.invalid("consultation.incomplete", FieldProblem.of("corrects", "choice")));
            if (record.corrected(wrong)) {
                throw Refusal.conflict("consultation.already-corrected");
            }
        }
        return record;
    }

    private String officeName(ConsultationForm form) {
        String typed = form.officeName();
        if (typed != null && !FieldCheck.isBlank(typed)) {
            return typed.strip();
        }
        return form.office() == Office.DV_CENTER
                ? directory.nameOf(directory.center().value())
                : Objects.requireNonNull(
                        messages.getMessage("consultation-office." + Office.POLICE, null, Locale.JAPANESE));
    }
}
