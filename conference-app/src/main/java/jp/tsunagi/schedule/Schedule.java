package jp.tsunagi.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.command.Command;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** All tasks, meetings and due dates of an officer, from every module that knows some. */
@Service
public class Schedule {

    /** The frame of a page counts them, and its content may show them. */
    private static final String GATHERED = Schedule.class.getName() + ".tasks.";

    private static final int LOOKED_AHEAD = 60;

    private static final Comparator<Task> FIRST_DUE = Comparator.comparing(
                    Task::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Task::reference, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Task::act);

    private static final Comparator<Entry> EARLIEST = Comparator.comparing(Entry::day)
            .thenComparing(Entry::time, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Entry::reference, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Entry::what);

    private final List<ScheduleSource> sources;

    Schedule(List<ScheduleSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** What the officer could do now, what is due first before the rest. Gathered once for each page. */
    @SuppressWarnings("unchecked")
    public List<Task> tasks(Command command) {
        RequestAttributes page = RequestContextHolder.getRequestAttributes();
        if (page == null) {
            return gathered(command);
        }
        String key = GATHERED + command.officer().id().value();
        if (page.getAttribute(key, RequestAttributes.SCOPE_REQUEST) == null) {
            page.setAttribute(key, gathered(command), RequestAttributes.SCOPE_REQUEST);
        }
        return (List<Task>) Objects.requireNonNull(page.getAttribute(key, RequestAttributes.SCOPE_REQUEST));
    }

    private List<Task> gathered(Command command) {
        return sources.stream()
                .flatMap(source -> source.tasks(command).stream())
                .distinct()
                .sorted(FIRST_DUE)
                .toList();
    }

    /** What is from the first day to the last, both included. */
    public List<Entry> entries(Command command, LocalDate first, LocalDate last) {
        return sources.stream()
                .flatMap(source -> source.entries(command, first, last).stream())
                .distinct()
                .sorted(EARLIEST)
                .toList();
    }

    /** The next meeting within two months. */
    Optional<Entry> nextMeeting(Command command) {
        LocalDate today = command.today();
        return entries(command, today, today.plusDays(LOOKED_AHEAD)).stream()
                .filter(entry -> entry.time() != null)
                .findFirst();
    }
}
