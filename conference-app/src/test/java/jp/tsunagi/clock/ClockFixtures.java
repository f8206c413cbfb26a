package jp.tsunagi.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.shared.BusinessDays;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;

final class ClockFixtures {

    static final TeamSection TEAM = new TeamSection(new AgencyCode("011002"), "女性相談窓口");
    private static int commands;

    private ClockFixtures() {}

    /** At the times, and with the holidays, that are delivered. */
    static Reminders reminders() {
        ReminderSettings settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("tsunagi.deadlines.reminders", ReminderSettings.class);
        return new Reminders(settings, new BusinessDays(holidays()));
    }

    private static Set<LocalDate> holidays() {
        try {
            return new ClassPathResource("defaults/config/holidays.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> LocalDate.parse(line.split(",", 2)[0]))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CaseClock clock() {
        return CaseClock.of(new CaseId("case"), TEAM, reminders());
    }

    static Command on(String day) {
        Officer officer = new Officer(
                new AccountId("sapporo"), "見本 花子", TEAM.agency(), TEAM.section(), Set.of(Role.COUNSELLOR), true, false);
        String id = Ids.derived("command", String.valueOf(commands++));
        return new Command(
                id,
                id,
                officer,
                officer.agency(),
                LocalDate.parse(day)
                        .atTime(LocalTime.of(10, 0))
                        .atZone(TimeConfiguration.JAPAN)
                        .toInstant());
    }

    static Facts order(String from) {
        return facts(Procedure.PROTECTION_ORDER, from, null, null, null);
    }

    static Facts basedOn(int order, Procedure procedure, String from) {
        return facts(procedure, from, null, null, order);
    }

    static Facts measure(String from) {
        return facts(Procedure.RESIDENT_REGISTER_PROTECTION, from, null, null, null);
    }

    static Facts facts(
            Procedure procedure,
            @Nullable String from,
            @Nullable String until,
            @Nullable Integer months,
            @Nullable Integer order) {
        return new Facts(
                procedure,
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                months,
                order,
                null,
                null);
    }
}
