package jp.tsunagi.retention;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.EndedCases.Ended;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.retention.KeepingRecord.Ground;
import jp.tsunagi.retention.RetentionDesk.Found;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The steps about keeping a case, for the API and the pages. Each enters itself into the audit, refuses by
 * {@link jp.tsunagi.shared.Refused}, and answers a repeat of the same command as the first time.
 */
@Service
class Retaining {

    private static final String RULE = "retention.incomplete";
    private static final int LONGEST_REASON = 1_000;

    private final RetentionDesk desk;
    private final Keepings keepings;
    private final Erasures erasures;
    private final Erasing erasing;
    private final RetentionPeriods periods;
    private final Directory directory;
    private final Acts acts;
    private final OutboxNudge nudge;

    Retaining(
            RetentionDesk desk,
            Keepings keepings,
            Erasures erasures,
            Erasing erasing,
            RetentionPeriods periods,
            Directory directory,
            Acts acts,
            OutboxNudge nudge) {
        this.desk = desk;
        this.keepings = keepings;
        this.erasures = erasures;
        this.erasing = erasing;
        this.periods = periods;
        this.directory = directory;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** Puts a legal hold; also on a case that is not over. */
    void hold(String caseId, RetentionForm.Hold form, Command command) {
        take("retention.hold", caseId, command, found -> {
            FieldCheck fields = new FieldCheck(directory);
            fields.chosen("hold", form.hold());
            reason(fields, form.reason(), true);
            found.keeping().hold(Objects.requireNonNull(form.hold()), text(form.reason()), command);
        });
    }

    void lift(String caseId, String n, RetentionForm.Reason form, Command command) {
        take("retention.lift", caseId, command, found -> {
            reason(new FieldCheck(directory), form.reason(), true);
            found.keeping().lift(n, text(form.reason()), command);
        });
    }

    /**
     * Proposes that the case be deleted.
     *
     * @throws jp.tsunagi.shared.Refused {@code retention.not-ended} and as {@link CaseKeeping#propose} says
     */
    void propose(String caseId, RetentionForm.Deletion form, Command command) {
        take("retention.propose", caseId, command, found -> {
            FieldCheck fields = new FieldCheck(directory);
            fields.chosen("ground", form.ground());
            reason(fields, form.reason(), form.ground() == Ground.HER_WISH);
            Ended ended = ended(found);
            String reason = FieldCheck.isBlank(form.reason()) ? null : text(form.reason());
            found.keeping()
                    .propose(
                            Objects.requireNonNull(form.ground()),
                            reason,
                            ended,
                            periods.until(ended.endedOn()),
                            command);
        });
    }

    /** Says no to a deletion that was proposed, or takes it back. */
    void refuse(String caseId, RetentionForm.Reason form, Command command) {
        take("retention.refuse", caseId, command, found -> {
            reason(new FieldCheck(directory), form.reason(), true);
            found.keeping().refuse(command);
        });
    }

    /**
     * Confirms the deletion, and carries it out.
     *
     * @return the id of what is left of it
     */
    String confirm(String caseId, Command command) {
        Optional<ErasureRecord> before = repeated(caseId, command);
        if (before.isPresent()) {
            return before.get().id();
        }
        try {
            check(desk.found(caseId, command), command);
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.FORBIDDEN) {
                acts.refused(command, "retention.confirm", caseId, caseId, refused);
            }
            throw refused;
        }
        return acts.perform(command, "retention.confirm", caseId, null, () -> {
            Optional<ErasureRecord> begun = repeated(caseId, command);
            if (begun.isPresent()) {
                return erasing.carryOn(begun.get()).id();
            }
            Found found = desk.found(caseId, command);
            check(found, command);
            KeepingRecord decided = keepings.save(found.keeping());
            return erasing.begin(decided).id();
        });
    }

    private void check(Found found, Command command) {
        found.keeping().confirm(periods.until(ended(found).endedOn()), command);
    }

    private Optional<ErasureRecord> repeated(String caseId, Command command) {
        desk.requireCenter(command);
        return Ids.isId(caseId)
                ? erasures.find(ErasureRecord.idOf(new CaseId(caseId)))
                        .filter(erasure -> command.id().equals(erasure.confirmCommand()))
                : Optional.empty();
    }

    private static Ended ended(Found found) {
        return found.ended().orElseThrow(() -> Refusal.conflict("retention.not-ended"));
    }

    private void take(String action, String caseId, Command command, Consumer<Found> step) {
        Found before = desk.found(caseId, command);
        if (!before.keeping().has(command)) {
            step.accept(before);
        }
        acts.perform(command, action, caseId, null, () -> {
            Found found = desk.found(caseId, command);
            if (!found.keeping().has(command)) {
                step.accept(found);
                keepings.save(found.keeping());
            }
            return true;
        });
        nudge.nudge();
    }

    private static void reason(FieldCheck fields, @Nullable String reason, boolean required) {
        if (required) {
            fields.required("reason", reason);
        }
        fields.text("reason", reason, LONGEST_REASON);
        fields.refuseUnder(RULE);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNull(text).strip();
    }
}
