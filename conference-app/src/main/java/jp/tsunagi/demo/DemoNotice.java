package jp.tsunagi.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Shows the demo's address, its logins and a first walk on the console. */
@Component
@Profile("demo")
class DemoNotice {

    private static final Logger LOG = LoggerFactory.getLogger(DemoNotice.class);

    private final Environment environment;

    DemoNotice(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() throws IOException {
        String url = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        String logins = DemoPeople.PEOPLE.stream()
                .map(person -> "  %-14s %-8s %s".formatted(person.login(), person.agency(), person.role()))
                .collect(Collectors.joining("\n"));
        String walk = new ClassPathResource("demo/walk.txt").getContentAsString(StandardCharsets.UTF_8);
        LOG.info(
                "Demo: {} (fictitious data only). Password of all logins: {}\n{}\n\n{}",
                url,
                DemoPeople.PASSWORD,
                logins,
                walk.replace("{url}", url));
    }
}
