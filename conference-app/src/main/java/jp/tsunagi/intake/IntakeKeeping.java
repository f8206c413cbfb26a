package jp.tsunagi.intake;

import java.util.List;
import java.util.Objects;
import jp.tsunagi.command.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The steps on an intake sheet, for the API and the pages. Each enters itself into the audit, refuses by {@link
 * jp.tsunagi.shared.Refused}, and answers a repeat of the same command as the first time.
 */
@Service
class IntakeKeeping {

    private final IntakeDesk desk;
    private final IntakeRules rules;

    IntakeKeeping(IntakeDesk desk, IntakeRules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    /** @param revision the edition it was made from; null to write over whatever is there */
    void write(String caseId, SheetParts told, @Nullable String revision, Command command) {
        desk.kept(caseId, command);
        rules.told(told);
        desk.keep("intake-sheet.write", caseId, command, now -> now.sheet().write(told, number(revision), command));
    }

    void give(String caseId, GivingForm form, Command command) {
        rules.given(form, desk.kept(caseId, command), command);
        desk.keep("intake-sheet.give", caseId, command, now -> {
            // The list may have changed meanwhile.
            rules.given(form, now, command);
            now.sheet().give(form, command);
        });
    }

    void takeBack(String caseId, String grant, Command command) {
        desk.keep("intake-sheet.take-back", caseId, command, now -> now.sheet().takeBack(grant, command));
    }

    /** @param revision the edition of the list it was made from; null to write over whatever is there */
    void list(String caseId, ProceduresForm form, @Nullable String revision, Command command) {
        List<ProceduresForm.Row> rows = Objects.requireNonNullElse(form.procedures(), List.of());
        desk.kept(caseId, command);
        rules.listed(rows);
        desk.keep("intake-sheet.list", caseId, command, now -> now.sheet().list(rows, number(revision), command));
    }

    /** The team ticks a row off, or takes that back. */
    void tick(String caseId, String row, boolean off, Command command) {
        desk.keep(action(off), caseId, command, now -> now.sheet().tick(row, off, null, command));
    }

    /** A section does so with one of its own. */
    void tickOwn(String sheet, String row, boolean off, Command command) {
        desk.takePart(action(off), sheet, command, now -> now.sheet()
                .tick(row, off, now.grant().division(), command));
    }

    private static String action(boolean off) {
        return off ? "intake-sheet.done" : "intake-sheet.undone";
    }

    private static @Nullable String number(@Nullable String revision) {
        return revision == null || revision.isEmpty() ? null : revision.replace("\"", "");
    }
}
