package dev.tidings.streams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayersTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tidings.streams");

    @Test
    void textKnowsNoKafkaAndNoAvro() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.tidings.streams",
                        "..streams.decode..",
                        "..streams.extract..",
                        "..streams.boilerplate..",
                        "..streams.dedup..",
                        "..streams.enrich..",
                        "..streams.story..",
                        "..streams.analyse..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.apache.avro..", "io.confluent..", "dev.tidings.schemas..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.tidings.streams.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
