package jp.tsunagi.demo;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Shows the demo's address and logins on the console. */
@Component
@Profile("demo")
class DemoNotice {

    private static final Logger LOG = LoggerFactory.getLogger(DemoNotice.class);

    private final Environment environment;

    DemoNotice(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        String logins = DemoPeople.PEOPLE.stream()
                .map(person -> "  %-14s %-8s %s".formatted(person.login(), person.agency(), person.role()))
                .collect(Collectors.joining(System.lineSeparator()));
        LOG.info(
                "Demo: http://localhost:{} (fictitious data only). Password of all logins: {}{}{}",
                environment.getProperty("local.server.port", "8080"),
                DemoPeople.PASSWORD,
                System.lineSeparator(),
                logins);
    }
}
