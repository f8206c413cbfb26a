package jp.tsunagi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The picture of the modules, kept true. Each rule first shows that there is something for it to guard. */
class ModulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.tsunagi");

    @Test
    void modulesKeepToTheirBounds() {
        ApplicationModules modules = ApplicationModules.of(Tsunagi.class);

        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("audit", "store", "protection", "shared");
        modules.verify();
    }

    @Test
    void nobodyUsesTheOldJackson() {
        assertSomeUse("tools.jackson.databind..");
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .because("two Jacksons with different settings would write different JSON")
                .check(CLASSES);
    }

    @Test
    void nobodyLogsPastTheLog() {
        assertSomeUse("org.slf4j");
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
        // The answer of a command is no log.
        DescribedPredicate<JavaClass> main = DescribedPredicate.describe(
                "the entry point", type -> type.getName().equals("jp.tsunagi.Tsunagi"));
        assertThat(CLASSES.that(main)).hasSize(1);
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES.that(DescribedPredicate.not(main)));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .count())
                .isPositive();
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .check(CLASSES);
    }

    @Test
    void integrationKnowsNothingOfTheApplication() {
        DescribedPredicate<JavaClass> integration = resideInAPackage("jp.tsunagi.integration..");
        assertThat(CLASSES.that(integration)).isNotEmpty();
        noClasses()
                .that(integration)
                .should()
                .dependOnClassesThat(resideInAPackage("jp.tsunagi..").and(DescribedPredicate.not(integration)))
                .check(CLASSES);
    }

    @Test
    void onlyTheStoreKnowsTheEmbeddedServer() {
        assertSomeUse("de.bwaldvogel.mongo..");
        noClasses()
                .that()
                .resideOutsideOfPackage("jp.tsunagi.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("de.bwaldvogel..", "org.h2..")
                .check(CLASSES);
    }

    private static void assertSomeUse(String packageIdentifier) {
        DescribedPredicate<JavaClass> used = resideInAPackage(packageIdentifier);
        assertThat(CLASSES.stream().anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> used.test(dependency.getTargetClass()))))
                .as("some class uses " + packageIdentifier)
                .isTrue();
    }
}
