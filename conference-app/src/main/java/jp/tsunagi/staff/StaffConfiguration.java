package jp.tsunagi.staff;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.account.AccountReach;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.page.NavigationCount;
import jp.tsunagi.schedule.ScheduleSource;
import jp.tsunagi.schedule.Task;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StaffSettings.class)
class StaffConfiguration {

    /** Beside 管理: resets to confirm and accounts to review. */
    @Bean
    NavigationCount staffWaits(Resetting resetting, AccountReviews reviews) {
        return new NavigationCount() {
            @Override
            public String place() {
                return "administration";
            }

            @Override
            public long of(Officer officer) {
                return AccountReach.isAdministrator(officer)
                        ? resetting.toConfirm(officer).size()
                                + reviews.waiting(officer).size()
                        : 0;
            }
        };
    }

    @Bean
    ScheduleSource staffTasks(Resetting resetting, AccountReviews reviews) {
        return new ScheduleSource() {
            @Override
            public List<Task> tasks(Command command) {
                Officer officer = command.officer();
                Stream<Task> resets = resetting.toConfirm(officer).stream()
                        .map(reset -> new Task(
                                reset.login(),
                                "step.CONFIRM_RESET",
                                reset.until().atZone(TimeConfiguration.JAPAN).toLocalDate(),
                                "/administration/resets/" + reset.id(),
                                false));
                Stream<Task> review = !AccountReach.isAdministrator(officer)
                        ? Stream.of()
                        : reviews.waiting(officer).stream()
                                .limit(1)
                                .map(first -> new Task(
                                        first.account().login(),
                                        "step.REVIEW_ACCOUNTS",
                                        first.due(),
                                        "/administration/review",
                                        false));
                return Stream.concat(resets, review).toList();
            }
        };
    }
}
