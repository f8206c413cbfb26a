package jp.tsunagi.court;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.court.StatementRecord.Version;
import jp.tsunagi.court.StatementRecord.VersionState;
import jp.tsunagi.schedule.Entry;
import jp.tsunagi.schedule.ScheduleSource;
import jp.tsunagi.schedule.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Courts that wait for the Center: its staff write and hand over, the director confirms. */
@Component
class CourtTasks implements ScheduleSource {

    private final Statements statements;
    private final Directory directory;

    CourtTasks(Statements statements, Directory directory) {
        this.statements = statements;
        this.directory = directory;
    }

    @Override
    public List<Task> tasks(Command command) {
        Officer officer = command.officer();
        return open(officer).stream()
                .filter(record -> isTurnOf(officer, record))
                .map(record -> new Task(record.reference(), act(record), record.answerBy(), page(record), false))
                .toList();
    }

    @Override
    public List<Entry> entries(Command command, LocalDate first, LocalDate last) {
        return open(command.officer()).stream()
                .filter(record ->
                        !record.answerBy().isBefore(first) && !record.answerBy().isAfter(last))
                .map(record -> new Entry(
                        record.answerBy(), null, record.reference(), "schedule.court-answer", page(record), null))
                .toList();
    }

    /** Every case that was submitted is the Center's; nobody else has any. */
    private List<StatementRecord> open(Officer officer) {
        boolean center = officer.person()
                && officer.worksFor(directory.center())
                && (officer.is(Role.CENTER_STAFF) || officer.is(Role.DIRECTOR));
        return center ? statements.open() : List.of();
    }

    private static boolean isTurnOf(Officer officer, StatementRecord record) {
        return state(record) == VersionState.SUBMITTED ? officer.is(Role.DIRECTOR) : officer.is(Role.CENTER_STAFF);
    }

    private static String act(StatementRecord record) {
        VersionState state = state(record);
        if (state == VersionState.SUBMITTED) {
            return "step.CONFIRM_STATEMENT";
        }
        return state == VersionState.CONFIRMED ? "step.HAND_OVER_STATEMENT" : "step.WRITE_STATEMENT";
    }

    private static @Nullable VersionState state(StatementRecord record) {
        return record.latest().map(Version::state).orElse(null);
    }

    private static String page(StatementRecord record) {
        return "/c/" + record.conferenceId() + "/court-statements/" + record.id();
    }
}
