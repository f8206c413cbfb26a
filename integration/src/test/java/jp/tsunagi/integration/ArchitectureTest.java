package jp.tsunagi.integration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.tsunagi.integration");

    @Test
    void guardsPackagesThatAreThere() {
        Map<String, Integer> sizes = new TreeMap<>();
        classes.forEach(type -> sizes.merge(type.getPackageName(), 1, Integer::sum));

        assertThat(sizes)
                .containsOnlyKeys(
                        "jp.tsunagi.integration",
                        "jp.tsunagi.integration.broker",
                        "jp.tsunagi.integration.contract",
                        "jp.tsunagi.integration.hub");
    }

    @Test
    void theContractKnowsNeitherBrokerNorHubNorFrameworks() {
        noClasses()
                .that()
                .resideInAPackage("..integration.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..integration.broker..",
                        "..integration.hub..",
                        "org.springframework..",
                        "org.apache.camel..",
                        "org.apache.activemq..")
                .check(classes);
    }

    @Test
    void theBrokerKnowsNeitherHubNorRoutes() {
        noClasses()
                .that()
                .resideInAPackage("..integration.broker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..integration.hub..", "org.apache.camel..")
                .check(classes);
    }

    @Test
    void nothingReadsJsonWithTheOldJackson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .check(classes);
    }

    @Test
    void nothingSerialisesJavaObjectsIntoMessages() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.jms.ObjectMessage")
                .check(classes);
    }
}
