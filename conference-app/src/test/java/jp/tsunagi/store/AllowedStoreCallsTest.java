package jp.tsunagi.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * Main code asks of the store only what stands in {@code allowed-store-calls.txt}: much of MongoDB the embedded server
 * refuses, and some it answers wrongly.
 */
class AllowedStoreCallsTest {

    private static final Set<String> GUARDED = Set.of(
            "com.mongodb.client.MongoCollection",
            "com.mongodb.client.model.Accumulators",
            "com.mongodb.client.model.Aggregates",
            "com.mongodb.client.model.Filters",
            "com.mongodb.client.model.Indexes",
            "com.mongodb.client.model.Projections",
            "com.mongodb.client.model.Sorts",
            "com.mongodb.client.model.Updates");

    private static final Pattern OPERATOR = Pattern.compile("\"(\\$[A-Za-z][A-Za-z0-9]*)");

    @Test
    void mainCodeCallsOnlyWhatBothServersHave() {
        Set<String> called = calls(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("jp.tsunagi"));

        assertThat(called).contains("MongoCollection.insertOne", "Filters.eq", "Updates.set");
        assertThat(called).isSubsetOf(allowed());
    }

    @Test
    void mainCodeWritesOnlyOperatorsThatBothServersHave() throws IOException {
        Set<String> written = new TreeSet<>();
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> written.addAll(operators(file)));
        }

        assertThat(written).contains("$and");
        assertThat(written).isSubsetOf(allowed());
    }

    @Test
    void aForbiddenCallWouldBeFound() {
        assertThat(calls(new ClassFileImporter().importClasses(Forbidden.class)))
                .contains("MongoCollection.watch")
                .isNotEmpty()
                .satisfies(called -> assertThat(allowed()).doesNotContainAnyElementsOf(called));
    }

    private static Set<String> calls(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> Stream.concat(
                        type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream()))
                .map(JavaAccess::getTarget)
                .filter(target -> GUARDED.contains(target.getOwner().getName()))
                .map(target -> target.getOwner().getSimpleName() + "." + target.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> operators(Path file) {
        try {
            return OPERATOR.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> allowed() {
        try (var in = AllowedStoreCallsTest.class.getResourceAsStream("/allowed-store-calls.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Never run. */
    static final class Forbidden {
        static void watch(MongoCollection<Document> documents) {
            documents.watch();
        }
    }
}
