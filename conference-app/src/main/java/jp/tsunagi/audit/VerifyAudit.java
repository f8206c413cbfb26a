package jp.tsunagi.audit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import jp.tsunagi.protection.KeyRing;
import jp.tsunagi.store.EmbeddedDatabase;
import jp.tsunagi.store.Folders;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The verifier as a command, for whoever does not trust a hub to tell of itself: reads the settings of the hub, opens its
 * database and keys, and starts neither pages nor routes. The embedded database can be opened while its hub is stopped, or
 * as a copy; a real one at any time. Writes nothing.
 */
public final class VerifyAudit {

    /** First argument of the command. */
    public static final String COMMAND = "verify-audit";

    /** What the process ends with. */
    static final int WHOLE = 0;

    static final int BROKEN = 1;
    static final int NOT_LOOKED = 2;

    private static final String EMBEDDED = "embedded";

    private final PrintStream out;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    private VerifyAudit(PrintStream out) {
        this.out = out;
        texts.setBasename("texts/office");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** The settings alone: without the word for component, so that no hub takes it for a part of itself. */
    @EnableConfigurationProperties({Folders.class, AuditSettings.class})
    static final class Settings {}

    /**
     * Verifies and says what was found, in Japanese and English.
     *
     * @return 0 where the chain is whole, 1 where it is not, 2 where it could not be looked at
     */
    public static int run(String[] arguments, PrintStream out) {
        VerifyAudit command = new VerifyAudit(out);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=warn")
                .run(arguments)) {
            return command.verify(
                    context.getBean(Folders.class),
                    context.getBean(AuditSettings.class),
                    context.getEnvironment().getProperty("spring.mongodb.uri"));
        } catch (IllegalStateException | MongoException e) {
            // The text of ours says what to do; a driver's may hold an address with its password.
            command.say("audit.command.not-looked");
            out.println(
                    e instanceof IllegalStateException
                            ? e.getMessage()
                            : e.getClass().getSimpleName());
            return NOT_LOOKED;
        }
    }

    private int verify(Folders folders, AuditSettings settings, @Nullable String uri) {
        if (!Files.isDirectory(folders.keyDir())) {
            throw new IllegalStateException("The folder of the keys is missing: " + folders.keyDir());
        }
        if (uri != null && !EMBEDDED.equals(uri)) {
            return verify(folders, settings, new ConnectionString(uri));
        }
        Path database = folders.dataDir().resolve("database");
        if (!Files.exists(database.resolve("database.mv"))) {
            throw new IllegalStateException("There is no database in " + database);
        }
        try (EmbeddedDatabase server = EmbeddedDatabase.open(database)) {
            return verify(folders, settings, new ConnectionString(server.uri()));
        }
    }

    private int verify(Folders folders, AuditSettings settings, ConnectionString uri) {
        KeyRing keys = KeyRing.open(folders.keyDir(), false);
        DailyRoots roots = AuditConfiguration.roots(folders, settings, Clock.systemUTC());
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase database = client.getDatabase(Objects.requireNonNullElse(uri.getDatabase(), "tsunagi"));
            Seals seals = new Seals(database, keys, AuditConfiguration.exportFile(folders, settings));
            return tell(new AuditVerifier(new Chain(database), seals, roots).verify(), roots);
        }
    }

    private int tell(Verification found, DailyRoots roots) {
        SecondPlace place = roots.state();
        if (place.roots() == 0) {
            say("audit.command.no-roots", roots.folder());
        } else {
            say("audit.command.roots", place.roots(), place.newestEntry());
        }
        if (found.whole()) {
            say("audit.whole", found.entries());
            return WHOLE;
        }
        long at = Objects.requireNonNullElse(found.brokenAt(), 0L);
        say("audit.broken", found.entries(), at);
        say("audit.reason." + found.reason(), at);
        return BROKEN;
    }

    private void say(String key, Object... values) {
        out.println(texts.getMessage(key, values, Locale.JAPANESE));
        out.println(texts.getMessage(key, values, Locale.ENGLISH));
    }
}
