package jp.tsunagi.clock;

import java.util.List;
import java.util.Map;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.CasePart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The tab of the clock on the pages of a case, and its table on the overview (ui.md B3). */
@Component
class ClockOnCase implements CasePart {

    private static final int ON_OVERVIEW = 5;

    private final DeadlineReading reading;

    ClockOnCase(DeadlineReading reading) {
        this.reading = reading;
    }

    @Override
    public String tab() {
        return "deadlines";
    }

    @Override
    public boolean isFor(CaseId caseId, Command command) {
        return reading.isFor(caseId, command);
    }

    @Override
    public void onOverview(CaseId caseId, Command command, Model model) {
        List<Map<String, Object>> running = reading.all(caseId.value(), command).items().stream()
                .filter(item -> item.get("state") == Entry.State.RUNNING || Boolean.TRUE.equals(item.get("overdue")))
                .limit(ON_OVERVIEW)
                .toList();
        model.addAttribute("deadlines", running);
    }
}
