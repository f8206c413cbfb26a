package jp.tsunagi.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.disclosure.DisclosureDesk.Found;
import jp.tsunagi.schedule.Entry;
import jp.tsunagi.schedule.ScheduleSource;
import jp.tsunagi.schedule.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Disclosures that wait for the officer: for a second hand, for the review, or until she is told. */
@Component
class DisclosureTasks implements ScheduleSource {

    private static final String REVIEW = "schedule.disclosure-review";
    private static final String TELLING = "schedule.disclosure-telling";

    private final DisclosureDesk desk;
    private final DisclosureReading reading;
    private final Directory directory;
    private final AfterDays days;

    DisclosureTasks(DisclosureDesk desk, DisclosureReading reading, Directory directory, AfterDays days) {
        this.desk = desk;
        this.reading = reading;
        this.directory = directory;
        this.days = days;
    }

    @Override
    public List<Task> tasks(Command command) {
        List<Task> tasks = new ArrayList<>();
        for (Found found : open(command)) {
            Stage stage = found.stage(command);
            DisclosureRecord record = found.disclosure().record();
            if (stage == Stage.PROPOSED && reading.mayConfirm(found, command)) {
                tasks.add(task(found, "step.CONFIRM_DISCLOSURE", command.today()));
            }
            if (stage == Stage.IN_FORCE || stage == Stage.OVER) {
                if (found.director() && record.review() == null) {
                    tasks.add(task(
                            found, "step.REVIEW_DISCLOSURE", found.disclosure().reviewDue(days)));
                }
                if (stage == Stage.OVER && !found.disclosure().told()) {
                    tasks.add(task(
                            found, "step.TELL_DISCLOSURE", found.disclosure().tellDue(days)));
                }
            }
        }
        return tasks;
    }

    @Override
    public List<Entry> entries(Command command, LocalDate first, LocalDate last) {
        List<Entry> entries = new ArrayList<>();
        for (Found found : open(command)) {
            Stage stage = found.stage(command);
            if (stage == Stage.IN_FORCE || stage == Stage.OVER) {
                if (found.director()) {
                    entry(found, found.disclosure().reviewDue(days), REVIEW, first, last, entries);
                }
                entry(found, found.disclosure().tellDue(days), TELLING, first, last, entries);
            }
        }
        return entries;
    }

    private static void entry(
            Found found, @Nullable LocalDate day, String what, LocalDate first, LocalDate last, List<Entry> entries) {
        if (day != null && !day.isBefore(first) && !day.isAfter(last)) {
            entries.add(new Entry(day, null, found.disclosure().record().reference(), what, page(found), null));
        }
    }

    private List<Found> open(Command command) {
        Officer officer = command.officer();
        boolean center =
                officer.worksFor(directory.center()) && (officer.is(Role.CENTER_STAFF) || officer.is(Role.DIRECTOR));
        return center ? desk.open(command) : List.of();
    }

    private static Task task(Found found, String act, @Nullable LocalDate due) {
        return new Task(found.disclosure().record().reference(), act, due, page(found), false);
    }

    private static String page(Found found) {
        DisclosureRecord record = found.disclosure().record();
        return "/c/" + record.conferenceId() + "/disclosures/" + record.id();
    }
}
