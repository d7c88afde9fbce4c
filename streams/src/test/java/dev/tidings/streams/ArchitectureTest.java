package dev.tidings.streams;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tidings.streams.topology.store.BoundedRange;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;

/** The walls inside this module; those between the modules are tested in {@code app}, which sees them all. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tidings.streams");

    @Test
    void pureStagesKnowNoKafkaAndNoAvro() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.tidings.streams",
                        "dev.tidings.streams.analyse..",
                        "dev.tidings.streams.boilerplate..",
                        "dev.tidings.streams.decode..",
                        "dev.tidings.streams.dedup..",
                        "dev.tidings.streams.enrich..",
                        "dev.tidings.streams.extract..",
                        "dev.tidings.streams.story..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.apache.avro..",
                        "io.confluent..",
                        "dev.tidings.kafka..",
                        "dev.tidings.schemas..")
                .check(CLASSES);
    }

    @Test
    void theDryRunMakesEventsWithoutKafka() {
        noClasses()
                .that()
                .resideInAPackage("dev.tidings.streams.dryrun..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.confluent..", "dev.tidings.kafka.serde..")
                .check(CLASSES);
    }

    /** One end alone is ignored by a transactional store; whoever goes by this class has to name both. */
    @Test
    void everyRangeOfAStateStoreHasBothEnds() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(BoundedRange.class)
                .should()
                .callMethodWhere(target(owner(assignableTo(ReadOnlyKeyValueStore.class)))
                        .and(target(nameMatching("range|reverseRange"))))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.tidings.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
