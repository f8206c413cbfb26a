package jp.tsunagi.retention;

import java.util.List;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.SignedInPages;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.CasePart;
import jp.tsunagi.page.NavigationPlace;
import jp.tsunagi.schedule.ScheduleSource;
import jp.tsunagi.schedule.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.ui.Model;

/** Where the Center comes upon it: in the navigation, on a tab of each case, and among what waits for somebody. */
@Configuration(proxyBeanMethods = false)
class RetentionPlace {

    @Bean
    SignedInPages retentionIsOpen() {
        return SignedInPages.of("/retention/**");
    }

    @Bean
    NavigationPlace retentionNavigation(RetentionReading reading) {
        return new NavigationPlace() {
            @Override
            public String place() {
                return "retention";
            }

            @Override
            public String path() {
                return "/retention";
            }

            @Override
            public boolean isFor(Officer officer) {
                return reading.isFor(officer);
            }
        };
    }

    @Bean
    CasePart retentionTab(RetentionReading reading) {
        return new CasePart() {
            @Override
            public String tab() {
                return "retention";
            }

            @Override
            public boolean isFor(CaseId caseId, Command command) {
                return reading.isFor(caseId, command);
            }

            @Override
            public void onOverview(CaseId caseId, Command command, Model model) {
                // Until when it is kept stands on the tab.
            }
        };
    }

    @Bean
    ScheduleSource retentionTasks(RetentionReading reading) {
        return new ScheduleSource() {
            @Override
            public List<Task> tasks(Command command) {
                return reading.toConfirm(command).stream()
                        .map(keeping -> new Task(
                                keeping.reference(),
                                "step.CONFIRM_DELETION",
                                null,
                                "/c/" + keeping.conferenceId() + "/retention",
                                false))
                        .toList();
            }
        };
    }
}
