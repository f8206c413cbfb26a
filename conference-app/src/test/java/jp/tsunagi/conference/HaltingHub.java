package jp.tsunagi.conference;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.tsunagi.Tsunagi;
import jp.tsunagi.protection.CaseKeys;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/**
 * The hub as it is, except that its process dies, without a word, just before a call writes a conference while the file
 * {@code halt} lies beside its data: the case is written then, and the conference is not.
 */
public final class HaltingHub {

    public static final int HALTED = 99;

    private HaltingHub() {}

    public static void main(String[] args) {
        new SpringApplication(Tsunagi.class, Parts.class).run(args);
    }

    /** Not annotated as a configuration: no other test's scan may find it. */
    static class Parts {

        @Bean
        @Primary
        Conferences haltingConferences(
                MongoDatabase database, CaseKeys keys, Deadlines deadlines, Environment environment) {
            Path dataDir = Path.of(environment.getRequiredProperty("tsunagi.data-dir"));
            return new Halting(database, keys, deadlines, dataDir.resolveSibling("halt"));
        }
    }

    static class Halting extends Conferences {

        private final Path armed;

        Halting(MongoDatabase database, CaseKeys keys, Deadlines deadlines, Path armed) {
            super(database, keys, deadlines);
            this.armed = armed;
        }

        @Override
        void add(CaseConference conference) {
            haltWhereArmed();
            super.add(conference);
        }

        @Override
        void save(CaseConference conference) {
            haltWhereArmed();
            super.save(conference);
        }

        private void haltWhereArmed() {
            if (Files.exists(armed) && Thread.currentThread().getName().startsWith("http")) {
                Runtime.getRuntime().halt(HALTED);
            }
        }
    }
}
