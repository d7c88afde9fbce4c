package dev.tidings.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.AvroGenerated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The walls between the modules, as ARCHITECTURE.md draws them, and what holds in each of them. */
class ArchitectureTest {

    private static final int MAX_PACKAGE_TYPES = 25;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tidings");

    @ParameterizedTest(name = "{0} sees {1}")
    @CsvSource({
        "schemas..,                      schemas..",
        "kafka..,                        schemas.. kafka..",
        "text.(fold|orthography)..,      text.(fold|orthography)..",
        "text..,                         text..",
        "producer..,                     schemas.. kafka.. text.. producer..",
        "streams..,                      schemas.. kafka.. text.. streams..",
        "consumer..,                     schemas.. kafka.. text.(fold|orthography).. consumer..",
        "store.sqlite..,                 schemas.. kafka.. text.(fold|orthography).. consumer.. store.sqlite.."
    })
    void modulesSeeNoOtherModules(String module, String seen) {
        String[] packages = ("dev.tidings." + seen.replace(" ", " dev.tidings.")).split(" ");
        classes()
                .that()
                .resideInAPackage("dev.tidings." + module)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("dev.tidings..")).or(resideInAnyPackage(packages)))
                .check(CLASSES);
    }

    @Test
    void theSerdesAloneTouchConfluentsClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tidings.kafka.serde..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.confluent..")
                .check(CLASSES);
    }

    @Test
    void theMetersAloneKnowTheirLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tidings.app.metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .check(CLASSES);
    }

    @Test
    void theStoreAloneKnowsSql() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tidings.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.flywaydb..", "org.sqlite..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.tidings.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noPackageHoldsMoreThan25Types() {
        Map<String, Long> sizes = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.isAnnotatedWith(AvroGenerated.class))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));

        sizes.values().removeIf(types -> types <= MAX_PACKAGE_TYPES);
        assertThat(sizes).isEmpty();
    }
}
