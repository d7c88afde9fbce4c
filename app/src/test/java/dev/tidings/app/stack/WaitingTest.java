package dev.tidings.app.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No test has a limit of its own, which would be too short on some machine some day. */
class WaitingTest {

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("dev.tidings.app");

    @Test
    void testsWaitForConditionsWithOnePatience() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Patience.class)
                .should()
                .callMethod(Awaitility.class, "await")
                .orShould()
                .callMethod(ConditionFactory.class, "atMost", Duration.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(TESTS);
    }

    @Test
    void theBuildAloneSaysWhenATestHasTakenTooLong() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(WaitingTest.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Timeout.class)
                .check(TESTS);
    }
}
