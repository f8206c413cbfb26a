package jp.tsunagi.complaint;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.schedule.Entry;
import jp.tsunagi.schedule.ScheduleSource;
import jp.tsunagi.schedule.Task;
import org.springframework.stereotype.Component;

/** Complaints that wait for the officer: for an answer, or for the review of the support. */
@Component
class ComplaintTasks implements ScheduleSource {

    private final Complaints complaints;
    private final ComplaintDesk desk;
    private final Casefiles casefiles;
    private final Directory directory;

    ComplaintTasks(Complaints complaints, ComplaintDesk desk, Casefiles casefiles, Directory directory) {
        this.complaints = complaints;
        this.desk = desk;
        this.casefiles = casefiles;
        this.directory = directory;
    }

    @Override
    public List<Task> tasks(Command command) {
        return handled(command).stream().map(ComplaintTasks::task).toList();
    }

    @Override
    public List<Entry> entries(Command command, LocalDate first, LocalDate last) {
        return handled(command).stream()
                .filter(complaint -> complaint.state() == ComplaintState.RECEIVED)
                .filter(complaint ->
                        !complaint.due().isBefore(first) && !complaint.due().isAfter(last))
                .map(complaint -> new Entry(
                        complaint.due(), null, complaint.reference(), "schedule.complaint-due", page(complaint), null))
                .toList();
    }

    private List<ComplaintRecord> handled(Command command) {
        List<ComplaintRecord> open = command.officer().worksFor(directory.center())
                ? complaints.open()
                : complaints.openOf(command.officer().agency());
        if (open.isEmpty()) {
            return List.of();
        }
        Set<CaseId> ids = new HashSet<>();
        open.forEach(complaint -> ids.add(complaint.caseId()));
        Map<CaseId, Casefile> cases = casefiles.find(ids);
        return open.stream()
                .filter(complaint -> {
                    Casefile casefile = cases.get(complaint.caseId());
                    return casefile != null && desk.standing(casefile, command).handles(complaint);
                })
                .toList();
    }

    private static Task task(ComplaintRecord complaint) {
        return complaint.state() == ComplaintState.RECEIVED
                ? new Task(complaint.reference(), "step.ANSWER_COMPLAINT", complaint.due(), page(complaint), false)
                : new Task(complaint.reference(), "step.REVIEW_COMPLAINT", null, page(complaint), false);
    }

    private static String page(ComplaintRecord complaint) {
        return "/c/" + complaint.conferenceId() + "/complaints/" + complaint.id();
    }
}
