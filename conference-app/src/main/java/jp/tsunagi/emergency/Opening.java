package jp.tsunagi.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.EmergencyView;
import jp.tsunagi.emergency.EmergencyRecord.Finding;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Opens cases in an emergency and has it reviewed, for the API and the pages. Whether somebody may is asked anew at every
 * look; each act and each look is entered into the audit.
 */
@Service
class Opening {

    static final int SHORTEST_REASON = 20;
    static final int LONGEST_TEXT = 500;

    private final Emergencies emergencies;
    private final EmergencyView view;
    private final EmergencySettings settings;
    private final Directory directory;
    private final Acts acts;
    private final OutboxNudge nudge;

    Opening(
            Emergencies emergencies,
            EmergencyView view,
            EmergencySettings settings,
            Directory directory,
            Acts acts,
            OutboxNudge nudge) {
        this.emergencies = emergencies;
        this.view = view;
        this.settings = settings;
        this.directory = directory;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** @param reference number of the case, as on its papers; {@code reason} why it cannot wait */
    record Wanted(@Nullable String reference, @Nullable String reason) {}

    record Reviewing(@Nullable Finding finding, @Nullable String text) {}

    /**
     * One opening as it is listed.
     *
     * @param inForce whether it stands open to whoever opened it
     * @param reason for the director and whoever typed it; null for auditors
     */
    record Shown(
            @Classified(FieldClass.OPERATION) String n,
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.STAFF) String by,
            @Classified(FieldClass.AGENCY) String agency,
            @Classified(FieldClass.AGENCY) String section,
            @Classified(FieldClass.OPERATION) Instant openedAt,
            @Classified(FieldClass.OPERATION) Instant until,
            @Classified(FieldClass.OPERATION) boolean inForce,
            @Classified(FieldClass.OPERATION) Instant reviewDue,
            @Classified(FieldClass.OFFICE) @Nullable String reason,
            @Classified(FieldClass.OPERATION) @Nullable Finding finding,
            @Classified(FieldClass.OFFICE) @Nullable String text,
            @Classified(FieldClass.OPERATION) boolean mine,
            @Classified(FieldClass.OPERATION) boolean reviewable) {}

    /** One opening, and to whoever opened it what it shows while it stands open; empty for everybody else. */
    record One(Shown opening, Map<String, Object> shown, List<String> withheld) {}

    boolean isFor(Officer officer) {
        return mayOpen(officer) || isDirector(officer) || officer.is(Role.AUDITOR);
    }

    boolean mayOpen(Officer officer) {
        return officer.person() && (officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF));
    }

    private boolean isDirector(Officer officer) {
        return officer.person() && officer.is(Role.DIRECTOR) && officer.worksFor(directory.center());
    }

    /**
     * Opens the case of a reference to this officer.
     *
     * @return by which the opening is known
     * @throws jp.tsunagi.shared.Refused {@code emergency.incomplete}; {@code emergency.not-possible} alike where there is no
     *     such case, it is another agency's, the officer has it already, or is kept from it, and where she does not consent
     */
    String open(Wanted wanted, Command command) {
        requireOpener(command.officer());
        String reason = text("reason", wanted.reason(), SHORTEST_REASON);
        String reference = Objects.requireNonNullElse(wanted.reference(), "").strip();
        if (reference.isEmpty()) {
            throw Refusal.invalid("emergency.incomplete", FieldProblem.of("reference", "required"));
        }
        EmergencyView.Target target = view.target(reference, command);
        String id = acts.perform(
                command,
                "emergency.open",
                target.caseId().value(),
                target.conferenceId().value(),
                () -> {
                    Optional<EmergencyRecord> there = emergencies
                            .find(EmergencyRecord.idOf(command))
                            .or(() -> emergencies.inForce(command.officer().id(), target.conferenceId(), command.at()));
                    if (there.isPresent()) {
                        SeenCommand.contains(there.get().seen(), command);
                        return there.get().id();
                    }
                    EmergencyRecord opened = EmergencyRecord.opened(
                            target.caseId(), target.conferenceId(), target.reference(), reason, settings, command);
                    emergencies.insert(opened);
                    return opened.id();
                });
        nudge.nudge();
        return id;
    }

    /** The officer's own; for the director and auditors all. */
    List<Shown> list(Command command) {
        Officer officer = command.officer();
        if (!isFor(officer)) {
            throw Refusal.notFound();
        }
        boolean all = isDirector(officer) || officer.is(Role.AUDITOR);
        return (all ? emergencies.all() : emergencies.of(officer.id()))
                .stream().map(one -> shown(one, command)).toList();
    }

    /** Those that wait for this officer as director; asked at every page, and by one query. */
    List<EmergencyRecord> waiting(Command command) {
        Officer officer = command.officer();
        return isDirector(officer)
                ? emergencies.toReview().stream()
                        .filter(one -> !one.isBy(officer))
                        .toList()
                : List.of();
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} for anybody but whoever opened it, the director and auditors */
    One one(String n, Command command) {
        EmergencyRecord record = find(n, command);
        boolean looks = record.isBy(command.officer()) && record.inForce(command.at());
        Optional<EmergencyView.Sheet> sheet =
                looks ? view.read(record.conferenceId(), record.reason(), command) : Optional.empty();
        return new One(
                shown(record, command),
                sheet.map(EmergencyView.Sheet::shown).orElse(Map.of()),
                sheet.map(EmergencyView.Sheet::withheld).orElse(List.of()));
    }

    /**
     * The director says whether it was justified.
     *
     * @throws jp.tsunagi.shared.Refused {@code emergency.self-review}; {@code emergency.already-reviewed}
     */
    void review(String n, Reviewing form, Command command) {
        EmergencyRecord found = find(n, command);
        if (!isDirector(command.officer())) {
            throw Refusal.forbidden("emergency.director-only");
        }
        if (found.isBy(command.officer())) {
            throw Refusal.forbidden("emergency.self-review");
        }
        Finding finding = form.finding();
        if (finding == null) {
            throw Refusal.invalid("emergency.incomplete", FieldProblem.of("finding", "choose"));
        }
        String text = text("text", form.text(), 1);
        acts.perform(
                command,
                "emergency.review",
                found.caseId().value(),
                found.conferenceId().value(),
                () -> {
                    EmergencyRecord now = find(n, command);
                    EmergencyRecord reviewed = now.reviewed(finding, text, command);
                    if (reviewed != now) {
                        emergencies.replace(reviewed);
                    }
                    return true;
                });
        nudge.nudge();
    }

    private EmergencyRecord find(String n, Command command) {
        Officer officer = command.officer();
        return emergencies
                .find(n)
                .filter(one -> one.isBy(officer) || isDirector(officer) || officer.is(Role.AUDITOR))
                .orElseThrow(Refusal::notFound);
    }

    private Shown shown(EmergencyRecord record, Command command) {
        Officer officer = command.officer();
        boolean content = record.isBy(officer) || isDirector(officer);
        EmergencyRecord.Review review = record.review();
        return new Shown(
                record.id(),
                record.reference(),
                record.by().name(),
                record.by().agency().value(),
                record.by().section(),
                record.openedAt(),
                record.until(),
                record.inForce(command.at()),
                record.reviewDue(),
                content ? record.reason() : null,
                review == null ? null : review.finding(),
                review == null || !content ? null : review.text(),
                record.isBy(officer),
                review == null && isDirector(officer) && !record.isBy(officer));
    }

    private void requireOpener(Officer officer) {
        if (!mayOpen(officer)) {
            throw Refusal.notFound();
        }
    }

    private static String text(String field, @Nullable String typed, int shortest) {
        String text = Objects.requireNonNullElse(typed, "").strip();
        if (text.isEmpty()) {
            throw Refusal.invalid("emergency.incomplete", FieldProblem.of(field, "required"));
        }
        if (text.codePointCount(0, text.length()) < shortest) {
            throw Refusal.invalid("emergency.incomplete", FieldProblem.of(field, "too-short", shortest));
        }
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw Refusal.invalid("emergency.incomplete", FieldProblem.of(field, "too-long", LONGEST_TEXT));
        }
        return text;
    }
}
