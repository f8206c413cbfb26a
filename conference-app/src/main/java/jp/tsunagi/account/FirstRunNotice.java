package jp.tsunagi.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Shows the first-run code on the console while the hub is empty. */
@Component
class FirstRunNotice {

    private static final Logger LOG = LoggerFactory.getLogger(FirstRunNotice.class);

    private final FirstRun firstRun;
    private final Environment environment;

    FirstRunNotice(FirstRun firstRun, Environment environment) {
        this.firstRun = firstRun;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        if (firstRun.open()) {
            LOG.info(
                    "This hub is empty. Set it up at http://localhost:{}/first-run with the code {}",
                    environment.getProperty("local.server.port", "8080"),
                    firstRun.code());
        }
    }
}
