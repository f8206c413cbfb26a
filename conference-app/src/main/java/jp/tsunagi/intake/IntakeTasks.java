package jp.tsunagi.intake;

import java.util.List;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.SignedInPages;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.NavigationPlace;
import jp.tsunagi.schedule.ScheduleSource;
import jp.tsunagi.schedule.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Procedures that wait for the officer's section, one task for each sheet. */
@Component
class IntakeTasks implements ScheduleSource {

    private final IntakeReading reading;

    IntakeTasks(IntakeReading reading) {
        this.reading = reading;
    }

    @Override
    public List<Task> tasks(Command command) {
        return reading.all(command).stream()
                .filter(sheet -> sheet.open() > 0)
                .map(sheet -> new Task(sheet.code(), "step.INTAKE_PROCEDURES", null, "/intake/" + sheet.id(), false))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SignedInPages intakeIsOpen() {
            return SignedInPages.of("/intake/**");
        }

        @Bean
        NavigationPlace intakePlace(IntakeReading reading, Commands commands) {
            return new NavigationPlace() {
                @Override
                public String place() {
                    return "intake";
                }

                @Override
                public String path() {
                    return "/intake";
                }

                @Override
                public boolean isFor(Officer officer) {
                    return !reading.all(commands.reading(officer)).isEmpty();
                }
            };
        }
    }
}
