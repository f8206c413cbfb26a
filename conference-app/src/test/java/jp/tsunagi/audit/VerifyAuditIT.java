package jp.tsunagi.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The command that verifies without a hub, on a chain of three. */
class VerifyAuditIT {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void fill() {
        try (AuditFixtures fixtures = open();
                ChainedAuditTrail trail = fixtures.trail()) {
            for (int i = 0; i < 3; i++) {
                trail.record(AuditFixtures.event("C" + i));
            }
        }
    }

    @Test
    void tellsThatTheChainIsWhole() {
        assertThat(run()).isZero();
        assertThat(said()).contains("記録は完全です（3件を検証しました）。", "The record is whole (entries verified: 3).");
    }

    @Test
    void namesTheEntryThatWasChanged() {
        try (AuditFixtures fixtures = open()) {
            fixtures.database.getCollection(Chain.COLLECTION).updateOne(eq("_id", 2L), set("actor", "someone-else"));
        }

        assertThat(run()).isEqualTo(1);
        assertThat(said()).contains("記録が 2 番から信頼できません", "2 番の記録が書き換えられています。", "Entry 2 was changed.");
    }

    @Test
    void comparesWithTheSecondPlace() {
        try (AuditFixtures fixtures = open()) {
            fixtures.database.getCollection(Chain.COLLECTION).deleteOne(eq("_id", 3L));
            fixtures.database.getCollection(Seals.COLLECTION).deleteOne(eq("_id", 3L));
        }

        assertThat(run("--tsunagi.audit.export-dir=" + folder.resolve("second-place")))
                .isEqualTo(1);
        assertThat(said())
                .contains("(up to entry 3)", "The entries from 3 on are missing, but the second place knows them");
    }

    @Test
    void tellsWhatItCouldNotLookAt() {
        assertThat(run("--tsunagi.data-dir=" + folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(said()).contains("The audit could not be looked at.", "There is no database in");
        assertThat(folder.resolve("nowhere")).doesNotExist();

        assertThat(run("--tsunagi.key-dir=" + folder.resolve("no-keys"))).isEqualTo(2);
        assertThat(folder.resolve("no-keys")).doesNotExist();

        try (AuditFixtures running = open()) {
            assertThat(running.chain.count()).isEqualTo(3);
            assertThat(run()).isEqualTo(2);
            assertThat(said()).contains("is in use by another process");
        }
    }

    @Test
    void hasWordsForEveryFault() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("texts/office");
        texts.setDefaultEncoding("UTF-8");
        for (Verification.Reason reason : Verification.Reason.values()) {
            for (Locale locale : new Locale[] {Locale.JAPANESE, Locale.ENGLISH}) {
                assertThat(texts.getMessage("audit.reason." + reason, new Object[] {7L}, locale))
                        .contains("7");
            }
        }
    }

    /** The database lies where the hub's would. */
    private AuditFixtures open() {
        return new AuditFixtures(folder);
    }

    private int run(String... further) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                VerifyAudit.COMMAND,
                                "--tsunagi.data-dir=" + folder.resolve("hub"),
                                "--tsunagi.key-dir=" + folder.resolve("keys"),
                                "--tsunagi.audit.export-file=" + folder.resolve("no-heads.log")),
                        Arrays.stream(further))
                .toArray(String[]::new);
        return VerifyAudit.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
